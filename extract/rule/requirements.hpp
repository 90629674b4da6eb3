// What must stand on each side of an anchor, or its pattern cannot match: mentions of some kind,
// words of some class. Most anchors occur in sentences that lack it, so this is asked before a
// pattern is run; it takes nanoseconds, whatever the length of the pattern.
//
//   Requirements requirements;
//   const auto number = requirements.add({needs on the left}, {needs on the right});
//   ...
//   SentenceWords words(requirements, view);
//   words.next_sentence();
//   if (words.may_match(number)) ...               somewhere in the sentence
//   if (words.may_match(number, first, last)) ...  on the right sides of an anchor
//
// A requirement is necessary and not sufficient: whoever is told "no" loses no match.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "extract/rule/program.hpp"
#include "extract/rule/word_lists.hpp"
#include "extract/text/lexicon.hpp"

namespace relata::extract {

class SentenceView;

// A set of words that patterns ask for, by the number that Requirements gives it; 0: none.
using WordGroup = std::uint32_t;

// One of these must be there: a mention of one of these kinds, or a word of the group.
struct Need {
    MentionKinds kinds = 0;
    WordGroup words = 0;
    friend auto operator<=>(const Need&, const Need&) = default;
};

class Requirements {
  public:
    // Equal groups, and equal pairs of lists, get the same number. `class_sets` has a bit for each
    // ClassSet whose tokens and phrases belong to the group.
    WordGroup add_group(std::vector<std::uint64_t> class_sets, std::vector<WordId> words);
    std::uint32_t add(std::vector<Need> left, std::vector<Need> right);
    // To be called when all is added: `class_set_count` is the lexicon's.
    void index(std::size_t class_set_count);

    std::size_t size() const { return rows_.size(); }
    std::span<const Need> left(std::uint32_t number) const {
        return std::span(needs_).subspan(rows_[number].begin, rows_[number].left);
    }
    std::span<const Need> right(std::uint32_t number) const {
        return std::span(needs_).subspan(rows_[number].begin + rows_[number].left,
                                         rows_[number].right);
    }

    // Of both sides.
    std::span<const Need> needs(std::uint32_t number) const {
        const Row& row = rows_[number];
        return std::span(needs_).subspan(row.begin, std::size_t{row.left} + row.right);
    }

    // The groups that a token or a phrase belongs to, as bits: those of its classes, and those that
    // name the word itself. nullptr where there are none, as for nearly all words.
    std::size_t stride() const { return stride_; }
    const std::uint64_t* groups_of(ClassSet classes) const {
        const std::uint64_t* row = &bits_[classes * stride_];
        return (row[0] & kSome) != 0 ? row : nullptr;
    }
    const std::uint64_t* groups_of_word(WordId word) const {
        const std::span<const std::uint32_t> row = word_rows_.find(word);
        return row.empty() ? nullptr : &word_bits_[row.front() * stride_];
    }

    template <typename Archive>
    void archive(Archive& archive) {
        archive(rows_, needs_, stride_, bits_, word_rows_, word_bits_);
    }

  private:
    struct Row {
        std::uint32_t begin = 0;  // in needs_
        std::uint16_t left = 0, right = 0;
    };
    std::vector<Row> rows_;
    std::vector<Need> needs_;
    std::size_t stride_ = 1;
    // There is no group 0: its bit says that there are others.
    static constexpr std::uint64_t kSome = 1;
    std::vector<std::uint64_t> bits_;  // by ClassSet
    WordLists word_rows_;              // to one number, the row in word_bits_
    std::vector<std::uint64_t> word_bits_;

    // Only while rules are compiled.
    using Group = std::pair<std::vector<std::uint64_t>, std::vector<WordId>>;
    std::map<Group, WordGroup> groups_;
    std::map<std::pair<std::vector<Need>, std::vector<Need>>, std::uint32_t> numbers_;
};

// Which groups of words a sentence has, and where. Moves from one sentence to the next; nothing is
// looked for before it is asked for.
class SentenceWords {
  public:
    SentenceWords(const Requirements& requirements, const SentenceView& view);
    // The view has moved to another sentence and has found its phrases.
    void next_sentence();

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
    bool met_somewhere(std::uint32_t requirement);
    void find_groups();
    void add(const std::uint64_t* groups, std::uint32_t first, std::uint32_t last);
    const Extent& extent(WordGroup group);
    bool has(WordGroup group) const { return (present_[group / 64] >> (group % 64) & 1U) != 0; }

    const Requirements& requirements_;
    const SentenceView& view_;
    std::uint32_t sentence_ = 0;          // counted
    std::uint32_t found_for_ = 0;         // the sentence whose groups are in present_
    std::vector<std::uint64_t> present_;  // bits, by WordGroup
    // The words that belong to some group: where they are, and their groups.
    struct Word {
        const std::uint64_t* groups;
        std::uint32_t first, last;
    };
    std::vector<Word> words_;
    std::vector<Extent> extents_;  // by WordGroup
    // By requirement: twice the sentence for which it was asked, and one more where it was met.
    std::vector<std::uint32_t> known_;
};

}  // namespace relata::extract
