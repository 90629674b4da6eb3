// Rows of the table `records` and of attribute columns, as the store's parts share them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/article.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/sqlite.hpp"

namespace relata::graph {

// Attributes as the store keeps them: a JSON object, "" for none.
std::string attributes_text(const std::map<std::string, std::string>& attributes);
std::map<std::string, std::string> attributes_from(std::string_view text);

// The columns that evidence_from() reads, of tables `records` and `placements`, to stand first in a
// SELECT.
inline constexpr std::string_view kEvidenceColumns =
    "document, swapped, status, confidence, attributes, rule, language, subject_text, object_text, "
    "sentence, sentence_start, sentence_end";
inline constexpr int kEvidenceColumnCount = 12;

// All articles of a graph file by row id, with what stands for them.
class StoredArticles {
  public:
    explicit StoredArticles(Database& db);
    const Article& operator[](std::int64_t row) const {
        return articles_[static_cast<std::size_t>(row)].article;
    }
    // Row of the article that stands for this one.
    std::int64_t standing(std::int64_t row) const {
        return articles_[static_cast<std::size_t>(row)].standing;
    }

  private:
    struct Entry {
        Article article;
        std::int64_t standing = 0;
    };
    std::vector<Entry> articles_;  // by row id
};

// The evidence in the current row of a statement that selects kEvidenceColumns.
Evidence evidence_from(const Statement& row, const StoredArticles& articles);

}  // namespace relata::graph
