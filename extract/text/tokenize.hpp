// Text to tokens with their word ids and classes: the first stage of the analysis.
#pragma once

#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/text/lexicon.hpp"

namespace relata::extract {

// Replaces the contents of `tokens`. `text` is valid UTF-8 of at most 4 GiB - 1. Sets all flags but
// kSentenceStart, which comes with the sentences (extract/text/sentences.hpp).
void tokenize(std::string_view text, const Lexicon& lexicon, std::vector<Token>& tokens);

}  // namespace relata::extract
