// The graph file: one SQLite database (docs/schema.md) that holds the records of every article and
// the graph merged from them. The graph is always what graph::merge gives for the stored records,
// so adding articles one by one equals adding them at once, and removing some equals never having
// had them.
//
//   {   // relata build, merge
//       graph::StoreWriter writer("news.graph");       // made if it is not there
//       while (next_batch(records)) writer.add(records);
//       writer.commit();                               // resolution, merging, one atomic switch
//   }
//   graph::KnowledgeGraph g = graph::load("news.graph");
//
// Crash safety: until commit() returns, readers and a crash see the old state; afterwards the new
// one. A second writer fails at once with relata::Error; readers go on. No journal or lock stays
// behind. Errors: relata::Error for a file that is no graph, is of another version, is being
// written, or cannot be written (disk full); the message names the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "extract/relation.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/merge.hpp"
#include "graph/paths.hpp"
#include "graph/resolve.hpp"

namespace relata::graph {

// Adds and removes articles. Not safe for use by several threads at a time; movable.
class StoreWriter {
  public:
    // Opens a graph file for writing or prepares a new one.
    // `symmetric`: see MergeOptions.
    explicit StoreWriter(std::filesystem::path path,
                         std::set<std::string> symmetric = MergeOptions{}.symmetric);
    StoreWriter(StoreWriter&&) noexcept;
    StoreWriter& operator=(StoreWriter&&) noexcept;
    ~StoreWriter();  // without commit(): nothing has happened

    // Adds records; those that are stored already are passed over. Returns how many were new.
    // The records of an article may come in several calls.
    std::size_t add(std::span<const extract::Relation> records);
    // Takes articles out, by document id or URL. Returns those that were not there.
    std::vector<std::string> remove(std::span<const std::string> documents);
    // Replaces the alias statements that the file keeps (an empty list takes all back).
    void set_overrides(std::span<const Override> overrides);
    // Makes all this durable and visible. To be called once, last.
    void commit();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// An article as the file knows it.
struct StoredDocument {
    std::string id, url, source, date, title, path, author, language;
    std::uint64_t records = 0;
    std::string same_as;  // id of the article that it repeats, or ""
    std::string story;    // id of the article that it is a near-duplicate of, or ""
    bool operator==(const StoredDocument&) const = default;
};

// Which part of a graph is read. By default all of it.
struct Extent {
    // Only what is within `hops` relations of the entities that these names mean
    // (NameIndex::find). A name that means nothing adds nothing. Empty: everything.
    std::vector<std::string> around{};
    std::uint32_t hops = 0;
    // false: without relations between two of the farthest entities.
    bool rim = true;
    std::set<std::string> types{};  // relations of these types; empty: all
    bool evidence = true;           // false: the edges come without their evidence
};

// The graph, in a consistent state even while somebody writes. A part costs what that part costs,
// not the whole file; select() with a focus and no more hops gives the same on it as on the whole
// graph.
KnowledgeGraph load(const std::filesystem::path& path, const Extent& extent = {});
// Which relations connect, for load_connections().
struct ConnectionOptions {
    PathOptions paths{};
    std::set<std::string> types{};  // relations of these types; empty: all
    std::set<Status> statuses{};    // empty: all
    bool best_only = true;  // false: all that lies on a shortest connection, however many there are
    bool evidence = true;
};
// The shortest connections of two entities, by their ids, with all evidence: shortest_paths() finds
// on it what it finds on the whole graph. Searches from both ends and reads what it looks at.
KnowledgeGraph load_connections(const std::filesystem::path& path, const std::string& from,
                                const std::string& to, const ConnectionOptions& options = {});
// Ids of the entities that a name means (NameIndex::find), those with more relations first; reads
// no more than these.
std::vector<std::string> entities_named(const std::filesystem::path& path, std::string_view name);
// Whether the graph has a relation of that type; for one that it has few relations are looked at.
bool has_relation_type(const std::filesystem::path& path, std::string_view type);
// The types of relations that the graph has, sorted; looks at all relations.
std::vector<std::string> relation_types(const std::filesystem::path& path);
// Names of entities that begin with the text, whatever its case, sorted; for completion.
std::vector<std::string> names_beginning(const std::filesystem::path& path, std::string_view text,
                                         std::size_t limit = 50);
// Names of entities that look like the text, the most similar first; reads keys, not the graph.
std::vector<std::string> similar_names(const std::filesystem::path& path, std::string_view text,
                                       std::size_t limit = 5);
// All articles, sorted by id.
std::vector<StoredDocument> documents(const std::filesystem::path& path);
// The records of all articles, as they were added, sorted; graph::merge of them equals load().
std::vector<extract::Relation> records(const std::filesystem::path& path);
// The alias statements that the file keeps.
std::vector<Override> overrides(const std::filesystem::path& path);
// `relata merge --explain A B`: see graph/resolve.
MergeExplanation explain_merge(const std::filesystem::path& path, std::string_view a,
                               std::string_view b);

}  // namespace relata::graph
