#include "extract/record_builder.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "extract/language.hpp"

namespace relata::extract {
namespace {

// How far one sentence is believed, by the priority band of the rule that read it (docs/rules.md).
// A guess: the bands are ordered, the distances are not calibrated.
double confidence_of(int priority) {
    if (priority >= 60) return 0.95;
    if (priority >= 40) return 0.9;
    return 0.7;
}

// A name that was found through a pronoun or "the company" is believed a little less.
constexpr double kCoreferenceFactor = 0.9;

EntityType one_type(TypeSet types) {
    return static_cast<EntityType>(types == 0 ? static_cast<int>(EntityType::org)
                                              : std::countr_zero(types));
}

bool refers_back(const Mention& mention) {
    return mention.form == MentionForm::nominal || mention.form == MentionForm::pronoun ||
           mention.form == MentionForm::possessive || mention.form == MentionForm::topic;
}

class RecordBuilder {
  public:
    explicit RecordBuilder(const Analysis& analysis)
        : analysis_(analysis), index_(analysis.document->text) {
        const Lexicon& lexicon = analysis.language->lexicon;
        state_ = lexicon.class_named("state");
        country_ = lexicon.class_named("country");
    }

    Relation relation(const Claim& claim, const RuleInfo& rule, const RelationType& type) const {
        const Document& document = *analysis_.document;
        Relation out;
        out.document = document.id;
        out.type = type.name;
        out.subject = argument(claim.subject, claim.subject_types, claim.anchor);
        out.object = argument(claim.object, claim.object_types, claim.anchor);
        out.status = claim.status;
        out.attributes = claim.attributes;
        out.coreferent = claim.coreferent;
        out.confidence = confidence_of(rule.priority);
        for (const std::uint32_t mention : {claim.subject, claim.object}) {
            if (refers_back(analysis_.mentions[mention])) out.confidence *= kCoreferenceFactor;
        }
        // As records are written, so that merging what was written gives what merging this gives.
        out.confidence = std::round(out.confidence * 100.0) / 100.0;
        out.rule = rule.name;
        out.language = analysis_.language->code;
        out.date = document.date;
        out.url = document.url;
        out.source = document.source;
        out.author = document.author;
        out.title = document.title;
        out.path = document.path;
        const Sentence& sentence = analysis_.sentences[claim.sentence];
        out.sentence = analysis_.text(sentence.first, sentence.last);
        out.sentence_start = offset(analysis_.tokens[sentence.first].begin);
        out.sentence_end = offset(analysis_.tokens[sentence.last - 1].end);
        return out;
    }

    MentionRecord mention(const Mention& mention) const {
        const Argument words = argument(mention, mention.types, mention.first);
        return {analysis_.document->id,
                words.name,
                words.type,
                mention.form,
                words.text,
                words.start,
                words.end};
    }

  private:
    std::uint32_t offset(std::uint32_t byte) const {
        return static_cast<std::uint32_t>(index_.code_points(byte));
    }

    Argument argument(std::uint32_t mention, TypeSet slot, std::uint32_t anchor) const {
        return argument(analysis_.mentions[mention], slot, anchor);
    }

    // The words that stand for a mention without words, the article's topic: its entity's last
    // mention before the rule's anchor, else its first one; the anchor itself where the entity has
    // none.
    std::pair<std::uint32_t, std::uint32_t> words_of(const Mention& mention,
                                                     std::uint32_t anchor) const {
        if (mention.last > mention.first) return {mention.first, mention.last};
        std::pair words{anchor, anchor + 1};
        if (mention.entity == kNoEntity) return words;
        bool found = false;
        for (const std::uint32_t index : analysis_.entities[mention.entity].mentions) {
            const Mention& other = analysis_.mentions[index];
            if (other.last == other.first) continue;
            if (found && other.first > anchor) break;
            words = {other.first, other.last};
            found = true;
        }
        return words;
    }

    bool is_place(const Mention& mention) const {
        return mention.form == MentionForm::name && mention.entity != kNoEntity &&
               analysis_.entities[mention.entity].types == type_bit(EntityType::place);
    }

