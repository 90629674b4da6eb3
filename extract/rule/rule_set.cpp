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

}  // namespace relata::extract
