// The schema of the graph file; docs/schema.md describes it for readers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

#include "graph/sqlite.hpp"

namespace relata::graph {

inline constexpr std::int64_t kSchemaVersion = 2;
inline constexpr std::int64_t kApplicationId = 0x52656c61;  // "Rela"

// Makes the tables in an empty database.
void create_schema(Database& db);
// Makes the indices that writing a large graph would only slow down; does nothing where they are.
void create_indices(Database& db);
// The relation types without direction, as the file's rules have them.
std::set<std::string> symmetric_types_in(Database& db);
void keep_symmetric_types(Database& db, const std::set<std::string>& types);
// Opens a graph file in one transaction: a writer's commit does not change what is seen.
Database open_for_reading(const std::filesystem::path& path);
// Throws relata::Error where the file is no graph, of another version, or not made by Relata.
void check_schema(Database& db, const std::filesystem::path& path);

}  // namespace relata::graph
