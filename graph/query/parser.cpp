// Tokens, variables and clauses.
#include "graph/query/parser.hpp"

#include <algorithm>
#include <array>

#include "graph/query/fault.hpp"

namespace relata::graph::query {
namespace {

constexpr auto kWriting =
    std::to_array<std::string_view>({"CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE",
                                     "FOREACH", "LOAD", "CALL", "UNION", "DROP"});

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool equal_ignoring_case(std::string_view text, std::string_view keyword) {
    return std::equal(text.begin(), text.end(), keyword.begin(), keyword.end(),
                      [](char a, char b) { return upper(a) == b; });
}

}  // namespace

Query parse(std::string_view text) { return Parser(text).run(); }

bool Parser::at_symbol(std::string_view symbol, std::size_t ahead) const {
    return peek(ahead).kind == Token::Kind::symbol && peek(ahead).text == symbol;
}

bool Parser::at_keyword(std::string_view keyword, std::size_t ahead) const {
    const Token& token = peek(ahead);
    return token.kind == Token::Kind::name && !token.backticked &&
           equal_ignoring_case(token.text, keyword);
}

bool Parser::accept_symbol(std::string_view symbol) {
    if (!at_symbol(symbol)) return false;
    ++at_;
    return true;
}

bool Parser::accept_keyword(std::string_view keyword) {
    if (!at_keyword(keyword)) return false;
    ++at_;
    return true;
}

void Parser::expect_symbol(std::string_view symbol, const char* where) {
    if (!accept_symbol(symbol)) unexpected("`" + std::string(symbol) + "` " + where);
}

void Parser::expect_keyword(std::string_view keyword, const char* where) {
    if (!accept_keyword(keyword)) unexpected(std::string(keyword) + " " + where);
}

const Token& Parser::expect_name(const char* what) {
    if (peek().kind != Token::Kind::name) unexpected(what);
    return tokens_[at_++];
}

// The query's text from one token up to, not including, another, without blanks around.
std::string Parser::text_between(std::size_t first_token, std::size_t last_token) const {
    const std::size_t start = tokens_[first_token].offset;
    std::string_view text = text_.substr(start, tokens_[last_token].offset - start);
    const auto end = text.find_last_not_of(" \t\r\n");
    return std::string(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
}

void Parser::fail(const Token& at, const std::string& cause, const std::string& remedy) const {
    fault(text_, at.offset, cause, remedy);
}

void Parser::unexpected(const std::string& wanted) const {
    const Token& token = peek();
    const std::string found = token.kind == Token::Kind::end      ? "the query ends here"
                              : token.kind == Token::Kind::string ? "there is a string"
                                                                  : "there is `" + token.text + "`";
    fail(token, "expected " + wanted + ", but " + found);
}

Slot Parser::declare(const Token& name, Variable::Kind kind) {
    const Slot slot = new_slot();
    scope_[name.text] = {kind, slot};
    if (new_slots_ != nullptr) new_slots_->push_back(slot);
    return slot;
}

// A node may be named several times; whatever else must be new.
Slot Parser::use_or_declare(const Token& name, Variable::Kind kind) {
    const auto found = scope_.find(name.text);
    if (found == scope_.end()) return declare(name, kind);
    const bool may_be_node =
        found->second.kind == Variable::Kind::node || found->second.kind == Variable::Kind::value;
    if (kind != Variable::Kind::node || !may_be_node) {
        fail(name, "`" + name.text + "` is taken already", "choose another name");
    }
    return found->second.slot;
}

void Parser::unknown_variable(const Token& name) const {
    std::string known;
    for (const auto& [other, variable] : scope_) known += (known.empty() ? "" : ", ") + other;
    fail(name, "`" + name.text + "` is not defined",
         known.empty() ? "define it in MATCH" : "defined here: " + known);
}

Query Parser::run() {
    while (parse_clause()) {
    }
    accept_symbol(";");
    if (peek().kind != Token::Kind::end) unexpected("the end of the query");
    query_.text = text_;
    query_.slots = slots_;
    return std::move(query_);
}

// Reads one clause; false after RETURN.
bool Parser::parse_clause() {
    if (accept_keyword("MATCH")) {
        parse_match(false);
    } else if (at_keyword("OPTIONAL") && at_keyword("MATCH", 1)) {
        at_ += 2;
        parse_match(true);
    } else if (accept_keyword("UNWIND")) {
        parse_unwind();
    } else if (accept_keyword("WITH")) {
        parse_project(false);
    } else if (accept_keyword("RETURN")) {
        parse_project(true);
        for (const std::string_view keyword : kWriting) {
            if (at_keyword(keyword)) {
                fail(peek(), peek().text + " is outside the supported subset of openCypher");
            }
        }
        return false;
    } else {
        for (const std::string_view keyword : kWriting) {
            if (at_keyword(keyword)) {
                fail(peek(), peek().text + " is outside the supported subset of openCypher",
                     "queries only read: MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN");
            }
        }
        unexpected(query_.clauses.empty() ? "MATCH at the beginning" : "MATCH, WITH or RETURN");
    }
    return true;
}

void Parser::parse_match(bool optional) {
    Clause clause;
    clause.kind = Clause::Kind::match;
    clause.match.optional = optional;
    clause.match.pattern = parse_pattern();
    if (accept_keyword("WHERE")) clause.match.where = parse_expression();
    query_.clauses.push_back(std::move(clause));
}

void Parser::parse_unwind() {
    Clause clause;
    clause.kind = Clause::Kind::unwind;
    clause.unwind.list = parse_expression();
    expect_keyword("AS", "after the list of UNWIND");
    clause.unwind.slot = declare(expect_name("a name for the elements"), Variable::Kind::value);
    query_.clauses.push_back(std::move(clause));
}

void Parser::parse_project(bool is_return) {
    Clause clause;
    clause.kind = Clause::Kind::project;
    ProjectClause& project = clause.project;
    project.distinct = accept_keyword("DISTINCT");
    parse_items(project, is_return);
    std::map<std::string, Variable> result;
    declare_items(project, result);
    const std::map<std::string, Variable> before = scope_;
    declare_items(project, scope_);  // ORDER BY sees both
    if (accept_keyword("ORDER")) parse_order(project);
    if (accept_keyword("SKIP")) project.skip = parse_expression();
    if (accept_keyword("LIMIT")) project.limit = parse_expression();
    scope_ = std::move(result);
    if (!is_return && accept_keyword("WHERE")) project.where = parse_expression();
    query_.clauses.push_back(std::move(clause));
}

void Parser::parse_items(ProjectClause& clause, bool is_return) {
    aggregates_ = &clause.aggregates;
    if (accept_symbol("*")) {
        add_star(clause);
    } else {
        parse_item(clause, is_return);
    }
    while (accept_symbol(",")) parse_item(clause, is_return);
    aggregates_ = nullptr;
}

void Parser::add_star(ProjectClause& clause) {
    if (scope_.empty()) fail(peek(), "`*` stands for all variables, but there are none");
    for (const auto& [name, variable] : scope_) {
        auto expression = std::make_shared<Expression>();
        expression->kind = Expression::Kind::slot;
        expression->slot = variable.slot;
        clause.items.push_back({name, std::move(expression), new_slot(), false, false});
    }
}

void Parser::parse_item(ProjectClause& clause, bool is_return) {
    const std::size_t first = at_;
    found_aggregate_ = false;
    Projection item;
    item.expression = parse_expression();
    item.aggregates = found_aggregate_;
    item.name = text_between(first, at_);
    item.slot = new_slot();
    if (accept_keyword("AS")) {
        item.name = expect_name("a name after AS").text;
    } else if (!is_return && item.expression->kind != Expression::Kind::slot) {
        fail(tokens_[first], "an expression in WITH needs a name", "write `... AS name`");
    }
    if (std::any_of(clause.items.begin(), clause.items.end(),
                    [&](const Projection& other) { return other.name == item.name; })) {
        fail(tokens_[first], "two columns are called `" + item.name + "`",
             "give one of them a name with AS");
    }
    clause.items.push_back(std::move(item));
}

void Parser::declare_items(const ProjectClause& clause,
                           std::map<std::string, Variable>& scope) const {
    for (const Projection& item : clause.items) {
        Variable variable{Variable::Kind::value, item.slot};
        if (item.expression->kind == Expression::Kind::slot) {
            for (const auto& [name, known] : scope_) {
                if (known.slot == item.expression->slot) variable.kind = known.kind;
            }
        }
        scope[item.name] = variable;
    }
}

void Parser::parse_order(ProjectClause& clause) {
    expect_keyword("BY", "after ORDER");
    do {
        parse_sort_key(clause);
    } while (accept_symbol(","));
}

void Parser::parse_sort_key(ProjectClause& clause) {
    const std::size_t first = at_;
    aggregates_ = &clause.aggregates;
    const std::size_t known_aggregates = clause.aggregates.size();
    found_aggregate_ = false;
    SortKey key;
    key.expression = parse_expression();
    aggregates_ = nullptr;
    const std::string text = text_between(first, at_);
    for (const Projection& item : clause.items) {
        const bool same_text = text_between(first, at_) == item.name;
        if (same_text) key.slot = item.slot;
    }
    if (key.slot != kNoSlot) {
        clause.aggregates.resize(known_aggregates);
    } else if (found_aggregate_) {
        key.slot = new_slot();
        clause.items.push_back({text, key.expression, key.slot, true, true});
    }
    if (accept_keyword("DESC") || accept_keyword("DESCENDING")) {
        key.descending = true;
    } else if (!accept_keyword("ASC")) {
        accept_keyword("ASCENDING");
    }
    clause.order.push_back(std::move(key));
}

}  // namespace relata::graph::query
