// relata show: one entity with its aliases, relations, dates and sources.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/edge_text.hpp"
#include "cli/graph_file.hpp"
#include "cli/progress.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"

namespace relata::cli {

namespace {

using graph::Edge;
using graph::Evidence;
using graph::KnowledgeGraph;
using graph::Node;
using graph::NodeIndex;

struct ShowOptions {
    CommonOptions common;
    GraphInput input;
    std::string name;
    bool json = false;
};

// ", 2024-01-03", ", 2024-01-03 to 2025-02-07": when articles said so.
std::string seen_text(const Edge& edge) {
    if (edge.first_seen.empty()) return "";
    return ", " + edge.first_seen +
           (edge.last_seen == edge.first_seen ? "" : " to " + edge.last_seen);
}

void print_edge(const KnowledgeGraph& graph, const Edge& edge, bool outgoing, const Style& style,
                bool all) {
    const Node& other = graph.node(outgoing ? edge.target : edge.source);
    std::cout << "  " << (outgoing ? "" : "← ") << style.cyan(edge.type) << (outgoing ? " → " : " ")
              << style.bold(other.name) << details_of(edge) << "  "
              << style.dim(count_of(edge.sources, "source", "sources") + seen_text(edge)) << '\n';
    print_evidence(edge, style, all);
}

void print_entity(const KnowledgeGraph& graph, NodeIndex index, const CommonOptions& common) {
    const Style style{common.colored(STDOUT_FILENO)};
    const Node& node = graph.node(index);
    std::cout << style.bold(node.name) << "  " << extract::to_string(node.type) << "  "
              << style.dim(node.id) << '\n';
    if (!node.aliases.empty()) std::cout << "  also " << cell_text(node.aliases) << '\n';
    if (!node.first_seen.empty())
        std::cout << "  seen " << node.first_seen
                  << (node.last_seen == node.first_seen ? "" : " to " + node.last_seen) << '\n';
    for (const graph::EdgeIndex edge : graph.out_edges(index))
        print_edge(graph, graph.edge(edge), true, style, common.verbose);
    for (const graph::EdgeIndex edge : graph.in_edges(index))
        print_edge(graph, graph.edge(edge), false, style, common.verbose);
}

nlohmann::ordered_json json_of(const Evidence& evidence) {
    return {{"doc", evidence.document}, {"url", evidence.url},     {"source", evidence.source},
            {"date", evidence.date},    {"title", evidence.title}, {"quote", evidence.quote},
            {"start", evidence.start},  {"end", evidence.end},     {"rule", evidence.rule}};
}

nlohmann::ordered_json json_of(const KnowledgeGraph& graph, const Edge& edge) {
    nlohmann::ordered_json evidence = nlohmann::ordered_json::array();
    for (const Evidence& item : edge.evidence) evidence.push_back(json_of(item));
    return {{"type", edge.type},
            {"subject", graph.node(edge.source).name},
            {"object", graph.node(edge.target).name},
            {"status", extract::to_string(edge.status)},
            {"confidence", edge.confidence},
            {"sources", edge.sources},
            {"first_seen", edge.first_seen},
            {"last_seen", edge.last_seen},
            {"valid_from", edge.valid_from},
            {"valid_to", edge.valid_to},
            {"attrs", edge.attributes},
            {"evidence", evidence}};
}

void print_json(const KnowledgeGraph& graph, NodeIndex index) {
    const Node& node = graph.node(index);
    nlohmann::ordered_json relations = nlohmann::ordered_json::array();
    for (const graph::EdgeIndex edge : graph.out_edges(index))
        relations.push_back(json_of(graph, graph.edge(edge)));
    for (const graph::EdgeIndex edge : graph.in_edges(index))
        relations.push_back(json_of(graph, graph.edge(edge)));
    const nlohmann::ordered_json entity = {{"id", node.id},
                                           {"name", node.name},
                                           {"type", extract::to_string(node.type)},
                                           {"aliases", node.aliases},
                                           {"first_seen", node.first_seen},
                                           {"last_seen", node.last_seen},
                                           {"relations", relations}};
    std::cout << entity.dump(2) << '\n';
}

int run_show(const ShowOptions& options) {
    const auto [graph, index, others] = options.input.load_near(options.name);
    tell_others(options.name, others, options.common);
    if (options.json)
        print_json(graph, index);
    else
        print_entity(graph, index, options.common);
    return kDone;
}

}  // namespace

Run declare_show(CLI::App& app) {
    auto options = std::make_shared<ShowOptions>();
    options->input.add_to(app);
    app.add_option("NAME", options->name, "name, alias or id of an entity")
        ->required()
        ->type_name("");
    app.add_flag("--json", options->json, "as JSON, with all evidence");
    options->input.select.add_to(app);
    options->common.add_to(app);
    return [options] { return run_show(*options); };
}

}  // namespace relata::cli
