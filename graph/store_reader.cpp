#include <algorithm>
#include <unordered_map>

#include "base/error.hpp"
#include "graph/name_key.hpp"
#include "graph/record_row.hpp"
#include "graph/schema.hpp"
#include "graph/store.hpp"
#include "graph/store_merge.hpp"
#include "graph/support.hpp"

namespace relata::graph {
namespace {

using extract::Relation;
using Row = std::int64_t;

// A graph file open for reading, in one transaction: a writer's commit does not change what is
// seen.
Database open_for_reading(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) {
        throw Error(path.string(), "there is no such graph file", "make one with `relata build`");
    }
    // Not SQLITE_OPEN_READONLY: the first reader after a crash rolls the writer's journal back. A
    // file that may not be written is opened for reading all the same.
    Database db(path, SQLITE_OPEN_READWRITE);
    db.run("PRAGMA mmap_size = 4294967296; BEGIN");
    check_schema(db, path);
    return db;
}

struct StoredNodes {
    std::vector<Node> nodes;
    std::unordered_map<Row, NodeIndex> index;  // by row
};

constexpr std::string_view kHasEdge =
    "(EXISTS (SELECT 1 FROM relations WHERE subject = entities.id) OR EXISTS (SELECT 1 FROM "
    "relations WHERE object = entities.id))";

// Which part of the file is read: all, or what the temporary tables `near` and `near_relations`
// name.
enum class Part { all, near };

std::string only(Part part, const char* condition) {
    return part == Part::all ? "" : std::string(" AND ") + condition;
}

// Entities that some edge touches.
StoredNodes read_nodes(Database& db, Part part) {
    StoredNodes result;
    // Of the whole graph, read_edges() finds the dates.
    const std::string dates = part == Part::all
                                  ? ", '', ''"
                                  : ", (SELECT first_seen FROM nodes WHERE nodes.id = "
                                    "entities.id), (SELECT last_seen FROM nodes "
                                    "WHERE nodes.id = entities.id)";
    Statement entities(db, "SELECT id, entity, name, type" + dates + " FROM entities WHERE " +
                               std::string(kHasEdge) + only(part, "id IN (SELECT id FROM near)") +
                               " ORDER BY entity");
    while (entities.step()) {
        result.index.emplace(entities.number(0), static_cast<NodeIndex>(result.nodes.size()));
        result.nodes.push_back({entities.string(1),
                                entities.string(2),
                                *extract::entity_type_from(entities.text(3)),
                                {},
                                "",
                                ""});
    }
    Statement aliases(db, "SELECT entity, alias FROM aliases WHERE true" +
                              only(part, "entity IN (SELECT id FROM near)") +
                              " ORDER BY entity, alias");
    while (aliases.step()) {
        const auto found = result.index.find(aliases.number(0));
        if (found != result.index.end()) {
            result.nodes[found->second].aliases.push_back(aliases.string(1));
        }
    }
    return result;
}

struct StoredEdges {
    std::vector<Edge> edges;
    std::unordered_map<Row, EdgeIndex> index;  // by row
};

StoredEdges read_edges(Database& db, StoredNodes& nodes, Part part) {
    StoredEdges result;
    if (part == Part::all) {
        result.edges.reserve(static_cast<std::size_t>(db.number("SELECT count(*) FROM relations")));
    }
    Statement rows(db,
                   "SELECT id, subject, object, type, status, confidence, sources, first_seen, "
                   "last_seen, valid_from, valid_to, attributes FROM relations WHERE true" +
                       only(part, "id IN (SELECT id FROM near_relations)"));
    while (rows.step()) {
        result.index.emplace(rows.number(0), static_cast<EdgeIndex>(result.edges.size()));
        Edge& edge = result.edges.emplace_back();
        edge.source = nodes.index.at(rows.number(1));
        edge.target = nodes.index.at(rows.number(2));
        edge.type = rows.text(3);
        edge.status = *extract::status_from(rows.text(4));
        edge.id = edge_id(nodes.nodes[edge.source].id, edge.type, nodes.nodes[edge.target].id,
                          edge.status);
        edge.confidence = rows.real(5);
        edge.sources = static_cast<std::uint32_t>(rows.number(6));
        edge.first_seen = rows.text(7);
        edge.last_seen = rows.text(8);
        edge.valid_from = rows.text(9);
        edge.valid_to = rows.text(10);
        edge.attributes = attributes_from(rows.text(11));
        extend_seen(nodes.nodes[edge.source], edge);
        extend_seen(nodes.nodes[edge.target], edge);
    }
    return result;
}

void read_evidence(Database& db, StoredEdges& edges, Part part) {
    StoredArticles articles(db);
    Statement rows(db, "SELECT " + std::string(kEvidenceColumns) +
                           ", relation FROM placements JOIN records ON records.id = record WHERE "
                           "true" +
                           only(part, "relation IN (SELECT id FROM near_relations)"));
    while (rows.step()) {
        Edge& edge = edges.edges[edges.index.at(rows.number(kEvidenceColumnCount))];
        edge.evidence.push_back(evidence_from(rows, articles));
    }
    for (Edge& edge : edges.edges) {
        sort_evidence(edge.evidence);
        edge.evidence.shrink_to_fit();
    }
}

KnowledgeGraph read_graph(Database& db, Part part) {
    StoredNodes nodes = read_nodes(db, part);
    StoredEdges edges = read_edges(db, nodes, part);
    read_evidence(db, edges, part);
    return KnowledgeGraph(std::move(nodes.nodes), std::move(edges.edges));
}

// Puts the entities that a name means into `near`; see NameIndex::find.
void add_named(Database& db, std::string_view name) {
    const std::string key = look_up_key(name);
    const std::pair<const char*, std::string_view> tiers[] = {
        {"entity = ?", name},
        {"name = ?", name},
        {"id IN (SELECT entity FROM look_up WHERE key = ? AND alias = 0)", key},
        {"id IN (SELECT entity FROM aliases WHERE alias = ?)", name},
        {"id IN (SELECT entity FROM look_up WHERE key = ? AND alias = 1)", key}};
    for (const auto& [condition, wanted] : tiers) {
        if (wanted.empty()) continue;
        Statement insert(db, "INSERT OR IGNORE INTO near SELECT id FROM entities WHERE " +
                                 std::string(condition) + " AND " + std::string(kHasEdge) +
                                 " RETURNING id");
        insert.bind(1, wanted);
        bool found = false;
        while (insert.step()) found = true;
        if (found) return;
    }
}

}  // namespace

