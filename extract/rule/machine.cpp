#include "extract/rule/machine.hpp"

#include <algorithm>
#include <utility>

namespace relata::extract {

Machine::Machine(const RuleSet::Impl& rules, const SentenceView& view)
    : rules_(rules), view_(view), comma_(view.lexicon().word(",")), bindings_(rules.most_roles) {}

void Machine::start(TokenBounds bounds) {
    bounds_ = bounds;
    std::fill(bindings_.begin(), bindings_.end(), Binding{});
    members_.clear();
    has_failure_ = false;
    failed_at_ = wanted_ = 0;
}

template <bool kForward>
bool Machine::run_program(const Program& program, std::uint32_t at) {
    program_ = &program;
    // Programs are large and most attempts end early: what they touched is cleared, not everything.
    for (const std::uint32_t word : touched_) tried_[word] = 0;
    touched_.clear();
    marks_.clear();
    const std::size_t bits = std::size_t{program.branches} * (view_.last() - view_.first() + 1);
    if (tried_.size() < bits / 64 + 1) tried_.resize(bits / 64 + 1, 0);
    return run<kForward>(0, at);
}

bool Machine::match(const Alternative& alternative, std::uint32_t anchor_first,
                    std::uint32_t anchor_last) {
    start({view_.first(), view_.last()});
    const auto left = [&] {
        if (!run_program<false>(rules_.programs[alternative.left], anchor_first)) return false;
        first_ = end_;
        return true;
    };
    const auto right = [&] {
        if (!run_program<true>(rules_.programs[alternative.right], anchor_last)) return false;
        last_ = end_;
        return true;
    };
    return alternative.right_first ? right() && left() : left() && right();
}

bool Machine::match_from(const Program& program, std::uint32_t at, TokenBounds bounds) {
    start(bounds);
    if (!run_program<true>(program, at)) return false;
    first_ = at;
    last_ = end_;
    return true;
}

template <bool kForward>
bool Machine::fail(std::uint32_t pc, std::uint32_t at) {
    if (!tracing_ || looking_around_) return false;
    const std::uint32_t token = kForward ? at : (at == bounds_.low ? at : at - 1);
    const bool farther = kForward ? token > failed_at_ : token < failed_at_;
    if (!has_failure_ || farther) {
        has_failure_ = true;
        failed_at_ = token;
        wanted_ = program_->wanted[pc];
    }
    return false;
}

// Whether one token satisfies an instruction that takes a single token.
bool Machine::single(const Instruction& instruction, std::uint32_t token) const {
    switch (instruction.op) {
        case Op::word:
            return view_.token(token).word == instruction.operand ||
                   (instruction.operand == comma_ && (view_.token(token).flags & kAside) != 0);
        case Op::one_of:
        case Op::word_class:
            return passes(rules_.tests[instruction.operand], token);
        case Op::gap:
            return (view_.token(token).flags & kClauseBreak) == 0 && !view_.in_name(token);
        default:
            return true;  // Op::any
    }
}

bool Machine::passes_by_text(const TokenTest& test, std::uint32_t token) const {
    const std::string_view text = view_.text(token);
    return std::any_of(test.exact_words.begin(), test.exact_words.end(),
                       [&](std::uint32_t i) { return rules_.exact_words[i] == text; }) ||
           std::any_of(test.regexes.begin(), test.regexes.end(),
                       [&](std::uint32_t i) { return rules_.regexes[i].matches(text); });
}

// Whether the next token, or a phrase that begins with it, passes the test.
bool Machine::passes_next(const TokenTest& test, std::uint32_t at) const {
    if (at >= bounds_.high) return false;
    if (passes(test, at)) return true;
    if (test.class_sets.empty() || !view_.phrase_starts(at)) return false;
    const std::span<const Phrase> phrases = view_.phrases();
    return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
        return phrase.first == at && phrase.last <= bounds_.high && test.passes(phrase.classes);
    });
}

// Takes the next token if it satisfies the instruction, and goes on to the instruction that
// follows.
template <bool kForward>
bool Machine::take_token(const Instruction& instruction, std::uint32_t& pc,
                         std::uint32_t& at) const {
    if (!single(instruction, kForward ? at : at - 1)) return false;
    at = kForward ? at + 1 : at - 1;
    ++pc;
    return true;
}

