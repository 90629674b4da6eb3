// In a language that capitalises nouns: which nouns and compounds are names after all, by where
// they stand. "das Start-up Gorillas", "Ostwerk GmbH", "Ostwerk-Gründerin", "Ostwerk übernimmt",
// "fusioniert mit Ostwerk": the words `promoted` in the counts of `words` are names in the whole
// article.
//
//   promote_nouns(words, shapes, candidates);   // candidates: tokens that may be part of a name
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/word_shape.hpp"

namespace relata::extract {

void promote_nouns(ArticleWords& words, std::span<const WordShape> shapes,
                   const std::vector<std::uint32_t>& candidates);

}  // namespace relata::extract
