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

// The token of the upper amount of a range, where the lower one ends before `token`: "-15 million",
// "to $15 million", "bis 15 Millionen". 0 where no range goes on.
std::uint32_t upper_amount(const ValueReader& reader, std::uint32_t token) {
    const std::string_view mark = reader.text(token);
    const bool dash = mark == "-" || mark == "\u2013";
    if (!dash && mark != "to" && mark != "bis") return 0;
    ++token;
    const std::optional<MapEntry> sign = reader.entry(reader.classes.currency, token);
    if (sign && is_sign(reader, token, sign->last)) token = sign->last;
    if (!reader.flag(token, kDigits) && !reader.in(token, reader.classes.number)) return 0;
    return dash && !reader.flag(token, kGlued) ? 0 : token;
}

// "$10-15 million" and "10 to 15 million dollars": the lower amount counts. But "from 10 to 15
// million" is a change.
std::optional<Number> read_range(const ValueReader& reader, std::uint32_t token) {
    std::optional<Number> low = reader.read_number(token);
    if (!low || low->magnitude || low->value.digits == 0) return low;
    const std::uint32_t upper = upper_amount(reader, low->last);
    if (upper == 0 || reader.text(token - 1) == "from") return low;
    const std::optional<Number> high = reader.read_number(upper);
    const bool dash = reader.flag(low->last, kPunctuation);
    if (!high || (!high->magnitude && !dash) || !(low->value < high->value)) return low;
    // The factor of the upper amount is the lower one's too, as far as it stays the lower one.
    for (;;) {
        const std::optional<Decimal> next = multiply(low->value, Decimal{1000, 0});
        if (!next || high->value < *next) break;
        low->value = *next;
    }
    low->last = high->last;
    low->magnitude = high->magnitude;
    return low;
}

// "EUR1.2bn", which is one token
std::optional<FoundValue> read_glued_code(const ValueReader& reader, std::uint32_t token) {
    const std::string_view word = reader.text(token);
    const std::size_t digits = word.find_first_of("0123456789");
    if (digits != 3 && digits != 2) return std::nullopt;
    const std::string_view code = reader.map_value(reader.classes.currency, word.substr(0, digits));
    if (code.empty() || code.ends_with('+')) return std::nullopt;
    const std::optional<Number> number = reader.read_number(token, digits);
    if (!number) return std::nullopt;
    return money(*number, number->last, code);
}

std::optional<FoundValue> read_sign_first(const ValueReader& reader, std::uint32_t token) {
    const std::optional<MapEntry> sign = reader.entry(reader.classes.currency, token);
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
    const std::optional<Number> number = read_range(reader, token);
    if (!number) return std::nullopt;
    const bool hyphen = reader.glued(number->last, "-") && reader.flag(number->last + 1, kGlued);
    const std::optional<MapEntry> unit =
        reader.entry(reader.classes.currency, number->last + (hyphen ? 1 : 0));
    if (!unit) return std::nullopt;
    // "sold 5 $20 notes", "a USD 20 million round": the sign belongs to the number behind it.
    const bool spaced = !reader.flag(unit->last, kGlued);
    if (is_sign(reader, unit->last - 1, unit->last) && reader.flag(unit->last, kDigits) &&
        !(spaced && reader.flag(token, kDigits)))
        return std::nullopt;
    std::string_view code = unit->value;
    if (code.ends_with('+')) {
        if (!number->magnitude) return std::nullopt;
        code.remove_suffix(1);
    }
    return money(*number, unit->last, code);
}

std::optional<FoundValue> read_amount(const ValueReader& reader, std::uint32_t token) {
    if (reader.flag(token, kCapital) && reader.flag(token, kWord))
        if (std::optional<FoundValue> found = read_glued_code(reader, token)) return found;
    if (std::optional<FoundValue> found = read_sign_first(reader, token)) return found;
    return read_number_first(reader, token);
}

// Behind the same amount in another currency: "£1.5 billion (about $2 billion)". `token` where none
// stands there.
std::uint32_t over_conversion(const ValueReader& reader, std::uint32_t token) {
    constexpr std::uint32_t most_words = 3;
    if (reader.text(token) != "(") return token;
    for (std::uint32_t t = token + 1; t <= token + 1 + most_words; ++t) {
        if (const std::optional<FoundValue> other = read_amount(reader, t))
            return reader.text(other->last) == ")" ? other->last + 1 : token;
        if (!reader.flag(t, kWord)) return token;
    }
    return token;
}

}  // namespace

std::optional<FoundValue> read_money(const ValueReader& reader, std::uint32_t token) {
    std::optional<FoundValue> found = read_amount(reader, token);
    if (found) found->last = over_conversion(reader, found->last);
    return found;
}

}  // namespace relata::extract
