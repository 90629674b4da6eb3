// A folder for `neo4j-admin database import full`: headers and data apart, as the tool asks for
// large files, one group of ids, labels and types as columns, and import.sh, which runs the tool
// with the options that the files need.
#include "export/csv_table.hpp"
#include "export/formats.hpp"
#include "export/neo4j_id.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::KnowledgeGraph;
using graph::Node;

constexpr std::string_view kImportScript = R"sh(#!/bin/sh
# Imports this folder into a new Neo4j 5 database; the server must not be running.
#   ./import.sh [DATABASE] [OPTIONS of neo4j-admin database import full]
# Afterwards start the server and run: cypher-shell -f constraints.cypher
set -eu
cd "$(dirname "$0")"
database=neo4j
if [ $# -gt 0 ]; then
    database=$1
    shift
fi
exec "${NEO4J_HOME:+$NEO4J_HOME/bin/}neo4j-admin" database import full \
    --id-type=string --array-delimiter=U+001F --multiline-fields=true \
    --nodes=nodes_header.csv,nodes.csv \
    --relationships=relationships_header.csv,relationships.csv \
    "$@" "$database"
)sh";

constexpr std::string_view kConstraints =
    "CREATE CONSTRAINT relata_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";

std::string_view neo4j_type(ValueType type) {
    switch (type) {
        case ValueType::integer:
            return ":int";
        case ValueType::real:
            return ":double";
        case ValueType::boolean:
            return ":boolean";
        case ValueType::list:
            return ":string[]";
        case ValueType::text:
            break;
    }
    return ":string";
}

template <typename Columns>
void write_header(const std::filesystem::path& path, std::string_view first,
                  const Columns& columns) {
    FileWriter file(path);
    file.writer() << first;
    for (const auto& column : columns) {
        file.writer() << ',' << column.name << neo4j_type(column.type);
    }
    file.writer() << '\n';
    file.finish();
}

void write_text(const std::filesystem::path& path, std::string_view text) {
    FileWriter file(path);
    file.writer() << text;
    file.finish();
}

void write_nodes(const KnowledgeGraph& graph, const std::filesystem::path& folder) {
    const auto columns = node_columns();
    write_header(folder / "nodes_header.csv", "id:ID,:LABEL", columns);
    FileWriter file(folder / "nodes.csv");
    Writer& out = file.writer();
    Writer scratch;
    std::string id;
    for (const Node& node : graph.nodes()) {
        out << csv(neo4j_id(node.id, id)) << ",Entity" << kUnitSeparator << to_string(node.type);
        for (const NodeColumn& column : columns) {
            out << ',';
            write_csv_field(out, scratch, column.value(node), ListForm::separated);
        }
        out << '\n';
    }
    file.finish();
}

void write_relationships(const KnowledgeGraph& graph, const std::filesystem::path& folder) {
    const auto columns = edge_columns(graph);
    write_header(folder / "relationships_header.csv", ":START_ID,:END_ID,:TYPE,id:string", columns);
    FileWriter file(folder / "relationships.csv");
    Writer& out = file.writer();
    Writer scratch, evidence;
    std::string source, target;
    for (const Edge& edge : graph.edges()) {
        out << csv(neo4j_id(graph.node(edge.source).id, source)) << ','
            << csv(neo4j_id(graph.node(edge.target).id, target)) << ',' << csv(edge.type) << ','
            << csv(edge.id);
        for (const EdgeColumn& column : columns) {
            out << ',';
            write_csv_field(out, scratch, column.value(edge, evidence), ListForm::separated);
        }
        out << '\n';
    }
    file.finish();
}

}  // namespace

void write_neo4j(const KnowledgeGraph& graph, const Options&, const std::filesystem::path& folder) {
    using std::filesystem::perms;
    write_nodes(graph, folder);
    write_relationships(graph, folder);
    write_text(folder / "constraints.cypher", kConstraints);
    write_text(folder / "import.sh", kImportScript);
    std::filesystem::permissions(folder / "import.sh",
                                 perms::owner_exec | perms::group_exec | perms::others_exec,
                                 std::filesystem::perm_options::add);
}

}  // namespace relata::exporting
