// Which language a text is written in.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/text/lexicon.hpp"

namespace relata::extract {

// How many of the first 2000 tokens are of a word class of the language that the lexicon belongs
// to; 0 for a class that it does not have. `lower_case`: capitalised words, which may be names, do
// not count.
std::size_t count_words(std::string_view text, const Lexicon& lexicon, std::string_view word_class,
                        bool lower_case = false);

}  // namespace relata::extract
