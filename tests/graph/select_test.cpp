#include "graph/select.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "news_graph.hpp"
#include "records.hpp"

using namespace relata::graph;
using testing::news_graph;
using testing::node;

namespace {

KnowledgeGraph copy() {
    const KnowledgeGraph& g = news_graph();
    return KnowledgeGraph({g.nodes().begin(), g.nodes().end()},
                          {g.edges().begin(), g.edges().end()});
}

bool has_edge(const KnowledgeGraph& graph, std::string_view id) {
    return std::any_of(graph.edges().begin(), graph.edges().end(),
                       [&](const Edge& e) { return e.id == id; });
}

Edge edge(const char* first_seen, const char* from, const char* to) {
    Edge e;
    e.first_seen = e.last_seen = first_seen;
    e.valid_from = from;
    e.valid_to = to;
    return e;
}

}  // namespace

TEST_CASE("an empty selection keeps the graph") {
    CHECK(testing::dump(select(copy(), {})) == testing::dump(news_graph()));
}

TEST_CASE("status, type and confidence select edges; nodes without edges go") {
    Selection s;
    s.statuses = {Status::planned};
    const KnowledgeGraph planned = select(copy(), s);
    CHECK(planned.edges().size() == 1);
    CHECK(planned.nodes().size() == 2);
    s = {};
    s.types = {"acquired"};
    CHECK(select(copy(), s).edges().size() == 3);
    s = {};
    s.min_confidence = 0.95;
    CHECK(select(copy(), s).edges().size() == 1);  // the purchase that two outlets assert
}

TEST_CASE("focus and hops") {
    Selection s;
    s.focus = {node(news_graph(), "org:delta")};
    const KnowledgeGraph one = select(copy(), s);
    CHECK(one.nodes().size() == 4);  // Delta, Gamma, Munich, 1998
    s.hops = 2;
    CHECK(select(copy(), s).nodes().size() == 7);  // and Gamma's chiefs and rival
    s.hops = 0;
    CHECK(select(copy(), s).nodes().size() == 1);
}

TEST_CASE("top keeps the best connected") {
    Selection s;
    s.top = 2;
    const KnowledgeGraph top = select(copy(), s);
    REQUIRE(top.nodes().size() == 2);
    CHECK(top.node(0).id == "org:acme-ai");
    CHECK(top.node(1).id == "org:gamma");
}

TEST_CASE("a date shows who held a post then") {
    Selection s;
    s.as_of = "2023-11-20";
    const KnowledgeGraph then = select(copy(), s);
    CHECK(has_edge(then, "person:jane-roe|ceo_of|org:acme-ai|asserted"));
    CHECK_FALSE(has_edge(then, "person:john-doe|ceo_of|org:acme-ai|asserted"));
    CHECK(has_edge(then, "org:gamma|acquired|org:delta|rumoured"));
    CHECK_FALSE(has_edge(then, "org:gamma|acquired|org:delta|asserted"));
    s.as_of = "2024-06";
    const KnowledgeGraph now = select(copy(), s);
    CHECK_FALSE(has_edge(now, "person:jane-roe|ceo_of|org:acme-ai|asserted"));
    CHECK(has_edge(now, "person:john-doe|ceo_of|org:acme-ai|asserted"));
}

TEST_CASE("an edge holds from its stated beginning, else from its first article") {
    CHECK(holds_at(edge("2023-01-10", "2019", ""), "2019-06-01"));
    CHECK_FALSE(holds_at(edge("2023-01-10", "2019", ""), "2018-12-31"));
    CHECK_FALSE(holds_at(edge("2023-01-10", "", ""), "2023-01-09"));
    CHECK(holds_at(edge("2023-01-10", "", ""), "2023-01"));
    CHECK(holds_at(edge("", "", ""), "1900-01-01"));
    CHECK(holds_at(edge("2023-01-10", "", "2020"), "2020-12-31"));
    CHECK_FALSE(holds_at(edge("2023-01-10", "", "2020"), "2021-01-01"));
}
