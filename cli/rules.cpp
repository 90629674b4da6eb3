// relata rules list, lint, test: for those who write rules.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/table.hpp"
#include "extract/rule/examples.hpp"
#include "extract/rule/lint.hpp"

namespace relata::cli {

namespace {

struct RulesOptions {
    CommonOptions common;
    ExtractionOptions extraction;
    std::string action, type;
    TableOptions table;
};

std::vector<std::string> wanted_languages(const RulesOptions& options,
                                          const extract::Knowledge& knowledge) {
    if (options.extraction.language != "auto") return {options.extraction.language};
    return {knowledge.codes().begin(), knowledge.codes().end()};
}

std::string place_of(const extract::RuleInfo& rule) {
    return rule.file + ":" + std::to_string(rule.line);
}

int list_rules(const RulesOptions& options, const extract::Knowledge& knowledge) {
    Table table{{"rule", "priority", "relations", "examples", "place"}, {}};
    for (const std::string& code : wanted_languages(options, knowledge))
        for (const extract::RuleInfo& rule : knowledge.language(code).rules.rules()) {
            const auto& types = rule.relation_types;
            if (!options.type.empty() &&
                std::find(types.begin(), types.end(), options.type) == types.end())
                continue;
            table.rows.push_back({rule.name, static_cast<std::int64_t>(rule.priority), types,
                                  static_cast<std::int64_t>(rule.examples.size()), place_of(rule)});
        }
    print_table(table, options.table.chosen(), options.common, std::cout);
    return table.rows.empty() ? kNothing : kDone;
}

int test_rules(const RulesOptions& options, const extract::Knowledge& knowledge) {
    std::size_t examples = 0;
    std::size_t failures = 0;
    for (const std::string& code : wanted_languages(options, knowledge)) {
        const extract::Language& language = knowledge.language(code);
        for (const extract::RuleInfo& rule : language.rules.rules())
            examples += rule.examples.size();
        for (const auto& failure : extract::run_examples(language, knowledge.catalogue())) {
            ++failures;
            std::cout << failure.file << ':' << failure.line << ": " << failure.rule << "\n  "
                      << failure.text << "\n  expected " << failure.expected << "\n  got      "
                      << failure.got << '\n';
            if (!failure.near.empty()) std::cout << "  wanted   " << failure.near << '\n';
        }
    }
    if (!options.common.quiet)
        std::cerr << count_of(examples, "example", "examples") << ", "
                  << count_of(failures, "failure", "failures") << '\n';
    return failures == 0 ? kDone : kFailed;
}

int lint_rules(const RulesOptions& options, const extract::Knowledge& knowledge) {
    std::size_t findings = 0;
    for (const std::string& code : wanted_languages(options, knowledge))
        for (const auto& found :
             extract::lint_rules(knowledge.language(code), knowledge.catalogue())) {
            ++findings;
            std::cout << found.file << ':' << found.line << ": "
                      << (found.rule.empty() ? "" : found.rule + ": ") << found.problem << '\n';
        }
    if (!options.common.quiet) std::cerr << count_of(findings, "problem", "problems") << '\n';
    return findings == 0 ? kDone : kFailed;
}

int run_rules(const RulesOptions& options) {
    const auto knowledge = options.extraction.knowledge();
    if (options.action == "list") return list_rules(options, *knowledge);
    if (options.action == "lint") return lint_rules(options, *knowledge);
    return test_rules(options, *knowledge);
}

}  // namespace

Run declare_rules(CLI::App& app) {
    auto options = std::make_shared<RulesOptions>();
    app.add_option("ACTION", options->action,
                   "list: all rules; lint: their problems; test: run their examples")
        ->required()
        ->check(CLI::IsMember({"list", "lint", "test"}))
        ->type_name("");
    app.add_option("--type", options->type, "list only rules for this relation type")
        ->type_name("TYPE");
    options->table.add_to(app);
    options->extraction.add_language_to(app);
    options->common.add_to(app);
    return [options] { return run_rules(*options); };
}

}  // namespace relata::cli
