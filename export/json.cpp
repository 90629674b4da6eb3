// JSON, node-link: what networkx.node_link_graph(data, edges="edges") reads, and what the page
// embeds.
#include <ostream>

#include "export/columns.hpp"
#include "export/formats.hpp"
#include "export/node_link.hpp"
#include "export/text.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::KnowledgeGraph;
using graph::Node;

// `,"name":"text"`, or nothing for an empty text.
void write_field(Writer& out, std::string_view name, std::string_view text) {
    if (!text.empty()) out << ",\"" << name << "\":" << json(text);
}

void write_node(Writer& out, const Node& node) {
    out << "{\"id\":" << json(node.id) << ",\"name\":" << json(node.name)
        << ",\"type\":" << json(to_string(node.type)) << ",\"aliases\":";
    write_json_list(out, node.aliases);
    write_field(out, "first_seen", node.first_seen);
    write_field(out, "last_seen", node.last_seen);
    out << '}';
}

void write_edge(Writer& out, const KnowledgeGraph& graph, const Edge& edge) {
    out << "{\"source\":" << json(graph.node(edge.source).id)
        << ",\"target\":" << json(graph.node(edge.target).id) << ",\"key\":" << json(edge.id)
        << ",\"type\":" << json(edge.type) << ",\"status\":" << json(to_string(edge.status))
        << ",\"confidence\":" << edge.confidence << ",\"sources\":" << edge.sources
        << ",\"symmetric\":" << (edge.symmetric ? "true" : "false");
    write_field(out, "first_seen", edge.first_seen);
    write_field(out, "last_seen", edge.last_seen);
    write_field(out, "valid_from", edge.valid_from);
    write_field(out, "valid_to", edge.valid_to);
    out << ",\"attributes\":";
    write_json_map(out, edge.attributes);
    out << ",\"evidence\":";
    write_evidence_list(out, edge.evidence);
    out << '}';
}

}  // namespace

void write_node_link(Writer& out, const KnowledgeGraph& graph) {
    out << "{\"directed\":true,\"multigraph\":true,\"graph\":{\"format\":\"relata\",\"version\":1},"
           "\n"
           "\"nodes\":[";
    std::string_view separator = "\n";
    for (const Node& node : graph.nodes()) {
        out << separator;
        write_node(out, node);
        separator = ",\n";
    }
    out << "\n],\n\"edges\":[";
    separator = "\n";
    for (const Edge& edge : graph.edges()) {
        out << separator;
        write_edge(out, graph, edge);
        separator = ",\n";
    }
    out << "\n]}\n";
}

void write_json(const KnowledgeGraph& graph, const Options&, std::ostream& stream) {
    Writer out(stream);
    write_node_link(out, graph);
    out.finish();
}

}  // namespace relata::exporting
