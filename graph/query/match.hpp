// Finds patterns in the graph.
#pragma once

#include <functional>

#include "graph/query/evaluate.hpp"

namespace relata::graph::query {

// Calls `found` for every way in which the pattern fits, with its variables set in `row`; slots
// that are set before stay as they are. `where`, which may be null, is tested as early as its
// variables are known. `found` returns false to stop. An edge is used once in a match. Returns
// false where it was stopped.
bool match_pattern(Evaluator& evaluator, const Pattern& pattern, const Expression* where, Row& row,
                   const std::function<bool(Row&)>& found);

}  // namespace relata::graph::query
