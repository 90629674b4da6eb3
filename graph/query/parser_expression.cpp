// Expressions, by falling looseness: OR, XOR, AND, NOT, comparisons, + -, * / %, sign, postfix.
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "graph/query/fault.hpp"
#include "graph/query/parser.hpp"

namespace relata::graph::query {

using Kind = Expression::Kind;

namespace {

std::shared_ptr<Expression> make(Kind kind, const Token& at) {
    auto expression = std::make_shared<Expression>();
    expression->kind = kind;
    expression->offset = at.offset;
    return expression;
}

ExpressionPtr literal(const Token& at, Value value) {
    auto expression = make(Kind::literal, at);
    expression->value = std::move(value);
    return expression;
}

}  // namespace

ExpressionPtr Parser::operation(Operator op, const Token& at,
                                std::vector<ExpressionPtr> parts) const {
    auto expression = make(Kind::operation, at);
    expression->op = op;
    expression->parts = std::move(parts);
    return expression;
}

ExpressionPtr Parser::parse_expression() {
    const Nesting nesting(*this);
    ExpressionPtr left = parse_xor();
    while (at_keyword("OR")) {
        const Token& at = tokens_[at_++];
        left = operation(Operator::logical_or, at, {left, parse_xor()});
    }
    return left;
}

ExpressionPtr Parser::parse_xor() {
    ExpressionPtr left = parse_and();
    while (at_keyword("XOR")) {
        const Token& at = tokens_[at_++];
        left = operation(Operator::logical_xor, at, {left, parse_and()});
    }
    return left;
}

ExpressionPtr Parser::parse_and() {
    ExpressionPtr left = parse_not();
    while (at_keyword("AND")) {
        const Token& at = tokens_[at_++];
        left = operation(Operator::logical_and, at, {left, parse_not()});
    }
    return left;
}

ExpressionPtr Parser::parse_not() {
    const Nesting nesting(*this);
    if (!at_keyword("NOT")) return parse_comparison();
    const Token& at = tokens_[at_++];
    return operation(Operator::logical_not, at, {parse_not()});
}

// a < b <= c means a < b AND b <= c.
ExpressionPtr Parser::parse_comparison() {
    static constexpr std::pair<std::string_view, Operator> kComparisons[] = {
        {"=", Operator::equal},       {"<>", Operator::unequal}, {"<", Operator::less},
        {"<=", Operator::less_equal}, {">", Operator::greater},  {">=", Operator::greater_equal}};
    ExpressionPtr left = parse_predicate();
    ExpressionPtr result;
    for (;;) {
        const auto found = std::find_if(std::begin(kComparisons), std::end(kComparisons),
                                        [&](const auto& row) { return at_symbol(row.first); });
        if (found == std::end(kComparisons)) return result ? result : left;
        const Token& at = tokens_[at_++];
        ExpressionPtr right = parse_predicate();
        ExpressionPtr comparison = operation(found->second, at, {left, right});
        result = result ? operation(Operator::logical_and, at, {result, comparison}) : comparison;
        left = std::move(right);
    }
}

ExpressionPtr Parser::parse_predicate() {
    ExpressionPtr left = parse_sum();
    for (;;) {
        const Token& at = peek();
        if (accept_symbol("=~")) {
            left = operation(Operator::matches, at, {left, parse_sum()});
        } else if (accept_keyword("IN")) {
            left = operation(Operator::in, at, {left, parse_sum()});
        } else if (accept_keyword("CONTAINS")) {
            left = operation(Operator::contains, at, {left, parse_sum()});
        } else if (accept_keyword("STARTS")) {
            expect_keyword("WITH", "after STARTS");
            left = operation(Operator::starts_with, at, {left, parse_sum()});
        } else if (accept_keyword("ENDS")) {
            expect_keyword("WITH", "after ENDS");
            left = operation(Operator::ends_with, at, {left, parse_sum()});
        } else if (accept_keyword("IS")) {
            const bool negated = accept_keyword("NOT");
            expect_keyword("NULL", "after IS");
            left = operation(negated ? Operator::is_not_null : Operator::is_null, at, {left});
        } else {
            return left;
        }
    }
}

ExpressionPtr Parser::parse_sum() {
    ExpressionPtr left = parse_product();
    for (;;) {
        const Token& at = peek();
        if (accept_symbol("+")) {
            left = operation(Operator::add, at, {left, parse_product()});
        } else if (accept_symbol("-")) {
            left = operation(Operator::subtract, at, {left, parse_product()});
        } else {
            return left;
        }
    }
}

ExpressionPtr Parser::parse_product() {
    ExpressionPtr left = parse_sign();
    for (;;) {
        const Token& at = peek();
        if (accept_symbol("*")) {
            left = operation(Operator::multiply, at, {left, parse_sign()});
        } else if (accept_symbol("/")) {
            left = operation(Operator::divide, at, {left, parse_sign()});
        } else if (accept_symbol("%")) {
            left = operation(Operator::modulo, at, {left, parse_sign()});
        } else {
            return left;
        }
    }
}

ExpressionPtr Parser::parse_sign() {
    const Nesting nesting(*this);
    const Token& at = peek();
    if (accept_symbol("+")) return parse_sign();
    if (!accept_symbol("-")) return parse_postfix();
    if (peek().kind == Token::Kind::integer) return parse_number(true);
    return operation(Operator::negate, at, {parse_sign()});
}

ExpressionPtr Parser::parse_postfix() {
    ExpressionPtr left = parse_primary();
    for (;;) {
        const Token& at = peek();
        if (accept_symbol(".")) {
            auto property = make(Kind::property, at);
            property->name = expect_name("a property's name after `.`").text;
            property->parts = {left};
            left = property;
        } else if (accept_symbol("[")) {
            auto index = make(Kind::index, at);
            index->parts = {left, parse_expression()};
            expect_symbol("]", "after the index");
            left = index;
        } else if (at_symbol(":") && left->kind == Kind::slot) {
            // n:org as a condition
            ++at_;
            auto labels = make(Kind::list, at);
            do {
                labels->parts.push_back(literal(at, Value(extract::to_string(parse_label()))));
            } while (accept_symbol("|"));
            auto type = make(Kind::property, at);
            type->name = "type";
            type->parts = {left};
            left = operation(Operator::in, at, {type, labels});
        } else {
            return left;
        }
    }
}

ExpressionPtr Parser::parse_primary() {
    const Token& at = peek();
    switch (at.kind) {
        case Token::Kind::string:
            ++at_;
            return literal(at, Value(at.text));
        case Token::Kind::integer:
        case Token::Kind::real:
            return parse_number(false);
        case Token::Kind::parameter: {
            ++at_;
            auto parameter = make(Kind::parameter, at);
            parameter->name = at.text;
            return parameter;
        }
        case Token::Kind::name:
            return parse_name();
        default:
            break;
    }
    if (at_symbol("[")) return parse_list();
    if (at_symbol("{")) return parse_map();
    if (at_symbol("(")) {
        if (looks_like_pattern()) return parse_pattern_predicate();
        ++at_;
        ExpressionPtr inner = parse_expression();
        expect_symbol(")", "to close the parenthesis");
        return inner;
    }
    unexpected("an expression");
}

ExpressionPtr Parser::parse_number(bool negative) {
    const Token& at = tokens_[at_ - (negative ? 1 : 0)];  // the sign
    const Token& number_token = tokens_[at_++];
    const std::string text = (negative ? "-" : "") + number_token.text;
    if (number_token.kind == Token::Kind::real)
        return literal(at, Value(std::strtod(text.c_str(), nullptr)));
    std::int64_t number = 0;
    const auto end = text.data() + text.size();
    if (std::from_chars(text.data(), end, number).ec != std::errc()) {
        fail(at, "the number is too large");
    }
    return literal(at, Value(number));
}

ExpressionPtr Parser::parse_name() {
    const Token& name = tokens_[at_];
    if (at_keyword("CASE")) return parse_case();
    ++at_;
    if (at_symbol("(") && !name.backticked) {
        const auto is = [&](std::string_view keyword) {
            --at_;
            const bool result = at_keyword(keyword);
            ++at_;
            return result;
        };
        if (is("ANY") || is("ALL") || is("NONE") || is("SINGLE")) return parse_quantifier(name);
        if (is("EXISTS")) return parse_exists(name);
        return parse_call(name);
    }
    const auto found = scope_.find(name.text);
    if (found != scope_.end()) {
        auto slot = make(Kind::slot, name);
        slot->slot = found->second.slot;
        slot->name = name.text;
        return slot;
    }
    --at_;
    const bool is_true = at_keyword("TRUE"), is_false = at_keyword("FALSE");
    const bool is_null = at_keyword("NULL");
    if (at_keyword("EXISTS") && at_symbol("{", 1)) {
        ++at_;
        return parse_exists(name);
    }
    ++at_;
    if (is_true || is_false) return literal(name, Value(is_true));
    if (is_null) return literal(name, Value());
    unknown_variable(name);
}

ExpressionPtr Parser::parse_call(const Token& name) {
    const FunctionRow* row = function_named(name.text);
    if (row == nullptr) {
        std::string known;
        for (const FunctionRow& f : functions()) {
            known += (known.empty() ? "" : ", ") + std::string(f.name);
        }
        fail(name, "there is no function `" + name.text + "`", "functions are " + known);
    }
    auto call = make(row->aggregate ? Kind::aggregate : Kind::call, name);
    call->function = row->function;
    call->name = row->name;
    std::vector<ExpressionPtr>* outer = aggregates_;
    if (row->aggregate) {
        if (outer == nullptr) {
            fail(name,
                 "`" + name.text + "` may only stand in RETURN and WITH, and not inside another");
        }
        aggregates_ = nullptr;
    }
    expect_symbol("(", "after a function's name");
    if (row->function == Function::count && accept_symbol("*")) {
        expect_symbol(")", "after count(*");
    } else {
        call->distinct = row->aggregate && accept_keyword("DISTINCT");
        while (!at_symbol(")")) {
            call->parts.push_back(parse_expression());
            if (!accept_symbol(",")) break;
        }
        expect_symbol(")", "after the arguments");
        const int count = static_cast<int>(call->parts.size());
        if (count < row->least || count > row->most) {
            fail(name, "`" + std::string(row->name) + "` takes " + std::to_string(row->least) +
                           (row->least == row->most ? "" : " or more") + " arguments, not " +
                           std::to_string(count));
        }
    }
    aggregates_ = outer;
    if (row->aggregate) {
        found_aggregate_ = true;
        call->aggregate = static_cast<std::uint32_t>(outer->size());
        outer->push_back(call);
    }
    return call;
}

// any(x IN list WHERE condition)
ExpressionPtr Parser::parse_quantifier(const Token& name) {
    auto quantifier = make(Kind::quantifier, name);
    for (const char c : name.text) {
        quantifier->name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    expect_symbol("(", "after a quantifier");
    const Token& variable = expect_name("a name for the elements");
    expect_keyword("IN", "after the name of the elements");
    ExpressionPtr list = parse_expression();
    const auto before = scope_;
    quantifier->slot = declare(variable, Variable::Kind::value);
    expect_keyword("WHERE", "in a quantifier");
    quantifier->parts = {list, parse_expression()};
    scope_ = before;
    expect_symbol(")", "after the condition");
    return quantifier;
}

// exists(n.property), exists((a)-->(b)), EXISTS { (a)-->(b) }
ExpressionPtr Parser::parse_exists(const Token& name) {
    if (accept_symbol("{")) {
        accept_keyword("MATCH");
        ExpressionPtr pattern = parse_pattern_predicate();
        expect_symbol("}", "after EXISTS { ...");
        return pattern;
    }
    expect_symbol("(", "after exists");
    ExpressionPtr inner = parse_expression();
    expect_symbol(")", "after exists(...");
    if (inner->kind == Kind::pattern) return inner;
    return operation(Operator::is_not_null, name, {inner});
}

ExpressionPtr Parser::parse_case() {
    const Token& at = tokens_[at_++];
    auto choice = make(Kind::choice, at);
    ExpressionPtr subject;
    if (!at_keyword("WHEN")) subject = parse_expression();
    while (accept_keyword("WHEN")) {
        ExpressionPtr condition = parse_expression();
        if (subject) condition = operation(Operator::equal, at, {subject, condition});
        expect_keyword("THEN", "after the condition of WHEN");
        choice->parts.push_back(std::move(condition));
        choice->parts.push_back(parse_expression());
    }
    if (choice->parts.empty()) unexpected("WHEN in CASE");
    if (accept_keyword("ELSE")) choice->parts.push_back(parse_expression());
    expect_keyword("END", "at the end of CASE");
    return choice;
}

ExpressionPtr Parser::parse_list() {
    const Token& at = tokens_[at_++];
    if (peek().kind == Token::Kind::name && at_keyword("IN", 1)) return parse_comprehension(at);
    auto list = make(Kind::list, at);
    while (!at_symbol("]")) {
        list->parts.push_back(parse_expression());
        if (!accept_symbol(",")) break;
    }
    expect_symbol("]", "at the end of the list");
    return list;
}

// [x IN list WHERE condition | result]
ExpressionPtr Parser::parse_comprehension(const Token& bracket) {
    auto result = make(Kind::quantifier, bracket);
    result->name = "list";
    const Token& variable = expect_name("a name for the elements");
    expect_keyword("IN", "after the name of the elements");
    ExpressionPtr list = parse_expression();
    const auto before = scope_;
    result->slot = declare(variable, Variable::Kind::value);
    ExpressionPtr condition =
        accept_keyword("WHERE") ? parse_expression() : literal(bracket, Value(true));
    result->parts = {list, condition};
    if (accept_symbol("|")) result->parts.push_back(parse_expression());
    scope_ = before;
    expect_symbol("]", "at the end of the list");
    return result;
}

ExpressionPtr Parser::parse_map() {
    auto map = make(Kind::map, peek());
    for (PropertyTest& entry : parse_properties()) {
        map->keys.push_back(std::move(entry.name));
        map->parts.push_back(std::move(entry.value));
    }
    return map;
}

ExpressionPtr Parser::parse_pattern_predicate() {
    auto predicate = make(Kind::pattern, peek());
    const auto before = scope_;
    auto pattern = std::make_shared<Pattern>();
    std::vector<Slot>* outer = std::exchange(new_slots_, &pattern->new_slots);
    pattern->paths.push_back(parse_chain());
    new_slots_ = outer;
    for (const auto& [name, variable] : scope_) {
        if (!before.contains(name)) {
            fault(text_, predicate->offset,
                  "`" + name + "` is not defined; a pattern in a condition takes known variables",
                  "leave the name out or define it in MATCH");
        }
    }
    predicate->pattern = std::move(pattern);
    return predicate;
}

}  // namespace relata::graph::query
