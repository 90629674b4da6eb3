#include "extract/rule/word_numbers.hpp"

namespace relata::extract {

void WordNumbers::add(WordId word, std::uint32_t number) {
    if (++words_ * 4 > slots_.size()) {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        mask_ = slots_.size() - 1;
        for (const Slot& slot : old)
            if (slot.word != 0) place(slot);
    }
    place({word, number});
}

void WordNumbers::place(const Slot& slot) {
    std::size_t at = home(slot.word);
    while (slots_[at].word != 0) at = (at + 1) & mask_;
    slots_[at] = slot;
}

}  // namespace relata::extract
