// Merge: relation records -> KnowledgeGraph. Associative and commutative: any order and any split
// of the records gives the same graph; a record or article that comes twice changes nothing.
//
//   graph::KnowledgeGraph g = graph::merge(records);
//   graph::KnowledgeGraph h = graph::merge(records, {.overrides = graph::parse_overrides(text,
//   path)});
//
// Records without a subject or object name are left out, and so are relations of an entity with
// itself. Two articles with the same URL (without scheme, "www.", fragment, tracking parameters)
// are one article, and so are two articles without URL whose records are equal; their evidence
// carries the smaller document id.
//
// Large sets that should live on disk go through graph/store, which gives the same graph.
// Thread safety: may be called from any thread.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "extract/relation.hpp"
#include "extract/symmetric_types.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/overrides.hpp"

namespace relata::graph {

struct MergeOptions {
    std::vector<Override> overrides;  // the user's alias file
    // Relation types without direction; their edges start at the smaller entity id. Pass the
    // catalogue's rows marked [symmetric] where --rules adds some.
    std::set<std::string> symmetric = extract::symmetric_types();
};

KnowledgeGraph merge(std::span<const extract::Relation> records, const MergeOptions& options = {});

}  // namespace relata::graph
