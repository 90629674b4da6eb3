// From claims, which speak of tokens and mentions, to records, which speak of the article's text.
#pragma once

#include <vector>

#include "extract/analysis.hpp"
#include "extract/catalogue.hpp"
#include "extract/extractor.hpp"
#include "extract/rule/match.hpp"

namespace relata::extract {

// Settled types are expected (settle_types.hpp). Same order as the claims.
std::vector<Relation> build_relations(const Analysis& analysis, const RuleSet& rules,
                                      const Catalogue& catalogue, const std::vector<Claim>& claims);

// All mentions with words, in the order of the text.
std::vector<MentionRecord> build_mentions(const Analysis& analysis);

}  // namespace relata::extract
