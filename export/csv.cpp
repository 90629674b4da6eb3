// CSV (RFC 4180, UTF-8, a header line). `csv` is a folder of nodes.csv, edges.csv and evidence.csv;
// `edgelist` one table with a relation a line, the names and types of both entities beside it.
#include <ostream>

#include "export/csv_table.hpp"
#include "export/formats.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::Evidence;
using graph::KnowledgeGraph;
using graph::Node;

template <typename Columns>
void write_header(Writer& out, std::string_view first, const Columns& columns) {
    out << first;
    for (const auto& column : columns) out << ',' << csv(column.name);
    out << '\n';
}

void write_nodes(Writer& out, const KnowledgeGraph& graph) {
    Writer scratch;
    const auto columns = node_columns();
    write_header(out, "id", columns);
    for (const Node& node : graph.nodes()) {
        out << csv(node.id);
        for (const NodeColumn& column : columns) {
            out << ',';
            write_csv_field(out, scratch, column.value(node), ListForm::json);
        }
        out << '\n';
    }
    out.finish();
}

void write_edge_columns(Writer& out, const std::vector<EdgeColumn>& columns, const Edge& edge,
                        Writer& evidence, Writer& scratch) {
    for (const EdgeColumn& column : columns) {
        out << ',';
        write_csv_field(out, scratch, column.value(edge, evidence), ListForm::json);
    }
    out << '\n';
}

void write_edges(Writer& out, const KnowledgeGraph& graph) {
    Writer evidence, scratch;
    auto columns = edge_columns(graph);
    columns.pop_back();  // evidence has a file of its own
    write_header(out, "id,source,target", columns);
    for (const Edge& edge : graph.edges()) {
        out << csv(edge.id) << ',' << csv(graph.node(edge.source).id) << ','
            << csv(graph.node(edge.target).id);
        write_edge_columns(out, columns, edge, evidence, scratch);
    }
    out.finish();
}

void write_evidence_table(Writer& out, const KnowledgeGraph& graph) {
    Writer attributes;
    out << "edge,document,url,source,date,title,author,quote,start,end,subject_text,object_text,"
           "status,rule,language,confidence,attributes\n";
    for (const Edge& edge : graph.edges()) {
        for (const Evidence& e : edge.evidence) {
            out << csv(edge.id);
            for (const std::string* text :
                 {&e.document, &e.url, &e.source, &e.date, &e.title, &e.author, &e.quote}) {
                out << ',' << csv(*text);
            }
            out << ',' << e.start << ',' << e.end << ',' << csv(e.subject_text) << ','
                << csv(e.object_text) << ',' << csv(to_string(e.status)) << ',' << csv(e.rule)
                << ',' << csv(e.language) << ',' << e.confidence << ',';
            if (!e.attributes.empty()) {
                attributes.clear();
                write_json_map(attributes, e.attributes);
                out << csv(attributes.view());
            }
            out << '\n';
        }
    }
    out.finish();
}

}  // namespace

void write_csv(const KnowledgeGraph& graph, const Options&, const std::filesystem::path& folder) {
    FileWriter nodes(folder / "nodes.csv"), edges(folder / "edges.csv"),
        evidence(folder / "evidence.csv");
    write_nodes(nodes.writer(), graph);
    write_edges(edges.writer(), graph);
    write_evidence_table(evidence.writer(), graph);
    nodes.finish();
    edges.finish();
    evidence.finish();
}

void write_edgelist(const KnowledgeGraph& graph, const Options&, std::ostream& stream) {
    Writer out(stream), evidence, scratch;
    const auto columns = edge_columns(graph);
    write_header(out, "source,target,source_name,source_type,target_name,target_type,id", columns);
    for (const Edge& edge : graph.edges()) {
        const Node& source = graph.node(edge.source);
        const Node& target = graph.node(edge.target);
        out << csv(source.id) << ',' << csv(target.id) << ',' << csv(source.name) << ','
            << csv(to_string(source.type)) << ',' << csv(target.name) << ','
            << csv(to_string(target.type)) << ',' << csv(edge.id);
        write_edge_columns(out, columns, edge, evidence, scratch);
    }
    out.finish();
}

}  // namespace relata::exporting
