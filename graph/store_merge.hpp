// The reduce step inside a graph file: brings entities and relations up to date with the records.
// Costs what has changed, beside one look at all names: only edges whose evidence or ends changed
// are merged anew.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/resolve.hpp"
#include "graph/sqlite.hpp"

namespace relata::graph {

// What resolution looks at, read from a graph file.
struct StoredNames {
    std::vector<std::int64_t> rows;  // of table `names`
    std::vector<NameUse> uses;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> related;
};
StoredNames read_names(Database& db);
std::vector<Override> read_overrides(Database& db);

// Makes the temporary tables in which a writer notes what it changed: rows of documents in
// `changed_documents`, of relations in `changed_relations`, of new records in `unplaced`, uses
// of names in `new_uses`.
void start_changes(Database& db);

// Inside a transaction of the caller, after start_changes().
void merge_stored_records(Database& db, const std::set<std::string>& symmetric);

}  // namespace relata::graph
