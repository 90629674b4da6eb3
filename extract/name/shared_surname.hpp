// Gives given names the surname that a text says once for several: "Jonas und Philipp Kehl",
// "John and Patrick Collison", "Marc, Oliver und Alexander Samwer".
#pragma once

#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// Sets `surname` of the candidates that are mere given names of a series which a full name ends.
// A given name that the article has with another surname, or as a surname, keeps to itself.
// `candidates` are the names of the article in text order.
void share_surnames(const ArticleWords& words, std::vector<Candidate>& candidates);

}  // namespace relata::extract
