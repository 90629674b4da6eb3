// relata eval: precision, recall and F1 on annotated articles.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "eval/baseline.hpp"
#include "eval/gold.hpp"
#include "eval/score.hpp"
#include "extract/extractor.hpp"

namespace relata::cli {

namespace {

struct EvalOptions {
    CommonOptions common;
    std::vector<std::string> gold;
    std::size_t errors = 0;
    std::string baseline, save_baseline;
    ExtractionOptions extraction;
    TableOptions table;
};

double rounded(double share) { return std::round(share * 10000) / 10000; }

Cell count(std::size_t number) { return static_cast<std::int64_t>(number); }

// "0.71–0.86": where a share lies with 95 % confidence.
std::string interval_text(std::size_t part, std::size_t whole) {
    const eval::Interval interval = eval::wilson(part, whole);
    char text[32];
    std::snprintf(text, sizeof text, "%.2f–%.2f", interval.low, interval.high);
    return text;
}

void add_rows(const std::string& by, const std::map<std::string, eval::Tally>& tallies,
              Table& table) {
    for (const auto& [name, tally] : tallies) {
        const std::size_t found = tally.right + tally.wrong;
        std::vector<Cell> row{by,
                              name,
                              count(tally.right),
                              count(tally.wrong),
                              rounded(tally.precision()),
                              interval_text(tally.right, found),
                              rounded(tally.status())};
        if (by == "rule") {
            row.resize(table.columns.size());  // what a rule missed is not known
        } else {
            const std::size_t gold = tally.right + tally.missed;
            for (Cell& cell :
                 std::vector<Cell>{count(gold), count(tally.missed), rounded(tally.recall()),
                                   interval_text(tally.right, gold), rounded(tally.f1())})
                row.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
}

// Says what is worse than in the baseline; true where nothing is.
bool holds_baseline(const eval::Report& report, const std::string& path) {
    const std::vector<std::string> worse = eval::regressions(report, path);
    for (const std::string& sentence : worse)
        std::cerr << "relata: worse than the baseline: " << sentence << '\n';
    return worse.empty();
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
            score(article,
                  extractor.extract(article.document, {.coreferent = article.by_span}).relations,
                  report);
    Table table{{"by", "name", "right", "wrong", "precision", "precision 95 %", "status", "gold",
                 "missed", "recall", "recall 95 %", "f1"},
                {}};
    add_rows("type", report.by_type, table);
    add_rows("language", report.by_language, table);
    add_rows("rule", report.by_rule, table);
    add_rows("all", {{"all", report.all}}, table);
    print_table(table, options.table.chosen(), options.common, std::cout);
    print_faults(report, options.errors);
    if (!options.save_baseline.empty()) eval::save_baseline(report, options.save_baseline);
    if (!options.baseline.empty() && !holds_baseline(report, options.baseline)) return kFailed;
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
    app.add_option("--baseline", options->baseline,
                   "fail where a result is worse than in this file")
        ->type_name("FILE");
    app.add_option("--save-baseline", options->save_baseline, "keep the results for --baseline")
        ->type_name("FILE");
    options->table.add_to(app);
    options->extraction.add_language_to(app);
    options->common.add_to(app);
    return [options] { return run_eval(*options); };
}

}  // namespace relata::cli
