#include "graph/neighbours.hpp"

#include <doctest/doctest.h>

#include <string>

#include "graph/find.hpp"
#include "news_graph.hpp"

using namespace relata::graph;

namespace {

std::string told(const KnowledgeGraph& graph, const char* name, std::uint32_t hops) {
    const NodeIndex node = NameIndex(graph).find(name).at(0);
    std::string text;
    for (const Neighbour& n : neighbours(graph, node, hops)) {
        text += std::to_string(n.hops) + " " + graph.node(n.via).name + " - " +
                graph.node(n.node).name + ":";
        for (const EdgeIndex e : n.edges) text += " " + graph.edge(e).type;
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("neighbours come with all relations between, nearest first") {
    const KnowledgeGraph& graph = testing::news_graph();
    const std::string near = told(graph, "Gamma", 1);
    const std::string farther = told(graph, "Gamma", 2);
    CHECK(near.find("1 Gamma - Delta: acquired") != std::string::npos);
    CHECK(near.find("1 Gamma - Acme AI: competitor_of") != std::string::npos);
    CHECK(near.find("\n2 ") == std::string::npos);
    CHECK(farther.starts_with(near));
    CHECK(farther.find("\n2 Acme AI - ") != std::string::npos);
    CHECK(farther.find("- Gamma:") == std::string::npos);
    CHECK(told(graph, "Gamma", 0).empty());
}
