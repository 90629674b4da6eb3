// The parser of queries; used through parse().
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query/ast.hpp"
#include "graph/query/function.hpp"
#include "graph/query/token.hpp"

namespace relata::graph::query {

// Parses a query and resolves its variables. Throws relata::Error (see fault.hpp).
Query parse(std::string_view text);

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text), tokens_(tokenize(text)) {}
    Query run();

  private:
    struct Variable {
        enum class Kind : std::uint8_t { node, relation, path, value } kind = Kind::value;
        Slot slot = kNoSlot;
    };

    // Tokens.
    const Token& peek(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }
    bool at_symbol(std::string_view symbol, std::size_t ahead = 0) const;
    bool at_keyword(std::string_view keyword, std::size_t ahead = 0) const;
    bool accept_symbol(std::string_view symbol);
    bool accept_keyword(std::string_view keyword);
    void expect_symbol(std::string_view symbol, const char* where);
    void expect_keyword(std::string_view keyword, const char* where);
    const Token& expect_name(const char* what);
    std::string text_between(std::size_t first_token, std::size_t last_token) const;
    [[noreturn]] void fail(const Token& at, const std::string& cause,
                           const std::string& remedy = "") const;
    [[noreturn]] void unexpected(const std::string& wanted) const;

    // Variables.
    Slot new_slot() { return slots_++; }
    Slot declare(const Token& name, Variable::Kind kind);
    Slot use_or_declare(const Token& name, Variable::Kind kind);
    [[noreturn]] void unknown_variable(const Token& name) const;

    // Clauses (parser.cpp).
    bool parse_clause();
    void parse_match(bool optional);
    void parse_unwind();
    void parse_project(bool is_return);
    void parse_items(ProjectClause& clause, bool is_return);
    void add_star(ProjectClause& clause);
    void parse_item(ProjectClause& clause, bool is_return);
    void parse_order(ProjectClause& clause);
    void parse_sort_key(ProjectClause& clause);
    void declare_items(const ProjectClause& clause, std::map<std::string, Variable>& scope) const;

    // Patterns (parser_pattern.cpp).
    Pattern parse_pattern();
    PathPattern parse_path();
    PathPattern parse_chain();
    NodePattern parse_node();
    RelationPattern parse_relation();
    void parse_relation_detail(RelationPattern& relation);
    void parse_hops(RelationPattern& relation);
    EntityType parse_label();
    std::vector<PropertyTest> parse_properties();
    bool looks_like_pattern() const;

    // Expressions (parser_expression.cpp).
    // Counts how deep expressions are nested; fails before the stack is full.
    class Nesting {
      public:
        explicit Nesting(Parser& parser) : depth_(parser.depth_) {
            if (++depth_ > kDeepest) parser.fail(parser.peek(), "the query is nested too deeply");
        }
        ~Nesting() { --depth_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

      private:
        static constexpr int kDeepest = 200;
        int& depth_;
    };
    ExpressionPtr parse_expression();
    ExpressionPtr parse_xor();
    ExpressionPtr parse_and();
    ExpressionPtr parse_not();
    ExpressionPtr parse_comparison();
    ExpressionPtr parse_predicate();
    ExpressionPtr parse_sum();
    ExpressionPtr parse_product();
    ExpressionPtr parse_sign();
    ExpressionPtr parse_postfix();
    ExpressionPtr parse_primary();
    ExpressionPtr parse_number(bool negative);
    ExpressionPtr parse_name();
    ExpressionPtr parse_call(const Token& name);
    ExpressionPtr parse_quantifier(const Token& name);
    ExpressionPtr parse_exists(const Token& name);
    ExpressionPtr parse_case();
    ExpressionPtr parse_list();
    ExpressionPtr parse_comprehension(const Token& bracket);
    ExpressionPtr parse_map();
    ExpressionPtr parse_pattern_predicate();
    ExpressionPtr operation(Operator op, const Token& at, std::vector<ExpressionPtr> parts) const;

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
    Query query_;
    Slot slots_ = 0;
    std::map<std::string, Variable> scope_;
    std::vector<Slot>* new_slots_ = nullptr;            // of the MATCH being read
    std::vector<ExpressionPtr>* aggregates_ = nullptr;  // of the projection being read
    bool found_aggregate_ = false;
};

}  // namespace relata::graph::query
