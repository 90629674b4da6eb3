// relata: the command line. Declares the commands of commands.cpp, runs the one that was named, and
// is the only place where errors become messages and exit statuses.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <new>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "cli/app_options.hpp"
#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/suggest.hpp"
#include "cli/version.hpp"

namespace relata::cli {

namespace {

constexpr const char* kAbout =
    "Relata makes a knowledge graph of tech news: who founded, funds and runs what.\n"
    "English and German, by rules, with the evidence of every relation.";

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    return names;
}

int complain(const std::string& message) {
    std::cout.flush();
    std::cerr << "relata: " << message << '\n';
    return kFailed;
}

// A sentence for what is wrong with the arguments. An unknown option comes first: where one is
// mistyped, others seem to be missing.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    const CLI::App& command = chosen.empty() ? app : *chosen[0];
    const std::string help =
        "see relata " + (chosen.empty() ? "" : command.get_name() + " ") + "--help";
    const std::vector<std::string> unknown = app.remaining(true);
    if (unknown.empty()) return std::string(error.what()) + "; " + help;
    const std::string name = unknown[0].substr(0, unknown[0].find('='));
    const std::string kind = name.starts_with("-") ? "option" : "argument";
    const std::string hint = did_you_mean(name, long_names(command));
    return command.get_name() + " has no " + kind + " '" + name + "'; " +
           (hint.empty() ? help : hint);
}

std::string footer_of(const Command& command) {
    std::string text = "\nExamples:\n";
    std::string_view rest = command.examples;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        text += "  " + std::string(rest.substr(0, end)) + "\n";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
}

void declare(CLI::App& app, std::map<const CLI::App*, Run>& runs) {
    app.set_version_flag("--version", version_text());
    app.require_subcommand(0, 1);
    app.footer(
        "\nrelata COMMAND --help tells more. Exit status: 0 done or found, 1 nothing found, 2 an "
        "error.");
    for (const Command& command : commands()) {
        CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
        sub->footer(footer_of(command));
        runs[sub] = command.declare(*sub);
    }
}

int run(int argc, char** argv) {
    CLI::App app(kAbout, "relata");
    std::map<const CLI::App*, Run> runs;
    declare(app, runs);
    if (argc > 1 && argv[1][0] != '-') {
        const std::vector<std::string> names = command_names();
        if (std::find(names.begin(), names.end(), argv[1]) == names.end()) {
            const std::string hint = did_you_mean(argv[1], names);
            return complain("there is no command '" + std::string(argv[1]) + "'; " +
                            (hint.empty() ? "see relata --help" : hint));
        }
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        app.exit(success, std::cout, std::cerr);
        return flush_output();
    } catch (const CLI::ParseError& error) {
        return complain(usage_error(app, error));
    }
    if (app.get_subcommands().empty()) {
        std::cout << app.help();
        return flush_output();
    }
    const int status = runs.at(app.get_subcommands()[0])();
    return std::max(status, flush_output());
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    try {
        return run(argc, argv);
    } catch (const Interrupted&) {
        std::cerr << "relata: interrupted\n";
        return Interrupted::kStatus;
    } catch (const NotFound& nothing) {
        complain(nothing.what());
        return kNothing;
    } catch (const std::bad_alloc&) {
        return complain("not enough memory");
    } catch (const std::exception& error) {
        return complain(error.what());
    }
}

}  // namespace relata::cli

int main(int argc, char** argv) { return relata::cli::main(argc, argv); }
