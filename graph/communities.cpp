// Louvain's method: nodes move to the neighbouring community that raises modularity most; then
// communities become nodes of a smaller graph, and so on until nothing moves. Nodes are visited in
// order of their index, ties go to the smaller community: no randomness.
#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <map>
#include <numeric>

#include "graph/boost_view.hpp"
#include "graph/centrality.hpp"

namespace relata::graph {
namespace {

using Group = std::uint32_t;

struct Weighted {
    std::vector<std::map<Group, double>>
        links;         // by node; both directions; own index: inner weight
    double total = 0;  // of all links, each direction counted
};

Weighted weighted(const KnowledgeGraph& graph) {
    const BoostGraph view = undirected_view(graph);
    Weighted result;
    result.links.resize(num_vertices(view));
    for (const auto& edge : boost::make_iterator_range(edges(view))) {
        result.links[source(edge, view)][target(edge, view)] = 1;
        result.total += 1;
    }
    return result;
}

class Level {
  public:
    explicit Level(const Weighted& graph)
        : graph_(graph), group_(graph.links.size()), weight_(graph.links.size()) {
        std::iota(group_.begin(), group_.end(), Group{0});
        for (std::size_t n = 0; n < weight_.size(); ++n) {
            for (const auto& [other, weight] : graph_.links[n]) weight_[n] += weight;
        }
        group_weight_ = weight_;
    }

    // Moves nodes until nothing improves; whether anything moved.
    bool improve() {
        bool improved = false;
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t n = 0; n < group_.size(); ++n) moved = move(n) || moved;
            improved = improved || moved;
        }
        return improved;
    }

    const std::vector<Group>& groups() const { return group_; }

  private:
    static constexpr double kLeastGain = 1e-9;

    bool move(std::size_t n) {
        std::map<Group, double> to_group;
        for (const auto& [other, weight] : graph_.links[n]) {
            if (other != n) to_group[group_[other]] += weight;
        }
        const Group from = group_[n];
        group_weight_[from] -= weight_[n];
        const auto gain = [&](Group g) {
            const auto found = to_group.find(g);
            const double inner = found == to_group.end() ? 0 : found->second;
            return inner - group_weight_[g] * weight_[n] / graph_.total;
        };
        Group best = from;
        double best_gain = gain(from) + kLeastGain;
        for (const auto& [group, weight] : to_group) {
            if (gain(group) > best_gain) {
                best = group;
                best_gain = gain(group);
            }
        }
        group_[n] = best;
        group_weight_[best] += weight_[n];
        return best != from;
    }

    const Weighted& graph_;
    std::vector<Group> group_;
    std::vector<double> weight_;        // of all links of a node
    std::vector<double> group_weight_;  // of all links of a group's nodes
};

// Numbers groups densely in order of their first node.
std::vector<Group> dense(const std::vector<Group>& groups) {
    std::map<Group, Group> number;
    std::vector<Group> result;
    for (const Group g : groups) {
        result.push_back(number.emplace(g, static_cast<Group>(number.size())).first->second);
    }
    return result;
}

Weighted contracted(const Weighted& graph, const std::vector<Group>& groups) {
    Weighted result;
    result.total = graph.total;
    result.links.resize(
        groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + std::size_t{1});
    for (std::size_t n = 0; n < groups.size(); ++n) {
        for (const auto& [other, weight] : graph.links[n]) {
            result.links[groups[n]][groups[other]] += weight;
        }
    }
    return result;
}

}  // namespace

std::vector<std::uint32_t> communities(const KnowledgeGraph& graph) {
    Weighted current = weighted(graph);
    std::vector<Group> result(current.links.size());
    std::iota(result.begin(), result.end(), Group{0});
    for (;;) {
        Level level(current);
        if (!level.improve()) break;
        const std::vector<Group> groups = dense(level.groups());
        for (Group& g : result) g = groups[g];
        current = contracted(current, groups);
    }
    return numbered_by_size(result);
}

}  // namespace relata::graph
