// Reads the graph of a graph file, or a part of it.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "graph/find.hpp"
#include "graph/name_key.hpp"
#include "graph/record_row.hpp"
#include "graph/schema.hpp"
#include "graph/store.hpp"
#include "graph/store_links.hpp"
#include "graph/support.hpp"

namespace relata::graph {
namespace {

using Row = std::int64_t;

// Rows of a table to read, ascending; nullopt: all of them.
using Wanted = std::optional<std::vector<Row>>;

// Calls use(row) for the rows of a query, or of the query for one row after the other.
template <typename Use>
void read_rows(Database& db, const std::string& select, const char* key, const Wanted& wanted,
               Use use) {
    if (!wanted) {
        Statement rows(db, select);
        while (rows.step()) use(rows);
        return;
    }
    Statement rows(db, select + " AND " + key + " = ?");
    for (const Row row : *wanted) {
        rows.bind(1, row);
        while (rows.step()) use(rows);
    }
}

std::vector<Row> sorted(std::unordered_set<Row> rows) {
    std::vector<Row> result(rows.begin(), rows.end());
    std::sort(result.begin(), result.end());
    return result;
}

// Reads nodes, edges and evidence, each in one go.
class GraphReader {
  public:
    explicit GraphReader(Database& db) : db_(db), symmetric_(symmetric_types_in(db)) {}

    void read_nodes(const Wanted& rows) {
        // Of all entities those that some edge touches.
        const std::string which = rows ? "true" : std::string(kHasEdge);
        read_rows(
            db_,
            "SELECT id, entity, name, type, first_seen, last_seen FROM entities WHERE " + which,
            "id", rows, [&](const Statement& row) {
                node_of_.emplace(row.number(0), static_cast<NodeIndex>(nodes_.size()));
                nodes_.push_back({row.string(1),
                                  row.string(2),
                                  sound(extract::entity_type_from(row.text(3))),
                                  {},
                                  row.string(4),
                                  row.string(5)});
            });
        read_rows(db_, "SELECT entity, alias FROM aliases WHERE true", "entity", rows,
                  [&](const Statement& row) {
                      const auto found = node_of_.find(row.number(0));
                      if (found != node_of_.end())
                          nodes_[found->second].aliases.push_back(row.string(1));
                  });
        for (Node& node : nodes_) std::sort(node.aliases.begin(), node.aliases.end());
    }

    void read_edges(const Wanted& rows, const RelationFilter& types) {
        edges_.reserve(
            rows ? rows->size()
                 : static_cast<std::size_t>(db_.number("SELECT count(*) FROM relations")));
        read_rows(db_,
                  "SELECT id, subject, object, type, status, confidence, sources, first_seen, "
                  "last_seen, valid_from, valid_to, attributes FROM relations WHERE " +
                      types.condition(),
                  "id", rows, [&](const Statement& row) { add_edge(row); });
    }

    void read_evidence(const Wanted& rows) {
        StoredArticles articles(db_);
        read_rows(db_,
                  "SELECT " + std::string(kEvidenceColumns) +
                      ", relation FROM placements JOIN records ON records.id = record WHERE true",
                  "relation", rows, [&](const Statement& row) {
                      const auto edge = edge_of_.find(row.number(kEvidenceColumnCount));
                      if (edge != edge_of_.end())
                          edges_[edge->second].evidence.push_back(evidence_from(row, articles));
                  });
        for (Edge& edge : edges_) {
            sort_evidence(edge.evidence);
            edge.evidence.shrink_to_fit();
        }
    }

    KnowledgeGraph finish(bool evidence) {
        try {
            return KnowledgeGraph(
                std::move(nodes_), std::move(edges_),
                evidence ? KnowledgeGraph::Receipts::kept : KnowledgeGraph::Receipts::left_out);
        } catch (const std::invalid_argument&) {  // ids that are repeated, edges without evidence
            fail_as_damaged();
        }
    }

