// A folder for Kùzu and its successor Ladybug: a node table an entity type, a relationship table a
// relation type with a FROM/TO pair for each pair of entity types that occurs, a CSV file for each
// table and pair, and import.cypher, which creates and fills the tables. Relative paths: run it
// inside the folder.
#include <algorithm>
#include <map>

#include "export/csv_table.hpp"
#include "export/cypher_text.hpp"
#include "export/formats.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::EntityType;
using graph::KnowledgeGraph;
using graph::Node;

// Told in full, so that the loader guesses nothing; quoted line breaks need a serial reader.
constexpr std::string_view kCsvOptions =
    "header=false, delim=',', quote='\"', escape='\"', parallel=false, auto_detect=false";

struct TypePair {
    EntityType from, to;
    auto operator<=>(const TypePair&) const = default;
};

using Relations = std::map<std::string_view, std::map<TypePair, std::vector<const Edge*>>>;

std::string_view kuzu_type(ValueType type) {
    switch (type) {
        case ValueType::integer:
            return "INT64";
        case ValueType::real:
            return "DOUBLE";
        case ValueType::boolean:
            return "BOOLEAN";
        case ValueType::list:
            return "STRING[]";
        case ValueType::text:
            break;
    }
    return "STRING";
}

// "founder_of.person.org.csv"; a type from a user's own rules may have letters that a path must not
// have.
std::string file_name(std::string_view type, TypePair pair) {
    Writer name;
    name << iri(type) << '.' << to_string(pair.from) << '.' << to_string(pair.to) << ".csv";
    return std::string(name.view());
}

// Kùzu has no way to write a backtick inside of a name.
std::string table_name(std::string_view type) {
    std::string name = "`" + std::string(type) + '`';
    std::replace(name.begin() + 1, name.end() - 1, '`', '_');
    return name;
}

class KuzuWriter {
  public:
    KuzuWriter(const KnowledgeGraph& graph, const std::filesystem::path& folder)
        : graph_(graph),
          folder_(folder),
          script_file_(folder / "import.cypher"),
          edge_columns_(edge_columns(graph)) {}

    void write() {
        std::map<EntityType, std::vector<const Node*>> nodes;
        for (const Node& node : graph_.nodes()) nodes[node.type].push_back(&node);
        for (const auto& [type, members] : nodes) write_node_table(type, members);
        Relations relations;
        for (const Edge& edge : graph_.edges()) {
            const TypePair pair{graph_.node(edge.source).type, graph_.node(edge.target).type};
            relations[edge.type][pair].push_back(&edge);
        }
        for (const auto& [type, pairs] : relations) write_relation_table(type, pairs);
        script_file_.finish();
    }

  private:
    void write_node_table(EntityType type, const std::vector<const Node*>& nodes) {
        const std::string table(to_string(type));
        script_ << "CREATE NODE TABLE `" << table << "`(id STRING PRIMARY KEY";
        for (const NodeColumn& column : node_columns_) {
            script_ << ", `" << column.name << "` " << kuzu_type(column.type);
        }
        script_ << ");\n";
        write_node_copy(table);
        FileWriter file(folder_ / (table + ".csv"));
        for (const Node* node : nodes) {
            file.writer() << csv(node->id);
            for (const NodeColumn& column : node_columns_) {
                file.writer() << ',';
                write_csv_field(file.writer(), scratch_, column.value(*node), ListForm::separated);
            }
            file.writer() << '\n';
        }
        file.finish();
    }

    // A list is read as one text and split: the loader's own syntax for lists has no way to quote a
    // comma.
    void write_node_copy(const std::string& table) {
        script_ << "COPY `" << table << "` FROM (LOAD WITH HEADERS (id STRING";
        for (const NodeColumn& column : node_columns_)
            script_ << ", `" << column.name << "` STRING";
        script_ << ") FROM '" << table << ".csv' (" << kCsvOptions << ") RETURN id";
        for (const NodeColumn& column : node_columns_) {
            if (column.type == ValueType::list) {
                script_ << ", CASE WHEN `" << column.name << "` IS NULL THEN CAST([] AS STRING[]) "
                        << "ELSE string_split(`" << column.name << "`, '" << kUnitSeparator
                        << "') END";
            } else {
                script_ << ", `" << column.name << '`';
            }
        }
        script_ << ");\n";
    }

    void write_relation_table(std::string_view type,
                              const std::map<TypePair, std::vector<const Edge*>>& pairs) {
        script_ << "CREATE REL TABLE " << table_name(type) << '(';
        for (const auto& [pair, edges] : pairs) {
            script_ << "FROM `" << to_string(pair.from) << "` TO `" << to_string(pair.to) << "`, ";
        }
        script_ << "id STRING";
        for (const EdgeColumn& column : edge_columns_) {
            script_ << ", `" << column.name << "` " << kuzu_type(column.type);
        }
        script_ << ");\n";
        for (const auto& [pair, edges] : pairs) {
            const std::string file = file_name(type, pair);
            script_ << "COPY " << table_name(type) << " FROM " << cypher_string(file) << " (from='"
                    << to_string(pair.from) << "', to='" << to_string(pair.to) << "', "
                    << kCsvOptions << ");\n";
            write_relations(folder_ / file, edges);
        }
    }

    void write_relations(const std::filesystem::path& path, const std::vector<const Edge*>& edges) {
        FileWriter file(path);
        Writer evidence;
        for (const Edge* edge : edges) {
            file.writer() << csv(graph_.node(edge->source).id) << ','
                          << csv(graph_.node(edge->target).id) << ',' << csv(edge->id);
            for (const EdgeColumn& column : edge_columns_) {
                file.writer() << ',';
                write_csv_field(file.writer(), scratch_, column.value(*edge, evidence),
                                ListForm::separated);
            }
            file.writer() << '\n';
        }
        file.finish();
    }

    const KnowledgeGraph& graph_;
    const std::filesystem::path& folder_;
    FileWriter script_file_;
    Writer& script_ = script_file_.writer();
    Writer scratch_;
    std::vector<NodeColumn> node_columns_ = node_columns();
    std::vector<EdgeColumn> edge_columns_;
};

}  // namespace

void write_kuzu(const KnowledgeGraph& graph, const Options&, const std::filesystem::path& folder) {
    KuzuWriter(graph, folder).write();
}

}  // namespace relata::exporting
