// The graph as node-link JSON, with all evidence: the format `json`, and the data of the HTML page.
#pragma once

#include "export/writer.hpp"
#include "graph/knowledge_graph.hpp"

namespace relata::exporting {

// Has no "<" outside of escapes, so that it may stand in a <script> of an HTML page.
void write_node_link(Writer& out, const graph::KnowledgeGraph& graph);

}  // namespace relata::exporting