    // Whether the words are the name of a state or a country.
    bool is_region(std::uint32_t first, std::uint32_t last) const {
        const Lexicon& lexicon = analysis_.language->lexicon;
        ClassSet classes = analysis_.tokens[first].classes;
        if (last - first > 1) {
            const WordId word = analysis_.tokens[first].word;
            PhraseNode node = word == 0 ? 0 : lexicon.phrase_start(word);
            for (std::uint32_t at = first + 1; at < last && node != 0; ++at)
                node = lexicon.phrase_next(node, analysis_.tokens[at].word);
            classes = node == 0 ? 0 : lexicon.phrase_classes(node);
        }
        return (state_ && lexicon.has(classes, *state_)) ||
               (country_ && lexicon.has(classes, *country_));
    }

    // The end of the place that begins at `first`, or 0.
    std::uint32_t place_at(std::uint32_t first) const {
        if (first >= analysis_.tokens.size()) return 0;
        for (std::uint32_t i = analysis_.mentions_at[first]; i < analysis_.mentions_at[first + 1];
             ++i)
            if (is_place(analysis_.mentions[i])) return analysis_.mentions[i].last;
        return 0;
    }

    bool is(std::uint32_t token, std::string_view text) const {
        return token < analysis_.tokens.size() && analysis_.text(analysis_.tokens[token]) == text;
    }

    // A town is one place with the county, region and country behind it: "Newark, Ohio, USA",
    // "Rome (Italy)", "Tulsa Oklahoma". A list of towns is not.
    std::uint32_t end_of_place(std::uint32_t first, std::uint32_t last) const {
        if (is_region(first, last)) return last;
        std::uint32_t end = last;
        for (int more = 0; more < 3; ++more) {
            const bool comma = is(last, ","), bracket = is(last, "(");
            const std::uint32_t next = comma || bracket ? last + 1 : last;
            const std::uint32_t next_last = place_at(next);
            if (next_last == 0) break;
            const bool region = is_region(next, next_last);
            if (!comma && !(region && (!bracket || is(next_last, ")")))) break;
            last = bracket ? next_last + 1 : next_last;
            if (region) end = last;
        }
        return end;
    }

    Argument argument(const Mention& mention, TypeSet slot, std::uint32_t anchor) const {
        Argument out;
        auto [first, last] = words_of(mention, anchor);
        if (is_place(mention)) last = end_of_place(first, last);
        out.text = analysis_.text(first, last);
        out.start = offset(analysis_.tokens[first].begin);
        out.end = offset(analysis_.tokens[last - 1].end);
        if (mention.value_kind != ValueKind::none) {
            const Value& value = analysis_.values[mention.value];
            out.name = value.currency.empty() ? value.text : value.text + " " + value.currency;
            out.type = one_type(mention.types);
        } else if (mention.entity != kNoEntity) {
            const Entity& entity = analysis_.entities[mention.entity];
            out.name = entity.name;
            out.aliases = entity.aliases;
            out.type = one_type(entity.types);
        } else {
            // A quotation names something by itself; a pronoun without antecedent names nothing.
            if (mention.form == MentionForm::quoted || mention.form == MentionForm::name) {
                out.name = out.text;
            }
            const auto allowed = static_cast<TypeSet>(mention.types & slot);
            out.type = one_type(allowed != 0 ? allowed : slot);
        }
        return out;
    }

    const Analysis& analysis_;
    utf8::CodePointIndex index_;
    std::optional<ClassId> state_, country_;
};

}  // namespace

std::vector<Relation> build_relations(const Analysis& analysis, const RuleSet& rules,
                                      const Catalogue& catalogue,
                                      const std::vector<Claim>& claims) {
    if (claims.empty()) return {};
    const RecordBuilder builder(analysis);
    std::vector<Relation> relations;
    relations.reserve(claims.size());
    for (const Claim& claim : claims) {
        relations.push_back(
            builder.relation(claim, rules.rules()[claim.rule], catalogue.type(claim.type)));
    }
    return relations;
}

std::vector<MentionRecord> build_mentions(const Analysis& analysis) {
    const RecordBuilder builder(analysis);
    std::vector<MentionRecord> records;
    for (const Mention& mention : analysis.mentions) {
        const bool has_words = mention.last > mention.first && mention.form != MentionForm::elided;
        if (has_words) records.push_back(builder.mention(mention));
    }
    return records;
}

}  // namespace relata::extract
