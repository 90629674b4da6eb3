// ValueClasses: the word classes that the readers of values look at, and which kinds of value may
// begin with a word. Made once a language (extract/language.hpp) and shared by all threads; keeps
// nothing of the lexicon.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/text/lexicon.hpp"

namespace relata::extract {

// Kinds of value, as bits.
using ValueKinds = std::uint8_t;
constexpr ValueKinds kind_bit(ValueKind kind) {
    return static_cast<ValueKinds>(1U << static_cast<unsigned>(kind));
}

struct ValueClasses {
    explicit ValueClasses(const Lexicon& lexicon);

    // A class of the lexicon, which may be missing.
    using Class = std::optional<ClassId>;
    Class currency, magnitude, number, percent, fraction_of, month, weekday, ordinal, relative_date,
        round, date_lead, short_month, year_owner, bare_year_not_behind, bare_year_before, upcoming,
        noun, preposition;
    char decimal_mark = '.';
    std::vector<ValueKinds> beginnings;  // by ClassSet
};

}  // namespace relata::extract
