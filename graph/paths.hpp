// Shortest connections between two entities, with the edges of every hop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

struct Path {
    std::vector<NodeIndex> nodes;  // from the first entity to the last
    std::vector<std::vector<EdgeIndex>>
        hops;  // edges between nodes[i] and nodes[i + 1], best first
};

struct PathOptions {
    bool directed = false;  // true: only along the edges
    bool denied = false;    // true: denied relations connect too
    std::uint32_t max_hops = 10;
    std::size_t limit = 10;  // how many paths of the shortest length
};

// All shortest paths, up to the limit, those with the most confident hops first; empty where there
// is none. `from` == `to` gives one path of one node.
std::vector<Path> shortest_paths(const KnowledgeGraph& graph, NodeIndex from, NodeIndex to,
                                 const PathOptions& options = {});

}  // namespace relata::graph
