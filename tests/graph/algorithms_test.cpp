#include <doctest/doctest.h>

#include <numeric>

#include "graph/centrality.hpp"
#include "graph/diff.hpp"
#include "graph/find.hpp"
#include "graph/merge.hpp"
#include "graph/paths.hpp"
#include "graph/stats.hpp"
#include "graph/timeline.hpp"
#include "news_graph.hpp"
#include "records.hpp"

using namespace relata::graph;
using testing::news_graph;
using testing::node;
using testing::record;

TEST_CASE("names are found exactly, folded, and by alias, in this order") {
    const NameIndex names(news_graph());
    const auto only = [&](const char* text) {
        const auto found = names.find(text);
        return found.size() == 1 ? news_graph().node(found[0]).id : std::to_string(found.size());
    };
    CHECK(only("Jane Roe") == "person:jane-roe");
    CHECK(only("jane roe") == "person:jane-roe");
    CHECK(only("org:gamma") == "org:gamma");
    CHECK(only("Gamma Inc.") == "0");
    CHECK(only("acme-ai") == "org:acme-ai");
    CHECK(only("munchen") == "place:munich");
    CHECK(only("Nobody") == "0");
}

TEST_CASE("suggestions for what was mistyped") {
    const NameIndex names(news_graph());
    CHECK(names.suggestions("Jane Row").at(0) == "Jane Roe");
    CHECK(names.suggestions("acme").at(0) == "Acme AI");
    CHECK(names.suggestions("qqqqqqqq").empty());
    CHECK(names.completions("ma") == std::vector<std::string>{"Max Muster"});
}

TEST_CASE("shortest paths carry all edges of every hop") {
    const KnowledgeGraph& g = news_graph();
    const auto paths = shortest_paths(g, node(g, "person:jane-roe"), node(g, "place:munich"));
    REQUIRE(paths.size() == 1);
    REQUIRE(paths[0].nodes.size() == 5);
    CHECK(g.node(paths[0].nodes[1]).id == "org:acme-ai");
    CHECK(g.node(paths[0].nodes[3]).id == "org:delta");
    CHECK(paths[0].hops[0].size() == 3);  // founder, chief, former chief
    CHECK(paths[0].hops[2].size() == 2);  // bought and rumoured, not denied
    CHECK(shortest_paths(g, node(g, "org:zeta"), node(g, "org:gamma")).empty());
    PathOptions directed;
    directed.directed = true;
    CHECK(shortest_paths(g, node(g, "place:munich"), node(g, "org:delta"), directed).empty());
    CHECK(shortest_paths(g, node(g, "org:gamma"), node(g, "place:munich"), directed).size() == 1);
    CHECK(shortest_paths(g, 0, 0).at(0).hops.empty());
}

TEST_CASE("centrality of a path graph") {
    const KnowledgeGraph g = merge(std::vector{record("d", "org:A", "acquired", "org:B"),
                                               record("d", "org:B", "acquired", "org:C")});
    CHECK(scores(g, Measure::degree) == std::vector<double>{1, 2, 1});
    const auto between = scores(g, Measure::betweenness);
    CHECK(between[0] == 0);
    CHECK(between[1] == doctest::Approx(1));
    const auto rank = scores(g, Measure::pagerank);
    CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == doctest::Approx(1));
    CHECK(rank[0] == doctest::Approx(0.2567).epsilon(0.001));  // as NetworkX computes it
    CHECK(rank[1] == doctest::Approx(0.4865).epsilon(0.001));
    CHECK(ranking(g, Measure::pagerank)[0].node == 1);
}

TEST_CASE("components and communities") {
    const KnowledgeGraph& g = news_graph();
    const auto component = components(g);
    CHECK(component[node(g, "org:acme-ai")] == 0);
    CHECK(component[node(g, "org:zeta")] == 1);
    CHECK(component[node(g, "org:epsilon")] == 1);
    const auto community = communities(g);
    CHECK(community[node(g, "person:jane-roe")] == community[node(g, "org:acme-ai")]);
    CHECK(community[node(g, "org:delta")] != community[node(g, "org:acme-ai")]);
    CHECK(communities(KnowledgeGraph()).empty());
}

TEST_CASE("statistics count entities, relations, articles") {
    const Stats s = statistics(news_graph());
    CHECK(s.documents == 9);
    CHECK(s.outlets == 3);
    CHECK(s.evidence == 18);
    CHECK(s.relations == 17);
    CHECK(s.relations_by_type.at("acquired") == 3);
    CHECK(s.relations_by_status.at("denied") == 1);
    CHECK(s.components == 2);
    CHECK(s.first_seen == "2023-01-10");
    CHECK(s.last_seen == "2024-05-01");
}

TEST_CASE("a timeline gives beginnings, ends and first reports in order") {
    const KnowledgeGraph& g = news_graph();
    std::vector<std::string> lines;
    for (const Event& event : timeline(g, node(g, "org:acme-ai"))) {
        lines.push_back(event.date + " " + std::string(to_string(event.kind)) + " " +
                        g.edge(event.edge).id);
    }
    CHECK(lines == std::vector<std::string>{
                       "2019 begin person:jane-roe|ceo_of|org:acme-ai|asserted",
                       "2023-01-10 reported person:jane-roe|founder_of|org:acme-ai|asserted",
                       "2023-01-10 reported person:john-doe|founder_of|org:acme-ai|asserted",
                       "2023-03 begin org:acme-ai|funded_by|org:beta-ventures|asserted",
                       "2023-03-01 reported org:acme-ai|headquartered_in|place:berlin|asserted",
                       "2023-06-15 reported org:acme-ai|competitor_of|org:gamma|asserted",
                       "2023-06-15 reported org:acme-ai|developer_of|product:rocket|asserted",
                       "2024-03 end person:jane-roe|ceo_of|org:acme-ai|former",
                       "2024-03 begin person:john-doe|ceo_of|org:acme-ai|asserted"});
    CHECK(timeline(g, node(g, "date:1998")).at(0).date == "1998");
}

TEST_CASE("a diff names what was lost, added and changed") {
    const std::vector before = {record("d", "org:A", "acquired", "org:B"),
                                record("d", "org:A", "acquired", "org:C")};
    std::vector after = {before[0], record("e", "org:A", "acquired", "org:D")};
    after.push_back(record("f", "org:A", "acquired", "org:B"));
    after.back().sentence = "Another sentence.";
    const Diff d = diff(merge(before), merge(after));
    CHECK(d.lost_nodes.size() == 1);
    CHECK(d.added_nodes.size() == 1);
    CHECK(d.lost_edges.size() == 1);
    CHECK(d.added_edges.size() == 1);
    REQUIRE(d.changed_edges.size() == 1);
    CHECK(d.changed_edges[0].changes.at(0) == Change{"confidence", "0.9", "0.99"});
    CHECK(diff(merge(before), merge(before)).empty());
    CHECK_FALSE(d.empty());
}
