#include "graph/store_merge.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "graph/article.hpp"
#include "graph/digest.hpp"
#include "graph/name_key.hpp"
#include "graph/record_row.hpp"
#include "graph/schema.hpp"
#include "graph/story.hpp"
#include "graph/support.hpp"

namespace relata::graph {
namespace {

using extract::EntityType;
using Row = std::int64_t;

// Sets `standing` and `story` of all articles. Articles of which one is another now have changed,
// and so has all that an article stands for which changed itself.
void group_articles(Database& db) {
    struct Known {
        Row row, standing, story;
    };
    std::vector<Known> known;
    std::vector<ArticleKeys> keys;
    Statement select(db,
                     "SELECT id, coalesce(standing, 0), coalesce(story, 0), url, fingerprint, "
                     "signature FROM documents ORDER BY document");
    while (select.step()) {
        known.push_back({select.number(0), select.number(1), select.number(2)});
        keys.push_back(
            keys_of(select.text(3), static_cast<std::uint64_t>(select.number(4)), select.text(5)));
    }
    const std::vector<std::uint32_t> standing = same_articles(keys);
    const std::vector<std::uint32_t> stories = same_stories(keys, standing);
    Statement update(db, "UPDATE documents SET standing = ?, story = ? WHERE id = ?");
    Statement changed(db, "INSERT OR IGNORE INTO changed_documents VALUES(?)");
    for (std::size_t i = 0; i < known.size(); ++i) {
        const Row stands = known[standing[i]].row, story = known[stories[i]].row;
        if (stands == known[i].standing && story == known[i].story) continue;
        update.bind(1, stands).bind(2, story).bind(3, known[i].row).run();
        changed.bind(1, known[i].row).run();
    }
    db.run(
        "INSERT OR IGNORE INTO changed_relations SELECT relation FROM records JOIN placements ON "
        "record = records.id WHERE document IN (SELECT id FROM documents WHERE standing IN "
        "(SELECT id FROM changed_documents) UNION SELECT id FROM changed_documents)");
}

struct EntityRow {
    Row row = 0;
    std::string name, type;
    std::vector<std::string> aliases;
    bool kept = false;
};

std::unordered_map<std::string, EntityRow> read_entities(Database& db) {
    std::unordered_map<std::string, EntityRow> result;
    std::unordered_map<Row, EntityRow*> by_row;
    Statement select(db, "SELECT entity, id, name, type FROM entities");
    while (select.step()) {
        EntityRow& entity = result[select.string(0)];
        entity = {select.number(1), select.string(2), select.string(3), {}, false};
        by_row[entity.row] = &entity;
    }
    Statement aliases(db, "SELECT entity, alias FROM aliases ORDER BY entity, alias");
    while (aliases.step())
        sound_at(by_row, aliases.number(0))->aliases.push_back(aliases.string(1));
    return result;
}

// Brings the tables of entities, aliases and look-up keys up to date; gives the row of every
// cluster.
class EntityTable {
  public:
    explicit EntityTable(Database& db)
        : db_(db),
          insert_(db,
                  "INSERT INTO entities(id, entity, name, type) VALUES(?, ?, ?, ?) ON CONFLICT(id) "
                  "DO UPDATE SET name = excluded.name"),
          remove_(db, "DELETE FROM entities WHERE id = ?"),
          insert_alias_(db, "INSERT INTO aliases VALUES(?, ?)"),
          remove_aliases_(db, "DELETE FROM aliases WHERE entity = ?"),
          insert_key_(db, "INSERT OR IGNORE INTO look_up VALUES(?, ?, ?)"),
          remove_key_(db, "DELETE FROM look_up WHERE key = ? AND alias = ? AND entity = ?") {}

    std::vector<Row> write(const std::vector<Cluster>& clusters) {
        std::unordered_map<std::string, EntityRow> entities = read_entities(db_);
        Row next = db_.number("SELECT coalesce(max(id), 0) + 1 FROM entities");
        if (next > kLargestRow) fail_as_damaged();
        std::vector<Row> rows;
        for (const Cluster& cluster : clusters) {
            const auto found = entities.find(cluster.id);
            if (found == entities.end()) {
                insert(cluster, next);
                rows.push_back(next++);
                continue;
            }
            EntityRow& old = found->second;
            old.kept = true;
            rows.push_back(old.row);
            if (cluster.name != old.name || cluster.aliases != old.aliases) {
                remove_names(old);
                insert(cluster, old.row);
            }
        }
        for (const auto& [id, entity] : entities) {
            if (entity.kept) continue;
            remove_.bind(1, entity.row).run();
            remove_names(entity);
        }
        return rows;
    }

