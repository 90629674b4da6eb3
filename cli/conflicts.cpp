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

// What speaks for a side, never empty.
std::vector<const graph::Evidence*> evidence_of(const graph::KnowledgeGraph& graph,
                                                const graph::ConflictSide& side) {
    std::vector<const graph::Evidence*> evidence;
    for (const std::uint32_t i : side.evidence)
        evidence.push_back(&graph.edge(side.edges.front()).evidence[i]);
    if (!evidence.empty()) return evidence;
    for (const graph::EdgeIndex edge : side.edges)
        for (const graph::Evidence& item : graph.edge(edge).evidence) evidence.push_back(&item);
    return evidence;
}

void print_conflict(const graph::KnowledgeGraph& graph, const graph::Conflict& conflict,
                    const CommonOptions& common) {
    const Style style{common.colored(STDOUT_FILENO)};
    std::cout << style.bold(describe(conflict, graph)) << '\n';
    for (const graph::ConflictSide& side : conflict.sides) {
        std::cout << "  " << style.cyan(side.claim) << '\n';
        print_evidence(evidence_of(graph, side), style, common.verbose);
    }
}

int run_conflicts(const ConflictsOptions& options) {
    const graph::KnowledgeGraph graph = options.input.load();
    const std::vector<graph::Conflict> found = graph::conflicts(graph);
    const bool table_wanted = options.table.format != "auto" || !is_terminal(STDOUT_FILENO);
    Table table{
        {"kind", "subject", "claim", "sources", "first_seen", "last_seen", "evidence", "quote"},
        {}};
    for (const graph::Conflict& conflict : found) {
        if (!table_wanted) print_conflict(graph, conflict, options.common);
        for (const graph::ConflictSide& side : conflict.sides) {
            const graph::Evidence& first = *evidence_of(graph, side).front();
            table.rows.push_back({std::string(graph::to_string(conflict.kind)),
                                  graph.node(conflict.subject).name, side.claim,
                                  static_cast<std::int64_t>(side.sources), side.first_seen,
                                  side.last_seen, where_of(first), std::string(first.quote)});
        }
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
