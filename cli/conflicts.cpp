// relata conflicts: relations that cannot all be true.
#include "graph/conflicts.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/edge_text.hpp"
#include "cli/graph_file.hpp"
#include "cli/table.hpp"

namespace relata::cli {

namespace {

struct ConflictsOptions {
    CommonOptions common;
    GraphInput input;
    TableOptions table;
};

void print_conflict(const graph::KnowledgeGraph& graph, const graph::Conflict& conflict,
                    const CommonOptions& common) {
    const Style style{common.colored(STDOUT_FILENO)};
    std::cout << style.bold(describe(conflict, graph)) << '\n';
    for (const graph::ConflictSide& side : conflict.sides) {
        std::cout << "  " << style.cyan(side.claim) << '\n';
        for (const graph::EdgeIndex edge : side.edges)
            print_evidence(graph.edge(edge), style, common.verbose);
    }
}

int run_conflicts(const ConflictsOptions& options) {
    const graph::KnowledgeGraph graph = options.input.load();
    const std::vector<graph::Conflict> found = graph::conflicts(graph);
    const bool table_wanted = options.table.format != "auto" || !is_terminal(STDOUT_FILENO);
    Table table{{"kind", "subject", "claim", "sources", "first_seen", "last_seen", "evidence"}, {}};
    for (const graph::Conflict& conflict : found) {
        if (!table_wanted) print_conflict(graph, conflict, options.common);
        for (const graph::ConflictSide& side : conflict.sides)
            table.rows.push_back(
                {std::string(graph::to_string(conflict.kind)), graph.node(conflict.subject).name,
                 side.claim, static_cast<std::int64_t>(side.sources), side.first_seen,
                 side.last_seen, where_of(graph.edge(side.edges.front()).evidence.front())});
    }
    if (table_wanted) print_table(table, options.table.chosen(), options.common, std::cout);
    return found.empty() ? kNothing : kDone;
}

}  // namespace

Run declare_conflicts(CLI::App& app) {
    auto options = std::make_shared<ConflictsOptions>();
    options->input.add_to(app);
    options->table.add_to(app);
    options->input.select.add_to(app);
    options->common.add_to(app);
    return [options] { return run_conflicts(*options); };
}

}  // namespace relata::cli
