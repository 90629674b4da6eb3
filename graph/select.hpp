// Selection: a smaller graph out of a graph, for every command that takes --focus, --hops, --top,
// --status, --type, --as-of or --min-confidence.
//
//   graph::Selection selection;
//   selection.statuses = {Status::asserted, Status::former};
//   selection.as_of = "2023-11-20";
//   KnowledgeGraph small = graph::select(graph::load(path), selection);
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

struct Selection {
    // Conditions on edges; an empty set or string admits all.
    std::set<Status> statuses;
    std::set<std::string> types;  // relation types
    std::string as_of;            // ISO date, perhaps partial: what held then, see holds_at()
    double min_confidence = 0;
    // Conditions on nodes, applied to what is left: those within `hops` edges of a focus, whatever
    // the direction; then the `top` ones with the most edges. Focus nodes always stay.
    std::vector<NodeIndex> focus;  // of the graph that is passed in
    std::uint32_t hops = 1;
    std::optional<std::size_t> top;
    std::set<EntityType> entity_types;  // edges between nodes of other types go
};

// Nodes that lose all their edges go, except a focus. Indices change; ids do not.
KnowledgeGraph select(KnowledgeGraph graph, const Selection& selection);

// Whether an edge holds at a date, as far as the articles say: its validity, where it is stated,
// includes the date; an edge without a stated beginning counts from the first article that has it
// (undated articles count from ever). Dates may be partial on both sides: "2019" begins on its
// first day and ends on its last. An asserted edge also ends where a `former` edge of the same ends
// says so; select() sees to that.
bool holds_at(const Edge& edge, std::string_view date);

}  // namespace relata::graph
