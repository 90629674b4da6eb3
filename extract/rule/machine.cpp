#include "extract/rule/machine.hpp"

#include <algorithm>
#include <utility>

namespace relata::extract {

Machine::Machine(const RuleSet::Impl& rules, const SentenceView& view)
    : rules_(rules), view_(view), bindings_(rules.most_roles) {}

void Machine::start(const Program& program, TokenBounds bounds) {
    program_ = &program;
    bounds_ = bounds;
    std::fill(bindings_.begin(), bindings_.end(), Binding{});
    members_.clear();
    const std::size_t bits = std::size_t{program.branches} * (bounds.high - bounds.low + 1);
    tried_.assign(bits / 64 + 1, 0);
    has_failure_ = false;
}

bool Machine::match(const Program& program, std::uint32_t anchor_first, std::uint32_t anchor_last) {
    start(program, {view_.first(), view_.last()});
    if (!run<false>(program.left, anchor_first)) return false;
    first_ = end_;
    if (!run<true>(program.right, anchor_last)) return false;
    last_ = end_;
    return true;
}

bool Machine::match_from(const Program& program, std::uint32_t at, TokenBounds bounds) {
    start(program, bounds);
    if (!run<true>(program.right, at)) return false;
    first_ = at;
    last_ = end_;
    return true;
}

bool Machine::tried(std::uint32_t branch, std::uint32_t at) {
    if (looking_ahead_) return false;
    const std::size_t bit =
        std::size_t{branch} * (bounds_.high - bounds_.low + 1) + (at - bounds_.low);
    const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
    const bool before = (tried_[bit / 64] & mask) != 0;
    tried_[bit / 64] |= mask;
    return before;
}

template <bool kForward>
bool Machine::fail(std::uint32_t pc, std::uint32_t at) {
    if (!tracing_ || looking_ahead_) return false;
    const std::uint32_t token = kForward ? at : (at == bounds_.low ? at : at - 1);
    const bool farther = kForward ? token > failed_at_ : token < failed_at_;
    if (!has_failure_ || farther) {
        has_failure_ = true;
        failed_at_ = token;
        wanted_ = program_->code[pc].wanted;
    }
    return false;
}

// Whether one token satisfies an instruction that takes a single token.
bool Machine::single(const Instruction& instruction, std::uint32_t token) const {
    switch (instruction.op) {
        case Op::word:
            return view_.token(token).word == instruction.operand;
        case Op::exact:
            return view_.text(token) == rules_.exact_words[instruction.operand];
        case Op::regex:
            return rules_.regexes[instruction.operand].matches(view_.text(token));
        case Op::gap:
            return (view_.token(token).flags & kClauseBreak) == 0 && !view_.in_name(token);
        default:
            return true;  // Op::any
    }
}

template <bool kForward>
bool Machine::run(std::uint32_t pc, std::uint32_t at) {
    while (true) {
        const Instruction& instruction = program_->code[pc];
        switch (instruction.op) {
            case Op::word:
            case Op::exact:
            case Op::regex:
            case Op::gap:
            case Op::any:
                if (kForward ? at >= bounds_.high : at <= bounds_.low)
                    return fail<kForward>(pc, at);
                if (!single(instruction, kForward ? at : at - 1)) return fail<kForward>(pc, at);
                at = kForward ? at + 1 : at - 1;
                ++pc;
                break;
            case Op::word_class:
                return run_class<kForward>(pc, at);
            case Op::slot:
                return run_slot<kForward>(pc, at);
            case Op::list:
                return run_list<kForward>(pc, at);
            case Op::save_first:
            case Op::save_last: {
                if (!run<kForward>(pc + 1, at)) return false;
                Binding& binding = bindings_[instruction.operand];
                binding.kind = Binding::Kind::text;
                (instruction.op == Op::save_first ? binding.first : binding.last) = at;
                return true;
            }
            case Op::split:
                if (tried(instruction.branch, at)) return false;
                if (run<kForward>(instruction.operand, at)) return true;
                pc = instruction.target;
                break;
            case Op::jump:
                pc = instruction.target;
                break;
            case Op::not_next:
                if (tried(instruction.branch, at)) return false;
                if (!excluded(instruction.operand, at)) return fail<kForward>(pc, at);
                pc = instruction.target;
                break;
            case Op::sentence_start:
                if (!at_sentence_start(at)) return fail<kForward>(pc, at);
                ++pc;
                break;
            case Op::sentence_end:
                if (!at_sentence_end(at)) return fail<kForward>(pc, at);
                ++pc;
                break;
            case Op::accept:
                end_ = at;
                return true;
        }
    }
}

template <bool kForward>
bool Machine::run_class(std::uint32_t pc, std::uint32_t at) {
    const Instruction& instruction = program_->code[pc];
    if (tried(instruction.branch, at)) return false;
    if (kForward ? at >= bounds_.high : at <= bounds_.low) return fail<kForward>(pc, at);
    const auto cls = static_cast<ClassId>(instruction.operand);
    if (kForward ? view_.phrase_starts(at) : view_.phrase_ends(at)) {
        for (const SentenceView::Phrase& phrase : view_.phrases()) {
            if ((kForward ? phrase.first : phrase.last) != at) continue;
            if (phrase.first < bounds_.low || phrase.last > bounds_.high) continue;
            if (view_.lexicon().has(phrase.classes, cls) &&
                run<kForward>(pc + 1, kForward ? phrase.last : phrase.first))
                return true;
        }
    }
    if (!view_.has(kForward ? at : at - 1, cls)) return fail<kForward>(pc, at);
    return run<kForward>(pc + 1, kForward ? at + 1 : at - 1);
}

template <bool kForward>
bool Machine::run_slot(std::uint32_t pc, std::uint32_t at) {
    const Instruction& instruction = program_->code[pc];
    if (tried(instruction.branch, at)) return false;
    const Program::Slot& slot = program_->slots[instruction.operand];
    bool filled = false;
    const bool matched = for_each_fill<kForward>(view_, bounds_, slot.type, at, [&](Fill fill) {
        filled = true;
        if (!run<kForward>(pc + 1, fill.edge)) return false;
        if (slot.role != kNoRole) {
            members_.push_back(fill.mention);
            bind_members(slot.role, 1);
        }
        return true;
    });
    if (!matched && !filled) return fail<kForward>(pc, at);
    return matched;
}

// The most members first, then fewer, then a single mention that is not the longest one.
template <bool kForward>
bool Machine::run_list(std::uint32_t pc, std::uint32_t at) {
    const Instruction& instruction = program_->code[pc];
    if (tried(instruction.branch, at)) return false;
    const Program::Slot& slot = program_->slots[instruction.operand];
    Coordination list;
    read_coordination<kForward>(view_, rules_.coordination, bounds_, slot.type, at, list);
    for (std::size_t count = list.count; count > 1; --count) {
        if (!list.complete[count - 1] || !run<kForward>(pc + 1, list.members[count - 1].edge))
            continue;
        for (std::size_t i = 0; i < count; ++i)
            members_.push_back(list.members[kForward ? i : count - 1 - i].mention);
        bind_members(slot.role, count);
        return true;
    }
    bool filled = false;
    const bool matched = for_each_fill<kForward>(view_, bounds_, slot.type, at, [&](Fill fill) {
        filled = true;
        if (!run<kForward>(pc + 1, fill.edge)) return false;
        members_.push_back(fill.mention);
        bind_members(slot.role, 1);
        return true;
    });
    if (!matched && !filled) return fail<kForward>(pc, at);
    return matched;
}

void Machine::bind_members(std::uint16_t role, std::size_t count) {
    const auto last = static_cast<std::uint32_t>(members_.size());
    bindings_[role] = {Binding::Kind::mentions, last - static_cast<std::uint32_t>(count), last};
}

// Whether the program at `pc` does not match from `at` on.
bool Machine::excluded(std::uint32_t pc, std::uint32_t at) {
    const bool nested = std::exchange(looking_ahead_, true);
    const std::uint32_t end = end_;
    const bool matched = run<true>(pc, at);
    end_ = end;
    looking_ahead_ = nested;
    return !matched;
}

bool Machine::at_sentence_start(std::uint32_t at) const {
    while (at > view_.first() && (view_.token(at - 1).flags & kQuote) != 0) --at;
    return at == view_.first();
}

// The final mark and closing quotation marks may follow.
bool Machine::at_sentence_end(std::uint32_t at) const {
    const auto is_final = [&](std::uint32_t token) {
        const std::string_view text = view_.text(token);
        return (view_.token(token).flags & kQuote) != 0 || text == "." || text == "!" ||
               text == "?" || text == "…";
    };
    while (at < view_.last() && is_final(at)) ++at;
    return at == view_.last();
}

}  // namespace relata::extract
