// Finds what has a value in a text: money, dates, percentages and funding rounds.
#pragma once

#include "extract/analysis.hpp"

namespace relata::extract {

// Appends a mention (form `value`) and its value to the analysis for each that is found, in text
// order; they do not overlap. Needs tokens, sentences and document; values are normalised as
// analysis.hpp says. What is said relative to the day of publication ("last year") is found where
// the document has a date.
void find_values(Analysis& analysis, const Lexicon& lexicon);
// With the lexicon of the analysis's language.
void find_values(Analysis& analysis);

}  // namespace relata::extract
