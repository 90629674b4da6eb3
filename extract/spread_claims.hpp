// Spreads relations over coreferent mentions: what a sentence states of an entity holds for all
// names and pronouns in this sentence that stand for the entity. "Acme (ACM), which Jane Roe
// founded, has its seat in Rome" states where Acme sits once, and for "ACM", "which" and "its" as
// well.
//
// Claims that are added are marked `coreferent`: the graph counts a sentence once and leaves them
// out, so only those ask for them who want every pair of spans. Pure; linear in claims and in the
// mentions of their sentences.
#pragma once

#include <vector>

#include "extract/analysis.hpp"
#include "extract/rule/match.hpp"

namespace relata::extract {

// Adds to each claim, straight behind it, those for the other pairs of mentions in the order of the
// text. Values stay as they are, and mentions that overlap are one. Expects one claim for a type
// and pair of entities a sentence, as match_rules gives them.
void spread_claims(const Analysis& analysis, std::vector<Claim>& claims);

}  // namespace relata::extract
