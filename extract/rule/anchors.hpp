// Anchors: which alternatives the words of a sentence may begin. An anchor is a literal word or a
// word class. Its alternatives that have the same gate stand in one run, so that one look at the
// sentence turns all of them away, and what a word finds in a sentence holds for all its places.
//
//   for (const std::uint32_t anchor : anchors.of_classes(token.classes))
//       for (const AnchorRun& run : anchors.runs(anchor))
//           if (words.passes(run.gate)) for (... : anchors.alternatives(run)) ...
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "extract/rule/requirements.hpp"
#include "extract/rule/word_numbers.hpp"
#include "extract/text/lexicon.hpp"

namespace relata::extract {

struct AnchorRun {
    Gate gate;
    std::uint32_t begin = 0, end = 0;  // in Anchors::alternatives_
};

class Anchors {
  public:
    // While rules are compiled. Gives the number of the anchor.
    std::uint32_t add(std::vector<std::pair<Gate, std::uint32_t>> alternatives);
    void add_word(WordId word, std::uint32_t anchor) { by_word_.add(word, anchor); }
    // For the next set of classes, beginning with set 0.
    void add_class_set(std::span<const std::uint32_t> anchors);

    std::size_t size() const { return runs_of_.size(); }
    // kNone for most words.
    static constexpr std::uint32_t kNone = WordNumbers::kNone;
    std::uint32_t of_word(WordId word) const { return by_word_.find(word); }
    std::span<const std::uint32_t> of_classes(ClassSet classes) const {
        return of(by_classes_[classes], class_anchors_);
    }
    std::span<const AnchorRun> runs(std::uint32_t anchor) const {
        return of(runs_of_[anchor], runs_);
    }
    std::span<const std::uint32_t> alternatives(const AnchorRun& run) const {
        return of({run.begin, run.end}, alternatives_);
    }

    template <typename Archive>
    void archive(Archive& archive) {
        archive(by_word_, by_classes_, class_anchors_, runs_of_, runs_, alternatives_);
    }

  private:
    struct Range {
        std::uint32_t begin = 0, end = 0;
    };
    template <typename T>
    static std::span<const T> of(Range range, const std::vector<T>& all) {
        return {all.data() + range.begin, range.end - range.begin};
    }

    WordNumbers by_word_;            // to anchors
    std::vector<Range> by_classes_;  // by ClassSet, in class_anchors_
    std::vector<std::uint32_t> class_anchors_;
    std::vector<Range> runs_of_;  // by anchor, in runs_
    std::vector<AnchorRun> runs_;
    std::vector<std::uint32_t> alternatives_;
};

}  // namespace relata::extract
