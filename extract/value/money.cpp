// Money: "$30 million", "US$1.5bn", "EUR 12,5 Mio.", "30 Millionen Euro", "100-Millionen-Dollar-".
#include "extract/value/value_reader.hpp"

namespace relata::extract {

namespace {

FoundValue money(const Number& number, std::uint32_t last, std::string_view currency) {
    return {last, ValueKind::money, {number.value.plain(), std::string(currency)}};
}

// Signs and codes stand before the number, words only behind it. "A$" is the Australian dollar, "a
// $" not.
bool is_sign(const ValueReader& reader, std::uint32_t first, std::uint32_t last) {
    if (reader.flag(last - 1, kPunctuation))
        return last == first + 1 || (reader.flag(first, kCapital) && reader.flag(last - 1, kGlued));
    return reader.flag(first, kAllCaps) || (reader.text(first) == "Rs" && last == first + 1);
}

// "$10-15 million": the lower amount counts.
std::optional<Number> read_range(const ValueReader& reader, std::uint32_t token) {
    std::optional<Number> low = reader.read_number(token);
    if (!low || low->magnitude || !reader.flag(low->last, kGlued)) return low;
    const std::string_view dash = reader.text(low->last);
    if (dash != "-" && dash != "\u2013") return low;
    if (!reader.flag(low->last + 1, kDigits) || !reader.flag(low->last + 1, kGlued)) return low;
    const std::optional<Number> high = reader.read_number(low->last + 1);
    if (!high) return low;
    // The factor of the upper amount is the lower one's too, as far as it stays the lower one.
    while (high->magnitude) {
        const std::optional<Decimal> next = multiply(low->value, Decimal{1000, 0});
        if (!next || high->value < *next) break;
        low->value = *next;
    }
    low->last = high->last;
    low->magnitude = high->magnitude;
    return low;
}

std::optional<FoundValue> read_sign_first(const ValueReader& reader, std::uint32_t token) {
    const std::optional<MapEntry> sign = reader.entry(reader.currency, token);
    if (!sign || !is_sign(reader, token, sign->last) || sign->value.ends_with('+'))
        return std::nullopt;
    std::uint32_t next = sign->last;
    if (reader.glued(next, ".")) ++next;  // "Rs. 200"
    if (!reader.flag(next, kDigits)) return std::nullopt;
    const std::optional<Number> number = read_range(reader, next);
    if (!number) return std::nullopt;
    return money(*number, number->last, sign->value);
}

std::optional<FoundValue> read_number_first(const ValueReader& reader, std::uint32_t token) {
    const std::optional<Number> number = reader.read_number(token);
    if (!number) return std::nullopt;
    const bool hyphen = reader.glued(number->last, "-") && reader.flag(number->last + 1, kGlued);
    const std::optional<MapEntry> unit =
        reader.entry(reader.currency, number->last + (hyphen ? 1 : 0));
    if (!unit) return std::nullopt;
    // "sold 5 $20 notes": the sign belongs to the number behind it.
    const bool sign = reader.flag(unit->last - 1, kPunctuation);
    if (sign && reader.flag(unit->last, kDigits) && reader.flag(unit->last, kGlued))
        return std::nullopt;
    std::string_view code = unit->value;
    if (code.ends_with('+')) {
        if (!number->magnitude) return std::nullopt;
        code.remove_suffix(1);
    }
    return money(*number, unit->last, code);
}

}  // namespace

std::optional<FoundValue> read_money(const ValueReader& reader, std::uint32_t token) {
    if (std::optional<FoundValue> found = read_sign_first(reader, token)) return found;
    return read_number_first(reader, token);
}

}  // namespace relata::extract
