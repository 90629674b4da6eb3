// Settles what each entity of an article is. The name recogniser leaves every type that is
// plausible; the claims of the rules are the last evidence: an entity that was founded and has a
// chief executive is an organisation. Deterministic; linear in claims and entities.
#pragma once

#include <vector>

#include "extract/analysis.hpp"
#include "extract/catalogue.hpp"
#include "extract/rule/match.hpp"

namespace relata::extract {

// Leaves exactly one type in each Entity::types and drops the claims that contradict it.
void settle_types(Analysis& analysis, const RuleSet& rules, std::vector<Claim>& claims);

}  // namespace relata::extract
