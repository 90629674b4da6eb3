#include "graph/conflicts.hpp"

#include <doctest/doctest.h>

#include "graph/merge.hpp"
#include "news_graph.hpp"
#include "records.hpp"

using namespace relata::graph;
using relata::extract::Relation;
using testing::news_graph;
using testing::record;

namespace {

std::vector<std::string> described(const KnowledgeGraph& graph) {
    std::vector<std::string> lines;
    for (const Conflict& c : conflicts(graph)) lines.push_back(describe(c, graph));
    return lines;
}

Relation dated(Relation r, const char* date, const char* since = "") {
    r.date = date;
    r.source = r.document;
    if (*since != 0) r.attributes["since"] = since;
    return r;
}

}  // namespace

TEST_CASE("the news graph's conflicts, with the sources of each side") {
    CHECK(described(news_graph()) ==
          std::vector<std::string>{
              "Gamma has 2 sitting chief executives: Eva Lang (1 source), Max Muster (1 source)",
              "Gamma acquired Delta is both asserted and denied: asserted (2 sources), denied (1 "
              "source)",
              "Gamma acquired Delta has 2 differing amounts: 1800000000 EUR (1 source), 2000000000 "
              "EUR (1 source)"});
}

TEST_CASE("a successor is no conflict") {
    CHECK(described(
              merge(std::vector{
                  dated(record("d", "person:Jane Roe", "ceo_of", "org:A"), "2020-01-01"),
                  dated(record("e", "person:John Doe", "ceo_of", "org:A"), "2024-01-01", "2023")}))
              .empty());
    Relation former = dated(record("e", "person:Jane Roe", "ceo_of", "org:A"), "2021-01-01");
    former.status = relata::extract::Status::former;
    CHECK(described(
              merge(std::vector{
                  dated(record("d", "person:Jane Roe", "ceo_of", "org:A"), "2020-01-01"), former,
                  dated(record("e", "person:John Doe", "ceo_of", "org:A"), "2021-01-01")}))
              .empty());
}

TEST_CASE("one who is said to have left at the same day no longer sits") {
    const Relation jane = dated(record("d", "person:Jane Roe", "ceo_of", "org:A"), "2021-01-01");
    const Relation john = dated(record("e", "person:John Doe", "ceo_of", "org:A"), "2021-01-01");
    Relation former = dated(record("f", "person:Jane Roe", "ceo_of", "org:A"), "2021-01-01");
    former.status = relata::extract::Status::former;
    CHECK(described(merge(std::vector{jane, john})).size() == 1);
    CHECK(described(merge(std::vector{jane, john, former})).empty());
    former.date = "2020-12-31";
    CHECK(described(merge(std::vector{jane, john, former})).size() == 1);
}

TEST_CASE("a beginning alone parts nobody in time, an end before it does") {
    const Relation jane = dated(record("d", "person:Jane Roe", "ceo_of", "org:A"), "2024-06-01");
    const Relation john =
        dated(record("e", "person:John Doe", "ceo_of", "org:A"), "2024-06-01", "2023");
    CHECK(described(merge(std::vector{jane, john})).size() == 1);
    Relation until = jane;
    until.attributes["until"] = "2023";
    CHECK(described(merge(std::vector{until, john})).empty());
}

TEST_CASE("amounts differ within one round and one currency") {
    const auto paid = [](const char* document, const char* amount, const char* currency,
                         const char* round, const char* type = "funded_by") {
        Relation r = record(document, "org:A", type, "org:B");
        r.source = document;
        r.attributes = {{"amount", amount}, {"currency", currency}};
        if (*round != 0) r.attributes["round"] = round;
        return r;
    };
    const Relation seed = paid("d", "5", "USD", "Seed");
    const auto beside = [&](const Relation& other) {
        return described(merge(std::vector{seed, other}));
    };
    CHECK(beside(paid("e", "7", "USD", "Seed")) ==
          std::vector<std::string>{
              "A funded_by B has 2 differing amounts: 5 USD (1 source), 7 USD (1 source)"});
    CHECK(beside(paid("e", "5", "USD", "Seed")).empty());
    CHECK(beside(paid("e", "7", "EUR", "Seed")).empty());
    CHECK(beside(paid("e", "7", "USD", "Series A")).empty());
    CHECK(described(merge(std::vector{paid("d", "5", "USD", ""), paid("e", "7", "USD", "")}))
              .empty());
    CHECK(described(merge(std::vector{paid("d", "5", "USD", "Seed", "supplier_of"),
                                      paid("e", "7", "USD", "Seed", "supplier_of")}))
              .empty());
}

TEST_CASE("two buyers, unless they bought together or years apart") {
    const Relation a = dated(record("d", "org:A", "acquired", "org:C"), "2020-01-01");
    Relation b = dated(record("e", "org:B", "acquired", "org:C"), "2020-01-02");
    CHECK(described(merge(std::vector{a, b})) ==
          std::vector<std::string>{"C has 2 buyers: A (1 source), B (1 source)"});
    Relation together = b;
    together.document = "d";
    CHECK(described(merge(std::vector{a, together})).empty());
    Relation first = a;
    first.attributes["date"] = "2010";
    b.attributes["date"] = "2020";
    CHECK(described(merge(std::vector{first, b})).empty());
}

TEST_CASE("founding years and directions") {
    CHECK(described(merge(std::vector{record("d", "org:A", "founded_on", "date:1998"),
                                      record("e", "org:A", "founded_on", "date:1998-05"),
                                      record("f", "org:A", "founded_on", "date:2001")})) ==
          std::vector<std::string>{"A has 2 founding years: 1998 (2 sources), 2001 (1 source)"});
    CHECK(described(merge(std::vector{record("d", "org:A", "acquired", "org:B"),
                                      record("e", "org:B", "acquired", "org:A")})) ==
          std::vector<std::string>{
              "A acquired B, and the other way round: A (1 source), B (1 source)"});
}
