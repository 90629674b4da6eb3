// The entities around an entity, nearest first.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

struct Neighbour {
    NodeIndex node = 0;
    std::uint32_t hops = 0;
    NodeIndex via = 0;  // the entity next to it on the way: of several, that of most edges
    std::vector<EdgeIndex> edges;  // between the two, those with more sources first
};

// All entities within `hops` relations, whatever their direction. Sorted by hops, then by the
// sources of their best edge, most first, then by id.
std::vector<Neighbour> neighbours(const KnowledgeGraph& graph, NodeIndex node,
                                  std::uint32_t hops = 1);

}  // namespace relata::graph
