// What is different between two graphs. Entities and relations are the same where their ids are.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

// A property that differs, as text ("confidence": "0.9" -> "0.97").
struct Change {
    std::string property, before, after;
    bool operator==(const Change&) const = default;
};

template <typename Index>
struct Changed {
    Index before = 0, after = 0;  // index in the first and in the second graph
    std::vector<Change> changes;
};

struct Diff {
    std::vector<NodeIndex> lost_nodes;   // of the first graph
    std::vector<NodeIndex> added_nodes;  // of the second graph
    std::vector<Changed<NodeIndex>> changed_nodes;
    std::vector<EdgeIndex> lost_edges, added_edges;
    std::vector<Changed<EdgeIndex>> changed_edges;
    bool empty() const;
};

// All lists are sorted by id.
Diff diff(const KnowledgeGraph& before, const KnowledgeGraph& after);

}  // namespace relata::graph
