#include "graph/select.hpp"

#include <algorithm>
#include <tuple>

#include "graph/support.hpp"

namespace relata::graph {
namespace {

constexpr NodeIndex kGone = 0xffffffff;

// Whether a (partial) date lies before another one, wherever in its year or month it lies.
bool before(std::string_view a, std::string_view b) {
    const auto common = std::min(a.size(), b.size());
    return a.substr(0, common) < b.substr(0, common);
}

bool admitted(const Edge& edge, const KnowledgeGraph& graph, const Selection& s) {
    if (!s.statuses.empty() && !s.statuses.contains(edge.status)) return false;
    if (!s.types.empty() && !s.types.contains(edge.type)) return false;
    if (edge.confidence < s.min_confidence) return false;
    if (!s.as_of.empty() && !holds_at(edge, s.as_of)) return false;
    return s.entity_types.empty() || (s.entity_types.contains(graph.node(edge.source).type) &&
                                      s.entity_types.contains(graph.node(edge.target).type));
}

// The `former` edge of the same ends and type, where it says (or its articles say) that the
// relation was over by the date and no later article asserts it.
bool ended_before(const Edge& edge, const KnowledgeGraph& graph, std::string_view date) {
    if (edge.status != Status::asserted) return false;
    for (const EdgeIndex e : graph.out_edges(edge.source)) {
        const Edge& other = graph.edge(e);
        if (other.target != edge.target || other.type != edge.type ||
            other.status != Status::former) {
            continue;
        }
        const std::string& end = other.valid_to.empty() ? other.first_seen : other.valid_to;
        if (!end.empty() && !before(date, end) && edge.last_seen <= end) return true;
    }
    return false;
}

std::vector<bool> admitted_edges(const KnowledgeGraph& graph, const Selection& s) {
    std::vector<bool> keep(graph.edges().size());
    for (EdgeIndex e = 0; e < keep.size(); ++e) {
        keep[e] = admitted(graph.edge(e), graph, s) &&
                  (s.as_of.empty() || !ended_before(graph.edge(e), graph, s.as_of));
    }
    return keep;
}

// Calls visit(other end) for every kept edge at a node.
template <typename Visit>
void for_each_neighbour(const KnowledgeGraph& graph, const std::vector<bool>& keep, NodeIndex node,
                        Visit visit) {
    for (const EdgeIndex e : graph.out_edges(node)) {
        if (keep[e]) visit(graph.edge(e).target);
    }
    for (const EdgeIndex e : graph.in_edges(node)) {
        if (keep[e]) visit(graph.edge(e).source);
    }
}

std::vector<bool> within_hops(const KnowledgeGraph& graph, const std::vector<bool>& keep,
                              const Selection& s) {
    std::vector<bool> reached(graph.nodes().size());
    std::vector<NodeIndex> frontier = s.focus;
    for (const NodeIndex node : frontier) reached[node] = true;
    for (std::uint32_t hop = 0; hop < s.hops; ++hop) {
        std::vector<NodeIndex> next;
        for (const NodeIndex node : frontier) {
            for_each_neighbour(graph, keep, node, [&](NodeIndex other) {
                if (!reached[other]) next.push_back(other);
                reached[other] = true;
            });
        }
        frontier = std::move(next);
    }
    return reached;
}

std::vector<bool> with_an_edge(const KnowledgeGraph& graph, const std::vector<bool>& keep) {
    std::vector<bool> result(graph.nodes().size());
    for (EdgeIndex e = 0; e < keep.size(); ++e) {
        if (!keep[e]) continue;
        result[graph.edge(e).source] = true;
        result[graph.edge(e).target] = true;
    }
    return result;
}

// Leaves the nodes with the most kept edges among `nodes`; a focus comes before all others.
void keep_top(const KnowledgeGraph& graph, const std::vector<bool>& keep, const Selection& s,
              std::vector<bool>& nodes) {
    std::vector<std::size_t> degree(nodes.size());
    for (EdgeIndex e = 0; e < keep.size(); ++e) {
        const Edge& edge = graph.edge(e);
        if (!keep[e] || !nodes[edge.source] || !nodes[edge.target]) continue;
        ++degree[edge.source];
        ++degree[edge.target];
    }
    std::vector<bool> focused(nodes.size());
    for (const NodeIndex node : s.focus) focused[node] = true;
    std::vector<NodeIndex> order;
    for (NodeIndex n = 0; n < nodes.size(); ++n) {
        if (nodes[n]) order.push_back(n);
    }
    std::stable_sort(order.begin(), order.end(), [&](NodeIndex a, NodeIndex b) {
        return std::tuple(focused[a], degree[a]) > std::tuple(focused[b], degree[b]);
    });
    const std::size_t count = std::max(*s.top, s.focus.size());
    for (std::size_t i = count; i < order.size(); ++i) nodes[order[i]] = false;
}

// First and last seen as the edges that are left say.
void update_seen(std::vector<Node>& nodes, const std::vector<Edge>& edges) {
    for (Node& node : nodes) node.first_seen = node.last_seen = "";
    for (const Edge& edge : edges) {
        extend_seen(nodes[edge.source], edge);
        extend_seen(nodes[edge.target], edge);
    }
}

}  // namespace

bool holds_at(const Edge& edge, std::string_view date) {
    const bool fact = edge.status == Status::asserted || edge.status == Status::former;
    // A plan or rumour is there from its first article on, whatever date it speaks of.
    const std::string& stated = fact ? edge.valid_from : edge.first_seen;
    const std::string& from =
        stated.empty() && (!fact || edge.valid_to.empty()) ? edge.first_seen : stated;
    if (!from.empty() && before(date, from)) return false;
    // What is former by now may have held then or may have been over; its dates tell.
    return edge.status != Status::asserted || edge.valid_to.empty() || !before(edge.valid_to, date);
}

KnowledgeGraph select(KnowledgeGraph graph, const Selection& s) {
    const std::vector<bool> keep = admitted_edges(graph, s);
    std::vector<bool> nodes =
        s.focus.empty() ? with_an_edge(graph, keep) : within_hops(graph, keep, s);
    if (s.top) keep_top(graph, keep, s, nodes);

    const KnowledgeGraph::Receipts receipts = graph.receipts();
    auto [all_nodes, all_edges] = std::move(graph).release();
    std::vector<NodeIndex> moved(all_nodes.size(), kGone);
    std::vector<Node> kept_nodes;
    for (NodeIndex n = 0; n < all_nodes.size(); ++n) {
        if (!nodes[n]) continue;
        moved[n] = static_cast<NodeIndex>(kept_nodes.size());
        kept_nodes.push_back(std::move(all_nodes[n]));
    }
    std::vector<Edge> kept_edges;
    for (EdgeIndex e = 0; e < all_edges.size(); ++e) {
        Edge& edge = all_edges[e];
        edge.source = moved[edge.source];
        edge.target = moved[edge.target];
        if (!keep[e] || edge.source == kGone || edge.target == kGone) continue;
        kept_edges.push_back(std::move(edge));
    }
    update_seen(kept_nodes, kept_edges);
    return KnowledgeGraph(std::move(kept_nodes), std::move(kept_edges), receipts);
}

}  // namespace relata::graph
