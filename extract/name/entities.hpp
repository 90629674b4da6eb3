// Joins the names of an article that stand for one entity: equal names, surnames and first names of
// a person ("Altman"), short forms of an organisation ("Park National" for "Park National
// Corporation"), acronyms ("Federal Bureau of Investigation (FBI)"), products with and without
// their brand ("Apple iPod", "iPod"), countries and their adjectives.
//
// Names join only where the types that they may have agree. Where two people share a surname, a
// bare surname is the one named last.
#pragma once

#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// Sets Candidate::entity. The entities are in the order of their first mention; their mention lists
// are empty. Time grows with n log n in the number of candidates.
std::vector<Entity> join_entities(const ArticleWords& words, std::vector<Candidate>& candidates);

}  // namespace relata::extract
