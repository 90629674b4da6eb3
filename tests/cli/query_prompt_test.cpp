#include "cli/query_prompt.hpp"

#include <doctest/doctest.h>

using namespace relata::cli;

namespace {

using Words = std::vector<std::string>;

Words completed(const char* line) {
    const QueryWords words{
        {"MATCH", "RETURN", "WHERE"}, {"acquired", "org", "sued"}, [](std::string_view prefix) {
            return prefix == "SA" || prefix == "sam al" ? Words{"Sam Altman"} : Words{};
        }};
    return complete_query(line, words);
}

}  // namespace

TEST_CASE("a query ends with its RETURN or a semicolon") {
    CHECK(is_complete_query("MATCH (n) RETURN n"));
    CHECK(is_complete_query("match (n)\nreturn n"));
    CHECK(is_complete_query("MATCH (n) ; "));
    CHECK(is_complete_query(" "));
    CHECK_FALSE(is_complete_query("MATCH (n)"));
    CHECK_FALSE(is_complete_query("MATCH (returned)"));
    CHECK_FALSE(is_complete_query("MATCH (n {name: 'RETURN'})"));
}

TEST_CASE("what is typed is completed by where it stands") {
    CHECK(completed("ma") == Words{"MATCH"});
    CHECK(completed("MATCH (n) w") == Words{"WHERE"});
    CHECK(completed("MATCH (n)-[:") == Words{"acquired", "org", "sued"});
    CHECK(completed("MATCH (n)-[:acquired|s") == Words{"sued"});
    CHECK(completed("MATCH (n:o") == Words{"org"});
    CHECK(completed("MATCH (n {name: \"SA") == Words{"Sam Altman"});
    CHECK(completed("MATCH (n {name: 'sam al") == Words{"Altman"});
    CHECK(completed("MATCH (n {name: 'x'}) RE") == Words{"RETURN"});
    CHECK(completed("xyz").empty());
}
