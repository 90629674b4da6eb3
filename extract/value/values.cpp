#include "extract/value/values.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/language.hpp"
#include "extract/value/value_reader.hpp"

namespace relata::extract {

namespace {

TypeSet types_of(ValueKind kind) {
    if (kind == ValueKind::money) return type_bit(EntityType::money);
    if (kind == ValueKind::date) return type_bit(EntityType::date);
    return 0;
}

std::optional<FoundValue> read_value(const ValueReader& reader, ValueKinds kinds,
                                     std::uint32_t token, std::uint32_t after_date) {
    const auto may_be = [&](ValueKind kind) { return (kinds & kind_bit(kind)) != 0; };
    if (may_be(ValueKind::money))
        if (auto found = read_money(reader, token)) return found;
    if (may_be(ValueKind::percent))
        if (auto found = read_percent(reader, token)) return found;
    if (may_be(ValueKind::date))
        if (auto found = read_date(reader, token, after_date)) return found;
    return may_be(ValueKind::round) ? read_round(reader, token) : std::nullopt;
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

// "EUR1.2bn"
bool may_be_code(const Analysis& analysis, const Token& token) {
    if (token.word != 0 || (token.flags & (kCapital | kInnerCapital)) != kCapital) return false;
    const std::string_view text = analysis.text(token).substr(0, 4);
    return text.find_first_of("0123456789") != std::string_view::npos;
}

// Which kinds of value may begin with the token; most tokens cost next to nothing.
ValueKinds beginnings(const ValueClasses& classes, const Analysis& analysis, const Lexicon& lexicon,
                      const Token& token) {
    unsigned kinds = classes.beginnings[token.classes];
    if ((token.flags & kStartsPhrase) != 0)
        kinds |= classes.beginnings[lexicon.phrase_start_classes(token.word)];
    if ((token.flags & kDigits) != 0)
        kinds |=
            kind_bit(ValueKind::money) | kind_bit(ValueKind::percent) | kind_bit(ValueKind::date);
    if (may_be_code(analysis, token)) kinds |= kind_bit(ValueKind::money);
    return static_cast<ValueKinds>(kinds);
}

void find_values(Analysis& analysis, const Lexicon& lexicon, const ValueClasses& classes) {
    ValueReader reader(analysis, lexicon, classes);
    for (const Sentence& sentence : analysis.sentences) {
        reader.enter(sentence);
        std::uint32_t after_date = 0;
        for (std::uint32_t token = sentence.first; token < sentence.last;) {
            const ValueKinds kinds = beginnings(classes, analysis, lexicon, analysis.tokens[token]);
            std::optional<FoundValue> found;
            if (kinds != 0) found = read_value(reader, kinds, token, after_date);
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

}  // namespace

void find_values(Analysis& analysis, const Lexicon& lexicon) {
    find_values(analysis, lexicon, ValueClasses(lexicon));
}

void find_values(Analysis& analysis) {
    find_values(analysis, analysis.language->lexicon, analysis.language->values);
}

}  // namespace relata::extract
