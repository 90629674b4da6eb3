// What the words of a name itself say of its type: the lists that know it, its legal form, the head
// of an organisation's name, a given name, a model number. The words around it are weighed by
// name_typing.
#pragma once

#include <cstdint>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// Points that outweigh all other evidence: for a legal form, a title before the name.
inline constexpr int kCertain = 14;

// Adds to Candidate::shape. `sentence_begin` is the first token of the candidate's sentence.
void weigh_words(const ArticleWords& words, std::uint32_t sentence_begin, Candidate& candidate);

}  // namespace relata::extract
