// relata timeline: the dated events of an entity, in order of time.
#include "graph/timeline.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/edge_text.hpp"
#include "cli/graph_file.hpp"
#include "cli/table.hpp"

namespace relata::cli {

namespace {

struct TimelineOptions {
    CommonOptions common;
    GraphInput input;
    std::string name;
    TableOptions table;
};

int run_timeline(const TimelineOptions& options) {
    const auto [graph, node, others] = options.input.load_near(options.name);
    tell_others(options.name, others, options.common);
    Table table{{"date", "event", "subject", "relation", "object", "status", "sources", "evidence"},
                {}};
    for (const graph::Event& event : graph::timeline(graph, node)) {
        const graph::Edge& edge = graph.edge(event.edge);
        table.rows.push_back({event.date, std::string(graph::to_string(event.kind)),
                              graph.node(edge.source).name, edge.type, graph.node(edge.target).name,
                              std::string(extract::to_string(edge.status)),
                              static_cast<std::int64_t>(edge.sources), where_of(edge.evidence[0])});
    }
    print_table(table, options.table.chosen(), options.common, std::cout);
    return table.rows.empty() ? kNothing : kDone;
}

}  // namespace

Run declare_timeline(CLI::App& app) {
    auto options = std::make_shared<TimelineOptions>();
    options->input.add_to(app);
    app.add_option("NAME", options->name, "name, alias or id of an entity")
        ->required()
        ->type_name("");
    options->table.add_to(app);
    options->input.select.add_to(app);
    options->common.add_to(app);
    return [options] { return run_timeline(*options); };
}

}  // namespace relata::cli
