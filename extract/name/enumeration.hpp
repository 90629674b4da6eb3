// Enumerations of names: "Acme, Blip and Castlegate".
#pragma once

#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// Points of context with which a noun before the first member speaks for all: "brands include".
inline constexpr int kKindOfSeries = 8;

// Members of an enumeration are mostly of one type: the clear ones add points to their neighbours.
// Candidates are in text order and have their own points already.
void weigh_enumerations(const ArticleWords& words, std::vector<Candidate>& candidates);

}  // namespace relata::extract
