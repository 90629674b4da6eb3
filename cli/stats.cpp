// relata stats: counts what is in a graph.
#include "graph/stats.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/table.hpp"

namespace relata::cli {

namespace {

struct StatsOptions {
    CommonOptions common;
    GraphInput input;
    TableOptions table;
};

void add_rows(const std::string& what, const std::map<std::string, std::size_t>& counts,
              Table& table) {
    for (const auto& [name, count] : counts)
        table.rows.push_back({what, name, static_cast<std::int64_t>(count)});
}

int run_stats(const StatsOptions& options) {
    const graph::KnowledgeGraph graph = options.input.load();
    const graph::Stats stats = graph::statistics(graph);
    Table table{{"what", "name", "count"}, {}};
    const auto add = [&table](const char* what, std::size_t count) {
        table.rows.push_back({std::string(what), Cell(), static_cast<std::int64_t>(count)});
    };
    add("documents", graph::documents(options.input.path).size());
    add("documents with evidence", stats.documents);
    add("outlets", stats.outlets);
    add("evidence", stats.evidence);
    add("components", stats.components);
    add("largest component", stats.largest_component);
    add("entities", stats.entities);
    add_rows("entities", stats.entities_by_type, table);
    add("relations", stats.relations);
    add_rows("relations", stats.relations_by_type, table);
    add_rows("status", stats.relations_by_status, table);
    add_rows("evidence in language", stats.evidence_by_language, table);
    print_table(table, options.table.chosen(), options.common, std::cout);
    return stats.entities > 0 ? kDone : kNothing;
}

}  // namespace

Run declare_stats(CLI::App& app) {
    auto options = std::make_shared<StatsOptions>();
    options->input.add_to(app);
    options->table.add_to(app);
    options->input.select.add_to(app);
    options->common.add_to(app);
    return [options] { return run_stats(*options); };
}

}  // namespace relata::cli
