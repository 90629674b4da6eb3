#include "extract/rule/word_lists.hpp"

namespace relata::extract {

void WordLists::add(WordId word, std::uint32_t number) {
    if ((lists_.size() + 1) * 4 > slots_.size()) grow();
    std::size_t at = home(word);
    while (slots_[at].word != word && slots_[at].word != 0) at = (at + 1) & mask_;
    if (slots_[at].word == 0) {
        slots_[at] = {word, static_cast<std::uint32_t>(lists_.size())};
        lists_.emplace_back();
    }
    std::vector<std::uint32_t>& list = lists_[slots_[at].list];
    if (list.empty() || list.back() != number) list.push_back(number);
}

void WordLists::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.word == 0) continue;
        std::size_t at = home(slot.word);
        while (slots_[at].word != 0) at = (at + 1) & mask_;
        slots_[at] = slot;
    }
}

}  // namespace relata::extract
