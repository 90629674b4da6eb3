// Decimal: an exact decimal number, for amounts and percentages as texts write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace relata::extract {

struct Decimal {
    std::int64_t digits = 0;  // the number is digits * 10^exponent
    int exponent = 0;

    // "30000000", "20.5": no exponent, no zeros that say nothing.
    std::string plain() const;
    friend bool operator<(const Decimal& a, const Decimal& b);
};

// Reads a number with . and , in it. A single mark before exactly three digits groups thousands
// unless it is the language's decimal mark; any other single mark stands before decimals. nullopt
// for what is no number or has more than 15 digits.
std::optional<Decimal> parse_decimal(std::string_view text, char decimal_mark);
// The product; nullopt if it is too large.
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);

}  // namespace relata::extract
