#include "extract/value/decimal.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

constexpr std::size_t kMostDigits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Decimal without_trailing_zeros(Decimal number) {
    if (number.digits == 0) return {};
    while (number.digits % 10 == 0) {
        number.digits /= 10;
        ++number.exponent;
    }
    return number;
}

double approximate(const Decimal& number) {
    auto value = static_cast<double>(number.digits);
    for (int i = 0; i < number.exponent; ++i) value *= 10;
    for (int i = 0; i > number.exponent; --i) value /= 10;
    return value;
}

// Where the decimals begin: the position of their mark, or npos.
std::size_t find_decimals(std::string_view text, char decimal_mark) {
    const std::size_t last = text.find_last_of(".,");
    if (last == std::string_view::npos) return last;
    const char mark = text[last];
    const std::size_t first = text.find(mark);
    if (text.find(mark == '.' ? ',' : '.') != std::string_view::npos)
        return first == last ? last : std::string_view::npos;
    if (first != last) return std::string_view::npos;  // 1.000.000
    const bool grouped = text.size() - last == 4 && last <= 3 && text[0] != '0';
    return grouped && mark != decimal_mark ? std::string_view::npos : last;
}

}  // namespace

std::string Decimal::plain() const {
    const Decimal number = without_trailing_zeros(*this);
    std::string text = std::to_string(number.digits);
    if (number.exponent >= 0) return text.append(static_cast<std::size_t>(number.exponent), '0');
    const auto decimals = static_cast<std::size_t>(-number.exponent);
    if (text.size() <= decimals) text.insert(0, decimals - text.size() + 1, '0');
    return text.insert(text.size() - decimals, 1, '.');
}

bool operator<(const Decimal& a, const Decimal& b) { return approximate(a) < approximate(b); }

std::optional<Decimal> parse_decimal(std::string_view text, char decimal_mark) {
    if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
    const std::size_t decimals = find_decimals(text, decimal_mark);
    Decimal number;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) {
            if (text[i] != '.' && text[i] != ',') return std::nullopt;
            continue;
        }
        if (++count > kMostDigits) return std::nullopt;
        number.digits = number.digits * 10 + (text[i] - '0');
        if (decimals != std::string_view::npos && i > decimals) --number.exponent;
    }
    return number;
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
    const Decimal x = without_trailing_zeros(a);
    const Decimal y = without_trailing_zeros(b);
    std::int64_t digits = 0;
    if (__builtin_mul_overflow(x.digits, y.digits, &digits)) return std::nullopt;
    if (x.exponent + y.exponent > static_cast<int>(kMostDigits)) return std::nullopt;
    return Decimal{digits, x.exponent + y.exponent};
}

}  // namespace relata::extract
