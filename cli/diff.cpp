// relata diff: what two graphs have different.
#include "graph/diff.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/table.hpp"

namespace relata::cli {

namespace {

using graph::KnowledgeGraph;

struct DiffOptions {
    CommonOptions common;
    std::string before, after;
    SelectOptions select;
    TableOptions table;
};

template <typename Index>
std::string changes_of(const graph::Changed<Index>& changed) {
    std::string text;
    for (const graph::Change& change : changed.changes)
        text += (text.empty() ? "" : "; ") + change.property + ": " + change.before + " -> " +
                change.after;
    return text;
}

std::string text_of(const KnowledgeGraph& graph, const graph::Edge& edge) {
    return graph.node(edge.source).name + " " + edge.type + " " + graph.node(edge.target).name;
}

int run_diff(const DiffOptions& options) {
    const KnowledgeGraph before = GraphInput{options.before, options.select}.load();
    const KnowledgeGraph after = GraphInput{options.after, options.select}.load();
    const graph::Diff diff = graph::diff(before, after);
    Table table{{"change", "what", "id", "text", "details"}, {}};
    const auto add = [&table](const char* change, const char* what, const std::string& id,
                              const std::string& text, const std::string& details) {
        table.rows.push_back({std::string(change), std::string(what), id, text, details});
    };
    for (const auto i : diff.lost_nodes)
        add("lost", "entity", before.node(i).id, before.node(i).name, "");
    for (const auto i : diff.added_nodes)
        add("added", "entity", after.node(i).id, after.node(i).name, "");
    for (const auto& c : diff.changed_nodes)
        add("changed", "entity", after.node(c.after).id, after.node(c.after).name, changes_of(c));
    const auto add_edge = [&](const char* change, const KnowledgeGraph& graph, graph::EdgeIndex i,
                              const std::string& details) {
        add(change, "relation", graph.edge(i).id, text_of(graph, graph.edge(i)), details);
    };
    for (const auto i : diff.lost_edges) add_edge("lost", before, i, "");
    for (const auto i : diff.added_edges) add_edge("added", after, i, "");
    for (const auto& c : diff.changed_edges) add_edge("changed", after, c.after, changes_of(c));
    print_table(table, options.table.chosen(), options.common, std::cout);
    return diff.empty() ? kNothing : kDone;
}

}  // namespace

Run declare_diff(CLI::App& app) {
    auto options = std::make_shared<DiffOptions>();
    app.add_option("GRAPH1", options->before, "graph file")->required()->type_name("");
    app.add_option("GRAPH2", options->after, "graph file to compare it with")
        ->required()
        ->type_name("");
    options->table.add_to(app);
    options->select.add_to(app);
    options->common.add_to(app);
    return [options] { return run_diff(*options); };
}

}  // namespace relata::cli
