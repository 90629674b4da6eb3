#include "extract/extractor.hpp"

#include <utility>

#include "base/min_hash.hpp"
#include "extract/name/recognise.hpp"
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

Analysis Extractor::analyse(const Document& document) const {
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
    recognise_names(analysis);
    return analysis;
}

Extraction Extractor::extract(const Document& document, ExtractWith with) const {
    Analysis analysis = analyse(document);
    const RuleSet& rules = analysis.language->rules;
    const Catalogue& catalogue = knowledge_.catalogue();
    Extraction result;
    std::vector<Claim> claims = match_rules(rules, catalogue, analysis, nullptr, &result.steps);
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
