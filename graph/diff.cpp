#include "graph/diff.hpp"

#include <charconv>
#include <map>

namespace relata::graph {
namespace {

using Properties = std::map<std::string, std::string>;

std::string number(double value) {
    char text[32];
    const auto end = std::to_chars(std::begin(text), std::end(text), value).ptr;
    return {text, end};
}

std::string joined(const std::vector<std::string>& items) {
    std::string result;
    for (const std::string& item : items) result += (result.empty() ? "" : ", ") + item;
    return result;
}

Properties properties(const Node& node) {
    return {{"name", node.name},
            {"aliases", joined(node.aliases)},
            {"first_seen", node.first_seen},
            {"last_seen", node.last_seen}};
}

Properties properties(const Edge& edge) {
    Properties result = {{"confidence", number(edge.confidence)},
                         {"sources", std::to_string(edge.sources)},
                         {"evidence", std::to_string(edge.evidence.size())},
                         {"first_seen", edge.first_seen},
                         {"last_seen", edge.last_seen},
                         {"valid_from", edge.valid_from},
                         {"valid_to", edge.valid_to}};
    result.insert(edge.attributes.begin(), edge.attributes.end());
    return result;
}

template <typename T>
std::vector<Change> changes(const T& before, const T& after) {
    std::map<std::string, Change> all;
    for (auto& [key, value] : properties(before)) all[key] = {key, value, ""};
    for (auto& [key, value] : properties(after)) {
        all[key].property = key;
        all[key].after = value;
    }
    std::vector<Change> result;
    for (auto& [key, change] : all) {
        if (change.before != change.after) result.push_back(std::move(change));
    }
    return result;
}

// Walks two lists that are sorted by id side by side.
template <typename T, typename Index>
void compare(std::span<const T> before, std::span<const T> after, std::vector<Index>& lost,
             std::vector<Index>& added, std::vector<Changed<Index>>& changed) {
    Index i = 0, j = 0;
    while (i < before.size() || j < after.size()) {
        if (j == after.size() || (i < before.size() && before[i].id < after[j].id)) {
            lost.push_back(i++);
        } else if (i == before.size() || after[j].id < before[i].id) {
            added.push_back(j++);
        } else {
            std::vector<Change> found = changes(before[i], after[j]);
            if (!found.empty()) changed.push_back({i, j, std::move(found)});
            ++i;
            ++j;
        }
    }
}

}  // namespace

bool Diff::empty() const {
    return lost_nodes.empty() && added_nodes.empty() && changed_nodes.empty() &&
           lost_edges.empty() && added_edges.empty() && changed_edges.empty();
}

Diff diff(const KnowledgeGraph& before, const KnowledgeGraph& after) {
    Diff result;
    compare(before.nodes(), after.nodes(), result.lost_nodes, result.added_nodes,
            result.changed_nodes);
    compare(before.edges(), after.edges(), result.lost_edges, result.added_edges,
            result.changed_edges);
    return result;
}

}  // namespace relata::graph
