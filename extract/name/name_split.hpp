// Where a run of words that may be one name holds two names side by side: "Kansas Bill Graves",
// "aus Ismaning Hannes Breitkopf", "Seit Mara Seidel Kyndavia führt". German puts subject and
// object side by side, English rarely.
#pragma once

#include <cstdint>

#include "extract/name/name_run.hpp"

namespace relata::extract {

// The token where the second name begins in the run of the tokens [first, last), or `last`.
std::uint32_t second_name(const ArticleWords& words, const NameRuns& runs, const Sentence& sentence,
                          std::uint32_t first, std::uint32_t last);

}  // namespace relata::extract
