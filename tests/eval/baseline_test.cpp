#include "eval/baseline.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"

using namespace relata;

namespace {

eval::Report report(std::size_t right, std::size_t wrong) {
    eval::Report result;
    result.all = {right, wrong, 1, right};
    result.by_type["sued"] = result.all;
    return result;
}

}  // namespace

TEST_CASE("a baseline is kept, and what falls below it is named") {
    const auto path = std::filesystem::temp_directory_path() / "relata_baseline_test.json";
    eval::save_baseline(report(5, 1), path);
    CHECK(eval::regressions(report(5, 1), path).empty());
    CHECK(eval::regressions(report(6, 0), path).empty());
    CHECK(eval::regressions(report(5, 2), path) ==
          std::vector<std::string>{"more wrong relations: 1 before, 2 now"});
    CHECK(eval::regressions(report(4, 1), path).size() == 3);
    std::ofstream(path) << "[]";
    CHECK_THROWS_AS(eval::regressions(report(5, 1), path), Error);
    CHECK_THROWS_AS(eval::save_baseline(report(5, 1), "/no/such/folder/x.json"), Error);
}
