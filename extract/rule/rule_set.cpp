#include "extract/rule/rule_set.hpp"

#include <utility>

#include "extract/rule/rule_set_impl.hpp"
#include "extract/text/image.hpp"

namespace relata::extract {

RuleSet::RuleSet() : impl_(std::make_unique<Impl>()) {}
RuleSet::RuleSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

std::string RuleSet::image() const {
    ImageWriter writer;
    impl_->archive(writer);
    return std::move(writer).take();
}

RuleSet RuleSet::from_image(std::string_view image) {
    auto impl = std::make_unique<Impl>();
    ImageReader reader(image);
    impl->archive(reader);
    return RuleSet(std::move(impl));
}

std::span<const RuleInfo> RuleSet::rules() const { return impl_->infos; }

void WordTriggers::add(WordId word, std::uint32_t alternative) {
    if ((lists_.size() + 1) * 4 > slots_.size()) grow();
    std::size_t at = word * kSpread & mask_;
    while (slots_[at].word != word && slots_[at].word != 0) at = (at + 1) & mask_;
    if (slots_[at].word == 0) {
        slots_[at] = {word, static_cast<std::uint32_t>(lists_.size())};
        lists_.emplace_back();
    }
    std::vector<std::uint32_t>& list = lists_[slots_[at].list];
    if (list.empty() || list.back() != alternative) list.push_back(alternative);
}

void WordTriggers::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.word == 0) continue;
        std::size_t at = slot.word * kSpread & mask_;
        while (slots_[at].word != 0) at = (at + 1) & mask_;
        slots_[at] = slot;
    }
}

}  // namespace relata::extract
