// Support: what the evidence of an edge amounts to: how many independent sources, how sure, since
// when, with which attributes. Functions of the set of evidence, never of its order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/relation.hpp"
#include "graph/article.hpp"
#include "graph/knowledge_graph.hpp"

namespace relata::graph {

// Evidence that says only in which article it stands.
Evidence evidence_in(const Article& article);

// The evidence that a record gives. `article` is the one that stands for the record's;
// `swapped`: the edge runs against the record (symmetric types).
Evidence evidence_of(const extract::Relation& record, const Article& article, bool swapped);

// "org:a|acquired|org:b|asserted"
std::string edge_id(std::string_view subject, std::string_view type, std::string_view object,
                    Status status);

// Sorts evidence and drops what comes twice.
void sort_evidence(std::vector<Evidence>& evidence);

// Sorts the evidence, drops what comes twice, and fills in all of the edge that follows from it:
// sources, confidence, first and last seen, valid from and to, attributes. Leaves id, ends, type
// and status alone. `edge.evidence` must not be empty.
//
// Independent sources: evidence of one outlet (`source`, else the URL's host, else the article), of
// one story (near-duplicates, graph/story.hpp) or with the same sentence is one source.
void summarise(Edge& edge);

// Lets a node's first and last seen include an edge's.
void extend_seen(Node& node, const Edge& edge);

}  // namespace relata::graph
