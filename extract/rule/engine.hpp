// Matching with a choice of rules, for the tools that look at single rules (examples, lint).
// match_rules (extract/rule/match.hpp) is this with everything chosen.
#pragma once

#include <optional>
#include <vector>

#include "extract/rule/match.hpp"

namespace relata::extract {

struct RuleChoice {
    std::optional<RuleIndex> only_rule;  // no other rule matches; modifiers do as they would
    // No modifier runs, or only this one.
    bool modifiers = true;
    std::optional<RuleIndex> only_modifier;
};

std::vector<Claim> match_chosen(const RuleSet& rules, const Catalogue& catalogue,
                                const Analysis& analysis, const RuleChoice& choice,
                                MatchListener* listener = nullptr);

}  // namespace relata::extract
