// relata top: the most important entities of a graph.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/suggest.hpp"
#include "cli/table.hpp"
#include "graph/centrality.hpp"

namespace relata::cli {

namespace {

struct TopOptions {
    CommonOptions common;
    GraphInput input;
    std::string by = "pagerank";
    std::string type;
    std::size_t limit = 20;
    TableOptions table;
};

std::optional<extract::EntityType> wanted_type(const std::string& name) {
    if (name.empty()) return std::nullopt;
    if (const auto type = extract::entity_type_from(name)) return type;
    throw Error("--entity-type", "there is no entity type '" + name + "'",
                "use person, org, product, project or place");
}

int run_top(const TopOptions& options) {
    const auto type = wanted_type(options.type);
    const graph::KnowledgeGraph graph = options.input.load({.evidence = false});
    Table table{{"rank", "name", "type", options.by, "relations"}, {}};
    for (const graph::Ranked& ranked : graph::ranking(graph, *graph::measure_from(options.by))) {
        const graph::Node& node = graph.node(ranked.node);
        if (type && node.type != *type) continue;
        if (table.rows.size() == options.limit) break;
        const std::size_t relations =
            graph.out_edges(ranked.node).size() + graph.in_edges(ranked.node).size();
        const double score = std::round(ranked.score * 1e6) / 1e6;
        table.rows.push_back({static_cast<std::int64_t>(table.rows.size() + 1), node.name,
                              std::string(extract::to_string(node.type)), score,
                              static_cast<std::int64_t>(relations)});
    }
    print_table(table, options.table.chosen(), options.common, std::cout);
    return table.rows.empty() ? kNothing : kDone;
}

}  // namespace

Run declare_top(CLI::App& app) {
    auto options = std::make_shared<TopOptions>();
    options->input.add_to(app);
    app.add_option("--by", options->by, "pagerank, degree or betweenness")
        ->check(CLI::IsMember({"pagerank", "degree", "betweenness"}))
        ->type_name("MEASURE")
        ->capture_default_str();
    app.add_option("--type,--entity-type", options->type, "only entities of this type, such as org")
        ->type_name("TYPE");
    app.add_option("-n,--limit", options->limit, "so many")->type_name("N")->capture_default_str();
    options->table.add_to(app);
    options->input.select.status.add_to(app);
    options->common.add_to(app);
    return [options] { return run_top(*options); };
}

}  // namespace relata::cli
