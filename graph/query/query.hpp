// Queries in a reading subset of openCypher; docs/query.md describes it for users.
//
//   graph::query::QueryResult result = graph::query::run(
//       graph, "MATCH (p:person)-[r:ceo_of]->(o:org) WHERE o.name = $firm RETURN p.name, r.quote",
//       {{"firm", graph::query::Value("Microsoft")}});
//   for (const auto& row : result.rows) std::cout << to_text(row[0], graph) << '\n';
//
// Errors: relata::Error whose message ends with the query's line and a caret under the place that
// it is about, on lines of their own. Thread safety: run() may be called from any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/store.hpp"

namespace relata::graph::query {

struct NodeRef {
    NodeIndex index = 0;
    bool operator==(const NodeRef&) const = default;
};
struct EdgeRef {
    EdgeIndex index = 0;
    bool operator==(const EdgeRef&) const = default;
};
struct PathValue {
    std::vector<NodeIndex> nodes;
    std::vector<EdgeIndex> edges;  // one fewer than nodes
    bool operator==(const PathValue&) const = default;
};

// A value of a result or a parameter; monostate is null.
struct Value {
    using List = std::vector<Value>;
    using Map = std::map<std::string, Value>;
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map, NodeRef,
                 EdgeRef, PathValue>
        data;

    Value() = default;
    Value(bool value) : data(value) {}
    Value(std::int64_t value) : data(value) {}
    Value(double value) : data(value) {}
    Value(std::string value) : data(std::move(value)) {}
    Value(std::string_view value) : data(std::string(value)) {}
    Value(const char* value) : data(std::string(value)) {}
    Value(List value) : data(std::move(value)) {}
    Value(Map value) : data(std::move(value)) {}
    Value(NodeRef value) : data(value) {}
    Value(EdgeRef value) : data(value) {}
    Value(PathValue value) : data(std::move(value)) {}

    bool is_null() const { return std::holds_alternative<std::monostate>(data); }
    bool operator==(const Value&) const = default;
};

// For tables, CSV, TSV: strings as they are, null as "", lists in brackets, a node by its name, an
// edge as `(A)-[type]->(B)`.
std::string to_text(const Value& value, const KnowledgeGraph& graph);
// One JSON value: nodes and edges as objects with all their properties.
std::string to_json(const Value& value, const KnowledgeGraph& graph);

struct QueryResult {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;  // each as long as columns
};

using Parameters = std::map<std::string, Value>;

QueryResult run(const KnowledgeGraph& graph, std::string_view text,
                const Parameters& parameters = {});

// What of a graph a query looks at.
struct Reach {
    std::vector<std::string> names;  // of entities that it asks for
    std::set<std::string> types;     // of relations that it asks for
    Extent extent;  // all where a pattern has no node whose name is given, or goes far
    // The two names of a query that asks for nothing but the shortest path between them.
    std::optional<std::pair<std::string, std::string>> ends;
    ConnectionOptions connections;  // for `ends`
    // Whether it asks when nodes were first or last seen, which a selection of edges changes.
    bool seen_dates = false;
};
// Throws as run() does for a query that cannot be parsed.
Reach reach(std::string_view text, const Parameters& parameters = {});
// The graph to that reach. run() gives the same on it as on the whole graph.
KnowledgeGraph load(const std::filesystem::path& path, const Reach& reach);

// Words that may stand in a query, sorted, for completion: keywords, functions, properties.
std::vector<std::string> vocabulary();

}  // namespace relata::graph::query
