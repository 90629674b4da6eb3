// relata rules: for those who write rules. What there is (list, coverage), whether it is sound
// (lint, test, mutate), and what articles say that no rule understands (suggest).
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/table.hpp"
#include "extract/rule/examples.hpp"
#include "extract/rule/lint.hpp"
#include "extract/rule/mutate.hpp"
#include "extract/unmatched.hpp"

namespace relata::cli {

namespace {

struct RulesOptions {
    CommonOptions common;
    InputOptions input;
    ExtractionOptions extraction;
    std::string action, type;
    std::uint64_t least = 2;
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

int mutate_rules(const RulesOptions& options, const extract::Knowledge& knowledge) {
    std::size_t negative = 0, idle = 0;
    for (const std::string& code : wanted_languages(options, knowledge)) {
        const extract::Language& language = knowledge.language(code);
        for (const extract::RuleInfo& rule : language.rules.rules())
            negative += static_cast<std::size_t>(
                std::count_if(rule.examples.begin(), rule.examples.end(),
                              [](const auto& example) { return !example.positive; }));
        for (const auto& found : extract::idle_examples(language, knowledge.catalogue())) {
            ++idle;
            std::cout << found.file << ':' << found.line << ": " << found.rule << "\n  - "
                      << found.text << '\n';
        }
    }
    if (!options.common.quiet)
        std::cerr << count_of(negative, "negative example", "negative examples") << ", " << idle
                  << " would hold whatever one element of their rule were\n";
    return idle == 0 ? kDone : kFailed;
}

// "compound" of "ceo.de.compound"
std::string construction_of(const std::string& rule) {
    const std::size_t last = rule.rfind('.');
    return last == std::string::npos ? rule : rule.substr(last + 1);
}

// Positive examples by relation type, construction and language; an empty cell is a construction
// that one language has and another lacks.
int show_coverage(const RulesOptions& options, const extract::Knowledge& knowledge) {
    const std::vector<std::string> codes = wanted_languages(options, knowledge);
    std::map<std::pair<std::string, std::string>, std::vector<std::int64_t>> examples;
    for (std::size_t i = 0; i < codes.size(); ++i)
        for (const extract::RuleInfo& rule : knowledge.language(codes[i]).rules.rules())
            for (const std::string& type : rule.relation_types) {
                if (!options.type.empty() && type != options.type) continue;
                auto& row = examples[{type, construction_of(rule.name)}];
                row.resize(codes.size());
                row[i] += std::count_if(rule.examples.begin(), rule.examples.end(),
                                        [](const auto& example) { return example.positive; });
            }
    Table table{{"type", "construction"}, {}};
    table.columns.insert(table.columns.end(), codes.begin(), codes.end());
    for (const auto& [key, counts] : examples) {
        std::vector<Cell>& row = table.rows.emplace_back();
        row = {key.first, key.second};
        for (const std::int64_t count : counts) row.push_back(count > 0 ? Cell(count) : Cell());
    }
    print_table(table, options.table.chosen(), options.common, std::cout);
    return table.rows.empty() ? kNothing : kDone;
}

int suggest_rules(const RulesOptions& options, const extract::Knowledge& knowledge) {
    if (options.input.inputs.empty())
        throw Error("relata rules suggest", "there is nothing to read",
                    "name files or folders with articles, or - for standard input");
    const extract::Extractor extractor(knowledge, options.extraction.language);
    Progress progress(options.common);
    extract::ArticleReader reader(options.input.inputs, options.input.read,
                                  [&](const extract::Fault& fault) { progress.fault(fault); });
    extract::Unmatched unmatched;
    for (extract::Document article; reader.next(article);)
        unmatched.add(extract::explain(extractor, article));
    Table table{{"word", "before", "behind", "unmatched", "matched", "example"}, {}};
    for (const extract::UnmatchedWord& row : unmatched.rows(options.least))
        table.rows.push_back({row.word, row.left, row.right,
                              static_cast<std::int64_t>(row.unmatched),
                              static_cast<std::int64_t>(row.matched), row.example});
    print_table(table, options.table.chosen(), options.common, std::cout);
    if (reader.counts().faults > 0) return kFailed;
    return table.rows.empty() ? kNothing : kDone;
}

int run_rules(const RulesOptions& options) {
    const auto knowledge = options.extraction.knowledge();
    if (options.action == "list") return list_rules(options, *knowledge);
    if (options.action == "lint") return lint_rules(options, *knowledge);
    if (options.action == "mutate") return mutate_rules(options, *knowledge);
    if (options.action == "coverage") return show_coverage(options, *knowledge);
    if (options.action == "suggest") return suggest_rules(options, *knowledge);
    return test_rules(options, *knowledge);
}

}  // namespace

Run declare_rules(CLI::App& app) {
    auto options = std::make_shared<RulesOptions>();
    app.add_option("ACTION", options->action,
                   "list: all rules; coverage: their examples by construction and language; lint: "
                   "their problems; test: run their examples; mutate: negative examples that prove "
                   "nothing; suggest: words between names of "
                   "articles where no rule finds a relation")
        ->required()
        ->check(CLI::IsMember({"list", "coverage", "lint", "test", "mutate", "suggest"}))
        ->type_name("");
    app.add_option("INPUT", options->input.inputs, "articles for suggest: files, folders, globs, -")
        ->type_name("");
    app.add_option("--type", options->type, "list and coverage: only this relation type")
        ->type_name("TYPE");
    app.add_option("--least", options->least, "suggest: only words of at least so many pairs")
        ->check(CLI::PositiveNumber)
        ->type_name("N")
        ->capture_default_str();
    options->input.add_format_to(app);
    options->table.add_to(app);
    options->extraction.add_language_to(app);
    options->common.add_to(app);
    return [options] { return run_rules(*options); };
}

}  // namespace relata::cli
