// SentenceWords: asks a sentence what patterns require of it (extract/rule/requirements.hpp). Most
// anchors occur in sentences that lack something, so this is asked before a pattern is run; it
// takes nanoseconds, whatever the length of the pattern.
//
//   SentenceWords words(requirements, view);
//   words.next_sentence();
//   if (words.passes(requirements.gate(number))) ...  at least what is rarest
//   if (words.may_match(number)) ...                  all of it, somewhere in the sentence
//   if (words.may_match(number, first, last)) ...     on the right sides of an anchor
//
// Whoever is told "no" loses no match. One serves an article; not thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/rule/requirements.hpp"
#include "extract/rule/sentence_view.hpp"

namespace relata::extract {

// Which groups of words a sentence has, and where. Moves from one sentence to the next; nothing is
// looked for before it is asked for.
class SentenceWords {
  public:
    SentenceWords(const Requirements& requirements, const SentenceView& view);
    // The view has moved to another sentence.
    void next_sentence();

    bool passes(const Gate& gate) {
        return (gate.kinds == 0 || (gate.kinds & view_.kinds()) != 0) &&
               (gate.words == 0 || has(gate.words));
    }
    // Whether all needs are met somewhere in the sentence.
    bool may_match(std::uint32_t requirement);
    // Whether they are on the right sides of an anchor at tokens first to last, half-open. Only
    // after view.prepare(), and where they are met somewhere.
    bool may_match(std::uint32_t requirement, std::uint32_t first, std::uint32_t last);

  private:
    struct Extent {
        std::uint32_t sentence = 0;    // for which it was found
        std::uint32_t first_end = 0;   // the end of the word of the group that ends first
        std::uint32_t last_begin = 0;  // the beginning of the one that begins last
    };
    // Looks through the sentence the first time that anything is asked of its words.
    void need_groups() {
        if (found_for_ != sentence_) find_groups();
    }
    void find_groups();
    void add(std::uint32_t row, std::uint32_t first, std::uint32_t last);
    const Extent& extent(WordGroup group);
    bool has(WordGroup group) {
        need_groups();
        return (present_[group / 64] >> (group % 64) & 1U) != 0;
    }

    const Requirements& requirements_;
    const SentenceView& view_;
    WordId comma_;
    std::uint32_t sentence_ = 0;              // counted
    std::uint32_t found_for_ = 0;             // the sentence whose groups are in present_
    std::vector<GroupRow> present_;           // the groups of all words together
    std::vector<std::uint32_t> present_for_;  // by row: the sentence for which it is in present_
    // The words that belong to some group: where they are, and their groups.
    struct Word {
        const GroupRow* groups;
        std::uint32_t first, last;
    };
    std::vector<Word> words_;
    std::vector<Extent> extents_;  // by WordGroup
};

}  // namespace relata::extract
