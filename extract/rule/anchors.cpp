#include "extract/rule/anchors.hpp"

#include <algorithm>

namespace relata::extract {

std::uint32_t Anchors::add(std::vector<std::pair<Gate, std::uint32_t>> alternatives) {
    std::sort(alternatives.begin(), alternatives.end());
    const auto first = static_cast<std::uint32_t>(runs_.size());
    for (const auto& [gate, alternative] : alternatives) {
        const auto at = static_cast<std::uint32_t>(alternatives_.size());
        if (runs_.size() == first || runs_.back().gate != gate) runs_.push_back({gate, at, at});
        alternatives_.push_back(alternative);
        ++runs_.back().end;
    }
    runs_of_.push_back({first, static_cast<std::uint32_t>(runs_.size())});
    return static_cast<std::uint32_t>(runs_of_.size() - 1);
}

void Anchors::add_class_set(std::span<const std::uint32_t> anchors) {
    const auto begin = static_cast<std::uint32_t>(class_anchors_.size());
    class_anchors_.insert(class_anchors_.end(), anchors.begin(), anchors.end());
    by_classes_.push_back({begin, static_cast<std::uint32_t>(class_anchors_.size())});
}

}  // namespace relata::extract
