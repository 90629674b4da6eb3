// Who is linked with whom in a graph file, read from its indices as it is asked for: for what needs
// a part of a graph and must not read all of it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/sqlite.hpp"

namespace relata::graph {

// SQL: whether some relation touches the entity of the row at hand.
inline constexpr std::string_view kHasEdge =
    "(EXISTS (SELECT 1 FROM relations WHERE subject = entities.id) OR EXISTS (SELECT 1 FROM "
    "relations WHERE object = entities.id))";

// Which relations are looked at, as a condition on columns of table `relations`.
class RelationFilter {
  public:
    // Empty sets: all.
    explicit RelationFilter(const std::set<std::string>& types = {},
                            const std::set<Status>& statuses = {}, bool denied = true);
    const std::string& condition() const { return condition_; }

  private:
    std::string condition_;
};

// Rows are those of tables `entities` and `relations`. The database must outlive it.
class Links {
  public:
    using Row = std::int64_t;

    Links(Database& db, const RelationFilter& filter);

    // The entities that a name means; see NameIndex::find. Ascending.
    std::vector<Row> named(std::string_view name);

    // Calls visit(relation, other end) for the relations that start at an entity.
    template <typename Visit>
    void for_each_from(Row entity, Visit visit) {
        read(out_, entity, visit);
    }
    template <typename Visit>
    void for_each_to(Row entity, Visit visit) {
        read(in_, entity, visit);
    }
    template <typename Visit>
    void for_each(Row entity, Visit visit) {
        read(out_, entity, visit);
        read(in_, entity, visit);
    }

    // The number of relations that touch an entity, or `most` where there are more.
    std::size_t degree(Row entity, std::size_t most);
    // Calls visit(relation) for the relations from one entity to another one; does not read all the
    // relations of either.
    template <typename Visit>
    void for_each_between(Row from, Row to, Visit visit) {
        std::string type;
        while (next_type(to, type)) {
            between_.bind(1, to).bind(2, std::string_view(type)).bind(3, from);
            while (between_.step()) visit(between_.number(0));
        }
    }

  private:
    // The type after `type` among the relations that end at an entity.
    bool next_type(Row entity, std::string& type);
    template <typename Visit>
    void read(Statement& links, Row entity, Visit visit) {
        links.bind(1, entity);
        while (links.step()) visit(links.number(0), links.number(1));
    }

    Database& db_;
    Statement out_, in_, degree_, next_type_, between_;
};

}  // namespace relata::graph
