// The properties of nodes and edges, as queries see them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/query/query.hpp"

namespace relata::graph::query {

// Null for a property that is not there or empty. An edge's attributes (amount, title, ...) are
// properties beside its own; those that are numbers are given as numbers.
Value property(const Node& node, std::string_view name);
Value property(const Edge& edge, std::string_view name);

// All properties that are not null.
Value::Map properties(const Node& node);
Value::Map properties(const Edge& edge);

// Names of properties, for completion.
std::vector<std::string> property_names();

}  // namespace relata::graph::query
