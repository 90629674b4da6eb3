// Recognises who and what an article names: the stage between the tokens and the rules. It finds
// names and their types, joins the names of one entity, resolves "the company", "he" and "its", and
// says which organisation the article is about. All words it knows come from the language's lists
// (docs/rules.md, "Classes that the recognisers of names and values look at").
//
//   tokenize(...); split_sentences(...); find_phrases(analysis); find_values(analysis);
//   recognise_names(analysis);
//   analysis.entities[analysis.mentions[i].entity].name
//
// Thread safety: may run on different analyses at the same time.
#pragma once

#include <span>

#include "extract/analysis.hpp"
#include "extract/name/tie.hpp"

namespace relata::extract {

// Needs document, language, tokens, sentences and phrases; mentions may hold values. Fills mentions
// (sorted, values included), mentions_at, entities and topic. Mentions of form topic are the last:
// the article's, and one for each paragraph of a digest that has its own, at the token from which
// it holds.
void recognise_names(Analysis& analysis);
// The same for an article that was read before: `ties` are what was found, in text order, with the
// entities of that reading. The entities that have names are the same again.
void recognise_names(Analysis& analysis, std::span<const Tie> ties);

}  // namespace relata::extract
