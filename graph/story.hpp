// Stories: articles that are near-duplicates of each other (the same wire copy in forty outlets, an
// updated version of an article) are one story and count as one source, whoever printed them.
//
// Two articles are near-duplicates where their signatures (base/min_hash) estimate that 45 % of all
// runs of three words are in both. A story is all that hangs together by that. It is a function of
// the set of articles, not of their order.
//
// Candidates are found by locality-sensitive hashing: articles of which three places of the
// signature agree share a bucket, and in a bucket each is compared with a bounded number of
// neighbours. So the cost grows like sorting, also where all articles share half of their words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/article.hpp"

namespace relata::graph {

// The least resemblance of near-duplicates; docs/quality.md has what it was measured on.
inline constexpr double kSameStory = 0.45;

// For every article the index of the first one of its story. `standing` is what same_articles()
// gives for them: those are always one story.
std::vector<std::uint32_t> same_stories(std::span<const ArticleKeys> articles,
                                        std::span<const std::uint32_t> standing);

}  // namespace relata::graph
