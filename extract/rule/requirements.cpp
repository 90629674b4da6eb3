#include "extract/rule/requirements.hpp"

#include <algorithm>
#include <utility>

#include "extract/rule/sentence_view.hpp"

namespace relata::extract {

WordGroup Requirements::add_group(std::vector<std::uint64_t> class_sets,
                                  std::vector<WordId> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const auto next = static_cast<WordGroup>(groups_.size() + 1);
    return groups_.try_emplace({std::move(class_sets), std::move(words)}, next).first->second;
}

std::uint32_t Requirements::add(std::vector<Need> left, std::vector<Need> right) {
    for (std::vector<Need>* side : {&left, &right}) {
        std::sort(side->begin(), side->end());
        side->erase(std::unique(side->begin(), side->end()), side->end());
    }
    const auto next = static_cast<std::uint32_t>(rows_.size());
    const auto [known, added] = numbers_.try_emplace({left, right}, next);
    if (added) {
        rows_.push_back({static_cast<std::uint32_t>(needs_.size()),
                         static_cast<std::uint16_t>(left.size()),
                         static_cast<std::uint16_t>(right.size())});
        needs_.insert(needs_.end(), left.begin(), left.end());
        needs_.insert(needs_.end(), right.begin(), right.end());
    }
    return known->second;
}

void Requirements::index(std::size_t class_set_count) {
    stride_ = groups_.size() / 64 + 1;
    bits_.assign(class_set_count * stride_, 0);
    std::map<WordId, std::vector<WordGroup>> word_groups;
    for (const auto& [group, number] : groups_) {
        const std::uint64_t bit = std::uint64_t{1} << (number % 64);
        const auto& [class_sets, words] = group;
        for (std::size_t set = 0; set < class_set_count && set / 64 < class_sets.size(); ++set) {
            if ((class_sets[set / 64] >> (set % 64) & 1U) == 0) continue;
            bits_[set * stride_] |= kSome;
            bits_[set * stride_ + number / 64] |= bit;
        }
        for (const WordId word : words) word_groups[word].push_back(number);
    }
    for (const auto& [word, groups] : word_groups) {
        word_rows_.add(word, static_cast<std::uint32_t>(word_bits_.size() / stride_));
        word_bits_.resize(word_bits_.size() + stride_);
        std::uint64_t* row = &word_bits_[word_bits_.size() - stride_];
        for (const WordGroup group : groups) row[group / 64] |= std::uint64_t{1} << (group % 64);
    }
}

SentenceWords::SentenceWords(const Requirements& requirements, const SentenceView& view)
    : requirements_(requirements),
      view_(view),
      present_(requirements.stride()),
      extents_(requirements.stride() * 64),
      known_(requirements.size()) {}

void SentenceWords::next_sentence() { ++sentence_; }

void SentenceWords::add(const std::uint64_t* groups, std::uint32_t first, std::uint32_t last) {
    if (groups == nullptr) return;
    for (std::size_t i = 0; i < present_.size(); ++i) present_[i] |= groups[i];
    words_.push_back({groups, first, last});
}

void SentenceWords::find_groups() {
    found_for_ = sentence_;
    std::fill(present_.begin(), present_.end(), 0);
    words_.clear();
    for (std::uint32_t at = view_.first(); at < view_.last(); ++at) {
        const Token& token = view_.token(at);
        add(requirements_.groups_of(token.classes), at, at + 1);
        if (token.word != 0) add(requirements_.groups_of_word(token.word), at, at + 1);
    }
    for (const SentenceView::Phrase& phrase : view_.phrases())
        add(requirements_.groups_of(phrase.classes), phrase.first, phrase.last);
}

const SentenceWords::Extent& SentenceWords::extent(WordGroup group) {
    Extent& extent = extents_[group];
    if (extent.sentence == sentence_) return extent;
    extent = {sentence_, view_.last() + 1, 0};
    for (const Word& word : words_) {
        if ((word.groups[group / 64] >> (group % 64) & 1U) == 0) continue;
        extent.first_end = std::min(extent.first_end, word.last);
        extent.last_begin = std::max(extent.last_begin, word.first);
    }
    return extent;
}

// Mentions first: they are known, and words have to be looked for.
bool SentenceWords::met_somewhere(std::uint32_t requirement) {
    const MentionKinds kinds = view_.kinds();
    const std::span<const Need> needs = requirements_.needs(requirement);
    for (const Need& need : needs)
        if (need.words == 0 && (need.kinds & kinds) == 0) return false;
    if (found_for_ != sentence_) find_groups();
    for (const Need& need : needs)
        if (need.words != 0 && (need.kinds & kinds) == 0 && !has(need.words)) return false;
    return true;
}

bool SentenceWords::may_match(std::uint32_t requirement) {
    std::uint32_t& known = known_[requirement];
    if (known / 2 != sentence_) known = sentence_ * 2 + (met_somewhere(requirement) ? 1U : 0U);
    return known % 2 != 0;
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
