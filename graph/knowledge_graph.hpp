// KnowledgeGraph: the merged graph in memory, immutable. Nodes are entities, edges are relations
// with all their evidence; both are sorted by id, so that two equal graphs are equal byte for byte
// in every export. graph/merge builds it from relations, graph/store reads and writes it as SQLite,
// export/ and the algorithms read it.
//
// Thread safety: const member functions may be called from any thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/relation.hpp"

namespace relata::graph {

using extract::EntityType;
using extract::Status;

using NodeIndex = std::uint32_t;
using EdgeIndex = std::uint32_t;

// One sentence of one article that states a relation.
struct Evidence {
    std::string document, url, source, date, title, path,
        author;                             // of the article; "" where unknown
    std::string quote;                      // the sentence
    std::uint32_t start = 0, end = 0;       // of the quote in the article, code points, half-open
    std::string subject_text, object_text;  // the words on the page
    Status status = Status::asserted;
    std::string rule, language;
    double confidence = 1.0;
    std::map<std::string, std::string> attributes;
    std::string story;  // id of the article of which this one is a near-duplicate, or ""
    bool operator==(const Evidence&) const = default;
};

struct Node {
    std::string id;    // stable over rebuilds and machines: type and canonical key, "org:deepseek"
    std::string name;  // canonical name for people
    EntityType type = EntityType::org;
    std::vector<std::string> aliases;   // other surface forms, sorted, without `name`
    std::string first_seen, last_seen;  // ISO dates of articles, "" where none is dated
    bool operator==(const Node&) const = default;
};

struct Edge {
    std::string id;  // stable: "subject|type|object|status"
    NodeIndex source = 0, target = 0;
    std::string type;
    bool symmetric = false;  // the type has no direction: source is the end whose id comes first
    Status status = Status::asserted;
    double confidence = 0;              // in (0, 1): 1 - product of (1 - c) over sources, 4 digits
    std::uint32_t sources = 0;          // independent sources (outlets or articles)
    std::string first_seen, last_seen;  // dates of articles
    std::string valid_from, valid_to;   // ISO, as the text states, "" where it does not
    std::map<std::string, std::string> attributes;  // the best-supported value of each
    // Sorted; never empty, unless the graph was made without evidence.
    std::vector<Evidence> evidence;
    bool operator==(const Edge&) const = default;
};

class KnowledgeGraph {
  public:
    // Takes nodes and edges; edges name nodes by index. Sorts both by id and builds the adjacency
    // (a Boost.Graph compressed sparse row graph, kept inside). Throws std::invalid_argument on an
    // edge without its node, a repeated id, or an edge without evidence. Receipts::left_out: edges
    // may come without evidence, for those who do not look at it.
    enum class Receipts : bool { left_out, kept };
    KnowledgeGraph(std::vector<Node> nodes, std::vector<Edge> edges,
                   Receipts receipts = Receipts::kept);
    KnowledgeGraph();
    KnowledgeGraph(KnowledgeGraph&&) noexcept;
    KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;
    ~KnowledgeGraph();

    Receipts receipts() const;
    std::span<const Node> nodes() const;
    std::span<const Edge> edges() const;
    const Node& node(NodeIndex index) const { return nodes()[index]; }
    const Edge& edge(EdgeIndex index) const { return edges()[index]; }

    // Edges that start (end) at a node, in order of their index.
    std::span<const EdgeIndex> out_edges(NodeIndex node) const;
    std::span<const EdgeIndex> in_edges(NodeIndex node) const;

    // Gives nodes and edges back, to make another graph of them; this one is empty then.
    std::pair<std::vector<Node>, std::vector<Edge>> release() &&;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace relata::graph
