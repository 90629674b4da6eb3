// Which product a sentence leaves out that speaks of its maker alone: "Polaris is out now.
// Developer Acme says", "Entwickelt wurde es von Acme".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// From `token`, the start of a sentence, to that of the next: the only product that the three
// sentences before it name, or kNoEntity. A sentence that names a product itself leaves none out.
struct ThingTopic {
    std::uint32_t token = 0;
    std::uint32_t entity = 0;  // index into `entities`
};
// `names` are the names of the article in text order. In text order; nothing where the article
// names no product.
std::vector<ThingTopic> find_thing_topics(const ArticleWords& words,
                                          std::span<const Entity> entities,
                                          std::span<const Mention> names);

}  // namespace relata::extract
