// Tells when a text sets two names apart that look like one: "Acme Capital is a unit of Acme".
#pragma once

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// Whether the words between the names, `one` first, make one firm something of the other: they end
// in what firms have of each other (class `org_property`: "unit", "parent", "rival"), and hold no
// verb but "is". Far or overlapping names are not set apart.
bool sets_apart(const ArticleWords& words, const Candidate& one, const Candidate& other);

// Whether the longer name is another one for what follows its first `brief` words, where nouns have
// capitals: "Hypo-Ausschuss" is not the Hypo, and "Crysis 4" not Crysis.
bool is_made_of(const ArticleWords& words, const Candidate& full, std::size_t brief);

}  // namespace relata::extract
