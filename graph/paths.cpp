#include "graph/paths.hpp"

#include <algorithm>
#include <deque>

namespace relata::graph {
namespace {

constexpr std::uint32_t kFar = 0xffffffff;

class PathFinder {
  public:
    PathFinder(const KnowledgeGraph& graph, const PathOptions& options)
        : graph_(graph), options_(options) {}

    std::vector<Path> find(NodeIndex from, NodeIndex to) {
        measure(from, to);
        std::vector<Path> paths;
        if (distance_[from] == kFar) return paths;
        std::vector<NodeIndex> nodes = {from};
        collect(nodes, to, paths);
        std::stable_sort(paths.begin(), paths.end(), [&](const Path& a, const Path& b) {
            return confidence(a) > confidence(b);
        });
        if (paths.size() > options_.limit) paths.resize(options_.limit);
        return paths;
    }

  private:
    // Paths are counted up to here before the best ones are chosen.
    static constexpr std::size_t kMostPaths = 10'000;

    bool usable(EdgeIndex e) const {
        return options_.denied || graph_.edge(e).status != Status::denied;
    }

    // Distances to `to`, walking backwards, until `from` is reached.
    void measure(NodeIndex from, NodeIndex to) {
        distance_.assign(graph_.nodes().size(), kFar);
        distance_[to] = 0;
        std::deque<NodeIndex> queue = {to};
        while (!queue.empty() && distance_[from] == kFar) {
            const NodeIndex at = queue.front();
            queue.pop_front();
            if (distance_[at] == options_.max_hops) return;
            for (const NodeIndex previous :
                 neighbours(at, graph_.in_edges(at), graph_.out_edges(at))) {
                if (distance_[previous] != kFar) continue;
                distance_[previous] = distance_[at] + 1;
                queue.push_back(previous);
            }
        }
    }

    // The other ends of the edges: those of `along`, and of `against` unless directed. Ascending.
    std::vector<NodeIndex> neighbours(NodeIndex at, std::span<const EdgeIndex> along,
                                      std::span<const EdgeIndex> against) const {
        std::vector<NodeIndex> result;
        const auto add = [&](std::span<const EdgeIndex> edges) {
            for (const EdgeIndex e : edges) {
                const Edge& edge = graph_.edge(e);
                if (usable(e)) result.push_back(edge.source == at ? edge.target : edge.source);
            }
        };
        add(along);
        if (!options_.directed) add(against);
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        return result;
    }

    void collect(std::vector<NodeIndex>& nodes, NodeIndex to, std::vector<Path>& paths) const {
        const NodeIndex at = nodes.back();
        if (at == to) {
            paths.push_back(with_hops(nodes));
            return;
        }
        for (const NodeIndex next : neighbours(at, graph_.out_edges(at), graph_.in_edges(at))) {
            if (paths.size() >= kMostPaths) return;
            if (distance_[next] == kFar || distance_[next] + 1 != distance_[at]) continue;
            nodes.push_back(next);
            collect(nodes, to, paths);
            nodes.pop_back();
        }
    }

    Path with_hops(const std::vector<NodeIndex>& nodes) const {
        Path path{nodes, {}};
        for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
            path.hops.push_back(edges_between(nodes[i], nodes[i + 1]));
        }
        return path;
    }

    std::vector<EdgeIndex> edges_between(NodeIndex a, NodeIndex b) const {
        std::vector<EdgeIndex> result;
        for (const EdgeIndex e : graph_.out_edges(a)) {
            if (usable(e) && graph_.edge(e).target == b) result.push_back(e);
        }
        if (!options_.directed) {
            for (const EdgeIndex e : graph_.in_edges(a)) {
                if (usable(e) && graph_.edge(e).source == b) result.push_back(e);
            }
        }
        std::stable_sort(result.begin(), result.end(), [&](EdgeIndex x, EdgeIndex y) {
            return graph_.edge(x).confidence > graph_.edge(y).confidence;
        });
        return result;
    }

    double confidence(const Path& path) const {
        double product = 1;
        for (const auto& hop : path.hops) product *= graph_.edge(hop.front()).confidence;
        return product;
    }

    const KnowledgeGraph& graph_;
    const PathOptions& options_;
    std::vector<std::uint32_t> distance_;  // to the last node
};

}  // namespace

std::vector<Path> shortest_paths(const KnowledgeGraph& graph, NodeIndex from, NodeIndex to,
                                 const PathOptions& options) {
    return PathFinder(graph, options).find(from, to);
}

}  // namespace relata::graph
