// Which entities are central: degree, PageRank, betweenness; and which belong together.
// Denied relations count nowhere here; parallel edges between two nodes count once for PageRank,
// betweenness and communities. Results are the same on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

enum class Measure : std::uint8_t { degree, pagerank, betweenness };
std::string_view to_string(Measure measure);
std::optional<Measure> measure_from(std::string_view name);

// Scores by node index. Degree: number of edges in and out. PageRank: over both directions of an
// edge, sums to 1. Betweenness: undirected, as a share of all pairs, in [0, 1].
std::vector<double> scores(const KnowledgeGraph& graph, Measure measure);

struct Ranked {
    NodeIndex node = 0;
    double score = 0;
};
// Nodes by falling score, ties by id; literals (dates, amounts) are left out.
std::vector<Ranked> ranking(const KnowledgeGraph& graph, Measure measure);

// The connected component of each node, counted from 0 in order of falling size (ties: smaller node
// first). Edge directions do not matter.
std::vector<std::uint32_t> components(const KnowledgeGraph& graph);

// The community of each node, counted like components: groups with more edges inside than chance
// would give (Louvain's method on modularity).
std::vector<std::uint32_t> communities(const KnowledgeGraph& graph);

// Numbers groups, given by node, from 0 in order of falling size; ties: the one with the smaller
// node.
std::vector<std::uint32_t> numbered_by_size(const std::vector<std::uint32_t>& groups);

}  // namespace relata::graph
