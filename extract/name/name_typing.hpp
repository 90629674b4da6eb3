// Weighs what a name may be: person, organisation, product, project or place. Evidence counts in
// points: the lists that know the name, the words inside of it ("Acme Corp", "J. K. Smith"), and
// the words around it ("Mr X", "X's chief executive", "the browser X", "X, a startup", "in X").
//
// A name alone rarely says enough; entities (extract/name/entities.hpp) add up the points of all
// mentions of an entity and `plausible_types` says what remains.
#pragma once

#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// Fills the points of every candidate. Candidates are in text order.
void weigh_types(const ArticleWords& words, std::vector<Candidate>& candidates);

// Does a noun beside the name say that it is a firm's: "die Firma Roth", "Roth-Gruppe"?
bool stands_beside_kind(const ArticleWords& words, const Candidate& candidate);

// Two words of which the first is no acronym and no genitive, and the second ends no firm's name.
bool looks_like_full_name(const ArticleWords& words, const Candidate& candidate);

// The types that the points leave: one where the evidence is clear, several where it is weak.
// Never empty.
TypeSet plausible_types(const TypePoints& points);

// The type with the most points; of equals the organisation, as it takes part in most relations.
EntityType likeliest_type(const TypePoints& points);

}  // namespace relata::extract