  private:
    // No file comes near it, and there is room for new rows behind it.
    static constexpr Row kLargestRow = Row{1} << 62;

    void insert(const Cluster& cluster, Row row) {
        insert_.bind(1, row).bind(2, std::string_view(cluster.id));
        insert_.bind(3, std::string_view(cluster.name));
        insert_.bind(4, extract::to_string(cluster.type)).run();
        for (const std::string& alias : cluster.aliases) {
            insert_alias_.bind(1, row).bind(2, std::string_view(alias)).run();
        }
        change_keys(insert_key_, cluster.name, cluster.aliases, cluster.type, row);
    }

    void remove_names(const EntityRow& entity) {
        remove_aliases_.bind(1, entity.row).run();
        change_keys(remove_key_, entity.name, entity.aliases,
                    sound(extract::entity_type_from(entity.type)), entity.row);
    }

    static void change_keys(Statement& change, const std::string& name,
                            const std::vector<std::string>& aliases, EntityType type, Row row) {
        const auto run = [&](const std::string& of, Row is_alias) {
            for (const std::string& key : look_up_keys(of, type)) {
                change.bind(1, std::string_view(key)).bind(2, is_alias).bind(3, row).run();
            }
        };
        run(name, 0);
        for (const std::string& alias : aliases) run(alias, 1);
    }

    Database& db_;
    Statement insert_, remove_, insert_alias_, remove_aliases_, insert_key_, remove_key_;
};

// An entity's row and its place in the order of entity ids.
struct Place {
    Row entity = 0;
    std::uint32_t rank = 0;
};

// Gives every name its entity; the records of names whose entity changed are to be placed anew.
// The result is by the row of the name: a damaged file may hold any number as a row.
std::unordered_map<Row, Place> assign_names(Database& db, const StoredNames& names,
                                            const Resolution& resolution,
                                            const std::vector<Row>& entities) {
    std::unordered_map<Row, Row> before;
    Statement select(db, "SELECT id, entity FROM names WHERE entity IS NOT NULL");
    while (select.step()) before.emplace(select.number(0), select.number(1));
    Statement update(db, "UPDATE names SET entity = ? WHERE id = ?");
    Statement by_subject(db,
                         "INSERT OR IGNORE INTO unplaced SELECT id FROM records WHERE subject = ?");
    Statement by_object(db,
                        "INSERT OR IGNORE INTO unplaced SELECT id FROM records WHERE object = ?");
    std::unordered_map<Row, Place> places(names.rows.size());
    for (std::size_t i = 0; i < names.rows.size(); ++i) {
        const std::uint32_t cluster = resolution.cluster_of[i];
        const Row name = names.rows[i], entity = entities[cluster];
        places[name] = {entity, cluster};
        const auto old = before.find(name);
        if (old != before.end() && old->second == entity) continue;
        update.bind(1, entity).bind(2, name).run();
        if (old == before.end()) continue;  // its records are all new
        by_subject.bind(1, name).run();
        by_object.bind(1, name).run();
    }
    return places;
}

// Finds the edge of each unplaced record; new edges are made, old and new ones have changed.
class Placement {
  public:
    Placement(Database& db, const std::unordered_map<Row, Place>& places,
              const std::set<std::string>& symmetric)
        : db_(db),
          places_(places),
          symmetric_(symmetric),
          find_(db,
                "SELECT id FROM relations WHERE subject = ? AND type = ? AND object = ? AND status "
                "= ?"),
          insert_(db, "INSERT INTO relations(subject, type, object, status) VALUES(?, ?, ?, ?)"),
          place_(db, "INSERT OR REPLACE INTO placements VALUES(?, ?, ?)"),
          all_new_(db.number("SELECT NOT EXISTS (SELECT 1 FROM relations)") != 0) {}

    void run() {
        db_.run(
            "INSERT OR IGNORE INTO changed_relations SELECT relation FROM unplaced JOIN "
            "placements ON record = id;"
            "DELETE FROM placements WHERE record IN (SELECT id FROM unplaced)");
        Statement records(db_,
                          "SELECT r.id, r.subject, r.object, r.type, r.status FROM unplaced JOIN "
                          "records r ON r.id = unplaced.id ORDER BY unplaced.id");
        while (records.step()) {
            Place source = place(records.number(1)), target = place(records.number(2));
            if (source.entity == target.entity) continue;
            const bool swapped =
                source.rank > target.rank && symmetric_.contains(records.string(3));
            if (swapped) std::swap(source, target);
            const Row edge =
                find_or_insert(source.entity, records.text(3), target.entity, records.text(4));
            place_.bind(1, records.number(0)).bind(2, edge).bind(3, Row{swapped}).run();
        }
        db_.run(
            "INSERT OR IGNORE INTO changed_relations SELECT relation FROM unplaced JOIN "
            "placements ON record = id");
    }

