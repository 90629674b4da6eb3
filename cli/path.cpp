// relata path: the shortest connections of two entities, with the evidence of every hop.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/edge_text.hpp"
#include "cli/graph_file.hpp"
#include "graph/paths.hpp"

namespace relata::cli {

namespace {

using graph::KnowledgeGraph;

struct PathCommand {
    CommonOptions common;
    GraphInput input;
    std::string from, to;
    graph::PathOptions search;
    bool json = false;
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

int run_path(const PathCommand& options) {
    const KnowledgeGraph graph = options.input.load();
    const graph::NodeIndex from = find_entity(graph, options.from);
    const graph::NodeIndex to = find_entity(graph, options.to);
    const auto paths = graph::shortest_paths(graph, from, to, options.search);
    if (paths.empty()) {
        std::cerr << "relata: no connection between " << graph.node(from).name << " and "
                  << graph.node(to).name << '\n';
        return kNothing;
    }
    const Style style{options.common.colored(STDOUT_FILENO)};
    for (const graph::Path& path : paths) {
        if (options.json) {
            std::cout << json_of(graph, path).dump() << '\n';
            continue;
        }
        if (&path != &paths.front()) std::cout << '\n';
        print_path(graph, path, style, options.common.verbose);
    }
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
    app.add_flag("--json", options->json, "as JSON, one connection a line");
    options->input.select.add_to(app);
    options->common.add_to(app);
    return [options] { return run_path(*options); };
}

}  // namespace relata::cli
