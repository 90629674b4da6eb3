// The query language, on a small graph.
#include "graph/query/query.hpp"

#include "base/error.hpp"

using namespace relata::graph;

namespace {

KnowledgeGraph small_graph() {
    std::vector<Node> nodes;
    for (const char* name : {"a", "b", "c", "d"}) {
        Node node;
        node.id = std::string("org:") + name;
        node.name = name;
        nodes.push_back(node);
    }
    std::vector<Edge> edges;
    for (NodeIndex i = 0; i < 4; ++i) {
        Edge edge;
        edge.source = i;
        edge.target = (i + 1) % 4;
        edge.type = i % 2 == 0 ? "acquired" : "partner_of";
        edge.id = nodes[i].id + "|" + edge.type;
        edge.evidence.emplace_back();
        edges.push_back(edge);
    }
    return {std::move(nodes), std::move(edges)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const KnowledgeGraph graph = small_graph();
    if (size > 4096) return 0;
    try {
        const auto result =
            query::run(graph, std::string_view(reinterpret_cast<const char*>(data), size));
        for (const auto& row : result.rows)
            for (const auto& value : row) {
                (void)to_text(value, graph);
                (void)to_json(value, graph);
            }
    } catch (const relata::Error&) {
        // What a broken query must give.
    }
    return 0;
}
