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
    // Throws relata::Error or NotFound for what the graph does not have.
    graph::Selection selection(const graph::KnowledgeGraph& graph) const;
};

struct GraphInput {
    std::string path;
    SelectOptions select;
    void add_to(CLI::App& app);  // GRAPH alone
    // The part of the graph that the options select. Throws relata::Error.
    graph::KnowledgeGraph load() const;
};

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

// The entity that a user means. Throws NotFound with "did you mean" where there is none. Where
// several may be meant, the one with the most relations is taken; the ids of the others go to
// `others`.
graph::NodeIndex find_entity(const graph::KnowledgeGraph& graph, std::string_view name,
                             std::vector<std::string>* others = nullptr);

}  // namespace relata::cli
