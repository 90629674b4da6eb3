// relata path: the shortest connections of two entities, with the evidence of every hop.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/edge_text.hpp"
#include "cli/graph_file.hpp"
#include "cli/table.hpp"
#include "graph/find.hpp"
#include "graph/paths.hpp"

namespace relata::cli {

namespace {

using graph::KnowledgeGraph;

struct PathCommand {
    CommonOptions common;
    GraphInput input;
    std::string from, to;
    graph::PathOptions search;
    TableOptions table;
};

void print_path(const KnowledgeGraph& graph, const graph::Path& path, const Style& style,
                bool all) {
    std::cout << style.bold(graph.node(path.nodes[0]).name) << '\n';
    for (std::size_t i = 0; i < path.hops.size(); ++i) {
        const std::size_t most = all ? path.hops[i].size() : 1;
        for (std::size_t j = 0; j < path.hops[i].size() && j < most; ++j) {
            const graph::Edge& edge = graph.edge(path.hops[i][j]);
            const bool forward = edge.source == path.nodes[i];
            std::cout << "  " << (forward ? "" : "← ") << style.cyan(edge.type)
                      << (forward ? " →" : "") << details_of(edge) << '\n';
            print_evidence(edge, style, all);
        }
        std::cout << style.bold(graph.node(path.nodes[i + 1]).name) << '\n';
    }
}

nlohmann::ordered_json json_of(const KnowledgeGraph& graph, const graph::Path& path) {
    nlohmann::ordered_json nodes = nlohmann::ordered_json::array();
    for (const graph::NodeIndex node : path.nodes) nodes.push_back(graph.node(node).name);
    nlohmann::ordered_json hops = nlohmann::ordered_json::array();
    for (const auto& edges : path.hops) {
        nlohmann::ordered_json hop = nlohmann::ordered_json::array();
        for (const graph::EdgeIndex index : edges) {
            const graph::Edge& edge = graph.edge(index);
            hop.push_back({{"subject", graph.node(edge.source).name},
                           {"type", edge.type},
                           {"object", graph.node(edge.target).name},
                           {"status", extract::to_string(edge.status)},
                           {"confidence", edge.confidence},
                           {"doc", edge.evidence[0].document},
                           {"url", edge.evidence[0].url},
                           {"quote", edge.evidence[0].quote}});
        }
        hops.push_back(std::move(hop));
    }
    return {{"nodes", nodes}, {"hops", hops}};
}

// One row a relation of a hop.
Table table_of(const KnowledgeGraph& graph, const std::vector<graph::Path>& paths) {
    Table table{{"path", "hop", "subject", "relation", "object", "status", "confidence", "sources",
                 "quote", "evidence"},
                {}};
    for (std::size_t p = 0; p < paths.size(); ++p) {
        for (std::size_t h = 0; h < paths[p].hops.size(); ++h) {
            for (const graph::EdgeIndex index : paths[p].hops[h]) {
                const graph::Edge& edge = graph.edge(index);
                table.rows.push_back(
                    {static_cast<std::int64_t>(p + 1), static_cast<std::int64_t>(h + 1),
                     graph.node(edge.source).name, edge.type, graph.node(edge.target).name,
                     std::string(extract::to_string(edge.status)), edge.confidence,
                     static_cast<std::int64_t>(edge.sources), std::string(edge.evidence[0].quote),
                     where_of(edge.evidence[0])});
            }
        }
    }
    return table;
}

void print_paths(const KnowledgeGraph& graph, const std::vector<graph::Path>& paths,
                 const PathCommand& options) {
    const TableFormat format = options.table.chosen();
    if (format == TableFormat::json) {
        nlohmann::ordered_json all = nlohmann::ordered_json::array();
        for (const graph::Path& path : paths) all.push_back(json_of(graph, path));
        std::cout << all.dump(2) << '\n';
    } else if (format == TableFormat::jsonl) {
        for (const graph::Path& path : paths) std::cout << json_of(graph, path).dump() << '\n';
    } else if (format == TableFormat::automatic) {
        const Style style{options.common.colored(STDOUT_FILENO)};
        for (const graph::Path& path : paths) {
            if (&path != &paths.front()) std::cout << '\n';
            print_path(graph, path, style, options.common.verbose);
        }
    } else {
        print_table(table_of(graph, paths), format, options.common, std::cout);
    }
}

// The graph in which the search goes on, and the two entities.
struct Search {
    KnowledgeGraph graph;
    graph::NodeIndex from, to;
};

Search load_search(const PathCommand& options) {
    const std::string& path = options.input.path;
    const SelectOptions& select = options.input.select;
    if (!select.as_of.empty() || select.min_confidence > 0) {  // depends on more than the index has
        Search search{options.input.load(), 0, 0};
        search.from = find_entities(search.graph, path, options.from)[0];
        search.to = find_entities(search.graph, path, options.to)[0];
        return search;
    }
    graph::ConnectionOptions connections;
    connections.paths = options.search;
    connections.types = {select.types.begin(), select.types.end()};
    for (const extract::Status status : select.status.statuses())
        connections.statuses.insert(status);
    const std::string from = entity_ids(path, options.from)[0];
    const std::string to = entity_ids(path, options.to)[0];
    Search search{graph::load_connections(path, from, to, connections), 0, 0};
    search.from = graph::nodes_with_ids(search.graph, std::span(&from, 1)).at(0);
    search.to = graph::nodes_with_ids(search.graph, std::span(&to, 1)).at(0);
    (void)select.selection(search.graph, path);  // tells of unknown types
    return search;
}

int run_path(const PathCommand& options) {
    const auto [graph, from, to] = load_search(options);
    const auto paths = graph::shortest_paths(graph, from, to, options.search);
    if (paths.empty()) {
        std::cerr << "relata: no connection between " << graph.node(from).name << " and "
                  << graph.node(to).name << '\n';
        return kNothing;
    }
    print_paths(graph, paths, options);
    return kDone;
}

}  // namespace

Run declare_path(CLI::App& app) {
    auto options = std::make_shared<PathCommand>();
    options->input.add_to(app);
    app.add_option("A", options->from, "name, alias or id of an entity")->required()->type_name("");
    app.add_option("B", options->to, "of another")->required()->type_name("");
    app.add_flag("--directed", options->search.directed,
                 "only along the direction of the relations");
    app.add_option("--max-hops", options->search.max_hops, "longest connection")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--limit", options->search.limit, "so many connections of the shortest length")
        ->type_name("N")
        ->capture_default_str();
    options->table.add_to(app,
                          "text to read; table, csv, tsv, md: a row for each relation of a "
                          "hop; json, jsonl: an object for each connection");
    options->input.select.add_to(app);
    options->common.add_to(app);
    return [options] { return run_path(*options); };
}

}  // namespace relata::cli
