// What contradicts in a graph: statements that cannot all be true at a time. Both sides keep their
// evidence; whoever reads decides.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

struct ConflictSide {
    std::string claim;             // "Satya Nadella", "1000000000 USD", "denied"
    std::vector<EdgeIndex> edges;  // that make the claim
    std::vector<std::uint32_t>
        evidence;               // which evidence of edges.front(); empty: all of all edges
    std::uint32_t sources = 0;  // independent sources
    std::string first_seen, last_seen;
};

struct Conflict {
    enum class Kind : std::uint8_t {
        leaders,         // two sitting chief executives of one organisation
        buyers,          // two full buyers of one firm
        denial,          // asserted and denied
        amounts,         // one deal, differing amounts of one currency
        founding_dates,  // two founding years
        directions       // A bought B and B bought A
    } kind = Kind::leaders;
    NodeIndex subject = 0;            // the organisation, firm or deal's object in question
    std::vector<ConflictSide> sides;  // at least two, best supported first
};
std::string_view to_string(Conflict::Kind kind);

// A sentence for people: "Acme has 2 sitting chief executives: Jane Roe (3 sources), John Doe (1
// source)".
std::string describe(const Conflict& conflict, const KnowledgeGraph& graph);

// All conflicts, by kind and subject's id.
std::vector<Conflict> conflicts(const KnowledgeGraph& graph);

}  // namespace relata::graph
