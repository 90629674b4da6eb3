#include "graph/timeline.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace relata::graph {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"begin", "end", "reported"};

void add_events(const KnowledgeGraph& graph, EdgeIndex index, std::vector<Event>& events) {
    const Edge& edge = graph.edge(index);
    const Node& object = graph.node(edge.target);
    std::string begin = edge.valid_from;
    if (object.type == EntityType::date) begin = object.name;  // founded_on
    if (!begin.empty()) events.push_back({Event::Kind::begin, begin, index});
    if (!edge.valid_to.empty()) events.push_back({Event::Kind::end, edge.valid_to, index});
    if (begin.empty() && edge.valid_to.empty() && !edge.first_seen.empty()) {
        events.push_back({Event::Kind::reported, edge.first_seen, index});
    }
}

}  // namespace

std::string_view to_string(Event::Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::vector<Event> timeline(const KnowledgeGraph& graph, NodeIndex node) {
    std::vector<Event> events;
    for (const EdgeIndex e : graph.out_edges(node)) add_events(graph, e, events);
    for (const EdgeIndex e : graph.in_edges(node)) {
        if (graph.edge(e).source != node) add_events(graph, e, events);
    }
    std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
        return std::tie(a.date, a.edge, a.kind) < std::tie(b.date, b.edge, b.kind);
    });
    return events;
}

}  // namespace relata::graph
