#include "graph/query/value.hpp"

#include <algorithm>
#include <cmath>

namespace relata::graph::query {
namespace {

std::optional<double> as_number(const Value& value) {
    if (const auto* i = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*i);
    if (const auto* d = std::get_if<double>(&value.data)) return *d;
    return std::nullopt;
}

int sign(bool is_less, bool is_greater) { return is_less ? -1 : is_greater ? 1 : 0; }

bool is_nan(const Value& value) {
    const auto* d = std::get_if<double>(&value.data);
    return d != nullptr && std::isnan(*d);
}

// What is not a number (0.0 / 0) comes behind all numbers, so that sorting has an order.
int compare_numbers(const Value& a, const Value& b) {
    if (is_nan(a) || is_nan(b)) return sign(!is_nan(a), !is_nan(b));
    const auto* i = std::get_if<std::int64_t>(&a.data);
    const auto* j = std::get_if<std::int64_t>(&b.data);
    if (i != nullptr && j != nullptr) return sign(*i<*j, *i> * j);
    const double x = *as_number(a), y = *as_number(b);
    return sign(x<y, x> y);
}

std::optional<bool> lists_equal(const Value::List& a, const Value::List& b) {
    if (a.size() != b.size()) return false;
    std::optional<bool> result = true;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::optional<bool> same = equals(a[i], b[i]);
        if (same == false) return false;
        if (!same) result = std::nullopt;
    }
    return result;
}

std::optional<bool> maps_equal(const Value::Map& a, const Value::Map& b) {
    if (a.size() != b.size()) return false;
    std::optional<bool> result = true;
    for (auto i = a.begin(), j = b.begin(); i != a.end(); ++i, ++j) {
        if (i->first != j->first) return false;
        const std::optional<bool> same = equals(i->second, j->second);
        if (same == false) return false;
        if (!same) result = std::nullopt;
    }
    return result;
}

// The place of a value's kind in the order of all values.
int rank(const Value& value) {
    static constexpr int kRanks[] = {9, 7, 8, 8, 6, 4, 1, 2, 3, 5};  // by index in the variant
    return kRanks[value.data.index()];
}

int order_lists(const Value::List& a, const Value::List& b, const KnowledgeGraph& graph) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (const int c = order(a[i], b[i], graph); c != 0) return c;
    }
    return sign(a.size() < b.size(), a.size() > b.size());
}

int order_maps(const Value::Map& a, const Value::Map& b, const KnowledgeGraph& graph) {
    auto i = a.begin();
    auto j = b.begin();
    for (; i != a.end() && j != b.end(); ++i, ++j) {
        if (const int c = i->first.compare(j->first); c != 0) return c;
        if (const int c = order(i->second, j->second, graph); c != 0) return c;
    }
    return sign(a.size() < b.size(), a.size() > b.size());
}

}  // namespace

std::optional<bool> equals(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return std::nullopt;
    if (as_number(a) && as_number(b)) return compare_numbers(a, b) == 0 && !is_nan(a) && !is_nan(b);
    if (a.data.index() != b.data.index()) return false;
    if (const auto* list = std::get_if<Value::List>(&a.data)) {
        return lists_equal(*list, std::get<Value::List>(b.data));
    }
    if (const auto* map = std::get_if<Value::Map>(&a.data)) {
        return maps_equal(*map, std::get<Value::Map>(b.data));
    }
    return a == b;
}

std::optional<bool> less(const Value& a, const Value& b) {
    if (as_number(a) && as_number(b)) {
        return compare_numbers(a, b) < 0 && !is_nan(a) && !is_nan(b);
    }
    if (a.data.index() != b.data.index()) return std::nullopt;
    if (const auto* text = std::get_if<std::string>(&a.data)) {
        return *text < std::get<std::string>(b.data);
    }
    if (const auto* flag = std::get_if<bool>(&a.data)) return *flag < std::get<bool>(b.data);
    if (const auto* list = std::get_if<Value::List>(&a.data)) {
        const auto& other = std::get<Value::List>(b.data);
        for (std::size_t i = 0; i < std::min(list->size(), other.size()); ++i) {
            const std::optional<bool> same = equals((*list)[i], other[i]);
            if (!same) return std::nullopt;
            if (!*same) return less((*list)[i], other[i]);
        }
        return list->size() < other.size();
    }
    return std::nullopt;
}

int order(const Value& a, const Value& b, const KnowledgeGraph& graph) {
    if (rank(a) != rank(b)) return sign(rank(a) < rank(b), rank(a) > rank(b));
    if (a.is_null()) return 0;
    if (as_number(a)) return compare_numbers(a, b);
    return std::visit(
        [&](const auto& x) {
            using T = std::decay_t<decltype(x)>;
            const T& y = std::get<T>(b.data);
            if constexpr (std::is_same_v<T, Value::List>) {
                return order_lists(x, y, graph);
            } else if constexpr (std::is_same_v<T, Value::Map>) {
                return order_maps(x, y, graph);
            } else if constexpr (std::is_same_v<T, NodeRef> || std::is_same_v<T, EdgeRef>) {
                return sign(x.index<y.index, x.index> y.index);
            } else if constexpr (std::is_same_v<T, PathValue>) {
                return sign(std::tie(x.nodes, x.edges) < std::tie(y.nodes, y.edges),
                            std::tie(x.nodes, x.edges) > std::tie(y.nodes, y.edges));
            } else if constexpr (std::is_same_v<T, std::monostate>) {
                return 0;
            } else {
                return sign(x<y, x> y);
            }
        },
        a.data);
}

}  // namespace relata::graph::query
