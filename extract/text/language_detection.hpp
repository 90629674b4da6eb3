// Which language a text is written in.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/text/lexicon.hpp"

namespace relata::extract {

// How many of the first 2000 tokens are stop words of the language that the lexicon belongs to.
std::size_t count_stopwords(std::string_view text, const Lexicon& lexicon);

}  // namespace relata::extract