  private:
    void add_edge(const Statement& row) {
        edge_of_.emplace(row.number(0), static_cast<EdgeIndex>(edges_.size()));
        Edge& edge = edges_.emplace_back();
        edge.source = sound_at(node_of_, row.number(1));
        edge.target = sound_at(node_of_, row.number(2));
        edge.type = row.text(3);
        edge.symmetric = symmetric_.contains(edge.type);
        edge.status = sound(extract::status_from(row.text(4)));
        edge.id = edge_id(nodes_[edge.source].id, edge.type, nodes_[edge.target].id, edge.status);
        edge.confidence = row.real(5);
        edge.sources = static_cast<std::uint32_t>(row.number(6));
        edge.first_seen = row.text(7);
        edge.last_seen = row.text(8);
        edge.valid_from = row.text(9);
        edge.valid_to = row.text(10);
        edge.attributes = attributes_from(row.text(11));
    }

    Database& db_;
    std::set<std::string> symmetric_;
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    std::unordered_map<Row, NodeIndex> node_of_;  // by row
    std::unordered_map<Row, EdgeIndex> edge_of_;  // by row
};

KnowledgeGraph read_graph(Database& db, const Wanted& nodes, const Wanted& edges,
                          const RelationFilter& types, bool evidence) {
    GraphReader reader(db);
    reader.read_nodes(nodes);
    reader.read_edges(edges, types);
    if (evidence) reader.read_evidence(edges);
    return reader.finish(evidence);
}

// The rows of what is within some hops of named entities.
struct Neighbourhood {
    std::unordered_set<Row> entities, relations;
};

Neighbourhood neighbourhood(Links& links, const Extent& extent) {
    Neighbourhood near;
    std::vector<Row> frontier;
    for (const std::string& name : extent.around) {
        for (const Row row : links.named(name)) {
            if (near.entities.insert(row).second) frontier.push_back(row);
        }
    }
    for (std::uint32_t hop = 0; hop < extent.hops && !frontier.empty(); ++hop) {
        std::vector<Row> next;
        for (const Row row : frontier) {
            links.for_each(row, [&](Row relation, Row other) {
                near.relations.insert(relation);
                if (near.entities.insert(other).second) next.push_back(other);
            });
        }
        frontier = std::move(next);
    }
    if (!extent.rim) return near;
    for (const Row row : frontier) {
        links.for_each_from(row, [&](Row relation, Row other) {
            if (near.entities.contains(other)) near.relations.insert(relation);
        });
    }
    return near;
}

// Searches the shortest connections of two entities from both ends.
class Connector {
  public:
    Connector(Links& links, const PathOptions& options) : links_(links), options_(options) {}

    // The rows of what lies on them; no relations where there is no connection.
    Neighbourhood find(Row from, Row to) {
        Side start{{from}, {from}, {}}, end{{to}, {to}, {}};
        Neighbourhood result{{from, to}, {}};
        for (std::uint32_t hops = 1; from != to && hops <= options_.max_hops; ++hops) {
            if (start.frontier.empty() || end.frontier.empty()) break;
            const std::vector<Step> middle = between(start.frontier, end.frontier);
            if (!middle.empty()) {
                for (const Step& step : middle) add(result, step);
                trace(start, middle, &Step::near, result);
                trace(end, middle, &Step::far, result);
                break;
            }
            const bool from_start = cost(start.frontier) <= cost(end.frontier);
            expand(from_start ? start : end, from_start);
        }
        return result;
    }

  private:
    // A relation, and which of its ends is nearer to the start of the search.
    struct Step {
        Row near, far, relation;
    };
    struct Side {
        std::unordered_set<Row> reached;
        std::vector<Row> frontier;  // reached last, all equally far
        std::vector<Step> steps;    // how they were reached, in order of distance
    };
    // With more relations than this an entity's relations are not read only to look for a few.
    static constexpr std::size_t kMany = 1000;

    static void add(Neighbourhood& found, const Step& step) {
        found.entities.insert(step.near);
        found.entities.insert(step.far);
        found.relations.insert(step.relation);
    }

    std::size_t cost(const std::vector<Row>& frontier) {
        constexpr std::size_t kMost = 1'000'000;
        std::size_t sum = 0;
        for (const Row row : frontier) {
            if (sum < kMost) sum += links_.degree(row, kMost);
        }
        return sum;
    }

    template <typename Visit>
    void for_each_link(Row entity, bool from_start, Visit visit) {
        if (!options_.directed || from_start) links_.for_each_from(entity, visit);
        if (!options_.directed || !from_start) links_.for_each_to(entity, visit);
    }

