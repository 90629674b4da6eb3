#include "cli/suggest.hpp"

#include <doctest/doctest.h>

using namespace relata::cli;

TEST_CASE("the distance counts single mistakes of typing") {
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("build", "build") == 0);
    CHECK(edit_distance("biuld", "build") == 1);
    CHECK(edit_distance("buld", "build") == 1);
    CHECK(edit_distance("quert", "query") == 1);
}

TEST_CASE("near names are suggested, the nearest first, and no far ones") {
    const std::vector<std::string> names{"build",   "extract", "export",
                                         "explain", "merge",   "OpenAI"};
    CHECK(near_names("biuld", names) == std::vector<std::string>{"build"});
    CHECK(near_names("exprt", names).front() == "export");
    CHECK(near_names("openai", names) == std::vector<std::string>{"OpenAI"});
    CHECK(near_names("expl", names).front() == "explain");
    CHECK(near_names("xyz", names).empty());
    CHECK(did_you_mean("biuld", names) == "did you mean build?");
    CHECK(did_you_mean("xyz", names) == "");
    const std::vector<std::string> three{"a", "b", "c"};
    CHECK(alternatives(three) == "did you mean a, b or c?");
}
