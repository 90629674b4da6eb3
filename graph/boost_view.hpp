// A KnowledgeGraph as a Boost.Graph, for the algorithms of this folder; heavy, so only included by
// their source files.
#pragma once

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

using BoostGraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, NodeIndex, EdgeIndex>;

// Which nodes are linked: every link in both directions, parallel edges as one, denied relations
// left out. Links of a node are in ascending order.
inline BoostGraph undirected_view(const KnowledgeGraph& graph) {
    std::vector<std::pair<NodeIndex, NodeIndex>> links;
    links.reserve(graph.edges().size() * 2);
    for (const Edge& edge : graph.edges()) {
        if (edge.status == Status::denied || edge.source == edge.target) continue;
        links.emplace_back(edge.source, edge.target);
        links.emplace_back(edge.target, edge.source);
    }
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
    return BoostGraph(boost::edges_are_sorted, links.begin(), links.end(),
                      static_cast<NodeIndex>(graph.nodes().size()));
}

}  // namespace relata::graph
