// The columns in which the table-like formats (GraphML, GEXF, CSV, Neo4j, Cypher, Kùzu, DOT,
// Cytoscape.js) hold a graph: one list for nodes and one for edges, so that a value has the same
// name in all of them. The ids, and an edge's source and target, are not columns: every format has
// its own place for them.
//
//   for (const EdgeColumn& column : edge_columns(graph)) {
//       const Value value = column.value(edge, scratch);
//       if (!is_empty(value)) out << column.name << '=' << ...;
//   }
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "export/writer.hpp"
#include "graph/knowledge_graph.hpp"

namespace relata::exporting {

enum class ValueType { text, list, integer, real, boolean };

// `list` points at the node's aliases. Views live as long as the graph and the scratch Writer.
using Value =
    std::variant<std::string_view, const std::vector<std::string>*, std::uint32_t, double, bool>;

bool is_empty(const Value& value);
// A value as one text: a list as a JSON array, a number in its shortest form, true or false. The
// view lives until `scratch` changes.
std::string_view as_text(const Value& value, Writer& scratch);

struct NodeColumn {
    std::string name;
    ValueType type;
    Value (*value)(const graph::Node&);
};

struct EdgeColumn {
    std::string name;
    ValueType type;
    Value (*get)(const graph::Edge&, Writer& scratch);
    std::string attribute;  // the key in Edge::attributes; "" for the fixed columns

    Value value(const graph::Edge& edge, Writer& scratch) const;
};

// name, type, aliases, first_seen, last_seen
std::vector<NodeColumn> node_columns();
// type, status, confidence, sources, symmetric, first_seen, last_seen, valid_from, valid_to, then
// every attribute that occurs in the graph, in order of its name, then quote and url (of the first
// evidence) and evidence (all of it, as a JSON array). An attribute whose name some reader takes
// for its own ("id", "label", "weight", ...) gets the prefix "attribute_"; what is no letter, digit
// or underscore becomes an underscore.
std::vector<EdgeColumn> edge_columns(const graph::KnowledgeGraph& graph);

// One evidence, all evidence of an edge, a list of texts, and a map of attributes, as JSON.
void write_evidence(Writer& out, const graph::Evidence& evidence);
void write_evidence_list(Writer& out, const std::vector<graph::Evidence>& evidence);
void write_json_list(Writer& out, const std::vector<std::string>& texts);
void write_json_map(Writer& out, const std::map<std::string, std::string>& map);

}  // namespace relata::exporting
