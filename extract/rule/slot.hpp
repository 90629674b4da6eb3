// The type of a slot in a pattern: which mentions `role:type` takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/analysis.hpp"

namespace relata::extract {

struct SlotType {
    TypeSet types = 0;       // entity types; date and money stand for values
    bool percent = false;    // a percentage
    bool round = false;      // a financing round
    bool quoted = false;     // the inside of quotation marks, whatever it is
    bool any_name = false;   // any name
    bool genitive = false;   // .gen
    bool name_only = false;  // .name
    bool topic = false;      // .topic
    bool plural = false;     // .plural: a reference to several, "the two firms"
    friend bool operator==(const SlotType&, const SlotType&) = default;
};

inline constexpr TypeSet kLiteralTypes = type_bit(EntityType::date) | type_bit(EntityType::money);
inline constexpr TypeSet kEntityTypes = type_bit(EntityType::person) | type_bit(EntityType::org) |
                                        type_bit(EntityType::product) |
                                        type_bit(EntityType::project) | type_bit(EntityType::place);

// Adds what a type word means ("org", "agent", "quoted"); false for an unknown word.
bool add_slot_word(SlotType& slot, std::string_view word);
// All type words, sorted.
std::span<const std::string> slot_words();

// Whether a mention may fill the slot, its place in the sentence apart. `in_quotes`: quotation
// marks stand directly around it.
bool fits(const SlotType& slot, const Mention& mention, bool in_quotes);

}  // namespace relata::extract
