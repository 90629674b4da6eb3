// A compiled pattern: instructions for a backtracking machine over the tokens of a sentence. What
// stands before the anchor is a program that runs backward, what stands behind it one that runs
// forward.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/rule/slot.hpp"
#include "extract/text/image.hpp"

namespace relata::extract {

enum class Op : std::uint8_t {
    word,        // operand: WordId
    one_of,      // operand: index into RuleSet::Impl::tests; a token that passes the test
    word_class,  // operand: the same; a token or a phrase
    none_of,     // operand: the same; no token and no phrase that begins here passes it
    gap,         // a token that is no clause break and in no name
    any,
    slot,        // operand: index into Program::slots
    list,        // the same, a coordination
    save_first,  // operand: role; a text role begins here
    save_last,
    split,       // first operand, then target
    jump,        // target
    not_next,    // the program at operand, which runs forward, must not match; on to target
    not_before,  // the same, the program runs backward
    sentence_start,
    sentence_end,
    accept
};

// Eight bytes, since what matching costs is mostly the memory that it touches.
struct Instruction {
    std::uint32_t operand : 24 = 0;
    Op op : 8 = Op::accept;
    // Numbers the instructions at which the machine may choose (split, slot, list, word_class,
    // not_next, not_before), for the visited bits.
    std::uint16_t branch = 0;
    std::uint16_t target = 0;
    friend bool operator==(const Instruction&, const Instruction&) = default;
};
static_assert(sizeof(Instruction) == 8);
inline constexpr std::uint32_t kGreatestOperand = (1U << 24) - 1;

// Kinds of mentions as bits, coarser than fits(): a mention of the right kind may fill a slot.
using MentionKinds = std::uint32_t;
MentionKinds kinds_of(const SlotType& slot);
MentionKinds kinds_of(const Mention& mention);

struct Program {
    struct Slot {
        SlotType type;
        std::uint16_t role = 0;
        friend bool operator==(const Slot&, const Slot&) = default;
    };
    Table<Instruction> code;      // from the first one to `accept`
    Table<std::uint32_t> wanted;  // by instruction: index into RuleSet::Impl::wanted
    std::vector<Slot> slots;
    std::uint32_t branches = 0;
    friend bool operator==(const Program&, const Program&) = default;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(code, wanted, slots, branches);
    }
};

}  // namespace relata::extract
