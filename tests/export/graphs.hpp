// The graphs that the export tests write: a small ordinary one and one with everything that breaks
// exporters.
#pragma once

#include "graph/knowledge_graph.hpp"

namespace relata::exporting {

graph::KnowledgeGraph small_graph();
graph::KnowledgeGraph hostile_graph();

}  // namespace relata::exporting
