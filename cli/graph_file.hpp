// The graph file as commands take it: GRAPH to read, -o GRAPH to write.
#pragma once

#include <string>
#include <string_view>

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

// The entity that a user means: by id, name or alias, ignoring case. Throws relata::Error with "did
// you mean" where there is none, and with all that it may be where there are several.
graph::NodeIndex find_entity(const graph::KnowledgeGraph& graph, std::string_view name);

}  // namespace relata::cli