KnowledgeGraph load(const std::filesystem::path& path) {
    Database db = open_for_reading(path);
    return read_graph(db, Part::all);
}

KnowledgeGraph load_near(const std::filesystem::path& path, std::span<const std::string> names,
                         std::uint32_t hops) {
    Database db = open_for_reading(path);
    db.run("CREATE TEMP TABLE near(id INTEGER PRIMARY KEY)");
    for (const std::string& name : names) add_named(db, name);
    for (std::uint32_t hop = 0; hop < hops; ++hop) {
        db.run(
            "INSERT OR IGNORE INTO near SELECT object FROM relations WHERE subject IN (SELECT id "
            "FROM near) UNION SELECT subject FROM relations WHERE object IN (SELECT id FROM near)");
        if (db.changes() == 0) break;
    }
    db.run(
        "CREATE TEMP TABLE near_relations AS SELECT id FROM relations WHERE subject IN (SELECT id "
        "FROM near) AND object IN (SELECT id FROM near)");
    return read_graph(db, Part::near);
}

std::vector<StoredDocument> documents(const std::filesystem::path& path) {
    Database db = open_for_reading(path);
    Statement rows(
        db,
        "SELECT d.document, d.url, d.source, d.date, d.title, d.path, d.author, coalesce((SELECT "
        "language FROM records WHERE document = d.id LIMIT 1), ''), (SELECT count(*) FROM records "
        "WHERE document = d.id), s.document, n.document FROM documents d JOIN documents s ON s.id "
        "= d.standing JOIN documents n ON n.id = d.story ORDER BY d.document");
    std::vector<StoredDocument> result;
    while (rows.step()) {
        StoredDocument& d = result.emplace_back();
        d = {rows.string(0), rows.string(1), rows.string(2),
             rows.string(3), rows.string(4), rows.string(5),
             rows.string(6), rows.string(7), static_cast<std::uint64_t>(rows.number(8)),
             rows.string(9), rows.string(10)};
        if (d.story == d.id || d.story == d.same_as) d.story.clear();
        if (d.same_as == d.id) d.same_as.clear();
    }
    return result;
}

std::vector<Relation> records(const std::filesystem::path& path) {
    Database db = open_for_reading(path);
    StoredArticles articles(db);
    Statement aliases(db,
                      "SELECT alias FROM name_uses WHERE name = ? AND document = ? AND alias <> '' "
                      "ORDER BY alias");
    Statement rows(
        db,
        "SELECT r.document, r.type, r.status, r.confidence, r.attributes, r.rule, r.language, "
        "r.sentence, r.sentence_start, r.sentence_end, r.subject, s.name, s.type, r.subject_text, "
        "r.subject_start, r.subject_end, r.object, o.name, o.type, r.object_text, r.object_start, "
        "r.object_end FROM records r JOIN names s ON s.id = r.subject JOIN names o ON o.id = "
        "r.object JOIN documents d ON d.id = r.document ORDER BY d.document, r.sentence_start, "
        "r.subject_start, r.object_start, r.digest");
    const auto argument = [&](int column) {
        extract::Argument result;
        result.name = rows.text(column + 1);
        result.type = *extract::entity_type_from(rows.text(column + 2));
        result.text = rows.text(column + 3);
        result.start = static_cast<std::uint32_t>(rows.number(column + 4));
        result.end = static_cast<std::uint32_t>(rows.number(column + 5));
        aliases.bind(1, rows.number(column)).bind(2, rows.number(0));
        while (aliases.step()) result.aliases.push_back(aliases.string(0));
        return result;
    };
    std::vector<Relation> result;
    while (rows.step()) {
        const Article& article = articles.own(rows.number(0));
        Relation& r = result.emplace_back();
        r.document = article.document;
        r.type = rows.text(1);
        r.status = *extract::status_from(rows.text(2));
        r.confidence = rows.real(3);
        r.attributes = attributes_from(rows.text(4));
        r.rule = rows.text(5);
        r.language = rows.text(6);
        r.sentence = rows.text(7);
        r.sentence_start = static_cast<std::uint32_t>(rows.number(8));
        r.sentence_end = static_cast<std::uint32_t>(rows.number(9));
        r.subject = argument(10);
        r.object = argument(16);
        r.url = article.url;
        r.source = article.source;
        r.date = article.date;
        r.title = article.title;
        r.path = article.path;
        r.author = article.author;
        r.signature = article.signature;
    }
    return result;
}

std::vector<Override> overrides(const std::filesystem::path& path) {
    Database db = open_for_reading(path);
    return read_overrides(db);
}

MergeExplanation explain_merge(const std::filesystem::path& path, std::string_view a,
                               std::string_view b) {
    Database db = open_for_reading(path);
    const StoredNames names = read_names(db);
    return explain_merge(names.uses, names.related, read_overrides(db), a, b);
}

}  // namespace relata::graph
