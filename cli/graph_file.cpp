#include "cli/graph_file.hpp"

#include <CLI/CLI.hpp>
#include <set>

#include "base/error.hpp"
#include "cli/suggest.hpp"
#include "graph/name_key.hpp"

namespace relata::cli {

namespace {

std::vector<graph::NodeIndex> nodes_named(const graph::KnowledgeGraph& graph,
                                          std::string_view name) {
    const std::string key = graph::folded_key(name);
    std::vector<graph::NodeIndex> by_name, by_alias;
    for (graph::NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        const graph::Node& node = graph.node(i);
        if (node.id == name) return {i};
        if (graph::folded_key(node.name) == key) {
            by_name.push_back(i);
            continue;
        }
        for (const std::string& alias : node.aliases)
            if (graph::folded_key(alias) == key) {
                by_alias.push_back(i);
                break;
            }
    }
    return by_name.empty() ? by_alias : by_name;
}

std::string similar_names(const graph::KnowledgeGraph& graph, std::string_view name) {
    std::vector<std::string> names;
    for (const graph::Node& node : graph.nodes()) {
        names.push_back(node.name);
        names.insert(names.end(), node.aliases.begin(), node.aliases.end());
    }
    return did_you_mean(name, names);
}

}  // namespace

void GraphInput::add_to(CLI::App& app) {
    app.add_option("GRAPH", path, "graph file that relata build made")->required()->type_name("");
}

void GraphInput::add_filtered_to(CLI::App& app) {
    add_to(app);
    status.add_to(app);
    as_of.add_to(app);
}

graph::KnowledgeGraph GraphInput::load() const { return graph::load(path); }

void GraphOutput::add_to(CLI::App& app) {
    app.add_option("-o,--output", path, "graph file to make or to add to")
        ->required()
        ->type_name("GRAPH");
}

graph::StoreWriter GraphOutput::open(const extract::Catalogue& catalogue) const {
    std::set<std::string> symmetric;
    for (const extract::RelationType& type : catalogue.types())
        if (type.symmetric) symmetric.insert(type.name);
    return graph::StoreWriter(path, std::move(symmetric));
}

graph::NodeIndex find_entity(const graph::KnowledgeGraph& graph, std::string_view name) {
    const std::vector<graph::NodeIndex> found = nodes_named(graph, name);
    if (found.size() == 1) return found[0];
    const std::string what = "'" + std::string(name) + "'";
    if (found.empty())
        throw NotFound("the graph has no entity " + what, similar_names(graph, name));
    std::string ids;
    for (const graph::NodeIndex index : found)
        ids += (ids.empty() ? "" : ", ") + graph.node(index).id;
    throw Error("", what + " may be several entities", "use one of the ids: " + ids);
}

}  // namespace relata::cli
