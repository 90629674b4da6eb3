#include "cli/app_options.hpp"

namespace relata::cli {

namespace {

bool is_group(const CLI::App* app) { return app->get_name().empty(); }

std::vector<const CLI::Option*> all_options(const CLI::App& app) {
    std::vector<const CLI::Option*> options = app.get_options();
    for (const CLI::App* group : app.get_subcommands(is_group))
        for (const CLI::Option* option : all_options(*group))
            if (option != group->get_help_ptr()) options.push_back(option);
    return options;
}

}  // namespace

std::vector<const CLI::Option*> named_options(const CLI::App& app) {
    std::vector<const CLI::Option*> options = all_options(app);
    std::erase_if(options, [](const CLI::Option* option) { return !option->nonpositional(); });
    return options;
}

std::vector<const CLI::Option*> positional_options(const CLI::App& app) {
    std::vector<const CLI::Option*> options = all_options(app);
    std::erase_if(options, [](const CLI::Option* option) { return option->nonpositional(); });
    return options;
}

std::vector<std::string> long_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : named_options(app))
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

std::vector<const CLI::App*> command_apps(const CLI::App& root) {
    return root.get_subcommands([](const CLI::App* app) { return !is_group(app); });
}

}  // namespace relata::cli
