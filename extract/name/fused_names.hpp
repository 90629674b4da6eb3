// Names inside of German compounds that are written as one word: "Siemenschef", "Lufthansatochter",
// "Googlegründer", "Eurogruppenchef", and "Kommissionspräsident" for the only organisation that is
// called a Kommission. Before a name the compound is a mention of the organisation, if the article
// names that or the lists know it: a possessor, as it is not the firm that acts where "Siemenschef
// Jane Roe" does. In "Eurogruppen-Chef" the name alone is the mention.
#pragma once

#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// In languages with the map class fused_head ("*chef" -> "chef"). In text order. Adds organisations
// of the lists that the article names only so to `entities`.
std::vector<Mention> find_fused_names(const ArticleWords& words, std::vector<Entity>& entities);

}  // namespace relata::extract
