// The stories of an article that tells several: a digest of deals, a newsletter.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// By paragraph, the organisation that a new story begins with, an index into `entities`, or
// kNoEntity where the story before goes on. "Acme: The start-up ..." begins one in any article. In
// a digest, where most paragraphs are about an organisation that no other paragraph names, each of
// these is a story. `mentions` are the names of the article in text order.
std::vector<std::uint32_t> find_stories(const ArticleWords& words, std::span<const Entity> entities,
                                        std::span<const Mention> mentions);

// Is the sentence the first of its line?
bool begins_line(const Analysis& analysis, const Sentence& sentence);
// Does the article begin with one sentence on a line of its own?
bool has_heading(const Analysis& analysis);

}  // namespace relata::extract
