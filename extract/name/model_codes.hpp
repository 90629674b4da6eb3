// Models whose names begin with a number, which no other names do: "the 787 Dreamliner", "its
// 6230i", "the 777-200LR", "its 3-Series".
#pragma once

#include <cstdint>

#include "extract/name/article.hpp"

namespace relata::extract {

// Is the token with digits and letters a model, alone ("6230i", "7E7") or behind a number and a
// hyphen ("777-200LR")? Not "3G", "40GB", "1970s".
bool is_model_code(const ArticleWords& words, std::uint32_t token);

// Is the token a number that a thing is called by: "Porsche's 911 car", "its new 777 plane"? A
// thing of somebody's, in the singular, as several would be counted.
bool is_model_number(const ArticleWords& words, std::uint32_t token);

// The number that opens the name that goes on with `token`, a word of a name; `token` where none
// does.
std::uint32_t number_before_model(const ArticleWords& words, std::uint32_t token);

}  // namespace relata::extract
