#include "graph/find.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "graph/name_key.hpp"

namespace relata::graph {
namespace {

using Table = std::unordered_map<std::string, std::vector<NodeIndex>>;

// The number of insertions, deletions, replacements and swaps of neighbours between two texts, or
// `limit` + 1 where it is more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
    std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        before_last = std::exchange(last, row);
    }
    return std::min(last.back(), limit + 1);
}

bool is_literal(const Node& node) {
    return node.type == EntityType::date || node.type == EntityType::money;
}

std::size_t degree(const KnowledgeGraph& graph, NodeIndex n) {
    return graph.out_edges(n).size() + graph.in_edges(n).size();
}

void sort_by_degree(const KnowledgeGraph& graph, std::vector<NodeIndex>& nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::stable_sort(nodes.begin(), nodes.end(),
                     [&](NodeIndex a, NodeIndex b) { return degree(graph, a) > degree(graph, b); });
}

}  // namespace

std::optional<std::size_t> key_distance(std::string_view key, std::string_view other) {
    if (key.size() >= 3 && other.find(key) != std::string_view::npos) return 1;
    const std::size_t limit = key.size() < 4 ? 1 : key.size() < 8 ? 2 : 3;
    const std::size_t distance = edit_distance(key, other, limit);
    if (distance > limit) return std::nullopt;
    return distance;
}

std::vector<NodeIndex> nodes_with_ids(const KnowledgeGraph& graph,
                                      std::span<const std::string> ids) {
    std::vector<NodeIndex> found;
    const std::span<const Node> nodes = graph.nodes();
    for (const std::string& id : ids) {
        const auto node = std::lower_bound(
            nodes.begin(), nodes.end(), id,
            [](const Node& n, const std::string& wanted) { return n.id < wanted; });
        if (node != nodes.end() && node->id == id)
            found.push_back(static_cast<NodeIndex>(node - nodes.begin()));
    }
    sort_by_degree(graph, found);
    return found;
}

struct NameIndex::Impl {
    const KnowledgeGraph& graph;
    Table by_id, by_name, by_key, by_alias, by_alias_key;
    std::multimap<std::string, NodeIndex> sorted;  // folded names, for completion

    explicit Impl(const KnowledgeGraph& g) : graph(g) {
        for (NodeIndex n = 0; n < graph.nodes().size(); ++n) {
            const Node& node = graph.node(n);
            by_id[node.id].push_back(n);
            by_name[node.name].push_back(n);
            add_keys(by_key, node.name, node.type, n);
            for (const std::string& alias : node.aliases) {
                by_alias[alias].push_back(n);
                add_keys(by_alias_key, alias, node.type, n);
            }
            if (!is_literal(node)) sorted.emplace(folded_key(node.name), n);
        }
    }

    static void add_keys(Table& table, const std::string& name, EntityType type, NodeIndex n) {
        for (std::string& key : look_up_keys(name, type)) table[std::move(key)].push_back(n);
    }

    std::vector<NodeIndex> look_up(const Table& table, const std::string& key) const {
        const auto found = table.find(key);
        if (found == table.end() || key.empty()) return {};
        std::vector<NodeIndex> nodes = found->second;
        sort_by_degree(graph, nodes);
        return nodes;
    }
};

NameIndex::NameIndex(const KnowledgeGraph& graph) : impl_(std::make_unique<Impl>(graph)) {}
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex& NameIndex::operator=(NameIndex&&) noexcept = default;
NameIndex::~NameIndex() = default;

std::vector<NodeIndex> NameIndex::find(std::string_view text) const {
    const std::string exact(text);
    const std::string key = look_up_key(text);
    const std::pair<const Table*, const std::string*> tiers[] = {{&impl_->by_id, &exact},
                                                                 {&impl_->by_name, &exact},
                                                                 {&impl_->by_key, &key},
                                                                 {&impl_->by_alias, &exact},
                                                                 {&impl_->by_alias_key, &key}};
    for (const auto& [table, wanted] : tiers) {
        std::vector<NodeIndex> found = impl_->look_up(*table, *wanted);
        if (!found.empty()) return found;
    }
    return {};
}

std::vector<std::string> NameIndex::suggestions(std::string_view text, std::size_t limit) const {
    const std::string key = look_up_key(text);
    if (key.empty()) return {};
    // The best distance of a node over its name and aliases.
    std::map<NodeIndex, std::size_t> distances;
    for (const Table* table : {&impl_->by_key, &impl_->by_alias_key}) {
        for (const auto& [name, nodes] : *table) {
            const auto distance = key_distance(key, name);
            if (!distance) continue;
            for (const NodeIndex n : nodes) {
                const auto [entry, fresh] = distances.emplace(n, *distance);
                if (!fresh) entry->second = std::min(entry->second, *distance);
            }
        }
    }
    std::vector<NodeIndex> order;
    for (const auto& [n, distance] : distances) {
        if (!is_literal(impl_->graph.node(n))) order.push_back(n);
    }
    std::stable_sort(order.begin(), order.end(), [&](NodeIndex a, NodeIndex b) {
        return std::tuple(distances[a], degree(impl_->graph, b)) <
               std::tuple(distances[b], degree(impl_->graph, a));
    });
    std::vector<std::string> names;
    for (const NodeIndex n : order) {
        const std::string& name = impl_->graph.node(n).name;
        if (names.size() == limit) break;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

std::vector<std::string> NameIndex::completions(std::string_view prefix, std::size_t limit) const {
    const std::string key = folded_key(prefix);
    std::vector<std::string> names;
    for (auto it = impl_->sorted.lower_bound(key);
         it != impl_->sorted.end() && it->first.starts_with(key) && names.size() < limit; ++it) {
        names.push_back(impl_->graph.node(it->second).name);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace relata::graph
