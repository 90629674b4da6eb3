// relata neighbors: the entities around an entity.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/edge_text.hpp"
#include "cli/graph_file.hpp"
#include "cli/table.hpp"
#include "graph/neighbours.hpp"

namespace relata::cli {

namespace {

struct NeighborsOptions {
    CommonOptions common;
    GraphInput input;
    std::string name;
    std::uint32_t hops = 1;
    TableOptions table;
};

// "acquired →", "← funded_by (planned)": seen from the entity that lies nearer.
std::vector<std::string> relations_of(const graph::KnowledgeGraph& graph,
                                      const graph::Neighbour& neighbour) {
    std::vector<std::string> texts;
    for (const graph::EdgeIndex index : neighbour.edges) {
        const graph::Edge& edge = graph.edge(index);
        const bool outgoing = edge.source == neighbour.via;
        texts.push_back((outgoing ? "" : "← ") + edge.type + (outgoing ? " →" : "") +
                        details_of(edge));
    }
    return texts;
}

int run_neighbors(const NeighborsOptions& options) {
    const auto [graph, entity, others] = options.input.load_near(options.name, options.hops);
    tell_others(options.name, others, options.common);
    Table table{{"hops", "via", "relations", "name", "type", "sources", "id"}, {}};
    for (const graph::Neighbour& neighbour : graph::neighbours(graph, entity, options.hops)) {
        const graph::Node& node = graph.node(neighbour.node);
        table.rows.push_back(
            {static_cast<std::int64_t>(neighbour.hops), graph.node(neighbour.via).name,
             relations_of(graph, neighbour), node.name, std::string(extract::to_string(node.type)),
             static_cast<std::int64_t>(graph.edge(neighbour.edges[0]).sources), node.id});
    }
    print_table(table, options.table.chosen(), options.common, std::cout);
    return table.rows.empty() ? kNothing : kDone;
}

}  // namespace

Run declare_neighbors(CLI::App& app) {
    auto options = std::make_shared<NeighborsOptions>();
    options->input.add_to(app);
    app.add_option("NAME", options->name, "name, alias or id of an entity")
        ->required()
        ->type_name("");
    app.add_option("--hops", options->hops, "how far: so many relations away")
        ->type_name("N")
        ->check(CLI::Range(1, 10))
        ->capture_default_str();
    options->table.add_to(app);
    options->input.select.add_to(app);
    options->common.add_to(app);
    return [options] { return run_neighbors(*options); };
}

}  // namespace relata::cli
