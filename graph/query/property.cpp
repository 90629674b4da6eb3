#include "graph/query/property.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace relata::graph::query {
namespace {

template <typename T>
struct Row {
    std::string_view name;
    Value (*get)(const T&);
};

Value text(const std::string& value) { return value.empty() ? Value() : Value(value); }
Value count(std::size_t value) { return Value(static_cast<std::int64_t>(value)); }

// Amounts and shares are numbers, so that queries can compare them; dates are not.
Value attribute(std::string_view name, const std::string& value) {
    if (name != "amount" && name != "share") return text(value);
    const char* end = value.data() + value.size();
    std::int64_t integer = 0;
    if (const auto r = std::from_chars(value.data(), end, integer);
        r.ec == std::errc() && r.ptr == end) {
        return Value(integer);
    }
    double real = 0;
    if (const auto r = std::from_chars(value.data(), end, real);
        r.ec == std::errc() && r.ptr == end) {
        return Value(real);
    }
    return text(value);
}

// The most confident evidence.
const Evidence& best(const Edge& edge) {
    return *std::max_element(
        edge.evidence.begin(), edge.evidence.end(),
        [](const Evidence& a, const Evidence& b) { return a.confidence < b.confidence; });
}

Value as_map(const Evidence& e) {
    Value::Map map;
    const auto put = [&](const char* name, const std::string& value) {
        if (!value.empty()) map.emplace(name, value);
    };
    put("document", e.document);
    put("url", e.url);
    put("source", e.source);
    put("date", e.date);
    put("title", e.title);
    put("author", e.author);
    put("quote", e.quote);
    put("subject_text", e.subject_text);
    put("object_text", e.object_text);
    put("rule", e.rule);
    put("language", e.language);
    map.emplace("start", count(e.start));
    map.emplace("end", count(e.end));
    map.emplace("confidence", e.confidence);
    return Value(std::move(map));
}

Value evidence_list(const Edge& edge) {
    Value::List list;
    for (const Evidence& e : edge.evidence) list.push_back(as_map(e));
    return Value(std::move(list));
}

Value alias_list(const Node& node) {
    return Value(Value::List(node.aliases.begin(), node.aliases.end()));
}

constexpr std::array<Row<Node>, 6> kNode = {{
    {"id", [](const Node& n) { return Value(n.id); }},
    {"name", [](const Node& n) { return Value(n.name); }},
    {"type", [](const Node& n) { return Value(extract::to_string(n.type)); }},
    {"aliases", [](const Node& n) { return alias_list(n); }},
    {"first_seen", [](const Node& n) { return text(n.first_seen); }},
    {"last_seen", [](const Node& n) { return text(n.last_seen); }},
}};

constexpr std::array<Row<Edge>, 14> kEdge = {{
    {"id", [](const Edge& e) { return Value(e.id); }},
    {"type", [](const Edge& e) { return Value(e.type); }},
    {"status", [](const Edge& e) { return Value(extract::to_string(e.status)); }},
    {"confidence", [](const Edge& e) { return Value(e.confidence); }},
    {"sources", [](const Edge& e) { return count(e.sources); }},
    {"first_seen", [](const Edge& e) { return text(e.first_seen); }},
    {"last_seen", [](const Edge& e) { return text(e.last_seen); }},
    {"valid_from", [](const Edge& e) { return text(e.valid_from); }},
    {"valid_to", [](const Edge& e) { return text(e.valid_to); }},
    {"quote", [](const Edge& e) { return text(best(e).quote); }},
    {"url", [](const Edge& e) { return text(best(e).url); }},
    {"source", [](const Edge& e) { return text(best(e).source); }},
    {"document", [](const Edge& e) { return text(best(e).document); }},
    {"evidence", [](const Edge& e) { return evidence_list(e); }},
}};

template <typename T, typename Rows>
const Row<T>* row_named(const Rows& rows, std::string_view name) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Row<T>& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

template <typename T, typename Rows>
Value::Map all(const T& thing, const Rows& rows) {
    Value::Map map;
    for (const Row<T>& row : rows) {
        Value value = row.get(thing);
        if (!value.is_null()) map.emplace(row.name, std::move(value));
    }
    return map;
}

}  // namespace

Value property(const Node& node, std::string_view name) {
    const auto* row = row_named<Node>(kNode, name);
    return row == nullptr ? Value() : row->get(node);
}

Value property(const Edge& edge, std::string_view name) {
    if (const auto* row = row_named<Edge>(kEdge, name)) return row->get(edge);
    const auto found = edge.attributes.find(std::string(name));
    return found == edge.attributes.end() ? Value() : attribute(name, found->second);
}

Value::Map properties(const Node& node) { return all(node, kNode); }

Value::Map properties(const Edge& edge) {
    Value::Map map;
    for (const auto& [name, value] : edge.attributes) map.emplace(name, attribute(name, value));
    map.merge(all(edge, kEdge));
    return map;
}

std::vector<std::string> property_names() {
    std::vector<std::string> names = {"amount", "currency", "date",  "lead", "round",
                                      "share",  "since",    "title", "until"};
    for (const auto& row : kNode) names.emplace_back(row.name);
    for (const auto& row : kEdge) names.emplace_back(row.name);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace relata::graph::query
