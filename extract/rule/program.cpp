#include "extract/rule/program.hpp"

namespace relata::extract {

namespace {

constexpr MentionKinds kPercent = 1U << 16;
constexpr MentionKinds kRound = 1U << 17;
constexpr MentionKinds kQuoted = 1U << 18;
constexpr MentionKinds kName = 1U << 19;
constexpr MentionKinds kTopic = 1U << 20;

}  // namespace

MentionKinds kinds_of(const SlotType& slot) {
    if (slot.topic) return kTopic;
    return slot.types | (slot.percent ? kPercent : 0U) | (slot.round ? kRound : 0U) |
           (slot.quoted ? kQuoted : 0U) | (slot.any_name ? kName : 0U);
}

MentionKinds kinds_of(const Mention& mention) {
    switch (mention.form) {
        case MentionForm::topic:
            return kTopic;
        case MentionForm::name:
        case MentionForm::quoted:
            return mention.types | kName | kQuoted;
        case MentionForm::nominal:
        case MentionForm::pronoun:
        case MentionForm::elided:
        case MentionForm::possessive:
            return mention.types;
        case MentionForm::value:
            break;
    }
    switch (mention.value_kind) {
        case ValueKind::date:
            return type_bit(EntityType::date);
        case ValueKind::money:
            return type_bit(EntityType::money);
        case ValueKind::percent:
            return kPercent;
        case ValueKind::round:
            return kRound;
        case ValueKind::none:
            break;
    }
    return 0;
}

}  // namespace relata::extract
