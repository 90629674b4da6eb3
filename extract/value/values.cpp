#include "extract/value/values.hpp"

#include "extract/language.hpp"
#include "extract/value/value_reader.hpp"

namespace relata::extract {

namespace {

TypeSet types_of(ValueKind kind) {
    if (kind == ValueKind::money) return type_bit(EntityType::money);
    if (kind == ValueKind::date) return type_bit(EntityType::date);
    return 0;
}

std::optional<FoundValue> read_value(const ValueReader& reader, std::uint32_t token,
                                     std::uint32_t after_date) {
    if (auto found = read_money(reader, token)) return found;
    if (auto found = read_percent(reader, token)) return found;
    if (auto found = read_date(reader, token, after_date)) return found;
    return read_round(reader, token);
}

void append(Analysis& analysis, std::uint32_t token, FoundValue&& found) {
    Mention mention;
    mention.first = token;
    mention.last = found.last;
    mention.types = types_of(found.kind);
    mention.form = MentionForm::value;
    mention.value_kind = found.kind;
    mention.value = static_cast<std::uint32_t>(analysis.values.size());
    analysis.mentions.push_back(mention);
    analysis.values.push_back(std::move(found.value));
}

}  // namespace

void find_values(Analysis& analysis, const Lexicon& lexicon) {
    ValueReader reader(analysis, lexicon);
    for (const Sentence& sentence : analysis.sentences) {
        reader.enter(sentence);
        std::uint32_t after_date = 0;
        for (std::uint32_t token = sentence.first; token < sentence.last;) {
            const Token& here = analysis.tokens[token];
            const bool possible = (here.flags & kDigits) != 0 || here.word != 0;
            std::optional<FoundValue> found;
            if (possible) found = read_value(reader, token, after_date);
            if (!found) {
                ++token;
                continue;
            }
            const std::uint32_t last = found->last;
            if (found->kind == ValueKind::date) after_date = last;
            append(analysis, token, std::move(*found));
            token = last;
        }
    }
}

void find_values(Analysis& analysis) { find_values(analysis, analysis.language->lexicon); }

}  // namespace relata::extract
