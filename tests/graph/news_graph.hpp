// A small graph of made-up news that the tests of queries and algorithms share.
#pragma once

#include "graph/knowledge_graph.hpp"

namespace relata::graph::testing {

std::vector<extract::Relation> news_records();
const KnowledgeGraph& news_graph();  // merged from them

// The index of the node with that id. Throws std::out_of_range where there is none.
NodeIndex node(const KnowledgeGraph& graph, const char* id);

}  // namespace relata::graph::testing
