// relata eval: precision, recall and F1 on annotated articles.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "eval/gold.hpp"
#include "eval/score.hpp"
#include "extract/extractor.hpp"

namespace relata::cli {

namespace {

struct EvalOptions {
    CommonOptions common;
    std::vector<std::string> gold;
    std::size_t errors = 0;
    ExtractionOptions extraction;
    TableOptions table;
};

double rounded(double share) { return std::round(share * 10000) / 10000; }

void add_rows(const char* by, const std::map<std::string, eval::Tally>& tallies, Table& table) {
    for (const auto& [name, tally] : tallies) {
        const auto count = [](std::size_t n) { return Cell(static_cast<std::int64_t>(n)); };
        const bool rule = std::string_view(by) == "rule";  // what a rule missed is not known
        table.rows.push_back(
            {std::string(by), name, rule ? Cell() : count(tally.right + tally.missed),
             count(tally.right), count(tally.wrong), rule ? Cell() : count(tally.missed),
             rounded(tally.precision()), rule ? Cell() : Cell(rounded(tally.recall())),
             rule ? Cell() : Cell(rounded(tally.f1())), rounded(tally.status())});
    }
}

void print_faults(const eval::Report& report, std::size_t most) {
    for (const eval::Fault& fault : report.faults) {
        if (most-- == 0) return;
        std::cerr << (fault.wrong ? "wrong" : "missed") << '\t' << fault.document << '\t'
                  << fault.type << '\t' << fault.subject << '\t' << fault.object << '\t'
                  << fault.detail << '\n';
    }
}

int run_eval(const EvalOptions& options) {
    const auto knowledge = options.extraction.knowledge();
    const extract::Extractor extractor(*knowledge, options.extraction.language);
    eval::Report report;
    for (const std::string& path : options.gold)
        for (const eval::GoldArticle& article : eval::read_gold(path))
            score(article, extractor.extract(article.document).relations, report);
    Table table{
        {"by", "name", "gold", "right", "wrong", "missed", "precision", "recall", "f1", "status"},
        {}};
    add_rows("type", report.by_type, table);
    add_rows("language", report.by_language, table);
    add_rows("rule", report.by_rule, table);
    add_rows("all", {{"all", report.all}}, table);
    print_table(table, options.table.chosen(), options.common, std::cout);
    print_faults(report, options.errors);
    return kDone;
}

}  // namespace

Run declare_eval(CLI::App& app) {
    auto options = std::make_shared<EvalOptions>();
    app.add_option("GOLD", options->gold, "annotated articles, JSON Lines")
        ->required()
        ->type_name("");
    app.add_option("--errors", options->errors,
                   "list so many wrong and missed relations on standard error")
        ->type_name("N");
    options->table.add_to(app);
    options->extraction.add_language_to(app);
    options->common.add_to(app);
    return [options] { return run_eval(*options); };
}

}  // namespace relata::cli
