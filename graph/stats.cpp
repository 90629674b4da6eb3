#include "graph/stats.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "graph/article.hpp"
#include "graph/centrality.hpp"

namespace relata::graph {
namespace {

void count_evidence(const KnowledgeGraph& graph, Stats& stats) {
    std::set<std::string_view> documents;
    std::set<std::string> outlets;
    for (const Edge& edge : graph.edges()) {
        stats.evidence += edge.evidence.size();
        for (const Evidence& e : edge.evidence) {
            ++stats.evidence_by_language[e.language];
            if (!documents.insert(e.document).second) continue;
            const std::string outlet = e.source.empty() ? url_host(e.url) : e.source;
            if (!outlet.empty()) outlets.insert(outlet);
        }
    }
    stats.documents = documents.size();
    stats.outlets = outlets.size();
}

void count_components(const KnowledgeGraph& graph, Stats& stats) {
    const std::vector<std::uint32_t> group = components(graph);
    if (group.empty()) return;
    stats.components = *std::max_element(group.begin(), group.end()) + std::size_t{1};
    stats.largest_component = static_cast<std::size_t>(std::count(group.begin(), group.end(), 0U));
}

}  // namespace

Stats statistics(const KnowledgeGraph& graph) {
    Stats stats;
    stats.entities = graph.nodes().size();
    stats.relations = graph.edges().size();
    for (const Node& node : graph.nodes()) {
        ++stats.entities_by_type[std::string(extract::to_string(node.type))];
    }
    for (const Edge& edge : graph.edges()) {
        const std::string status(extract::to_string(edge.status));
        ++stats.relations_by_type[edge.type];
        ++stats.relations_by_status[status];
        ++stats.relations_by_type_and_status[{edge.type, status}];
        if (!edge.first_seen.empty() &&
            (stats.first_seen.empty() || edge.first_seen < stats.first_seen)) {
            stats.first_seen = edge.first_seen;
        }
        stats.last_seen = std::max(stats.last_seen, edge.last_seen);
    }
    count_evidence(graph, stats);
    count_components(graph, stats);
    return stats;
}

}  // namespace relata::graph
