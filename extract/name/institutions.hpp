// Posts that say of which institution they are without naming it: the "EU-Handelskommissarin" works
// for the EU-Kommission, if the article names that.
#pragma once

#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// Lets names that lead such a post (map class institution_post: "kommissar" -> the leading name and
// what the institution is called) refer to the institution, where an entity is called so.
void refer_to_institutions(const ArticleWords& words, std::span<const Entity> entities,
                           std::span<Mention> names);

// Such posts without that name, before a person, where posts are compounds: "Handelskommissarin
// Jane Roe" is a possessive mention of the institution, where an entity is called so. In text
// order.
std::vector<Mention> find_institution_posts(const ArticleWords& words,
                                            std::span<const Entity> entities);

}  // namespace relata::extract
