#include "extract/rule/sentence_words.hpp"

#include <algorithm>

namespace relata::extract {

SentenceWords::SentenceWords(const Requirements& requirements, const SentenceView& view)
    : requirements_(requirements),
      view_(view),
      comma_(view.lexicon().word(",")),
      present_(requirements.stride()),
      present_for_(requirements.row_count()),
      extents_(requirements.stride() * 64) {}

void SentenceWords::next_sentence() { ++sentence_; }

void SentenceWords::add(std::uint32_t row, std::uint32_t first, std::uint32_t last) {
    if (row == Requirements::kNoGroups) return;
    const GroupRow* const groups = requirements_.row(row);
    words_.push_back({groups, first, last});
    if (present_for_[row] == sentence_) return;
    present_for_[row] = sentence_;
    GroupRow* const present = present_.data();
    for (std::size_t i = 0, count = present_.size(); i < count; ++i) present[i] |= groups[i];
}

void SentenceWords::find_groups() {
    found_for_ = sentence_;
    std::fill(present_.begin(), present_.end(), 0);
    words_.clear();
    for (std::uint32_t at = view_.first(); at < view_.last(); ++at) {
        const Token& token = view_.token(at);
        add(requirements_.groups_of(token.classes), at, at + 1);
        if (token.word != 0) add(requirements_.groups_of_word(token.word), at, at + 1);
        if ((token.flags & kAside) != 0) add(requirements_.groups_of_word(comma_), at, at + 1);
    }
    for (const Phrase& phrase : view_.phrases())
        add(requirements_.groups_of(phrase.classes), phrase.first, phrase.last);
}

const SentenceWords::Extent& SentenceWords::extent(WordGroup group) {
    Extent& extent = extents_[group];
    if (extent.sentence == sentence_) return extent;
    need_groups();
    extent = {sentence_, view_.last() + 1, 0};
    for (const Word& word : words_) {
        if (!has_group(word.groups, group)) continue;
        extent.first_end = std::min(extent.first_end, word.last);
        extent.last_begin = std::max(extent.last_begin, word.first);
    }
    return extent;
}

// Mentions first: they are known, and words have to be looked for.
bool SentenceWords::may_match(std::uint32_t requirement) {
    const MentionKinds kinds = view_.kinds();
    const std::span<const Need> needs = requirements_.needs(requirement);
    for (const Need& need : needs)
        if (need.words == 0 && (need.kinds & kinds) == 0) return false;
    for (const Need& need : needs)
        if (need.words != 0 && (need.kinds & kinds) == 0 && !has(need.words)) return false;
    return true;
}

bool SentenceWords::may_match(std::uint32_t requirement, std::uint32_t first, std::uint32_t last) {
    const MentionKinds before = view_.kinds_before(first), after = view_.kinds_after(last);
    for (const Need& need : requirements_.left(requirement)) {
        if ((need.kinds & before) != 0) continue;
        if (need.words == 0 || extent(need.words).first_end > first) return false;
    }
    for (const Need& need : requirements_.right(requirement)) {
        if ((need.kinds & after) != 0) continue;
        if (need.words == 0 || extent(need.words).last_begin < last) return false;
    }
    return true;
}

}  // namespace relata::extract