    void expand(Side& side, bool from_start) {
        std::vector<Row> next;
        std::unordered_set<Row> fresh;
        for (const Row row : side.frontier) {
            for_each_link(row, from_start, [&](Row relation, Row other) {
                if (side.reached.insert(other).second) {
                    next.push_back(other);
                    fresh.insert(other);
                }
                if (fresh.contains(other)) side.steps.push_back({row, other, relation});
            });
        }
        side.frontier = std::move(next);
    }

    // Relations from one frontier to the other one.
    std::vector<Step> between(const std::vector<Row>& start, const std::vector<Row>& end) {
        std::vector<Step> found;
        const std::unordered_set<Row> ends(end.begin(), end.end());
        std::vector<Row> large_start, large_end;
        for (const Row row : start) {
            if (links_.degree(row, kMany) == kMany) {
                large_start.push_back(row);
                continue;
            }
            for_each_link(row, true, [&](Row relation, Row other) {
                if (ends.contains(other)) found.push_back({row, other, relation});
            });
        }
        const std::unordered_set<Row> starts(large_start.begin(), large_start.end());
        for (const Row row : end) {
            if (links_.degree(row, kMany) == kMany) {
                large_end.push_back(row);
                continue;
            }
            for_each_link(row, false, [&](Row relation, Row other) {
                if (starts.contains(other)) found.push_back({other, row, relation});
            });
        }
        for (const Row a : large_start) {
            for (const Row b : large_end) {
                const auto add = [&](Row relation) { found.push_back({a, b, relation}); };
                links_.for_each_between(a, b, add);
                if (!options_.directed) links_.for_each_between(b, a, add);
            }
        }
        return found;
    }

    // Adds the steps by which a side reached the ends of the middle relations.
    static void trace(const Side& side, const std::vector<Step>& middle, Row Step::*end,
                      Neighbourhood& found) {
        std::unordered_set<Row> wanted;
        for (const Step& step : middle) wanted.insert(step.*end);
        for (auto step = side.steps.rbegin(); step != side.steps.rend(); ++step) {
            if (!wanted.contains(step->far)) continue;
            wanted.insert(step->near);
            add(found, *step);
        }
    }

