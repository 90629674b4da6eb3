// Look-up of entities by what people type.
//
//   graph::NameIndex names(graph);
//   auto found = names.find("hewlett packard");           // indices of nodes
//   if (found.empty()) suggest(names.suggestions("hewlet"));  // "Hewlett-Packard"
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::graph {

// How little a look-up key resembles another one; the smaller, the more similar. nullopt: not at
// all.
std::optional<std::size_t> key_distance(std::string_view key, std::string_view other);

// The nodes with these ids that the graph has, those with more edges first.
std::vector<NodeIndex> nodes_with_ids(const KnowledgeGraph& graph,
                                      std::span<const std::string> ids);

// Immutable; the graph must outlive it. Safe from any thread.
class NameIndex {
  public:
    explicit NameIndex(const KnowledgeGraph& graph);
    NameIndex(NameIndex&&) noexcept;
    NameIndex& operator=(NameIndex&&) noexcept;
    ~NameIndex();

    // Entities that a text means: by id; else by exact name; else by name without regard to case,
    // accents, punctuation, legal form; else by alias in the same two ways. The first of these that
    // finds any decides; those with more edges come first. Empty where none does.
    std::vector<NodeIndex> find(std::string_view text) const;

    // Names that look like the text, the most similar first.
    std::vector<std::string> suggestions(std::string_view text, std::size_t limit = 5) const;

    // Names that begin with the text (case-folded), sorted; for completion.
    std::vector<std::string> completions(std::string_view prefix, std::size_t limit = 50) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace relata::graph
