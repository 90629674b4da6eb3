// Figures about a graph, for `relata stats`.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

struct Stats {
    std::size_t entities = 0, relations = 0, evidence = 0;
    std::size_t documents = 0;  // articles that give evidence
    std::size_t outlets = 0;    // different `source`, else hosts of URLs
    std::map<std::string, std::size_t> entities_by_type;
    std::map<std::string, std::size_t> relations_by_type;
    std::map<std::string, std::size_t> relations_by_status;
    std::map<std::pair<std::string, std::string>, std::size_t> relations_by_type_and_status;
    std::map<std::string, std::size_t> evidence_by_language;
    std::size_t components = 0, largest_component = 0;
    std::string first_seen, last_seen;  // dates of articles
};

Stats statistics(const KnowledgeGraph& graph);

}  // namespace relata::graph