template <bool kForward>
bool Machine::run(std::uint32_t pc, std::uint32_t at) {
    const std::uint32_t edge = kForward ? bounds_.high : bounds_.low;
    while (true) {
        ++steps_;
        const Instruction& instruction = program_->code[pc];
        switch (instruction.op) {
            case Op::word_class:
                if (at != edge && phrase_at<kForward>(at)) return run_class<kForward>(pc, at);
                [[fallthrough]];
            case Op::word:
            case Op::one_of:
            case Op::gap:
            case Op::any:
                if (at == edge || !take_token<kForward>(instruction, pc, at))
                    return fail<kForward>(pc, at);
                break;
            case Op::none_of:
                if (passes_next(rules_.tests[instruction.operand], at))
                    return fail<kForward>(pc, at);
                ++pc;
                break;
            case Op::slot:
                return run_slot<kForward>(pc, at);
            case Op::list:
                return run_list<kForward>(pc, at);
            case Op::save_first:
            case Op::save_last:
                return run_save<kForward>(pc, at);
            case Op::split:
                if (tried(instruction.branch, at)) return false;
                if (run<kForward>(instruction.operand, at)) return true;
                pc = instruction.target;
                break;
            case Op::jump:
                pc = instruction.target;
                break;
            case Op::not_next:
            case Op::not_before:
                if (tried(instruction.branch, at)) return false;
                if (!(instruction.op == Op::not_next ? excluded<true>(instruction.operand, at)
                                                     : excluded<false>(instruction.operand, at)))
                    return fail<kForward>(pc, at);
                pc = instruction.target;
                break;
            case Op::sentence_start:
            case Op::sentence_end:
                if (!(instruction.op == Op::sentence_start ? at_sentence_start(at)
                                                           : at_sentence_end(at)))
                    return fail<kForward>(pc, at);
                ++pc;
                break;
            case Op::accept:
                end_ = at;
                return true;
        }
    }
}

// Binds an end of a role's text once the rest has matched.
template <bool kForward>
bool Machine::run_save(std::uint32_t pc, std::uint32_t at) {
    if (!run<kForward>(pc + 1, at)) return false;
    const Instruction& instruction = program_->code[pc];
    Binding& binding = bindings_[instruction.operand];
    binding.kind = Binding::Kind::text;
    (instruction.op == Op::save_first ? binding.first : binding.last) = at;
    return true;
}

// Where phrases begin or end; the longest first, then the single token.
template <bool kForward>
bool Machine::run_class(std::uint32_t pc, std::uint32_t at) {
    const Instruction& instruction = program_->code[pc];
    if (tried(instruction.branch, at)) return false;
    const TokenTest& test = rules_.tests[instruction.operand];
    for (const Phrase& phrase : view_.phrases()) {
        if ((kForward ? phrase.first : phrase.last) != at) continue;
        if (phrase.first < bounds_.low || phrase.last > bounds_.high) continue;
        if (test.passes(phrase.classes) &&
            run<kForward>(pc + 1, kForward ? phrase.last : phrase.first))
            return true;
    }
    if (!passes(test, kForward ? at : at - 1)) return fail<kForward>(pc, at);
    return run<kForward>(pc + 1, kForward ? at + 1 : at - 1);
}

// Behind "and", where it stands for the subject, another clause goes on: nothing before it belongs
// to the match.
template <bool kForward>
bool Machine::reaches_over_clause(Fill fill) const {
    const bool elided = view_.mention(fill.mention).form == MentionForm::elided;
    return elided && (kForward || end_ != fill.edge);
}

template <bool kForward>
bool Machine::run_slot(std::uint32_t pc, std::uint32_t at) {
    const Instruction& instruction = program_->code[pc];
    if (tried(instruction.branch, at)) return false;
    const Program::Slot& slot = program_->slots[instruction.operand];
    bool filled = false;
    const bool matched = for_each_fill<kForward>(view_, bounds_, slot.type, at, [&](Fill fill) {
        filled = true;
        if (!run<kForward>(pc + 1, fill.edge) || reaches_over_clause<kForward>(fill)) return false;
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
        if (!run<kForward>(pc + 1, fill.edge) || reaches_over_clause<kForward>(fill)) return false;
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

// Whether the program at `pc` does not match from `at` on, forward or backward. Back it looks past
// the edge of a window: what stands there excludes all the same. Ahead it does not, so that `!_` is
// the window's end.
template <bool kForward>
bool Machine::excluded(std::uint32_t pc, std::uint32_t at) {
    const bool nested = std::exchange(looking_around_, true);
    const std::size_t marks = marks_.size();
    const TokenBounds bounds = bounds_;
    if constexpr (!kForward) bounds_.low = view_.first();
    const std::uint32_t end = end_;
    const bool matched = run<kForward>(pc, at);
    end_ = end;
    bounds_ = bounds;
    looking_around_ = nested;
    if (!matched) return true;
    // What led to a match may do so again from elsewhere; what failed stays tried.
    for (std::size_t i = marks; i < marks_.size(); ++i)
        tried_[marks_[i] / 64] &= ~(std::uint64_t{1} << (marks_[i] % 64));
    marks_.resize(marks);
    return false;
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
