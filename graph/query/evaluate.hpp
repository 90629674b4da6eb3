// Evaluates expressions over rows.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "graph/query/ast.hpp"

namespace re2 {
class RE2;
}

namespace relata::graph::query {

using Row = std::vector<Value>;

inline constexpr const char* kTooLarge = "the result is too large for an integer";

// What one run of a query needs beside its rows. Not safe for several threads at a time.
class Evaluator {
  public:
    Evaluator(const KnowledgeGraph& graph, const Parameters& parameters, const std::string& query);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    // `aggregates`: values of aggregate expressions, by their number.
    // Throws relata::Error with the place in the query, as for a sum of a string and a list.
    Value evaluate(const Expression& expression, Row& row, std::span<const Value> aggregates = {});

    // Whether a condition holds: null counts as no. Throws where it is no condition.
    bool holds(const Expression& condition, Row& row);

    const KnowledgeGraph& graph() const { return graph_; }
    [[noreturn]] void fail(const Expression& at, const std::string& cause,
                           const std::string& remedy = "") const;

    // Nodes of that exact name, ascending.
    std::span<const NodeIndex> nodes_named(const std::string& name);

  private:
    Value operate(const Expression& e, Row& row, std::span<const Value> aggregates);
    Value logic(const Expression& e, Row& row, std::span<const Value> aggregates);
    Value compare(Operator op, const Value& a, const Value& b) const;
    Value in_list(const Expression& e, const Value& a, const Value& b) const;
    Value text_test(const Expression& e, const Value& a, const Value& b);
    Value arithmetic(const Expression& e, const Value& a, const Value& b) const;
    Value integer_arithmetic(const Expression& e, std::int64_t a, std::int64_t b) const;
    Value call(const Expression& e, Row& row, std::span<const Value> aggregates);
    Value call_one(const Expression& e, const Value& argument) const;
    Value property_of(const Expression& e, const Value& subject) const;
    Value index_of(const Expression& e, const Value& subject, const Value& index) const;
    Value choose(const Expression& e, Row& row, std::span<const Value> aggregates);
    Value quantify(const Expression& e, Row& row, std::span<const Value> aggregates);
    bool truth(const Expression& e, const Value& value, bool& is_null) const;
    const re2::RE2& regex(const Expression& e, const std::string& pattern);

    const KnowledgeGraph& graph_;
    const Parameters& parameters_;
    const std::string& query_;
    std::map<std::string, std::unique_ptr<re2::RE2>> regexes_;
    std::map<std::string, std::vector<NodeIndex>, std::less<>> by_name_;
    bool names_indexed_ = false;
};

}  // namespace relata::graph::query
