#include "graph/schema.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

#include "base/error.hpp"
#include "extract/symmetric_types.hpp"

namespace relata::graph {
namespace {

// A file whose tables were made by another text is refused: every change wants a new
// kSchemaVersion.
constexpr const char* kTables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Articles. `standing` is the article that stands for this one where it came in twice, `story` the
-- first one of its near-duplicates.
CREATE TABLE documents(
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL, source TEXT NOT NULL, date TEXT NOT NULL, title TEXT NOT NULL,
  path TEXT NOT NULL, author TEXT NOT NULL,
  fingerprint INTEGER NOT NULL DEFAULT 0,
  signature TEXT NOT NULL DEFAULT '',
  standing INTEGER REFERENCES documents(id),
  story INTEGER REFERENCES documents(id));

-- Nodes of the graph. `entity` is the stable id, "org:deepseek"; the dates are those of articles.
CREATE TABLE entities(
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  first_seen TEXT NOT NULL DEFAULT '', last_seen TEXT NOT NULL DEFAULT '');
CREATE TABLE aliases(
  entity INTEGER NOT NULL REFERENCES entities(id),
  alias TEXT NOT NULL,
  PRIMARY KEY(entity, alias)) WITHOUT ROWID;

-- Keys to look entities up by: names (alias 0) and aliases (alias 1) without case, accents, spaces.
CREATE TABLE look_up(
  key TEXT NOT NULL,
  alias INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities(id),
  PRIMARY KEY(key, alias, entity)) WITHOUT ROWID;

-- Names as articles use them, and the entities that they stand for.
CREATE TABLE names(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL, type TEXT NOT NULL,
  entity INTEGER REFERENCES entities(id),
  UNIQUE(name, type));
-- Which article uses a name (alias '') and which other names it gives to the same entity.
CREATE TABLE name_uses(
  name INTEGER NOT NULL REFERENCES names(id),
  alias TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES documents(id),
  PRIMARY KEY(name, alias, document)) WITHOUT ROWID;

-- Edges of the graph.
CREATE TABLE relations(
  id INTEGER PRIMARY KEY,
  subject INTEGER NOT NULL REFERENCES entities(id),
  type TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES entities(id),
  status TEXT NOT NULL,
  confidence REAL NOT NULL DEFAULT 0,
  sources INTEGER NOT NULL DEFAULT 0,
  first_seen TEXT NOT NULL DEFAULT '', last_seen TEXT NOT NULL DEFAULT '',
  valid_from TEXT NOT NULL DEFAULT '', valid_to TEXT NOT NULL DEFAULT '',
  attributes TEXT NOT NULL DEFAULT '',
  UNIQUE(subject, type, object, status));

-- Relation records, one a statement in a sentence.
CREATE TABLE records(
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents(id),
  digest INTEGER NOT NULL,
  subject INTEGER NOT NULL REFERENCES names(id),
  type TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES names(id),
  status TEXT NOT NULL,
  confidence REAL NOT NULL,
  attributes TEXT NOT NULL,
  rule TEXT NOT NULL, language TEXT NOT NULL,
  subject_text TEXT NOT NULL, subject_start INTEGER NOT NULL, subject_end INTEGER NOT NULL,
  object_text TEXT NOT NULL, object_start INTEGER NOT NULL, object_end INTEGER NOT NULL,
  sentence TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
  UNIQUE(document, digest));
-- The edge that a record is evidence of; none where its subject and object are one entity.
-- `swapped`: the edge runs from the record's object to its subject (types without direction).
CREATE TABLE placements(
  record INTEGER PRIMARY KEY REFERENCES records(id),
  relation INTEGER NOT NULL REFERENCES relations(id),
  swapped INTEGER NOT NULL);

-- The user's alias file.
CREATE TABLE overrides(statement TEXT PRIMARY KEY) WITHOUT ROWID;

-- For people: nodes with the dates of their articles, edges with names, evidence with articles.
CREATE VIEW nodes AS
  SELECT id, entity, name, type, first_seen, last_seen FROM entities;
CREATE VIEW edges AS
  SELECT r.id, s.name AS subject, s.type AS subject_type, r.type, o.name AS object,
         o.type AS object_type, r.status, r.confidence, r.sources, r.first_seen, r.last_seen,
         r.valid_from, r.valid_to, r.attributes
  FROM relations r JOIN entities s ON s.id = r.subject JOIN entities o ON o.id = r.object;
CREATE VIEW evidence AS
  SELECT p.relation, d.document, d.url, d.source, d.date, d.title, r.sentence AS quote,
         r.sentence_start AS quote_start, r.sentence_end AS quote_end, r.rule, r.language,
         r.confidence
  FROM placements p JOIN records r ON r.id = p.record
       JOIN documents own ON own.id = r.document JOIN documents d ON d.id = own.standing;
)sql";

constexpr const char* kIndices = R"sql(
CREATE INDEX IF NOT EXISTS placements_relation ON placements(relation);
CREATE INDEX IF NOT EXISTS records_subject ON records(subject, object);
CREATE INDEX IF NOT EXISTS records_object ON records(object);
CREATE INDEX IF NOT EXISTS relations_object ON relations(object, type, subject, status);
CREATE INDEX IF NOT EXISTS entities_name ON entities(name);
CREATE INDEX IF NOT EXISTS aliases_alias ON aliases(alias);
CREATE INDEX IF NOT EXISTS name_uses_document ON name_uses(document);
)sql";

