// Rows of the table `records` and of attribute columns, as the store's parts share them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/article.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/sqlite.hpp"

namespace relata::graph {

// For what every graph file holds that Relata wrote: throws relata::Error where it is missing.
[[noreturn]] void fail_as_damaged();
template <typename T>
T sound(const std::optional<T>& value) {
    if (!value) fail_as_damaged();
    return *value;
}
template <typename Map>
const typename Map::mapped_type& sound_at(const Map& map, const typename Map::key_type& key) {
    const auto found = map.find(key);
    if (found == map.end()) fail_as_damaged();
    return found->second;
}

// Attributes as the store keeps them: a JSON object, "" for none.
std::string attributes_text(const std::map<std::string, std::string>& attributes);
std::map<std::string, std::string> attributes_from(std::string_view text);

// The columns that evidence_from() reads, of tables `records` and `placements`, to stand first in a
// SELECT.
inline constexpr std::string_view kEvidenceColumns =
    "document, swapped, status, confidence, attributes, rule, language, subject_text, object_text, "
    "sentence, sentence_start, sentence_end";
inline constexpr int kEvidenceColumnCount = 12;

// Articles of a graph file, read when they are first asked for. A row that is not there is a
// damage.
class StoredArticles {
  public:
    explicit StoredArticles(Database& db);
    // The article in that row of table `documents`.
    const Article& own(std::int64_t row) { return entry(row).article; }
    // The article that stands for it.
    const Article& standing(std::int64_t row) { return entry(entry(row).standing).article; }

  private:
    struct Entry {
        Article article;
        std::int64_t standing = 0;
    };
    const Entry& entry(std::int64_t row);

    Statement select_;
    std::unordered_map<std::int64_t, Entry> entries_;
};

// The evidence in the current row of a statement that selects kEvidenceColumns.
Evidence evidence_from(const Statement& row, StoredArticles& articles);

}  // namespace relata::graph
