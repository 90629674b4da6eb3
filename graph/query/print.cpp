// Values as text and JSON.
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "graph/query/property.hpp"
#include "graph/query/query.hpp"

namespace relata::graph::query {
namespace {

using Json = nlohmann::json;

std::string real_text(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
    // Amounts are easier to read without an exponent.
    const bool plain = value == 0 || (std::abs(value) >= 1e-5 && std::abs(value) < 1e15);
    char buffer[64];
    const auto end =
        plain ? std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::fixed)
              : std::to_chars(std::begin(buffer), std::end(buffer), value);
    std::string text(buffer, end.ptr);
    // A real number stays one: 1.0, not 1.
    return text.find_first_not_of("-0123456789") == std::string::npos ? text + ".0" : text;
}

std::string edge_text(const Edge& edge, const KnowledgeGraph& graph) {
    return "(" + graph.node(edge.source).name + ")-[" + edge.type + "]->(" +
           graph.node(edge.target).name + ")";
}

std::string path_text(const PathValue& path, const KnowledgeGraph& graph) {
    std::string text = "(" + graph.node(path.nodes.front()).name + ")";
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
        const Edge& edge = graph.edge(path.edges[i]);
        const bool along = edge.source == path.nodes[i];
        text += (along ? "-[" : "<-[") + edge.type + (along ? "]->(" : "]-(");
        text += graph.node(path.nodes[i + 1]).name + ")";
    }
    return text;
}

Json json(const Value& value, const KnowledgeGraph& graph);

Json json(const Value::Map& map, const KnowledgeGraph& graph) {
    Json result = Json::object();
    for (const auto& [key, value] : map) result[key] = json(value, graph);
    return result;
}

Json node_json(NodeIndex node, const KnowledgeGraph& graph) {
    return json(properties(graph.node(node)), graph);
}

Json edge_json(EdgeIndex index, const KnowledgeGraph& graph) {
    const Edge& edge = graph.edge(index);
    Json result = json(properties(edge), graph);
    result["subject"] = graph.node(edge.source).name;
    result["object"] = graph.node(edge.target).name;
    return result;
}

Json path_json(const PathValue& path, const KnowledgeGraph& graph) {
    Json nodes = Json::array(), edges = Json::array();
    for (const NodeIndex n : path.nodes) nodes.push_back(node_json(n, graph));
    for (const EdgeIndex e : path.edges) edges.push_back(edge_json(e, graph));
    return {{"nodes", std::move(nodes)}, {"relationships", std::move(edges)}};
}

Json json(const Value& value, const KnowledgeGraph& graph) {
    return std::visit(
        [&](const auto& x) -> Json {
            using T = std::decay_t<decltype(x)>;
            if constexpr (std::is_same_v<T, std::monostate>) {
                return nullptr;
            } else if constexpr (std::is_same_v<T, Value::List>) {
                Json list = Json::array();
                for (const Value& item : x) list.push_back(json(item, graph));
                return list;
            } else if constexpr (std::is_same_v<T, Value::Map>) {
                return json(x, graph);
            } else if constexpr (std::is_same_v<T, NodeRef>) {
                return node_json(x.index, graph);
            } else if constexpr (std::is_same_v<T, EdgeRef>) {
                return edge_json(x.index, graph);
            } else if constexpr (std::is_same_v<T, PathValue>) {
                return path_json(x, graph);
            } else {
                return x;
            }
        },
        value.data);
}

std::string list_text(const Value::List& list, const KnowledgeGraph& graph) {
    std::string text = "[";
    for (const Value& item : list) {
        if (text.size() > 1) text += ", ";
        text += item.is_null() ? "null" : to_text(item, graph);
    }
    return text + "]";
}

}  // namespace

std::string to_text(const Value& value, const KnowledgeGraph& graph) {
    return std::visit(
        [&](const auto& x) -> std::string {
            using T = std::decay_t<decltype(x)>;
            if constexpr (std::is_same_v<T, std::monostate>) {
                return "";
            } else if constexpr (std::is_same_v<T, bool>) {
                return x ? "true" : "false";
            } else if constexpr (std::is_same_v<T, std::int64_t>) {
                return std::to_string(x);
            } else if constexpr (std::is_same_v<T, double>) {
                return real_text(x);
            } else if constexpr (std::is_same_v<T, std::string>) {
                return x;
            } else if constexpr (std::is_same_v<T, Value::List>) {
                return list_text(x, graph);
            } else if constexpr (std::is_same_v<T, Value::Map>) {
                return to_json(value, graph);
            } else if constexpr (std::is_same_v<T, NodeRef>) {
                return graph.node(x.index).name;
            } else if constexpr (std::is_same_v<T, EdgeRef>) {
                return edge_text(graph.edge(x.index), graph);
            } else {
                return path_text(x, graph);
            }
        },
        value.data);
}

std::string to_json(const Value& value, const KnowledgeGraph& graph) {
    return json(value, graph).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace relata::graph::query