    Links& links_;
    const PathOptions& options_;
};

Row row_of(Database& db, const std::string& id) {
    Statement select(db, "SELECT id FROM entities WHERE entity = ?");
    select.bind(1, std::string_view(id));
    Row row = 0;
    while (select.step()) row = select.number(0);
    return row;
}

// The rows of the edges that the best of the shortest paths go along.
std::vector<Row> rows_on_paths(Database& db, const KnowledgeGraph& graph, const std::string& from,
                               const std::string& to, const PathOptions& options) {
    const NodeIndex ends[] = {nodes_with_ids(graph, std::span(&from, 1)).at(0),
                              nodes_with_ids(graph, std::span(&to, 1)).at(0)};
    Statement select(db,
                     "SELECT id FROM relations WHERE subject = ? AND type = ? AND object = ? AND "
                     "status = ?");
    std::unordered_set<Row> rows;
    for (const Path& path : shortest_paths(graph, ends[0], ends[1], options)) {
        for (const auto& hop : path.hops) {
            for (const EdgeIndex index : hop) {
                const Edge& edge = graph.edge(index);
                select.bind(1, row_of(db, graph.node(edge.source).id));
                select.bind(2, std::string_view(edge.type));
                select.bind(3, row_of(db, graph.node(edge.target).id));
                select.bind(4, extract::to_string(edge.status));
                while (select.step()) rows.insert(select.number(0));
            }
        }
    }
    return sorted(std::move(rows));
}

}  // namespace

KnowledgeGraph load_connections(const std::filesystem::path& path, const std::string& from,
                                const std::string& to, const ConnectionOptions& options) {
    Database db = open_for_reading(path);
    Links links(db, RelationFilter(options.types, options.statuses, options.paths.denied));
    Neighbourhood found = Connector(links, options.paths).find(row_of(db, from), row_of(db, to));
    const std::vector<Row> entities = sorted(std::move(found.entities));
    const std::vector<Row> relations = sorted(std::move(found.relations));
    if (!options.best_only)
        return read_graph(db, entities, relations, RelationFilter(), options.evidence);
    const KnowledgeGraph all = read_graph(db, entities, relations, RelationFilter(), false);
    return read_graph(db, entities, rows_on_paths(db, all, from, to, options.paths),
                      RelationFilter(), options.evidence);
}

KnowledgeGraph load(const std::filesystem::path& path, const Extent& extent) {
    Database db = open_for_reading(path);
    const RelationFilter types(extent.types);
    if (extent.around.empty()) {
        return read_graph(db, std::nullopt, std::nullopt, types, extent.evidence);
    }
    Links links(db, types);
    Neighbourhood near = neighbourhood(links, extent);
    return read_graph(db, sorted(std::move(near.entities)), sorted(std::move(near.relations)),
                      RelationFilter(), extent.evidence);
}

std::vector<std::string> entities_named(const std::filesystem::path& path, std::string_view name) {
    Database db = open_for_reading(path);
    Links links(db, RelationFilter());
    Statement id(db, "SELECT entity FROM entities WHERE id = ?");
    std::vector<std::string> ids;
    const std::vector<Row> rows = links.named(name);
    std::vector<std::pair<std::int64_t, std::string>> found;  // -degree, id
    for (const Row row : rows) {
        constexpr std::size_t kAll = 1U << 31U;
        const std::size_t degree = rows.size() > 1 ? links.degree(row, kAll) : 0;
        id.bind(1, row);
        while (id.step()) found.emplace_back(-static_cast<std::int64_t>(degree), id.string(0));
    }
    std::sort(found.begin(), found.end());
    for (auto& [degree, entity] : found) ids.push_back(std::move(entity));
    return ids;
}

bool has_relation_type(const std::filesystem::path& path, std::string_view type) {
    Database db = open_for_reading(path);
    Statement one(db, "SELECT 1 FROM relations WHERE type = ? LIMIT 1");
    one.bind(1, type);
    return one.step();
}

std::vector<std::string> relation_types(const std::filesystem::path& path) {
    Database db = open_for_reading(path);
    Statement types(db, "SELECT DISTINCT type FROM relations ORDER BY type");
    std::vector<std::string> names;
    while (types.step()) names.push_back(types.string(0));
    return names;
}

std::vector<std::string> names_beginning(const std::filesystem::path& path, std::string_view text,
                                         std::size_t limit) {
    Database db = open_for_reading(path);
    const std::string key = look_up_key(text), behind = key + '\x7f';  // keys are below it
    Statement select(db,
                     "SELECT DISTINCT name FROM (SELECT entity FROM look_up WHERE key >= ? AND key "
                     "< ? AND alias = 0 ORDER BY key LIMIT ?) AS found JOIN entities ON id = "
                     "found.entity ORDER BY name");
    select.bind(1, std::string_view(key)).bind(2, std::string_view(behind));
    select.bind(3, static_cast<Row>(limit));
    std::vector<std::string> names;
    while (select.step()) names.push_back(select.string(0));
    return names;
}

std::vector<std::string> similar_names(const std::filesystem::path& path, std::string_view text,
                                       std::size_t limit) {
    Database db = open_for_reading(path);
    const std::string key = look_up_key(text);
    if (key.empty()) return {};
    std::map<Row, std::size_t> distances;  // the best one over an entity's keys
    Statement keys(db, "SELECT key, entity FROM look_up");
    while (keys.step()) {
        const auto distance = key_distance(key, keys.text(0));
        if (!distance) continue;
        const auto [entry, fresh] = distances.emplace(keys.number(1), *distance);
        entry->second = std::min(entry->second, *distance);
    }
    using Candidate = std::tuple<std::size_t, std::int64_t, std::string, std::string>;
    std::vector<Candidate> candidates;  // distance, -degree, id, name
    Statement entity(db,
                     "SELECT entity, name, (SELECT count(*) FROM relations WHERE subject = ?1) + "
                     "(SELECT count(*) FROM relations WHERE object = ?1) AS degree FROM entities "
                     "WHERE id = ?1 AND type NOT IN ('date', 'money') AND degree > 0");
    for (const auto& [row, distance] : distances) {
        entity.bind(1, row);
        while (entity.step())
            candidates.emplace_back(distance, -entity.number(2), entity.string(0),
                                    entity.string(1));
    }
    std::sort(candidates.begin(), candidates.end());
    std::vector<std::string> names;
    for (const Candidate& candidate : candidates) {
        const std::string& name = std::get<3>(candidate);
        if (names.size() == limit) break;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

}  // namespace relata::graph
