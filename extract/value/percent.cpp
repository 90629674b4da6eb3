// Percentages: "20 percent", "20,5 %", "a 20pc stake", "ein Drittel der Anteile".
#include "extract/value/value_reader.hpp"

namespace relata::extract {

namespace {

FoundValue percentage(const Decimal& value, std::uint32_t last) {
    return {last, ValueKind::percent, {value.plain(), ""}};
}

// "20pc"
std::optional<FoundValue> read_glued_unit(const ValueReader& reader, std::uint32_t token) {
    const std::string_view word = reader.text(token);
    const std::size_t letters = word.find_first_not_of("0123456789.,");
    if (!reader.flag(token, kDigits) || letters == std::string_view::npos) return std::nullopt;
    if (word.substr(letters) != "pc" && word.substr(letters) != "pct") return std::nullopt;
    const std::optional<Decimal> value =
        parse_decimal(word.substr(0, letters), reader.classes.decimal_mark);
    if (!value) return std::nullopt;
    return percentage(*value, token + 1);
}

// "pc" is one only behind digits; "a PC" is a computer.
bool unit_fits(const ValueReader& reader, std::uint32_t number, std::uint32_t unit) {
    if (!reader.flag(unit, kWord) || reader.text(unit).size() > 3) return true;
    return reader.flag(number, kDigits) && !reader.flag(unit, kCapital);
}

}  // namespace

std::optional<FoundValue> read_percent(const ValueReader& reader, std::uint32_t token) {
    if (std::optional<FoundValue> found = read_glued_unit(reader, token)) return found;
    const std::optional<Number> number = reader.read_number(token);
    if (!number || number->magnitude) return std::nullopt;
    const bool hyphen = reader.glued(number->last, "-") && reader.flag(number->last + 1, kGlued);
    if (const auto unit = reader.entry(reader.classes.percent, number->last + (hyphen ? 1 : 0)))
        return unit_fits(reader, token, unit->last - 1)
                   ? std::optional(percentage(number->value, unit->last))
                   : std::nullopt;
    if (!(number->value < Decimal{1, 0}) || number->value.digits == 0) return std::nullopt;
    if (reader.flag(token, kDigits) || !reader.in(number->last, reader.classes.fraction_of))
        return std::nullopt;
    return percentage({number->value.digits, number->value.exponent + 2}, number->last);
}

}  // namespace relata::extract
