// Finds the names of the lists (known_org, known_product, known_person, known_project, place,
// country) in an article. Lists are matched case-folded, so a name counts only where it is written
// like one: with a capital at the start of its first word, or inside of a word ("iPhone"), or with
// a digit. A single known word that is also an ordinary word ("Apple", "Orange") does not count at
// the start of a sentence unless the article has it inside of a sentence too.
#pragma once

#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// Names by first token, longest first; hits inside longer ones are left out.
std::vector<PhraseHit> gazetteer_hits(const ArticleWords& words);

}  // namespace relata::extract
