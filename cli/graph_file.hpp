// The graph file as commands take it: GRAPH to read, -o GRAPH to write.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "cli/options.hpp"
#include "extract/catalogue.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/store.hpp"

namespace relata::cli {

struct GraphInput {
    std::string path;
    StatusOption status;
    AsOfOption as_of;
    // GRAPH alone, and with --status and --as-of.
    void add_to(CLI::App& app);
    void add_filtered_to(CLI::App& app);
    // The graph, restricted by --status and --as-of. Throws relata::Error.
    graph::KnowledgeGraph load() const;
};

struct GraphOutput {
    std::string path;
    void add_to(CLI::App& app);
    graph::StoreWriter open(const extract::Catalogue& catalogue) const;
};

// What was asked for is not there: a message, and exit status 1 instead of 2.
struct NotFound : Error {
    NotFound(const std::string& cause, const std::string& remedy) : Error("", cause, remedy) {}
};

// The entity that a user means: by id, name or alias, ignoring case. Throws NotFound with "did you
// mean" where there is none, and relata::Error with all that it may be where there are several.
graph::NodeIndex find_entity(const graph::KnowledgeGraph& graph, std::string_view name);

}  // namespace relata::cli
