// The options of a command as CLI11 knows them, its groups included: what completions, the manual
// page and suggestions are made from.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace relata::cli {

// Options with a name, in the order of --help.
std::vector<const CLI::Option*> named_options(const CLI::App& app);
// What stands without a name: INPUT, GRAPH.
std::vector<const CLI::Option*> positional_options(const CLI::App& app);
// "--output" and the like, of all named options.
std::vector<std::string> long_names(const CLI::App& app);
// All commands, as they were declared.
std::vector<const CLI::App*> command_apps(const CLI::App& root);

}  // namespace relata::cli
