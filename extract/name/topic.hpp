// Picks the organisation that an article is about: named early and often.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/analysis.hpp"

namespace relata::extract {

// Index into `entities`, or kNoEntity where the article names no organisation. `mentions` are the
// names of the article in text order.
std::uint32_t find_topic(const Analysis& analysis, std::span<const Entity> entities,
                         std::span<const Mention> mentions);

// In a digest every paragraph has its own topic, named at the start of a line: "Acme: The start-up
// ...".
struct LocalTopic {
    std::uint32_t token = 0;   // where it begins to hold
    std::uint32_t entity = 0;  // index into `entities`
};
std::vector<LocalTopic> find_local_topics(const Analysis& analysis,
                                          std::span<const Entity> entities,
                                          std::span<const Mention> mentions);

}  // namespace relata::extract
