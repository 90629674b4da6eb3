#include "export/neo4j_id.hpp"

#include <doctest/doctest.h>

namespace relata::exporting {

TEST_CASE("ids that Neo4j can index stay, longer ones are cut and stay different") {
    const auto shortened = [](const std::string& id) {
        std::string storage;
        return std::string(neo4j_id(id, storage));
    };
    const std::string longest(kLongestNeo4jId, 'a');
    CHECK(shortened("org:acme") == "org:acme");
    CHECK(shortened(longest) == longest);
    const std::string one = shortened(longest + "b"), other = shortened(longest + "c");
    CHECK(one.size() <= kLongestNeo4jId);
    CHECK(one.starts_with(std::string(kLongestNeo4jId - 24, 'a') + "~"));
    CHECK(one != other);
    CHECK(one == shortened(longest + "b"));
}

TEST_CASE("a long id is cut between letters") {
    std::string storage;
    // The cut would fall into the two bytes of a letter.
    const std::string begin(kLongestNeo4jId - 25, 'a');
    const std::string id = begin + "ü" + std::string(100, 'b');
    CHECK(neo4j_id(id, storage).starts_with(begin + "~"));
}

}  // namespace relata::exporting