// The statements that made what is in the file: name -> SQL, and "trigger" for any trigger.
std::map<std::string, std::string> definitions(Database& db) {
    std::map<std::string, std::string> found;
    Statement rows(db, "SELECT type, name, sql FROM sqlite_schema WHERE type <> 'index'");
    while (rows.step())
        found.emplace(rows.text(0) == "trigger" ? rows.text(0) : rows.text(1), rows.text(2));
    return found;
}

// A file may have tables and views of others beside ours, but ours must be what we made: behind the
// name of a table could be a view that never ends, and triggers run when we write.
bool has_our_tables(Database& db) {
    static const auto ours = [] {
        Database made(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        made.run(kTables);
        return definitions(made);
    }();
    const auto found = definitions(db);
    return !found.contains("trigger") &&
           std::includes(found.begin(), found.end(), ours.begin(), ours.end());
}

}  // namespace

void create_schema(Database& db) {
    db.run(kTables);
    db.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    db.run(("PRAGMA user_version = " + std::to_string(kSchemaVersion)).c_str());
    db.run("INSERT INTO meta VALUES('format', 'relata graph'), ('version', '2')");
}

void create_indices(Database& db) { db.run(kIndices); }

std::set<std::string> symmetric_types_in(Database& db) {
    Statement row(db, "SELECT value FROM meta WHERE key = 'symmetric'");
    if (!row.step()) return extract::symmetric_types();  // of a file made before it was kept
    std::istringstream names{row.string(0)};
    return {std::istream_iterator<std::string>(names), {}};
}

void keep_symmetric_types(Database& db, const std::set<std::string>& types) {
    std::string names;
    for (const std::string& type : types) names += (names.empty() ? "" : " ") + type;
    Statement(db, "INSERT OR REPLACE INTO meta VALUES('symmetric', ?)")
        .bind(1, std::string_view(names))
        .run();
}

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

void check_schema(Database& db, const std::filesystem::path& path) {
    if (db.number("PRAGMA application_id") != kApplicationId) {
        throw Error(path.string(), "this is no graph file of Relata",
                    "make one with `relata build`");
    }
    const std::int64_t version = db.number("PRAGMA user_version");
    if (version != kSchemaVersion) {
        throw Error(path.string(),
                    "this graph file has version " + std::to_string(version) +
                        ", this program reads version " + std::to_string(kSchemaVersion),
                    "build it again from the articles");
    }
    if (!has_our_tables(db)) {
        throw Error(path.string(), "its tables are not those of a graph file of Relata",
                    "build it again from the articles");
    }
}

}  // namespace relata::graph
