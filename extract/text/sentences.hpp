// Tokens to sentences.
#pragma once

#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/text/lexicon.hpp"

namespace relata::extract {

// Replaces the contents of `sentences`, which cover all tokens, and sets kSentenceStart in
// `tokens`. A sentence ends at . ! ? with the quotation marks and brackets behind them, at a blank
// line, and at a line end that no wrapped line explains: the next line begins with a capital or a
// list mark, and the line is shorter than its neighbours or a heading. What is longer than 400
// tokens is cut, so that nothing costs more than in proportion to the text.
void split_sentences(std::string_view text, std::vector<Token>& tokens, const Lexicon& lexicon,
                     std::vector<Sentence>& sentences);

}  // namespace relata::extract
