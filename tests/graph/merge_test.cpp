#include "graph/merge.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "records.hpp"

using namespace relata::graph;
using relata::extract::Relation;
using testing::dump;
using testing::first_difference;
using testing::record;

TEST_CASE("one relation gives two nodes and an edge with its evidence") {
    const KnowledgeGraph graph =
        merge(std::vector{record("d", "org:Baidu", "developer_of", "product:Wenku")});
    REQUIRE(graph.nodes().size() == 2);
    CHECK(graph.node(0).id == "org:baidu");
    CHECK(graph.node(1).id == "product:wenku");
    REQUIRE(graph.edges().size() == 1);
    CHECK(graph.edge(0).id == "org:baidu|developer_of|product:wenku|asserted");
    CHECK(graph.edge(0).confidence == doctest::Approx(0.9));
    CHECK(graph.edge(0).evidence.at(0).document == "d");
}

TEST_CASE("records without a name, said again, or of oneself are left out") {
    Relation nameless = record("d", "org:Baidu", "acquired", "org:X");
    nameless.object.name.clear();
    Relation again = record("d", "org:Baidu", "acquired", "org:X");
    again.coreferent = true;
    const KnowledgeGraph graph =
        merge(std::vector{nameless, again, record("d", "org:Baidu", "acquired", "org:Baidu Inc.")});
    CHECK(graph.nodes().empty());
    CHECK(graph.edges().empty());
}

TEST_CASE("statuses and types stay apart, symmetric types have one direction") {
    Relation rumour = record("d", "org:A", "acquired", "org:B");
    rumour.status = relata::extract::Status::rumoured;
    const KnowledgeGraph graph = merge(std::vector{
        rumour, record("d", "org:A", "acquired", "org:B"),
        record("d", "org:B", "acquired", "org:A"), record("d", "org:A", "partner_of", "org:B"),
        record("e", "org:B", "partner_of", "org:A")});
    REQUIRE(graph.edges().size() == 4);
    CHECK(graph.edge(2).id == "org:a|partner_of|org:b|asserted");
    REQUIRE(graph.edge(2).evidence.size() == 2);
    CHECK(graph.edge(2).evidence[0].subject_text == "A");
    CHECK(graph.edge(2).evidence[1].subject_text == "A");
}

TEST_CASE("another name joins where two articles give it; one article needs a shared relation") {
    const auto called = [](const char* document, const char* object) {
        Relation r = record(document, "org:International Motors", "acquired", object);
        r.subject.aliases = {"Big Wheel"};
        return r;
    };
    const Relation by_alias = record("d3", "org:Big Wheel", "acquired", "org:Gamma");
    const auto nodes = [](const std::vector<Relation>& records) {
        return merge(records).nodes().size();
    };
    CHECK(nodes({called("d1", "org:Alpha"), by_alias}) == 4);
    CHECK(nodes({called("d1", "org:Alpha"), called("d1", "org:Beta"), by_alias}) == 5);
    CHECK(nodes({called("d1", "org:Alpha"), called("d2", "org:Beta"), by_alias}) == 4);
    CHECK(nodes({called("d1", "org:Gamma"), by_alias}) == 2);
}

TEST_CASE("any order of any records gives the same graph, twice the same changes nothing") {
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        std::vector<Relation> records = testing::random_records(random, 1 + round);
        const std::string expected = dump(merge(records));
        const std::vector<Relation> again(records.begin(),
                                          records.begin() + static_cast<long>(records.size() / 2));
        records.insert(records.end(), again.begin(), again.end());
        std::shuffle(records.begin(), records.end(), random);
        REQUIRE(first_difference(expected, dump(merge(records))) == "");
    }
}
