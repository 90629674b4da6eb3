// The dated events of an entity, in order of time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

struct Event {
    // What the date is: the relation began (or happened) then, ended then, or no date is stated and
    // this is the first article that reports it.
    enum class Kind : std::uint8_t { begin, end, reported } kind = Kind::reported;
    std::string date;  // ISO, perhaps partial
    EdgeIndex edge = 0;
    bool operator==(const Event&) const = default;
};
std::string_view to_string(Event::Kind kind);

// Events of all edges of a node; a relation with a stated beginning and end gives two. Sorted by
// date (a partial date comes before the days in it), then by edge. Edges without any date are left
// out.
std::vector<Event> timeline(const KnowledgeGraph& graph, NodeIndex node);

}  // namespace relata::graph
