// Phrases of the lexicon on the page.
#pragma once

#include "extract/analysis.hpp"

namespace relata::extract {

// Fills Analysis::phrases from its tokens and sentences. No phrase reaches over the end of a
// sentence.
void find_phrases(Analysis& analysis);

}  // namespace relata::extract
