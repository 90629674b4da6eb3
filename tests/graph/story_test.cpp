#include "graph/story.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

#include "graph/conflicts.hpp"
#include "graph/merge.hpp"
#include "records.hpp"

using namespace relata::graph;
using relata::min_hash;
using relata::extract::Relation;
using testing::record;

namespace {

const std::string kWire =
    "Harbour Robotics, a maker of warehouse machines from Rotterdam, has bought the software firm "
    "Lantern for 40 million euros, the two companies said on Monday. Lantern's 120 engineers will "
    "move to the buyer's new campus by the river. Its founder, Iris Vogel, will lead the combined "
    "research group. Analysts had expected an offer since Lantern lost its largest customer last "
    "spring. The deal still needs the approval of the competition authority, which is expected to "
    "decide before the summer. Harbour Robotics employs 900 people and reported sales of 210 "
    "million euros for the past year.";

// The wire copy as an outlet prints it: with an agency line and a last sentence of its own.
const std::string kPrinted =
    "ROTTERDAM (Newswire) \u2013 " + kWire + " More about robots in our weekly newsletter.";

// The same deal in an article of its own.
const std::string kOwn =
    "When Iris Vogel told her staff about the sale, most of them had read of it already. For "
    "months Lantern had looked for somebody to pay for its plans, and in the end it was an old "
    "neighbour: Harbour Robotics takes over the firm for about 40 million euros. The price "
    "surprised people who know the market, as Lantern had been valued at twice as much two years "
    "ago. Vogel says that independence was never an end in itself, and that her team will build "
    "better things with machines at hand. Whether all 120 of them stay is another question.";

Relation deal(const std::string& document, const std::string& outlet, const std::string& text) {
    Relation r = record(document, "org:Harbour Robotics", "acquired", "org:Lantern");
    r.source = outlet;
    r.url = "https://" + outlet + ".example/" + document;
    r.sentence = text.substr(0, 60 + document.size());  // differs: only the articles are alike
    r.signature = min_hash(text);
    return r;
}

std::vector<std::uint32_t> stories(const std::vector<std::string>& signatures) {
    std::vector<ArticleKeys> keys;
    for (std::size_t i = 0; i < signatures.size(); ++i)
        keys.push_back(keys_of("", i + 1, signatures[i]));
    std::vector<std::uint32_t> standing(keys.size());
    std::iota(standing.begin(), standing.end(), 0U);
    return same_stories(keys, standing);
}

// As many places of the signature as told are other ones.
std::string changed(std::string signature, std::size_t places, std::mt19937& random) {
    std::vector<std::size_t> order(signature.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), random);
    for (std::size_t i = 0; i < places; ++i) signature[order[i]] = '!';
    return signature;
}

}  // namespace

TEST_CASE("wire copy in many outlets is one source, and all of it stays as evidence") {
    std::vector<Relation> records;
    for (int i = 0; i < 40; ++i) {
        const std::string name = "outlet" + std::to_string(10 + i);
        records.push_back(deal(name, name, i % 2 == 0 ? kWire : kPrinted));
    }
    const KnowledgeGraph copies = merge(records);
    REQUIRE(copies.edges().size() == 1);
    CHECK(copies.edge(0).sources == 1);
    CHECK(copies.edge(0).confidence == doctest::Approx(0.9));
    REQUIRE(copies.edge(0).evidence.size() == 40);
    CHECK(copies.edge(0).evidence[39].url == "https://outlet49.example/outlet49");
    CHECK(copies.edge(0).evidence[0].story == "");
    CHECK(copies.edge(0).evidence[39].story == "outlet10");

    records.push_back(deal("own", "own", kOwn));
    const KnowledgeGraph with_own = merge(records);
    CHECK(with_own.edge(0).sources == 2);
    CHECK(with_own.edge(0).confidence == doctest::Approx(0.99));
}

TEST_CASE("conflicts count stories, not outlets") {
    std::vector<Relation> records;
    for (int i = 0; i < 5; ++i) {
        const std::string name = "outlet" + std::to_string(i);
        records.push_back(deal(name, name, kPrinted));
        records.back().attributes = {{"amount", "40000000"}, {"currency", "EUR"}};
    }
    for (const char* name : {"first", "second"}) {
        records.push_back(deal(name, name, ""));
        records.back().sentence = std::string("As said by the ") + name;
        records.back().attributes = {{"amount", "45000000"}, {"currency", "EUR"}};
    }
    const KnowledgeGraph graph = merge(records);
    const std::vector<Conflict> found = conflicts(graph);
    REQUIRE(found.size() == 1);
    CHECK(found[0].sides[0].claim == "45000000 EUR");
    CHECK(found[0].sides[0].sources == 2);
    CHECK(found[0].sides[1].sources == 1);
}

TEST_CASE("texts on the same news are not one story, an updated version is") {
    const std::string updated = kWire.substr(0, kWire.rfind("Analysts")) +
                                "Shares of Harbour Robotics rose by three percent on Tuesday. " +
                                kWire.substr(kWire.rfind("Analysts"));
    CHECK(stories({min_hash(kWire), min_hash(kOwn), min_hash(updated), min_hash(kPrinted)}) ==
          std::vector<std::uint32_t>{0, 1, 0, 0});
}

TEST_CASE("articles without a signature, or with a broken one, are stories of their own") {
    CHECK(stories({"", "", "x", "x"}) == std::vector<std::uint32_t>{0, 1, 2, 3});
}

TEST_CASE("stories do not depend on the order of the articles") {
    std::mt19937 random(5);
    for (int round = 0; round < 40; ++round) {
        std::vector<std::string> signatures;
        for (int i = 0; i < 60; ++i)
            signatures.push_back(changed(std::string(64, static_cast<char>('A' + random() % 5)),
                                         random() % 50, random));
        const std::vector<std::uint32_t> expected = stories(signatures);
        std::vector<std::uint32_t> order(signatures.size());
        std::iota(order.begin(), order.end(), 0U);
        std::shuffle(order.begin(), order.end(), random);
        std::vector<std::string> shuffled;
        for (const std::uint32_t i : order) shuffled.push_back(signatures[i]);
        const std::vector<std::uint32_t> got = stories(shuffled);
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                REQUIRE((got[i] == got[j]) == (expected[order[i]] == expected[order[j]]));
    }
}

TEST_CASE("near-duplicates are found from 45 % of the wording on, mostly; not below") {
    std::mt19937 random(6);
    const auto found = [&](std::size_t places) {
        int count = 0;
        for (int i = 0; i < 200; ++i) {
            std::string signature;
            for (int c = 0; c < 64; ++c) signature += static_cast<char>('a' + random() % 26);
            const auto both = stories({signature, changed(signature, places, random)});
            count += both[1] == 0 ? 1 : 0;
        }
        return count;
    };
    CHECK(found(10) == 200);
    CHECK(found(20) >= 196);
    CHECK(found(31) >= 160);
    CHECK(found(36) == 0);
}

TEST_CASE("very many articles that share half of their words are compared at once") {
    // With a quadratic step this would take minutes here; nothing is said about seconds.
    std::mt19937 random(8);
    std::vector<std::string> signatures;
    for (int i = 0; i < 20'000; ++i) {
        std::string signature(64, 'A');
        for (std::size_t c = 28; c < 64; ++c) signature[c] = static_cast<char>('a' + random() % 26);
        signatures.push_back(signature);
    }
    CHECK(stories(signatures).size() == signatures.size());
}
