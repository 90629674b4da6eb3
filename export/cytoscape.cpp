// Cytoscape.js JSON: `elements` for cytoscape({elements: ...}), also read by Cytoscape desktop and
// networkx.cytoscape_graph.
#include <ostream>

#include "export/columns.hpp"
#include "export/formats.hpp"
#include "export/text.hpp"

namespace relata::exporting {

namespace {

using graph::KnowledgeGraph;

// `,"name":value` in JSON, or nothing for an empty value. The evidence column is JSON already.
void write_field(Writer& out, Writer& scratch, const std::string& name, ValueType type,
                 const Value& value) {
    if (is_empty(value)) return;
    out << ',' << json(name) << ':';
    const std::string_view text = as_text(value, scratch);
    if (type == ValueType::text && name != "evidence") {
        out << json(text);
    } else {
        out << text;
    }
}

}  // namespace

void write_cytoscape(const KnowledgeGraph& graph, const Options&, std::ostream& stream) {
    Writer out(stream), scratch, evidence;
    const auto node_table = node_columns();
    const auto edge_table = edge_columns(graph);
    out << "{\"format_version\":\"1.0\",\"directed\":true,\"multigraph\":true,\"data\":[],\n"
           "\"elements\":{\"nodes\":[";
    std::string_view separator = "\n";
    for (const graph::Node& node : graph.nodes()) {
        out << separator << "{\"data\":{\"id\":" << json(node.id)
            << ",\"value\":" << json(node.id);  // networkx takes the node from `value`
        for (const NodeColumn& column : node_table) {
            write_field(out, scratch, column.name, column.type, column.value(node));
        }
        out << "}}";
        separator = ",\n";
    }
    out << "\n],\n\"edges\":[";
    separator = "\n";
    for (const graph::Edge& edge : graph.edges()) {
        out << separator << "{\"data\":{\"id\":" << json(edge.id) << ",\"key\":" << json(edge.id)
            << ",\"source\":" << json(graph.node(edge.source).id)
            << ",\"target\":" << json(graph.node(edge.target).id);
        for (const EdgeColumn& column : edge_table) {
            write_field(out, scratch, column.name, column.type, column.value(edge, evidence));
        }
        out << "}}";
        separator = ",\n";
    }
    out << "\n]}}\n";
    out.finish();
}

}  // namespace relata::exporting
