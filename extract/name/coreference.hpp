// Resolves what refers to something named before: phrases such as "the company" or "das
// Unternehmen" (class `nominal`), pronouns and possessive pronouns.
//
// A phrase with an article straight before its noun ("the company") is a mention of both words, and
// the noun alone a second one inside of it; with words in between ("the San Diego company") the
// noun is the mention. Phrases in the plural ("the companies") are no mentions. Without a likely
// antecedent a mention keeps kNoEntity: a wrong one is worse than none.
#pragma once

#include <span>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/topic.hpp"

namespace relata::extract {

// `names` are the names of the article in text order, with their entities; Analysis::entities and
// Analysis::topic are filled. `topics` are the topics of paragraphs, in text order.
std::vector<Mention> resolve_references(const ArticleWords& words, std::span<const Mention> names,
                                        std::span<const LocalTopic> topics);

}  // namespace relata::extract
