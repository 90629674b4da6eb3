// Names in headlines. Where nearly every word has a capital, a name of ordinary words ("Twelve
// Labs") does not show; the body of the article tells where it begins and ends.
#pragma once

#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// Adds to the names that were found, in text order, those of several words that the body has and
// that stand in a headline too; parts of them that were taken for names there fall.
void find_in_headlines(const ArticleWords& words, std::vector<Candidate>& found);

}  // namespace relata::extract