  private:
    const Place& place(Row name) const { return sound_at(places_, name); }

    Row find_or_insert(Row source, std::string_view type, Row target, std::string_view status) {
        const EdgeKey key{source, target, number_of(type), number_of(status)};
        Row& row = known_[key];
        if (row == 0 && !all_new_) {
            find_.bind(1, source).bind(2, type).bind(3, target).bind(4, status);
            while (find_.step()) row = find_.number(0);
        }
        if (row == 0) {
            insert_.bind(1, source).bind(2, type).bind(3, target).bind(4, status).run();
            row = db_.last_row();
        }
        return row;
    }

    struct EdgeKey {
        Row source, target;
        std::uint32_t type, status;
        bool operator==(const EdgeKey&) const = default;
    };
    struct EdgeHash {
        std::size_t operator()(const EdgeKey& key) const {
            return static_cast<std::size_t>(Digest()
                                                .add(static_cast<std::uint64_t>(key.source))
                                                .add(static_cast<std::uint64_t>(key.target))
                                                .add(key.type)
                                                .add(key.status)
                                                .value());
        }
    };

    std::uint32_t number_of(std::string_view word) {
        const auto found = numbers_.find(word);
        if (found != numbers_.end()) return found->second;
        return numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

    Database& db_;
    const std::unordered_map<Row, Place>& places_;
    const std::set<std::string>& symmetric_;
    Statement find_, insert_, place_;
    bool all_new_;                                               // no edge was there before
    std::map<std::string, std::uint32_t, std::less<>> numbers_;  // of types and statuses
    std::unordered_map<EdgeKey, Row, EdgeHash> known_;           // edges found so far
};

// Merges the evidence of every edge that changed.
class EdgeWriter {
  public:
    explicit EdgeWriter(Database& db)
        : articles_(db),
          update_(db,
                  "UPDATE relations SET confidence = ?, sources = ?, first_seen = ?, last_seen = "
                  "?, valid_from = ?, valid_to = ?, attributes = ? WHERE id = ?") {}

    void run(Database& db) {
        Statement rows(db, "SELECT " + std::string(kEvidenceColumns) +
                               ", relation FROM changed_relations JOIN placements ON "
                               "relation = changed_relations.id JOIN records ON records.id = "
                               "record ORDER BY changed_relations.id");
        Row current = 0;
        Edge edge;
        while (rows.step()) {
            const Row relation = rows.number(kEvidenceColumnCount);
            if (relation != current) write(current, edge);
            current = relation;
            edge.evidence.push_back(evidence_from(rows, articles_));
            edge.status = edge.evidence.back().status;
        }
        write(current, edge);
    }

  private:
    void write(Row row, Edge& edge) {
        if (row == 0) return;
        summarise(edge);
        const std::string attributes = attributes_text(edge.attributes);
        update_.bind(1, edge.confidence).bind(2, Row{edge.sources});
        update_.bind(3, std::string_view(edge.first_seen));
        update_.bind(4, std::string_view(edge.last_seen));
        update_.bind(5, std::string_view(edge.valid_from));
        update_.bind(6, std::string_view(edge.valid_to));
        update_.bind(7, std::string_view(attributes)).bind(8, row).run();
        edge = Edge();
    }

    StoredArticles articles_;
    Statement update_;
};

// Brings first and last seen of the entities up to date whose relations changed.
class SeenDates {
  public:
    // To be made before relations without evidence are removed.
    explicit SeenDates(Database& db) : db_(db) {
        Statement ends(db,
                       "SELECT subject, object FROM relations WHERE id IN (SELECT id FROM "
                       "changed_relations)");
        while (ends.step()) {
            seen_.try_emplace(ends.number(0));
            seen_.try_emplace(ends.number(1));
        }
    }

    void write() {
        read_dates();
        Statement update(db_, "UPDATE entities SET first_seen = ?, last_seen = ? WHERE id = ?");
        for (const auto& [row, node] : seen_) {
            update.bind(1, std::string_view(node.first_seen));
            update.bind(2, std::string_view(node.last_seen)).bind(3, row).run();
        }
    }

  private:
    void read_dates() {
        const std::string columns = "SELECT subject, object, first_seen, last_seen FROM relations";
        // One look at all relations is cheaper than many look-ups.
        const auto entities = db_.number("SELECT count(*) FROM entities");
        if (static_cast<std::int64_t>(seen_.size()) > entities / 10) {
            Statement all(db_, columns);
            while (all.step()) extend(all);
            return;
        }
        Statement at(db_, columns + " WHERE subject = ?1 OR object = ?1");
        for (const auto& entry : seen_) {
            at.bind(1, entry.first);
            while (at.step()) extend(at);
        }
    }

