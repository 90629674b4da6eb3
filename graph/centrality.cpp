#include "graph/centrality.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <numeric>

#include "graph/boost_view.hpp"

namespace relata::graph {
namespace {

constexpr std::array<std::string_view, 3> kMeasures = {"degree", "pagerank", "betweenness"};

// A property map over the vertices of a view: a vector, looked up by node index.
template <typename T>
auto by_node(std::vector<T>& values, const BoostGraph& view) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, view));
}

std::vector<double> degree(const KnowledgeGraph& graph) {
    std::vector<double> result(graph.nodes().size());
    for (const Edge& edge : graph.edges()) {
        if (edge.status == Status::denied) continue;
        ++result[edge.source];
        ++result[edge.target];
    }
    return result;
}

std::vector<double> pagerank(const KnowledgeGraph& graph) {
    const BoostGraph view = undirected_view(graph);
    const std::size_t n = num_vertices(view);
    std::vector<double> rank(n, 1.0), next(n);
    if (n == 0) return rank;
    boost::graph::page_rank(view, by_node(rank, view), boost::graph::n_iterations(60), 0.85,
                            static_cast<NodeIndex>(n), by_node(next, view));
    const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
    for (double& r : rank) r /= sum;
    return rank;
}

std::vector<double> betweenness(const KnowledgeGraph& graph) {
    const BoostGraph view = undirected_view(graph);
    std::vector<double> result(num_vertices(view));
    boost::brandes_betweenness_centrality(view, by_node(result, view));
    // The view has every link twice, so each pair is counted from both ends.
    const double n = static_cast<double>(result.size());
    const double pairs = (n - 1) * (n - 2);
    if (pairs > 0) {
        for (double& score : result) score /= pairs;
    }
    return result;
}

}  // namespace

std::string_view to_string(Measure measure) { return kMeasures[static_cast<std::size_t>(measure)]; }

std::optional<Measure> measure_from(std::string_view name) {
    const auto found = std::find(kMeasures.begin(), kMeasures.end(), name);
    if (found == kMeasures.end()) return std::nullopt;
    return static_cast<Measure>(found - kMeasures.begin());
}

std::vector<double> scores(const KnowledgeGraph& graph, Measure measure) {
    switch (measure) {
        case Measure::degree:
            return degree(graph);
        case Measure::pagerank:
            return pagerank(graph);
        case Measure::betweenness:
            return betweenness(graph);
    }
    return {};
}

std::vector<Ranked> ranking(const KnowledgeGraph& graph, Measure measure) {
    const std::vector<double> all = scores(graph, measure);
    std::vector<Ranked> result;
    for (NodeIndex n = 0; n < all.size(); ++n) {
        const EntityType type = graph.node(n).type;
        if (type != EntityType::date && type != EntityType::money) result.push_back({n, all[n]});
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    return result;
}

std::vector<std::uint32_t> numbered_by_size(const std::vector<std::uint32_t>& groups) {
    const std::size_t count =
        groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + std::size_t{1};
    std::vector<std::size_t> size(count);
    std::vector<std::uint32_t> order;  // groups by their first node
    for (const std::uint32_t group : groups) {
        if (size[group]++ == 0) order.push_back(group);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
    std::vector<std::uint32_t> number(count);
    for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
    std::vector<std::uint32_t> result;
    for (const std::uint32_t group : groups) result.push_back(number[group]);
    return result;
}

std::vector<std::uint32_t> components(const KnowledgeGraph& graph) {
    const BoostGraph view = undirected_view(graph);
    std::vector<std::uint32_t> group(num_vertices(view));
    boost::connected_components(view, by_node(group, view));
    return numbered_by_size(group);
}

}  // namespace relata::graph
