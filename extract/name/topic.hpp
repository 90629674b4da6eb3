// Picks the organisation that an article is about: named early and often.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// Index into `entities`, or kNoEntity where the article names no organisation. `mentions` are the
// names of the article in text order.
std::uint32_t find_topic(const ArticleWords& words, std::span<const Entity> entities,
                         std::span<const Mention> mentions);

// What the text is about from some token on. In a digest (digest.hpp) a story has its own topic. In
// other articles it is, from the second sentence of a paragraph on, the first organisation of the
// paragraph that describes nobody, stands in no aside, is governed by no preposition and no
// investor, rival or court, unless the paragraph goes on about the article's topic or names it more
// often.
struct LocalTopic {
    std::uint32_t token = 0;   // where it begins to hold
    std::uint32_t entity = 0;  // index into `entities`
    bool new_story = false;    // a digest's paragraph: nothing before it is referred to
    bool bought = false;       // what was just bought or funded, in a sentence about its origin
};
std::vector<LocalTopic> find_local_topics(const ArticleWords& words,
                                          std::span<const Entity> entities,
                                          std::span<const Mention> mentions);

}  // namespace relata::extract
