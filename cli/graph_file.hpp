// The graph file as commands take it: GRAPH to read, -o GRAPH to write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "cli/options.hpp"
#include "extract/catalogue.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/select.hpp"
#include "graph/store.hpp"

namespace relata::cli {

// Which part of a graph is wanted.
struct SelectOptions {
    StatusOption status;
    std::string as_of;
    std::vector<std::string> types;  // relation types
    double min_confidence = 0;
    std::vector<std::string> focus;
    unsigned hops = 1;
    std::size_t top = 0;                      // 0: all
    void add_to(CLI::App& app);               // --status, --as-of, --min-confidence, --type
    void add_neighborhood_to(CLI::App& app);  // --focus, --hops, --top
    // Throws relata::Error or NotFound for what the graph file does not have.
    graph::Selection selection(const graph::KnowledgeGraph& graph, const std::string& path) const;
    // Whether it may leave edges out.
    bool leaves_out() const;
};

struct GraphInput {
    std::string path;
    SelectOptions select;
    void add_to(CLI::App& app);  // GRAPH alone
    // The part of the graph that the options select, of what lies within the extent. Throws
    // relata::Error.
    graph::KnowledgeGraph load(const graph::Extent& extent = {}) const;
    // What is selected within some hops of an entity; reads no more than that. Throws NotFound,
    // with "did you mean", where the name means nothing.
    struct Near;
    Near load_near(const std::string& name, std::uint32_t hops = 1) const;
};

struct GraphInput::Near {
    graph::KnowledgeGraph graph;
    graph::NodeIndex entity = 0;      // of those that the name may mean the one with most relations
    std::vector<std::string> others;  // ids of the others
};

// Says on standard error which other entities a name may mean, unless it is to be quiet.
void tell_others(const std::string& name, const std::vector<std::string>& others,
                 const CommonOptions& common);

// Ids of the entities that a name means, the one with most relations first; never empty. Throws
// NotFound with "did you mean".
std::vector<std::string> entity_ids(const std::string& path, const std::string& name);
// Those of them that the graph has. Throws NotFound where it has none.
std::vector<graph::NodeIndex> find_entities(const graph::KnowledgeGraph& graph,
                                            const std::string& path, const std::string& name);

// "12 entities, 1 relation"
std::string counts_text(const graph::KnowledgeGraph& graph);

struct GraphOutput {
    std::string path;
    std::string aliases;  // file of statements which names are one entity, or ""
    void add_to(CLI::App& app);
    graph::StoreWriter open(const extract::Catalogue& catalogue) const;
};

// What was asked for is not there: a message, and exit status 1 instead of 2.
struct NotFound : Error {
    NotFound(const std::string& cause, const std::string& remedy) : Error("", cause, remedy) {}
};

}  // namespace relata::cli
