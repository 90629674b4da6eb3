// The table of commands. A command is one file in cli/ and one row in commands.cpp; the command
// line, its help, its completions and its manual page are made from that table.
//
//   Run declare_stats(CLI::App& app) {
//       auto options = std::make_shared<StatsOptions>();
//       options->common.add_to(app);
//       app.add_option("GRAPH", options->graph, "graph file")->required();
//       return [options] { return run_stats(*options); };
//   }
#pragma once

#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace relata::cli {

// The exit statuses of every command.
enum Exit : int {
    kDone = 0,     // done, or found
    kNothing = 1,  // nothing found
    kFailed = 2    // an error, also where some inputs were skipped
};

// Runs a command after its options were parsed and gives the exit status. Throws relata::Error.
using Run = std::function<int()>;

struct Command {
    std::string_view name;          // "build"
    std::string_view summary;       // one sentence for the list of commands
    std::string_view examples;      // command lines, one a line, shown under the command's --help
    Run (*declare)(CLI::App& app);  // adds the command's options
};

std::span<const Command> commands();

}  // namespace relata::cli
