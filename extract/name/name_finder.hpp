// Finds the names of an article: which tokens belong to one name, and where it ends.
//
// A name is a run of capitalised words with the small words between them that belong to names
// ("Bank of America", "Johnson & Johnson", "Leonardo da Vinci"), its legal form ("Acme, Inc."),
// numbers ("Windows 10") and hyphens ("Hewlett-Packard"). What only describes a name is no part of
// it: titles ("Mr"), posts ("Chief Executive Steve Jobs" is "Steve Jobs", "AWS CEO Matt Garman" is
// two names), the noun in "OpenAI-CEO" or "US-Konzern". Runs stay inside a sentence. Types are not
// decided here.
#pragma once

#include <span>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// In text order; a nested candidate follows the one that it is inside of.
std::vector<Candidate> find_names(ArticleWords& words);

}  // namespace relata::extract
