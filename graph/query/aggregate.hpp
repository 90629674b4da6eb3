// Aggregates of RETURN and WITH: count, collect, min, max, avg, sum.
#pragma once

#include <set>
#include <vector>

#include "graph/query/ast.hpp"
#include "graph/query/function.hpp"
#include "graph/query/value.hpp"

namespace relata::graph::query {

// Orders values, and lists of values, in the order of ORDER BY.
struct ValueOrder {
    const KnowledgeGraph* graph;
    bool operator()(const Value& a, const Value& b) const { return order(a, b, *graph) < 0; }
    bool operator()(const std::vector<Value>& a, const std::vector<Value>& b) const {
        return order(Value(a), Value(b), *graph) < 0;
    }
};

// The values that one aggregate has seen in one group.
class Accumulator {
  public:
    Accumulator(const Expression& aggregate, const KnowledgeGraph& graph)
        : aggregate_(&aggregate), graph_(&graph), seen_(ValueOrder{&graph}) {}

    // Null is passed over, as are repetitions under DISTINCT. False where avg or sum cannot take
    // the value.
    bool add(const Value& value);
    Value result() const;

  private:
    const Expression* aggregate_;
    const KnowledgeGraph* graph_;
    std::set<Value, ValueOrder> seen_;  // under DISTINCT
    std::int64_t count_ = 0;
    std::int64_t integer_sum_ = 0;
    double real_sum_ = 0;
    bool integers_ = true;
    Value extreme_;
    Value::List list_;
};

}  // namespace relata::graph::query
