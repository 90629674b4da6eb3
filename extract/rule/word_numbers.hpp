// From literal words to numbers: open addressing, WordId 0 marks a free slot. Small, since rules
// name few of the lexicon's words: most look-ups end at a free slot in the cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/text/lexicon.hpp"

namespace relata::extract {

class WordNumbers {
  public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    // A word that is not there yet.
    void add(WordId word, std::uint32_t number);
    // kNone for most words.
    std::uint32_t find(WordId word) const {
        for (std::size_t at = home(word);; at = (at + 1) & mask_) {
            if (slots_[at].word == word) return slots_[at].number;
            if (slots_[at].word == 0) return kNone;
        }
    }
    template <typename Archive>
    void archive(Archive& archive) {
        archive(slots_, mask_);
    }

  private:
    static constexpr std::uint32_t kSpread = 0x9e3779b1U;
    // Where the search for a word begins.
    std::size_t home(WordId word) const {
        const std::uint32_t spread = word * kSpread;
        return spread & mask_;
    }
    struct Slot {
        WordId word = 0;
        std::uint32_t number = kNone;
    };
    void place(const Slot& slot);

    std::vector<Slot> slots_ = std::vector<Slot>(16);
    std::size_t mask_ = 15;
    std::size_t words_ = 0;  // only while words are added
};

}  // namespace relata::extract
