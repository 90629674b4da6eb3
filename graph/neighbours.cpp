#include "graph/neighbours.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace relata::graph {
namespace {

// The other ends of a node's edges with these edges.
std::map<NodeIndex, std::vector<EdgeIndex>> links(const KnowledgeGraph& graph, NodeIndex node) {
    std::map<NodeIndex, std::vector<EdgeIndex>> result;
    for (const EdgeIndex e : graph.out_edges(node)) result[graph.edge(e).target].push_back(e);
    for (const EdgeIndex e : graph.in_edges(node)) result[graph.edge(e).source].push_back(e);
    return result;
}

}  // namespace

std::vector<Neighbour> neighbours(const KnowledgeGraph& graph, NodeIndex node, std::uint32_t hops) {
    std::vector<Neighbour> result;
    std::vector<bool> reached(graph.nodes().size());
    reached[node] = true;
    std::vector<NodeIndex> frontier = {node};
    for (std::uint32_t hop = 1; hop <= hops && !frontier.empty(); ++hop) {
        std::map<NodeIndex, Neighbour> found;
        for (const NodeIndex near : frontier) {
            for (auto& [other, edges] : links(graph, near)) {
                if (reached[other]) continue;
                Neighbour& neighbour = found[other];
                if (neighbour.edges.size() >= edges.size()) continue;
                neighbour = {other, hop, near, std::move(edges)};
            }
        }
        frontier.clear();
        for (auto& [other, neighbour] : found) {
            std::stable_sort(neighbour.edges.begin(), neighbour.edges.end(),
                             [&](EdgeIndex a, EdgeIndex b) {
                                 return graph.edge(a).sources > graph.edge(b).sources;
                             });
            reached[other] = true;
            frontier.push_back(other);
            result.push_back(std::move(neighbour));
        }
    }
    std::stable_sort(result.begin(), result.end(), [&](const Neighbour& a, const Neighbour& b) {
        return std::tuple(a.hops, graph.edge(b.edges[0]).sources) <
               std::tuple(b.hops, graph.edge(a.edges[0]).sources);
    });
    return result;
}

}  // namespace relata::graph