    void extend(const Statement& relation) {
        Edge edge;
        edge.first_seen = relation.text(2);
        edge.last_seen = relation.text(3);
        for (const int end : {0, 1}) {
            const auto found = seen_.find(relation.number(end));
            if (found != seen_.end()) extend_seen(found->second, edge);
        }
    }

    Database& db_;
    std::unordered_map<Row, Node> seen_;  // by row; of a node only the dates
};

// Counts the articles that use each name, and each alias for it; an article that came in twice
// counts once.
void count_uses(Database& db, const std::unordered_map<Row, std::uint32_t>& index,
                std::vector<NameUse>& uses_of) {
    std::unordered_map<Row, Row> standing;  // by row of the article
    Statement articles(db, "SELECT id, coalesce(standing, id) FROM documents");
    while (articles.step()) standing.emplace(articles.number(0), articles.number(1));
    std::vector<Row> users;  // of the name or alias at hand
    Statement uses(db,
                   "SELECT name, alias, document FROM name_uses ORDER BY name, alias, document");
    Row name = 0;
    std::string alias;
    const auto note = [&] {
        if (users.empty()) return;
        std::sort(users.begin(), users.end());
        const auto last = std::unique(users.begin(), users.end());
        const auto count = static_cast<std::uint32_t>(last - users.begin());
        users.clear();
        NameUse& use = uses_of[sound_at(index, name)];
        if (alias.empty()) {
            use.documents = count;
        } else {
            use.aliases.emplace_back(alias, count);
        }
    };
    while (uses.step()) {
        if (uses.number(0) != name || uses.text(1) != alias) {
            note();
            name = uses.number(0);
            alias = uses.text(1);
        }
        users.push_back(sound_at(standing, uses.number(2)));
    }
    note();
}

}  // namespace

StoredNames read_names(Database& db) {
    StoredNames result;
    std::unordered_map<Row, std::uint32_t> index;
    Statement names(db, "SELECT id, name, type FROM names ORDER BY id");
    while (names.step()) {
        index.emplace(names.number(0), static_cast<std::uint32_t>(result.rows.size()));
        result.rows.push_back(names.number(0));
        result.uses.push_back(
            {names.string(1), sound(extract::entity_type_from(names.text(2))), 0, {}});
    }
    count_uses(db, index, result.uses);
    // SQLite would sort all of them as rows to leave out those that come again.
    Statement related(db, "SELECT subject, object FROM records");
    while (related.step()) {
        result.related.emplace_back(sound_at(index, related.number(0)),
                                    sound_at(index, related.number(1)));
    }
    std::sort(result.related.begin(), result.related.end());
    result.related.erase(std::unique(result.related.begin(), result.related.end()),
                         result.related.end());
    return result;
}

std::vector<Override> read_overrides(Database& db) {
    std::string text;
    Statement statements(db, "SELECT statement FROM overrides ORDER BY statement");
    while (statements.step()) text += statements.string(0) + "\n";
    return parse_overrides(text, "alias statements in the graph file");
}

void start_changes(Database& db) {
    db.run(
        "CREATE TEMP TABLE changed_documents(id INTEGER PRIMARY KEY);"
        "CREATE TEMP TABLE changed_relations(id INTEGER PRIMARY KEY);"
        "CREATE TEMP TABLE unplaced(id INTEGER PRIMARY KEY);"
        "CREATE TEMP TABLE new_uses(name INTEGER, alias TEXT, document INTEGER);");
}

void merge_stored_records(Database& db, const std::set<std::string>& symmetric) {
    group_articles(db);
    db.run(
        "DELETE FROM names WHERE NOT EXISTS (SELECT 1 FROM name_uses WHERE name_uses.name = "
        "names.id)");
    const StoredNames names = read_names(db);
    const Resolution resolution = resolve(names.uses, names.related, read_overrides(db));
    const std::vector<Row> entities = EntityTable(db).write(resolution.clusters);
    const auto places = assign_names(db, names, resolution, entities);
    Placement(db, places, symmetric).run();
    create_indices(db);
    EdgeWriter(db).run(db);
    SeenDates dates(db);
    db.run(
        "DELETE FROM relations WHERE id IN (SELECT id FROM changed_relations) AND NOT EXISTS "
        "(SELECT 1 FROM placements WHERE relation = relations.id)");
    dates.write();
}

}  // namespace relata::graph
