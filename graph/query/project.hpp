// WITH and RETURN: projection, grouping, DISTINCT, ORDER BY, SKIP, LIMIT.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "graph/query/aggregate.hpp"
#include "graph/query/evaluate.hpp"

namespace relata::graph::query {

// Takes the rows of the clause before, one by one, and passes on its own: at once where it can,
// else in finish().
class Projector {
  public:
    using Next = std::function<bool(Row&)>;  // returns false to stop

    Projector(Evaluator& evaluator, const ProjectClause& clause, std::uint32_t slots, Next next);

    // False where no more rows are wanted.
    bool add(Row& row);
    // To be called once, after the last row.
    void finish();

  private:
    struct Group {
        Row row;  // the first one
        std::vector<Accumulator> accumulators;
    };

    void set_items(Row& row);
    void add_to_group(Row& row);
    void finish_groups();
    bool is_new(const Row& row);
    void sort_rows();
    bool pass_on(Row& row);
    std::optional<std::uint64_t> bound(const ExpressionPtr& expression);

    Evaluator& evaluator_;
    const ProjectClause& clause_;
    std::uint32_t slots_;
    Next next_;
    bool groups_rows_ = false;
    std::uint64_t skip_ = 0;
    std::optional<std::uint64_t> limit_;
    std::vector<Row> rows_;  // where they must wait for ORDER BY
    std::map<std::vector<Value>, std::size_t, ValueOrder> group_index_;
    std::vector<Group> groups_;  // in order of their first rows
    std::set<std::vector<Value>, ValueOrder> seen_;
};

}  // namespace relata::graph::query
