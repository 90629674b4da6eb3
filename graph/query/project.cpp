#include "graph/query/project.hpp"

#include <algorithm>
#include <numeric>

namespace relata::graph::query {

Projector::Projector(Evaluator& evaluator, const ProjectClause& clause, std::uint32_t slots,
                     Next next)
    : evaluator_(evaluator),
      clause_(clause),
      slots_(slots),
      next_(std::move(next)),
      group_index_(ValueOrder{&evaluator.graph()}),
      seen_(ValueOrder{&evaluator.graph()}) {
    groups_rows_ = std::any_of(clause.items.begin(), clause.items.end(),
                               [](const Projection& item) { return item.aggregates; });
    skip_ = bound(clause.skip).value_or(0);
    limit_ = bound(clause.limit);
}

// The value of SKIP or LIMIT.
std::optional<std::uint64_t> Projector::bound(const ExpressionPtr& expression) {
    if (!expression) return std::nullopt;
    Row row(slots_);
    const Value value = evaluator_.evaluate(*expression, row);
    const auto* number = std::get_if<std::int64_t>(&value.data);
    if (number == nullptr || *number < 0) {
        evaluator_.fail(*expression, "SKIP and LIMIT take a whole number from 0 on");
    }
    return static_cast<std::uint64_t>(*number);
}

bool Projector::add(Row& row) {
    if (groups_rows_) {
        add_to_group(row);
        return true;
    }
    set_items(row);
    if (clause_.distinct && !is_new(row)) return true;
    if (!clause_.order.empty()) {
        rows_.push_back(row);
        return true;
    }
    return pass_on(row);
}

void Projector::set_items(Row& row) {
    std::vector<Value> values;
    for (const Projection& item : clause_.items) {
        values.push_back(evaluator_.evaluate(*item.expression, row));
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        row[clause_.items[i].slot] = std::move(values[i]);
}

void Projector::add_to_group(Row& row) {
    std::vector<Value> key;
    for (const Projection& item : clause_.items) {
        if (item.aggregates) continue;
        key.push_back(evaluator_.evaluate(*item.expression, row));
    }
    const auto [entry, fresh] = group_index_.emplace(std::move(key), groups_.size());
    if (fresh) {
        Group& group = groups_.emplace_back();
        group.row = row;
        for (const auto& aggregate : clause_.aggregates) {
            group.accumulators.emplace_back(*aggregate, evaluator_.graph());
        }
    }
    Group& group = groups_[entry->second];
    for (std::size_t a = 0; a < clause_.aggregates.size(); ++a) {
        const Expression& aggregate = *clause_.aggregates[a];
        const Value value = aggregate.parts.empty() ? Value(true)  // count(*)
                                                    : evaluator_.evaluate(*aggregate.parts[0], row);
        if (!group.accumulators[a].add(value)) {
            evaluator_.fail(aggregate, "`" + aggregate.name + "` needs numbers, but there is `" +
                                           to_text(value, evaluator_.graph()) + "`");
        }
    }
}

// Makes one row of every group.
void Projector::finish_groups() {
    const bool keyless = std::all_of(clause_.items.begin(), clause_.items.end(),
                                     [](const Projection& item) { return item.aggregates; });
    if (groups_.empty() && keyless) {  // count(*) of nothing is 0
        Group& group = groups_.emplace_back();
        group.row = Row(slots_);
        for (const auto& aggregate : clause_.aggregates) {
            group.accumulators.emplace_back(*aggregate, evaluator_.graph());
        }
    }
    for (Group& group : groups_) {
        std::vector<Value> aggregates;
        for (const Accumulator& accumulator : group.accumulators) {
            aggregates.push_back(accumulator.result());
        }
        std::vector<Value> values;
        for (const Projection& item : clause_.items) {
            values.push_back(evaluator_.evaluate(*item.expression, group.row, aggregates));
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            group.row[clause_.items[i].slot] = std::move(values[i]);
        }
        if (!clause_.distinct || is_new(group.row)) rows_.push_back(std::move(group.row));
    }
    groups_.clear();
}

bool Projector::is_new(const Row& row) {
    std::vector<Value> values;
    for (const Projection& item : clause_.items) {
        if (!item.hidden) values.push_back(row[item.slot]);
    }
    return seen_.insert(std::move(values)).second;
}

void Projector::sort_rows() {
    std::vector<std::vector<Value>> keys;
    for (Row& row : rows_) {
        std::vector<Value>& values = keys.emplace_back();
        for (const SortKey& key : clause_.order) {
            values.push_back(key.slot != kNoSlot ? row[key.slot]
                                                 : evaluator_.evaluate(*key.expression, row));
        }
    }
    std::vector<std::size_t> positions(rows_.size());
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    std::stable_sort(positions.begin(), positions.end(), [&](std::size_t a, std::size_t b) {
        for (std::size_t k = 0; k < clause_.order.size(); ++k) {
            const int c = order(keys[a][k], keys[b][k], evaluator_.graph());
            if (c != 0) return clause_.order[k].descending ? c > 0 : c < 0;
        }
        return false;
    });
    std::vector<Row> sorted;
    sorted.reserve(rows_.size());
    for (const std::size_t i : positions) sorted.push_back(std::move(rows_[i]));
    rows_ = std::move(sorted);
}

bool Projector::pass_on(Row& row) {
    if (skip_ > 0) {
        --skip_;
        return true;
    }
    if (limit_ && *limit_ == 0) return false;
    if (limit_) --*limit_;
    const bool wanted = !clause_.where || evaluator_.holds(*clause_.where, row);
    if (wanted && !next_(row)) return false;
    return !limit_ || *limit_ > 0;
}

void Projector::finish() {
    if (groups_rows_) finish_groups();
    if (!clause_.order.empty()) sort_rows();
    for (Row& row : rows_) {
        if (!pass_on(row)) break;
    }
    rows_.clear();
}

}  // namespace relata::graph::query
