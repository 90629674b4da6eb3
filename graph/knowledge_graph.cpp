#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace relata::graph {
namespace {

// Sorts by id and returns where each element went: new_index[old_index].
template <typename T>
std::vector<std::uint32_t> sort_by_id(std::vector<T>& items, const char* what) {
    std::vector<std::uint32_t> new_index(items.size());
    std::iota(new_index.begin(), new_index.end(), 0U);
    const auto by_id = [](const T& a, const T& b) { return a.id < b.id; };
    if (!std::is_sorted(items.begin(), items.end(), by_id)) {
        std::vector<std::uint32_t> order = new_index;
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return items[a].id < items[b].id; });
        std::vector<T> sorted;
        sorted.reserve(items.size());
        for (std::uint32_t to = 0; to < order.size(); ++to) {
            new_index[order[to]] = to;
            sorted.push_back(std::move(items[order[to]]));
        }
        items = std::move(sorted);
    }
    const auto same_id = [](const T& a, const T& b) { return a.id == b.id; };
    const auto repeated = std::adjacent_find(items.begin(), items.end(), same_id);
    if (repeated != items.end()) {
        throw std::invalid_argument(std::string(what) + " id is repeated: " + repeated->id);
    }
    return new_index;
}

// Edge indices grouped by node, ascending within each group.
struct Grouped {
    std::vector<EdgeIndex> first;  // one more than nodes
    std::vector<EdgeIndex> edges;

    template <typename Endpoint>
    Grouped(std::size_t nodes, const std::vector<Edge>& all, Endpoint endpoint)
        : first(nodes + 1, 0), edges(all.size()) {
        for (const Edge& edge : all) ++first[endpoint(edge) + 1];
        std::partial_sum(first.begin(), first.end(), first.begin());
        std::vector<EdgeIndex> next(first.begin(), first.end() - 1);
        for (EdgeIndex e = 0; e < all.size(); ++e) edges[next[endpoint(all[e])]++] = e;
    }

    std::span<const EdgeIndex> of(NodeIndex node) const {
        return std::span(edges).subspan(first[node], first[node + 1] - first[node]);
    }
};

}  // namespace

struct KnowledgeGraph::Impl {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    Grouped out, in;
    Receipts receipts;

    Impl(std::vector<Node> n, std::vector<Edge> e, Receipts r)
        : nodes(std::move(n)),
          edges(std::move(e)),
          out(nodes.size(), edges, [](const Edge& edge) { return edge.source; }),
          in(nodes.size(), edges, [](const Edge& edge) { return edge.target; }),
          receipts(r) {}
};

KnowledgeGraph::KnowledgeGraph() : KnowledgeGraph({}, {}) {}

KnowledgeGraph::KnowledgeGraph(std::vector<Node> nodes, std::vector<Edge> edges,
                               Receipts receipts) {
    const std::vector<std::uint32_t> moved = sort_by_id(nodes, "node");
    for (Edge& edge : edges) {
        if (edge.source >= nodes.size() || edge.target >= nodes.size()) {
            throw std::invalid_argument("edge names a node that is not there: " + edge.id);
        }
        if (receipts == Receipts::kept && edge.evidence.empty()) {
            throw std::invalid_argument("edge without evidence: " + edge.id);
        }
        edge.source = moved[edge.source];
        edge.target = moved[edge.target];
    }
    sort_by_id(edges, "edge");
    impl_ = std::make_unique<Impl>(std::move(nodes), std::move(edges), receipts);
}

KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph::~KnowledgeGraph() = default;

KnowledgeGraph::Receipts KnowledgeGraph::receipts() const { return impl_->receipts; }
std::span<const Node> KnowledgeGraph::nodes() const { return impl_->nodes; }
std::span<const Edge> KnowledgeGraph::edges() const { return impl_->edges; }
std::span<const EdgeIndex> KnowledgeGraph::out_edges(NodeIndex node) const {
    return impl_->out.of(node);
}
std::span<const EdgeIndex> KnowledgeGraph::in_edges(NodeIndex node) const {
    return impl_->in.of(node);
}

std::pair<std::vector<Node>, std::vector<Edge>> KnowledgeGraph::release() && {
    std::pair<std::vector<Node>, std::vector<Edge>> parts(std::move(impl_->nodes),
                                                          std::move(impl_->edges));
    *this = KnowledgeGraph();
    return parts;
}

}  // namespace relata::graph
