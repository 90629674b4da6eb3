// relata completion SHELL: a script with which bash, zsh or fish complete commands and options.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/app_options.hpp"
#include "cli/command.hpp"

namespace relata::cli {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> names_of(const std::vector<const CLI::App*>& apps) {
    std::vector<std::string> names;
    for (const CLI::App* app : apps) names.push_back(app->get_name());
    return names;
}

void print_bash(const std::vector<const CLI::App*>& apps) {
    std::cout << "# relata completion bash > /etc/bash_completion.d/relata\n"
                 "_relata() {\n"
                 "    local word=${COMP_WORDS[COMP_CWORD]} options=\n"
                 "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                 "        COMPREPLY=($(compgen -W '"
              << joined(names_of(apps)) << " --help --version' -- \"$word\"))\n"
              << "        return\n"
                 "    fi\n"
                 "    case ${COMP_WORDS[1]} in\n";
    for (const CLI::App* app : apps)
        std::cout << "        " << app->get_name() << ") options='" << joined(long_names(*app))
                  << "' ;;\n";
    std::cout << "    esac\n"
                 "    if [[ $word == -* ]]; then\n"
                 "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
                 "    else\n"
                 "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
                 "    fi\n"
                 "}\n"
                 "complete -o filenames -F _relata relata\n";
}

// Text inside of single quotes, for all three shells; the first line of a description is enough.
std::string quotable(std::string text, const std::string& drop) {
    text = text.substr(0, text.find('\n'));
    std::erase_if(text, [&](char c) { return drop.find(c) != std::string::npos; });
    return text;
}

void print_zsh(const std::vector<const CLI::App*>& apps) {
    std::cout << "#compdef relata\n# relata completion zsh > \"${fpath[1]}/_relata\"\n"
                 "_relata() {\n    local -a commands\n    commands=(\n";
    for (const CLI::App* app : apps)
        std::cout << "        '" << app->get_name() << ':' << quotable(app->get_description(), "':")
                  << "'\n";
    std::cout << "    )\n"
                 "    if (( CURRENT == 2 )); then\n        _describe command commands\n        "
                 "return\n    fi\n"
                 "    case $words[2] in\n";
    for (const CLI::App* app : apps) {
        std::cout << "        " << app->get_name() << ")\n            _arguments \\\n";
        for (const CLI::Option* option : named_options(*app))
            for (const std::string& name : option->get_lnames())
                std::cout << "                '--" << name << '['
                          << quotable(option->get_description(), "'[]:") << ']'
                          << (option->get_expected_max() > 0 ? ":value:_files" : "") << "' \\\n";
        std::cout << "                '*:file:_files'\n            ;;\n";
    }
    std::cout << "    esac\n}\n_relata \"$@\"\n";
}

void print_fish(const std::vector<const CLI::App*>& apps) {
    std::cout << "# relata completion fish > ~/.config/fish/completions/relata.fish\n";
    for (const CLI::App* app : apps) {
        std::cout << "complete -c relata -n __fish_use_subcommand -f -a " << app->get_name()
                  << " -d '" << quotable(app->get_description(), "'") << "'\n";
        for (const CLI::Option* option : named_options(*app))
            for (const std::string& name : option->get_lnames())
                std::cout << "complete -c relata -n '__fish_seen_subcommand_from "
                          << app->get_name() << "' -l " << name
                          << (option->get_expected_max() > 0 ? " -r" : "") << " -d '"
                          << quotable(option->get_description(), "'") << "'\n";
    }
}

}  // namespace

Run declare_completion(CLI::App& app) {
    const auto shell = std::make_shared<std::string>();
    app.add_option("SHELL", *shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}))
        ->type_name("");
    return [shell, &app] {
        const std::vector<const CLI::App*> apps = command_apps(*app.get_parent());
        if (*shell == "bash") print_bash(apps);
        if (*shell == "zsh") print_zsh(apps);
        if (*shell == "fish") print_fish(apps);
        return static_cast<int>(kDone);
    };
}

}  // namespace relata::cli
