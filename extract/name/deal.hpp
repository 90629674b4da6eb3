// Deals: after "Acme buys Blip" and "Acme steigt bei Blip ein" a text that tells who founded, backs
// or leads a firm mostly tells it of Blip.
#pragma once

#include <cstdint>
#include <span>

#include "extract/name/article.hpp"

namespace relata::extract {

// What is bought or gets money in a sentence, or kNoEntity. `names` are the names of the article in
// text order from the first of the sentence on; `spoken_of` is what the text is about before it,
// which "Acme wants to buy it" and "Acme will die Firma kaufen" mean.
std::uint32_t bought_in(const ArticleWords& words, std::span<const Entity> entities,
                        std::span<const Mention> names, const Sentence& sentence,
                        std::uint32_t spoken_of);

// Does the sentence tell of founders, backers, leaders, a seat?
bool tells_origin(const ArticleWords& words, const Sentence& sentence);

}  // namespace relata::extract
