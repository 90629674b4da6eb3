// relata man: the manual page, made from the commands and their options.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/app_options.hpp"
#include "cli/command.hpp"
#include "cli/version.hpp"

namespace relata::cli {

namespace {

// Text for troff: hyphens that can be copied, backslashes, and no line that begins with a dot.
std::string troff(std::string_view text) {
    std::string out;
    bool line_start = true;
    for (const char c : text) {
        if (line_start && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
        line_start = c == '\n';
    }
    return out;
}

std::string signature(const CLI::Option& option) {
    std::string text;
    const auto add = [&text](const std::string& name) {
        text += (text.empty() ? "" : ", ") + ("\\fB" + troff(name) + "\\fR");
    };
    for (const std::string& name : option.get_snames()) add("-" + name);
    for (const std::string& name : option.get_lnames()) add("--" + name);
    if (option.get_expected_max() > 0) text += " \\fI" + troff(option.get_type_name()) + "\\fR";
    return text;
}

void print_command(const CLI::App& app, const Command& command) {
    std::cout << ".SS " << command.name << "\n"
              << troff(command.summary) << ".\n.PP\n.B relata " << command.name;
    for (const CLI::Option* option : positional_options(app))
        std::cout << " " << option->get_name(true);
    std::cout << "\n[options]\n";
    for (const CLI::Option* option : positional_options(app))
        std::cout << ".TP\n.I " << option->get_name(true) << "\n"
                  << troff(option->get_description()) << "\n";
    for (const CLI::Option* option : named_options(app))
        std::cout << ".TP\n"
                  << signature(*option) << "\n"
                  << troff(option->get_description()) << "\n";
    std::cout << ".PP\n.nf\n" << troff(command.examples) << "\n.fi\n";
}

int print_manual(const CLI::App& root) {
    std::cout << ".TH RELATA 1 \"\" \"" << version_number() << "\" \"User Commands\"\n"
              << ".SH NAME\nrelata \\- makes a knowledge graph of tech news\n"
              << ".SH SYNOPSIS\n.B relata\n.I COMMAND\n[options]\n"
              << ".SH DESCRIPTION\n"
              << troff(root.get_description()) << "\n"
              << ".SH COMMANDS\n";
    for (const Command& command : commands())
        print_command(*root.get_subcommand(std::string(command.name)), command);
    std::cout
        << ".SH EXIT STATUS\n0: done, or found. 1: nothing was found. 2: an error, also where some "
           "inputs were\nskipped; they are named on standard error.\n"
           ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nNo colours, whatever the terminal.\n";
    return kDone;
}

}  // namespace

Run declare_man(CLI::App& app) {
    return [&app] { return print_manual(*app.get_parent()); };
}

}  // namespace relata::cli
