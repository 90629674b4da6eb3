#include "extract/rule/slot.hpp"

#include <algorithm>
#include <vector>

#include "extract/relation.hpp"

namespace relata::extract {

namespace {

constexpr TypeSet kPersonOrOrg = type_bit(EntityType::person) | type_bit(EntityType::org);
constexpr TypeSet kProductOrProject = type_bit(EntityType::product) | type_bit(EntityType::project);

}  // namespace

bool add_slot_word(SlotType& slot, std::string_view word) {
    if (const auto type = entity_type_from(word)) {
        slot.types = static_cast<TypeSet>(slot.types | type_bit(*type));
    } else if (word == "agent") {
        slot.types = static_cast<TypeSet>(slot.types | kPersonOrOrg);
    } else if (word == "thing") {
        slot.types = static_cast<TypeSet>(slot.types | kProductOrProject);
    } else if (word == "percent") {
        slot.percent = true;
    } else if (word == "round") {
        slot.round = true;
    } else if (word == "quoted") {
        slot.quoted = true;
    } else if (word == "name") {
        slot.any_name = true;
    } else {
        return false;
    }
    return true;
}

std::span<const std::string> slot_words() {
    static const std::vector<std::string> words = {
        "agent", "date",    "money",   "name",   "org",   "percent", "person",
        "place", "product", "project", "quoted", "round", "thing"};
    return words;
}

bool fits(const SlotType& slot, const Mention& mention, bool in_quotes) {
    if (slot.plural && !(mention.plural && mention.entity != kNoEntity)) return false;
    switch (mention.form) {
        case MentionForm::topic:
            return slot.topic && (slot.types & mention.types) != 0;
        case MentionForm::possessive:
            return slot.genitive && !slot.name_only && !slot.topic &&
                   (slot.types & mention.types) != 0;
        case MentionForm::nominal:
        case MentionForm::pronoun:
        case MentionForm::elided:
            if (slot.name_only || slot.topic) return false;
            return (slot.types & kEntityTypes & mention.types) != 0;
        case MentionForm::quoted:
            if (slot.topic || slot.genitive) return false;
            return slot.quoted || slot.any_name || (slot.types & mention.types) != 0;
        case MentionForm::value:
            switch (mention.value_kind) {
                case ValueKind::date:
                    return (slot.types & type_bit(EntityType::date)) != 0;
                case ValueKind::money:
                    return (slot.types & type_bit(EntityType::money)) != 0;
                case ValueKind::percent:
                    return slot.percent;
                case ValueKind::round:
                    return slot.round;
                case ValueKind::none:
                    return false;
            }
            return false;
        case MentionForm::name:
            if (slot.topic) return false;
            return slot.any_name || (slot.quoted && in_quotes) ||
                   (slot.types & kEntityTypes & mention.types) != 0;
    }
    return false;
}

}  // namespace relata::extract
