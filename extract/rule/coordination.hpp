// Mentions at a place in a sentence, alone or coordinated ("A, its partner B und C").
#pragma once

#include <array>
#include <cstdint>

#include "extract/name/quotes.hpp"
#include "extract/rule/rule_set_impl.hpp"
#include "extract/rule/sentence_view.hpp"
#include "extract/rule/slot.hpp"

namespace relata::extract {

// Tokens that a match may use, half-open.
struct TokenBounds {
    std::uint32_t low = 0, high = 0;
};

// A mention that fills a slot, and where the match goes on: behind it or, on the way to the left,
// before it, quotation marks and the 's of a genitive included.
struct Fill {
    std::uint32_t mention = 0;
    std::uint32_t edge = 0;
};

// Calls `use(Fill)` for each mention that fills the slot from token boundary `at` on (forward) or
// up to it (backward), longest first, until it gives true; gives what the last call gave.
template <bool kForward, typename Use>
bool for_each_fill(const SentenceView& view, TokenBounds bounds, const SlotType& slot,
                   std::uint32_t at, Use use);

// A coordination, read from one end.
struct Coordination {
    static constexpr std::size_t kMost = 16;
    std::array<Fill, kMost> members;   // in the order in which they were read
    std::array<bool, kMost> complete;  // whether it may end with this member
    std::size_t count = 0;
};

// Reads the coordination that begins at token boundary `at` (forward) or ends there (backward) into
// `out`; its `count` is 0 where no mention there fills the slot.
template <bool kForward>
void read_coordination(const SentenceView& view, const CoordinationClasses& classes,
                       TokenBounds bounds, const SlotType& slot, std::uint32_t at,
                       Coordination& out);

// Whether the token is a genitive's 's or apostrophe.
bool is_genitive_mark(const SentenceView& view, std::uint32_t at);

template <bool kForward, typename Use>
bool for_each_fill(const SentenceView& view, TokenBounds bounds, const SlotType& slot,
                   std::uint32_t at, Use use) {
    if (slot.topic) {
        const std::uint32_t topic = view.topic(slot.types);
        return topic != SentenceView::kNoMention && fits(slot, view.mention(topic), false) &&
               use(Fill{topic, at});
    }
    const auto is_quote = [&](std::uint32_t token) {
        return token >= bounds.low && token < bounds.high &&
               is_quotation_mark(view.analysis(), view.token(token));
    };
    // With `mark`, a genitive's 's stands behind the mention.
    const auto attempt = [&](std::uint32_t index, bool in_quotes, bool mark, std::uint32_t edge) {
        const Mention& mention = view.mention(index);
        if (mention.first < bounds.low || mention.last > bounds.high) return false;
        if (!fits(slot, mention, in_quotes)) return false;
        if (slot.genitive && !mark && !mention.genitive && mention.form != MentionForm::possessive)
            return false;
        return use(Fill{index, edge});
    };
    if constexpr (kForward) {
        if (at >= bounds.high) return false;
        const bool quoted = is_quote(at);
        const std::uint32_t start = quoted ? at + 1 : at;
        if (start >= bounds.high) return false;
        const auto [begin, end] = view.starting_at(start);
        for (std::uint32_t i = begin; i < end; ++i) {
            const std::uint32_t last = view.mention(i).last;
            if (quoted) {
                if (is_quote(last) && attempt(i, true, false, last + 1)) return true;
                continue;
            }
            const bool mark = slot.genitive && last < bounds.high && is_genitive_mark(view, last);
            if (attempt(i, false, mark, mark ? last + 1 : last)) return true;
        }
    } else {
        if (at <= bounds.low) return false;
        const bool mark = slot.genitive && is_genitive_mark(view, at - 1);
        if (!mark && is_quote(at - 1)) {
            for (const std::uint32_t i : view.ending_at(at - 1)) {
                const std::uint32_t first = view.mention(i).first;
                if (first > bounds.low && is_quote(first - 1) && attempt(i, true, false, first - 1))
                    return true;
            }
            return false;
        }
        for (const std::uint32_t i : view.ending_at(mark ? at - 1 : at)) {
            if (attempt(i, false, mark, view.mention(i).first)) return true;
        }
    }
    return false;
}

}  // namespace relata::extract
