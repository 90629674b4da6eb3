// Runs the programs of patterns over one sentence: a backtracking machine that tries each choice at
// each token at most once, so that it takes at most program size times sentence length steps.
// Patterns have no back-references, so what failed once fails always, whatever was bound on the
// way.
//
// One machine serves an article; it keeps its memory from run to run. Not thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/rule/coordination.hpp"
#include "extract/rule/rule_set_impl.hpp"
#include "extract/rule/sentence_view.hpp"

namespace relata::extract {

// What a role has been bound to.
struct Binding {
    enum class Kind : std::uint8_t {
        none,
        mentions,  // first to last are indices into Machine::members()
        text       // first to last are tokens
    };
    Kind kind = Kind::none;
    std::uint32_t first = 0, last = 0;
};

class Machine {
  public:
    Machine(const RuleSet::Impl& rules, const SentenceView& view);

    // Sends for the memory that match() reads first: patterns fill many megabytes.
    void prefetch(const Alternative& alternative) const {
        const std::uint32_t side = alternative.right_first ? alternative.right : alternative.left;
        __builtin_prefetch(rules_.programs[side].code.data());
    }
    // Tries a pattern around the anchor that covers tokens anchor_first to anchor_last, half-open.
    bool match(const Alternative& alternative, std::uint32_t anchor_first,
               std::uint32_t anchor_last);
    // Tries a modifier's pattern from token `at` on, inside of `bounds`.
    bool match_from(const Program& program, std::uint32_t at, TokenBounds bounds);

    // Of the last match: by role, and the tokens that it covers, half-open.
    std::span<const Binding> bindings() const { return bindings_; }
    std::span<const std::uint32_t> members() const { return members_; }
    std::uint32_t first() const { return first_; }
    std::uint32_t last() const { return last_; }

    // Instructions run so far, of all programs: what matching costs, whatever the machine.
    std::uint64_t steps() const { return steps_; }

    // Whether failures are to be remembered, for explanations.
    void trace(bool on) { tracing_ = on; }
    // Where the last attempt that failed got farthest: the token, and the index of what it wanted.
    std::uint32_t failed_at() const { return failed_at_; }
    std::uint32_t wanted() const { return wanted_; }

  private:
    void start(TokenBounds bounds);
    template <bool kForward>
    bool run_program(const Program& program, std::uint32_t at);
    template <bool kForward>
    bool run(std::uint32_t pc, std::uint32_t at);
    template <bool kForward>
    bool take_token(const Instruction& instruction, std::uint32_t& pc, std::uint32_t& at) const;
    bool single(const Instruction& instruction, std::uint32_t token) const;
    bool passes(const TokenTest& test, std::uint32_t token) const {
        const Token& one = view_.token(token);
        if (test.passes(one.classes) || (one.word != 0 && test.names(one.word))) return true;
        if ((one.flags & kAside) != 0 && test.names(comma_)) return true;
        return test.asks_for_text() && passes_by_text(test, token);
    }
    bool passes_by_text(const TokenTest& test, std::uint32_t token) const;
    bool passes_next(const TokenTest& test, std::uint32_t at) const;
    template <bool kForward>
    bool phrase_at(std::uint32_t at) const {
        return kForward ? view_.phrase_starts(at) : view_.phrase_ends(at);
    }
    template <bool kForward>
    bool run_save(std::uint32_t pc, std::uint32_t at);
    template <bool kForward>
    bool run_class(std::uint32_t pc, std::uint32_t at);
    template <bool kForward>
    bool run_slot(std::uint32_t pc, std::uint32_t at);
    template <bool kForward>
    bool run_list(std::uint32_t pc, std::uint32_t at);
    template <bool kForward>
    bool reaches_over_clause(Fill fill) const;
    template <bool kForward>
    bool excluded(std::uint32_t pc, std::uint32_t at);
    bool at_sentence_start(std::uint32_t at) const;
    bool at_sentence_end(std::uint32_t at) const;
    // Marks the choice as tried; true if it had been tried before.
    bool tried(std::uint32_t branch, std::uint32_t at) {
        const std::size_t bit = std::size_t{at - view_.first()} * program_->branches + branch;
        const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
        std::uint64_t& word = tried_[bit / 64];
        if ((word & mask) != 0) return true;
        if (word == 0) touched_.push_back(static_cast<std::uint32_t>(bit / 64));
        word |= mask;
        if (looking_around_) marks_.push_back(bit);
        return false;
    }
    template <bool kForward>
    bool fail(std::uint32_t pc, std::uint32_t at);
    void bind_members(std::uint16_t role, std::size_t count);

    const RuleSet::Impl& rules_;
    const SentenceView& view_;
    WordId comma_;
    const Program* program_ = nullptr;
    TokenBounds bounds_;
    std::uint32_t end_ = 0;  // where the run accepted
    std::vector<Binding> bindings_;
    std::vector<std::uint32_t> members_;
    std::vector<std::uint64_t> tried_;    // bits; those of a token stand together
    std::vector<std::uint32_t> touched_;  // the words of tried_ that were set
    std::vector<std::size_t> marks_;      // the bits that were set while looking around
    std::uint32_t first_ = 0, last_ = 0;
    std::uint64_t steps_ = 0;
    bool looking_around_ = false;  // in a part that must not match
    bool tracing_ = false;
    bool has_failure_ = false;
    std::uint32_t failed_at_ = 0, wanted_ = 0;
};

}  // namespace relata::extract
