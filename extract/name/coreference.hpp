// Resolves what refers to something named before: phrases such as "the company" or "das
// Unternehmen" (class `nominal`), pronouns and possessive pronouns.
//
// A phrase with an article straight before its noun ("the company") is a mention of both words, and
// the noun alone a second one inside of it; with words in between ("the San Diego company") the
// noun is the mention. A plural ("the companies", "they") gives a mention for each that it means
// (groups.hpp), all of the same words; a phrase in the plural that means nothing clear is none.
//
// A place in a phrase ("the Oslo company", "die Kölner", "die Amerikaner") must agree with what the
// article says of the firm's seat (seats.hpp).
//
// Relative pronouns ("Acme, a maker of robots that") are mentions where it is clear what they refer
// to. Without a likely antecedent a phrase or a plural keeps kNoEntity: a wrong one is worse than
// none. A pronoun in the singular gets an entity without a name, which it shares with the others
// of its gender, so that "he" and "his" are known to be one; and so do "I" and "my", "we" and
// "our", which never refer to a name.
#pragma once

#include <span>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/tie.hpp"
#include "extract/name/topic.hpp"

namespace relata::extract {

// `names` are the names of the article in text order, with their entities; Analysis::entities and
// Analysis::topic are filled. `topics` are the topics of paragraphs, in text order. `ties` are what
// is known to be said of the entities (role_nouns.hpp), in text order. `entities` are those of the
// Analysis; entities without names are added to them.
std::vector<Mention> resolve_references(const ArticleWords& words, std::span<const Mention> names,
                                        std::span<const LocalTopic> topics,
                                        std::span<const Tie> ties, std::vector<Entity>& entities);

}  // namespace relata::extract
