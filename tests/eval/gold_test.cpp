#include "eval/gold.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"

using namespace relata;

namespace {

std::filesystem::path file_with(const std::string& text) {
    auto path = std::filesystem::temp_directory_path() / "relata_gold_test.jsonl";
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

}  // namespace

TEST_CASE("a gold article with entities, relations and spans") {
    const auto path = file_with(
        R"({"id":"a","lang":"de","text":"Acme","entities":[{"name":"Acme","type":"org","aliases":["A"]}],)"
        R"("passages":[{"start":0,"end":4,"types":["sued"]}],)"
        R"("relations":[{"type":"sued","subject":"Acme","object":"B","status":"denied","optional":true,)"
        R"("subject_span":[0,4],"object_span":[2,3]}]})"
        "\n\n");
    const auto articles = eval::read_gold(path);
    REQUIRE(articles.size() == 1);
    CHECK(articles[0].by_span);
    CHECK(articles[0].document.language == "de");
    CHECK(articles[0].entities[0].aliases == std::vector<std::string>{"A"});
    CHECK(articles[0].relations[0].status == extract::Status::denied);
    CHECK(articles[0].relations[0].optional);
    CHECK(articles[0].relations[0].object_span == eval::Span{2, 3});
}

TEST_CASE("a faulty gold line is named by file and line") {
    const auto path = file_with("{\"id\":\"a\",\"text\":\"\",\"relations\":[]}\n{\"id\":3}\n");
    try {
        eval::read_gold(path);
        FAIL("no error");
    } catch (const Error& fault) {
        const std::string message = fault.what();
        CHECK(message.find(path.string() + ":2: not a gold article") == 0);
    }
    CHECK_THROWS_AS(eval::read_gold("/no/such/file.jsonl"), Error);
}
