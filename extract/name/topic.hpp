// Picks the organisation that an article is about: named early and often.
#pragma once

#include <cstdint>
#include <span>

#include "extract/analysis.hpp"

namespace relata::extract {

// Index into `entities`, or kNoEntity where the article names no organisation. `mentions` are the
// names of the article in text order.
std::uint32_t find_topic(const Analysis& analysis, std::span<const Entity> entities,
                         std::span<const Mention> mentions);

}  // namespace relata::extract
