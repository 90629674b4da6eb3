// Names inside of German compounds that are written as one word: "Siemenschef", "Lufthansatochter",
// "Googlegründer". Before a name the compound is a mention of the organisation, if the article
// names that: a possessor, as it is not the firm that acts where "Siemenschef Jane Roe" does.
#pragma once

#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// In languages with the map class fused_head ("*chef" -> "chef"). In text order.
std::vector<Mention> find_fused_names(const ArticleWords& words, std::span<const Entity> entities);

}  // namespace relata::extract
