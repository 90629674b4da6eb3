// What must stand on each side of an anchor, or its pattern cannot match: mentions of some kind,
// words of some class. Made while rules are compiled; extract/rule/sentence_words.hpp asks a
// sentence for it.
//
//   Requirements requirements;
//   const auto number = requirements.add({needs on the left}, {needs on the right});
//
// A requirement is necessary and not sufficient.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "extract/rule/program.hpp"
#include "extract/rule/word_numbers.hpp"
#include "extract/text/lexicon.hpp"

namespace relata::extract {

// A set of words that patterns ask for, by the number that Requirements gives it; 0: none.
using WordGroup = std::uint32_t;

// A bit for each group.
using GroupRow = std::uint64_t;
inline bool has_group(const GroupRow* row, WordGroup group) {
    return (row[group / 64] >> (group % 64) & 1U) != 0;
}

// One of these must be there: a mention of one of these kinds, or a word of the group.
struct Need {
    MentionKinds kinds = 0;
    WordGroup words = 0;
    friend auto operator<=>(const Need&, const Need&) = default;
};

// The two needs of a requirement that are rarest, of mentions and of words; 0: there is none. It
// turns away most sentences, and many requirements have the same one.
struct Gate {
    MentionKinds kinds = 0;
    WordGroup words = 0;
    friend auto operator<=>(const Gate&, const Gate&) = default;
};

class Requirements {
  public:
    // Equal groups, and equal pairs of lists, get the same number. `class_sets` has a bit for each
    // ClassSet whose tokens and phrases belong to the group.
    WordGroup add_group(std::vector<std::uint64_t> class_sets, std::vector<WordId> words);
    std::uint32_t add(std::vector<Need> left, std::vector<Need> right);
    // To be called when all is added.
    void index(const Lexicon& lexicon);

    std::size_t size() const { return rows_.size(); }
    std::span<const Need> left(std::uint32_t number) const {
        return std::span(needs_).subspan(rows_[number].begin, rows_[number].left);
    }
    std::span<const Need> right(std::uint32_t number) const {
        return std::span(needs_).subspan(rows_[number].begin + rows_[number].left,
                                         rows_[number].right);
    }
    const Gate& gate(std::uint32_t number) const { return rows_[number].gate; }

    // Of both sides.
    std::span<const Need> needs(std::uint32_t number) const {
        const Row& row = rows_[number];
        return std::span(needs_).subspan(row.begin, std::size_t{row.left} + row.right);
    }

    // The number of the row with the groups that a token or a phrase belongs to: those of its
    // classes, and those that name the word itself. kNoGroups where there are none.
    static constexpr std::uint32_t kNoGroups = WordNumbers::kNone;
    std::uint32_t groups_of(ClassSet classes) const { return class_rows_[classes]; }
    std::uint32_t groups_of_word(WordId word) const { return word_rows_.find(word); }
    const GroupRow* row(std::uint32_t number) const { return &bits_[number * stride_]; }
    std::size_t row_count() const { return bits_.size() / stride_; }
    // The length of a row.
    std::size_t stride() const { return stride_; }

    template <typename Archive>
    void archive(Archive& archive) {
        archive(rows_, needs_, class_rows_, word_rows_, stride_, bits_);
    }

  private:
    struct Row {
        std::uint32_t begin = 0;  // in needs_
        std::uint16_t left = 0, right = 0;
        Gate gate;
    };
    void index_groups(std::size_t class_set_count);
    void choose_gates(const Lexicon& lexicon);

    std::vector<Row> rows_;
    std::vector<Need> needs_;
    std::vector<std::uint32_t> class_rows_;  // by ClassSet
    WordNumbers word_rows_;
    std::size_t stride_ = 1;
    std::vector<GroupRow> bits_;  // row after row, each once

    // Only while rules are compiled.
    using Group = std::pair<std::vector<std::uint64_t>, std::vector<WordId>>;
    std::map<Group, WordGroup> groups_;
    std::map<std::pair<std::vector<Need>, std::vector<Need>>, std::uint32_t> numbers_;
};

}  // namespace relata::extract
