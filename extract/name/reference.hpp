// What words that refer to something may mean, as the lists pronoun, possessive, relative and
// nominal say it.
#pragma once

#include <string_view>

#include "extract/analysis.hpp"

namespace relata::extract {

// Signs behind the types of a reference.
inline constexpr char kSpeaker = '1';   // who speaks: "I", "we"
inline constexpr char kSameKind = 'k';  // only what is described by the same noun: "the foundation"

// What a word of a map class may stand for: "person m", "org|product", "person|org+", "org 1".
struct Reference {
    TypeSet types = 0;
    bool plural = false;
    char gender = 0;  // 'm' or 'f' where a person must be so; kSpeaker, kSameKind
};

// Reads a value of those lists; what it does not know is left out.
Reference parse_reference(std::string_view value);

}  // namespace relata::extract
