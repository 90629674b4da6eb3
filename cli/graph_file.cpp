#include "cli/graph_file.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <set>

#include "cli/progress.hpp"
#include "cli/suggest.hpp"
#include "cli/table.hpp"
#include "extract/read/byte_source.hpp"
#include "graph/find.hpp"

namespace relata::cli {

namespace {

// Checks names of relation types against those that the graph file has, of which a part is loaded.
void check_types(const graph::KnowledgeGraph& part, const std::string& path,
                 const std::vector<std::string>& wanted) {
    std::set<std::string> loaded;
    for (const graph::Edge& edge : part.edges()) loaded.insert(edge.type);
    for (const std::string& type : wanted) {
        if (loaded.contains(type) || graph::has_relation_type(path, type)) continue;
        const std::vector<std::string> names = graph::relation_types(path);
        throw NotFound("the graph has no relation of type '" + type + "'",
                       did_you_mean(type, names));
    }
}

std::string read_file(const std::string& path) {
    constexpr std::size_t kMost = 64U << 20U;
    extract::ByteSource source(path, extract::ReadOptions().max_ratio);
    std::string text;
    if (!source.read_all(text, kMost)) throw Error(path, "is too large");
    return text;
}

}  // namespace

void SelectOptions::add_to(CLI::App& app) {
    status.add_to(app);
    app.add_option("--as-of", as_of, "only what held on that day: 2024, 2024-05 or 2024-05-31")
        ->type_name("DATE");
    app.add_option("--type", types, "only relations of these types")
        ->delimiter(',')
        ->type_name("LIST")
        ->allow_extra_args(false);
    app.add_option("--min-confidence", min_confidence, "only relations of at least this confidence")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("SHARE");
}

void SelectOptions::add_neighborhood_to(CLI::App& app) {
    app.add_option("--focus", focus, "only what is near this entity; may be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    app.add_option("--hops", hops, "how near: so many relations away")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--top", top, "only the entities with the most relations")->type_name("N");
}

bool SelectOptions::leaves_out() const {
    return !status.names.empty() || !types.empty() || !as_of.empty() || min_confidence > 0 ||
           !focus.empty() || top > 0;
}

graph::Selection SelectOptions::selection(const graph::KnowledgeGraph& graph,
                                          const std::string& path) const {
    check_types(graph, path, types);
    graph::Selection selection;
    for (const extract::Status wanted : status.statuses()) selection.statuses.insert(wanted);
    selection.types = std::set<std::string>(types.begin(), types.end());
    selection.as_of = as_of;
    selection.min_confidence = min_confidence;
    for (const std::string& name : focus)
        selection.focus.push_back(find_entities(graph, path, name)[0]);
    selection.hops = hops;
    if (top > 0) selection.top = top;
    return selection;
}

void GraphInput::add_to(CLI::App& app) {
    app.add_option("GRAPH", path, "graph file that relata build made")->required()->type_name("");
}

graph::KnowledgeGraph GraphInput::load(const graph::Extent& extent) const {
    graph::Extent part = extent;
    if (part.around.empty() && !select.focus.empty()) {
        part.around = select.focus;
        part.hops = select.hops;
    }
    graph::KnowledgeGraph graph = graph::load(path, part);
    if (!select.leaves_out()) return graph;
    const graph::Selection selection = select.selection(graph, path);
    return graph::select(std::move(graph), selection);
}

GraphInput::Near GraphInput::load_near(const std::string& name, std::uint32_t hops) const {
    Near near{load({.around = {name}, .hops = hops, .rim = false}), 0, {}};
    const std::vector<graph::NodeIndex> found = find_entities(near.graph, path, name);
    near.entity = found[0];
    for (std::size_t i = 1; i < found.size(); ++i)
        near.others.push_back(near.graph.node(found[i]).id);
    return near;
}

std::string counts_text(const graph::KnowledgeGraph& graph) {
    return count_of(graph.nodes().size(), "entity", "entities") + ", " +
           count_of(graph.edges().size(), "relation", "relations");
}

void GraphOutput::add_to(CLI::App& app) {
    app.add_option("-o,--output", path, "graph file to make or to add to")
        ->required()
        ->type_name("GRAPH");
    app.add_option(
           "--aliases", aliases,
           "file of statements 'same: A = B' and 'different: A = B', which the graph keeps; an "
           "empty file takes all back")
        ->type_name("FILE");
}

graph::StoreWriter GraphOutput::open(const extract::Catalogue& catalogue) const {
    std::set<std::string> symmetric;
    for (const extract::RelationType& type : catalogue.types())
        if (type.symmetric) symmetric.insert(type.name);
    std::vector<graph::Override> statements;
    if (!aliases.empty()) statements = graph::parse_overrides(read_file(aliases), aliases);
    graph::StoreWriter writer(path, std::move(symmetric));
    if (!aliases.empty()) writer.set_overrides(statements);
    return writer;
}

void tell_others(const std::string& name, const std::vector<std::string>& others,
                 const CommonOptions& common) {
    if (!others.empty() && !common.quiet)
        std::cerr << "relata: '" << name << "' may also be " << cell_text(others) << '\n';
}

std::vector<std::string> entity_ids(const std::string& path, const std::string& name) {
    std::vector<std::string> ids = graph::entities_named(path, name);
    if (ids.empty())
        throw NotFound("the graph has no entity '" + name + "'",
                       alternatives(graph::similar_names(path, name, 3)));
    return ids;
}

std::vector<graph::NodeIndex> find_entities(const graph::KnowledgeGraph& graph,
                                            const std::string& path, const std::string& name) {
    auto found = graph::nodes_with_ids(graph, entity_ids(path, name));
    if (found.empty())
        throw NotFound("'" + name + "' has no such relation",
                       "leave out --status, --type or --as-of");
    return found;
}

}  // namespace relata::cli
