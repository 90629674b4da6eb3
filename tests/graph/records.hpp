// Records for tests: one by hand, many at random.
#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relation.hpp"
#include "graph/knowledge_graph.hpp"

namespace relata::graph::testing {

// record("d1", "org:Baidu", "developer_of", "product:Wenku"): asserted, confidence 0.9, with a
// sentence of its own.
extract::Relation record(std::string_view document, std::string_view subject, std::string_view type,
                         std::string_view object);

// Records of `articles` articles over a small world of names with many spellings, aliases, repeated
// articles (same URL, same text), near-duplicates, symmetric types, all statuses, dates, amounts.
std::vector<extract::Relation> random_records(std::mt19937& random, int articles);

// Everything that a graph holds, line by line: equal texts, equal graphs.
std::string dump(const KnowledgeGraph& graph);

// The first line in which two texts differ, as "expected / got", or "".
std::string first_difference(const std::string& expected, const std::string& got);

// A folder that is removed at the end.
struct TemporaryFolder {
    std::filesystem::path path;
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path operator/(std::string_view name) const { return path / name; }
};

}  // namespace relata::graph::testing
