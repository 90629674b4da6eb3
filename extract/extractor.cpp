#include "extract/extractor.hpp"

#include <algorithm>
#include <utility>

#include "base/min_hash.hpp"
#include "extract/name/recognise.hpp"
#include "extract/name/role_nouns.hpp"
#include "extract/name/tie.hpp"
#include "extract/record_builder.hpp"
#include "extract/rule/match.hpp"
#include "extract/settle_types.hpp"
#include "extract/spread_claims.hpp"
#include "extract/text/phrases.hpp"
#include "extract/text/sentences.hpp"
#include "extract/text/tokenize.hpp"
#include "extract/value/values.hpp"

namespace relata::extract {

Extractor::Extractor(const Knowledge& knowledge, std::string language)
    : knowledge_(knowledge), language_(std::move(language)) {
    if (language_ != "auto") knowledge_.language(language_);
}

namespace {

// What the claims say of entities that have names.
std::vector<Tie> ties_of(const Analysis& analysis, const Catalogue& catalogue,
                         const std::vector<Claim>& claims) {
    std::vector<Tie> ties;
    const auto is_named = [&](std::uint32_t entity) {
        return entity != kNoEntity && !analysis.entities[entity].name.empty();
    };
    for (const Claim& claim : claims) {
        const Mention& subject = analysis.mentions[claim.subject];
        const Mention& object = analysis.mentions[claim.object];
        if (claim.status == Status::denied || !is_named(subject.entity) || !is_named(object.entity))
            continue;
        ties.push_back({catalogue.type(claim.type).name, subject.entity, object.entity,
                        claim.sentence, std::max(subject.last, object.last)});
    }
    return ties;
}

}  // namespace

Analysis Extractor::analyse(const Document& document) const {
    Analysis analysis = read_words(document);
    recognise_names(analysis);
    return analysis;
}

Analysis Extractor::read_words(const Document& document) const {
    std::string_view code = document.language.empty() ? language_ : document.language;
    if (code == "auto") code = knowledge_.detect(document.text);
    Analysis analysis;
    analysis.document = &document;
    analysis.language = &knowledge_.language(code);
    const Lexicon& lexicon = analysis.language->lexicon;
    tokenize(document.text, lexicon, analysis.tokens);
    split_sentences(document.text, analysis.tokens, lexicon, analysis.sentences);
    find_phrases(analysis);
    find_values(analysis);
    return analysis;
}

Extractor::Reading Extractor::read(const Document& document, MatchListener* listener,
                                   std::uint64_t* steps) const {
    constexpr int most = 3;  // "Blip belongs to Acme. The parent sold Zap. The seller"
    const Catalogue& catalogue = knowledge_.catalogue();
    Reading reading{read_words(document), {}};
    const auto match = [&](MatchListener* told) {
        reading.claims =
            match_rules(reading.analysis.language->rules, catalogue, reading.analysis, told, steps);
    };
    if (!has_role_nouns(reading.analysis)) {
        recognise_names(reading.analysis);
        match(listener);
        return reading;
    }
    const Analysis words = reading.analysis;
    recognise_names(reading.analysis);
    match(nullptr);
    std::size_t known = 0;
    for (int readings = 1; readings < most; ++readings) {
        const std::vector<Tie> ties = ties_of(reading.analysis, catalogue, reading.claims);
        if (ties.size() == known) break;
        known = ties.size();
        reading.analysis = words;
        recognise_names(reading.analysis, ties);
        match(nullptr);
    }
    if (listener != nullptr) match(listener);
    return reading;
}

Extraction Extractor::extract(const Document& document, ExtractWith with) const {
    Extraction result;
    auto [analysis, claims] = read(document, nullptr, &result.steps);
    const RuleSet& rules = analysis.language->rules;
    const Catalogue& catalogue = knowledge_.catalogue();
    settle_types(analysis, rules, claims);
    if (with.coreferent) spread_claims(analysis, claims);
    result.relations = build_relations(analysis, rules, catalogue, claims);
    if (!result.relations.empty()) {
        const std::string signature = min_hash(document.text);
        for (Relation& relation : result.relations) relation.signature = signature;
    }
    if (with.mentions) result.mentions = build_mentions(analysis);
    return result;
}

}  // namespace relata::extract
