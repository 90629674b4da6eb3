// A Cypher script for Neo4j 5 (cypher-shell < graph.cypher). Running it twice changes nothing:
// nodes and relationships are merged by id. Labels and types are part of each statement, since
// Cypher cannot take them from data.
#include <map>
#include <ostream>

#include "export/columns.hpp"
#include "export/cypher_text.hpp"
#include "export/formats.hpp"
#include "export/neo4j_id.hpp"
#include "export/text.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::KnowledgeGraph;
using graph::Node;

constexpr std::size_t kBatch =
    500;  // rows a statement: few round trips, and a parser that keeps up

void write_value(Writer& out, Writer& scratch, const Value& value) {
    if (const auto* list = std::get_if<const std::vector<std::string>*>(&value)) {
        std::string_view separator = "[";
        for (const std::string& text : **list) {
            out << separator << cypher_string(text);
            separator = ", ";
        }
        out << ']';
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
        out << cypher_string(*text);
    } else {
        out << as_text(value, scratch);
    }
}

// Statements of at most kBatch rows: `UNWIND [` rows `] AS row` and then `action`.
class Batches {
  public:
    Batches(Writer& out, std::string action) : out_(out), action_(std::move(action)) {}
    Writer& row() {
        if (rows_ == kBatch) end();
        return out_ << (rows_++ == 0 ? "UNWIND [\n" : ",\n");
    }
    void end() {
        if (rows_ > 0) out_ << "\n] AS row\n" << action_ << ";\n";
        rows_ = 0;
    }

  private:
    Writer& out_;
    std::string action_;
    std::size_t rows_ = 0;
};

void write_property(Writer& out, Writer& scratch, std::string_view name, const Value& value) {
    if (is_empty(value)) return;
    out << ", " << name << ": ";
    write_value(out, scratch, value);
}

void write_nodes(Writer& out, const KnowledgeGraph& graph) {
    std::map<graph::EntityType, std::vector<const Node*>> by_type;
    for (const Node& node : graph.nodes()) by_type[node.type].push_back(&node);
    Writer scratch;
    std::string id;
    const auto columns = node_columns();
    for (const auto& [type, nodes] : by_type) {
        Batches batches(out, "MERGE (n:Entity {id: row.id}) SET n:" + std::string(to_string(type)) +
                                 ", n += row");
        for (const Node* node : nodes) {
            batches.row() << "{id: " << cypher_string(neo4j_id(node->id, id));
            for (const NodeColumn& column : columns) {
                write_property(out, scratch, column.name, column.value(*node));
            }
            out << '}';
        }
        batches.end();
    }
}

void write_edges(Writer& out, const KnowledgeGraph& graph) {
    std::map<std::string_view, std::vector<const Edge*>> by_type;
    for (const Edge& edge : graph.edges()) by_type[edge.type].push_back(&edge);
    Writer scratch, evidence, name;
    std::string source, target;
    const auto columns = edge_columns(graph);
    for (const auto& [type, edges] : by_type) {
        name.clear();
        name << "MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})\nMERGE (a)-[r:"
             << cypher_name(type) << " {id: row.properties.id}]->(b) SET r += row.properties";
        Batches batches(out, std::string(name.view()));
        for (const Edge* edge : edges) {
            batches.row() << "{source: "
                          << cypher_string(neo4j_id(graph.node(edge->source).id, source))
                          << ", target: "
                          << cypher_string(neo4j_id(graph.node(edge->target).id, target))
                          << ", properties: {id: " << cypher_string(edge->id);
            for (const EdgeColumn& column : columns) {
                write_property(out, scratch, column.name, column.value(*edge, evidence));
            }
            out << "}}";
        }
        batches.end();
    }
}

}  // namespace

void write_cypher(const KnowledgeGraph& graph, const Options&, std::ostream& stream) {
    Writer out(stream);
    out << "CREATE CONSTRAINT relata_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS "
           "UNIQUE;\n";
    write_nodes(out, graph);
    write_edges(out, graph);
    out.finish();
}

}  // namespace relata::exporting
