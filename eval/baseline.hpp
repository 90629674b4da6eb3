// A baseline: the counts of an earlier evaluation, kept in a file, that a new one must not fall
// below.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "eval/score.hpp"

namespace relata::eval {

// Writes the counts of `report`, overall and by type, as JSON. Throws relata::Error if it cannot.
void save_baseline(const Report& report, const std::filesystem::path& path);

// What got worse, a sentence each; empty if nothing did. Worse is: fewer right relations or right
// statuses, or more wrong ones, overall; or fewer right ones of a type. Throws relata::Error for a
// file that is no baseline.
std::vector<std::string> regressions(const Report& report, const std::filesystem::path& path);

}  // namespace relata::eval
