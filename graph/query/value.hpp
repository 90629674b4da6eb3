// Comparing values as openCypher does: with null in between, and in one order for ORDER BY.
#pragma once

#include <optional>

#include "graph/query/query.hpp"

namespace relata::graph::query {

// Whether two values are equal; nullopt where one of them is (or holds) null.
std::optional<bool> equals(const Value& a, const Value& b);

// Whether a < b; nullopt where they do not compare (null, a string and a number).
std::optional<bool> less(const Value& a, const Value& b);

// The order of ORDER BY, min and max over all values: maps, nodes, edges, lists, paths, strings,
// booleans, numbers, null. Negative, 0, positive. Also tells equal rows for DISTINCT (1 = 1.0).
int order(const Value& a, const Value& b, const KnowledgeGraph& graph);

}  // namespace relata::graph::query
