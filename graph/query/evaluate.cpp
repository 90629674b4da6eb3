#include "graph/query/evaluate.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>

#include "graph/query/fault.hpp"
#include "graph/query/function.hpp"
#include "graph/query/match.hpp"
#include "graph/query/property.hpp"
#include "graph/query/value.hpp"

namespace relata::graph::query {

using Kind = Expression::Kind;

namespace {

Value from(std::optional<bool> value) { return value ? Value(*value) : Value(); }

const char* kind_name(const Value& value) {
    static constexpr const char* kNames[] = {"null",       "a truth value", "a number", "a number",
                                             "a string",   "a list",        "a map",    "a node",
                                             "a relation", "a path"};
    return kNames[value.data.index()];
}

double as_real(const Value& value) {
    if (const auto* i = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*i);
    return std::get<double>(value.data);
}

bool is_number(const Value& value) {
    return std::holds_alternative<std::int64_t>(value.data) ||
           std::holds_alternative<double>(value.data);
}

}  // namespace

Evaluator::Evaluator(const KnowledgeGraph& graph, const Parameters& parameters,
                     const std::string& query)
    : graph_(graph), parameters_(parameters), query_(query) {}
Evaluator::~Evaluator() = default;

void Evaluator::fail(const Expression& at, const std::string& cause,
                     const std::string& remedy) const {
    fault(query_, at.offset, cause, remedy);
}

std::span<const NodeIndex> Evaluator::nodes_named(const std::string& name) {
    if (!names_indexed_) {
        for (NodeIndex n = 0; n < graph_.nodes().size(); ++n) {
            by_name_[graph_.node(n).name].push_back(n);
        }
        names_indexed_ = true;
    }
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return {};
    return found->second;
}

Value Evaluator::evaluate(const Expression& e, Row& row, std::span<const Value> aggregates) {
    switch (e.kind) {
        case Kind::literal:
            return e.value;
        case Kind::slot:
            return row[e.slot];
        case Kind::parameter: {
            const auto found = parameters_.find(e.name);
            if (found == parameters_.end()) {
                fail(e, "the parameter $" + e.name + " has no value", "give it one");
            }
            return found->second;
        }
        case Kind::property:
            return property_of(e, evaluate(*e.parts[0], row, aggregates));
        case Kind::operation:
            return operate(e, row, aggregates);
        case Kind::call:
            return call(e, row, aggregates);
        case Kind::aggregate:
            return aggregates[e.aggregate];
        case Kind::list: {
            Value::List list;
            for (const auto& part : e.parts) list.push_back(evaluate(*part, row, aggregates));
            return Value(std::move(list));
        }
        case Kind::map: {
            Value::Map map;
            for (std::size_t i = 0; i < e.keys.size(); ++i) {
                map[e.keys[i]] = evaluate(*e.parts[i], row, aggregates);
            }
            return Value(std::move(map));
        }
        case Kind::index:
            return index_of(e, evaluate(*e.parts[0], row, aggregates),
                            evaluate(*e.parts[1], row, aggregates));
        case Kind::pattern: {
            const auto stop = [](Row&) { return false; };
            return Value(!match_pattern(*this, *e.pattern, nullptr, row, stop));
        }
        case Kind::choice:
            return choose(e, row, aggregates);
        case Kind::quantifier:
            return quantify(e, row, aggregates);
    }
    return {};
}

bool Evaluator::holds(const Expression& condition, Row& row) {
    bool is_null = false;
    return truth(condition, evaluate(condition, row), is_null);
}

bool Evaluator::truth(const Expression& e, const Value& value, bool& is_null) const {
    is_null = value.is_null();
    if (is_null) return false;
    const auto* flag = std::get_if<bool>(&value.data);
    if (flag == nullptr) {
        fail(e, std::string("expected a condition, but this is ") + kind_name(value));
    }
    return *flag;
}

Value Evaluator::operate(const Expression& e, Row& row, std::span<const Value> aggregates) {
    switch (e.op) {
        case Operator::logical_or:
        case Operator::logical_xor:
        case Operator::logical_and:
        case Operator::logical_not:
            return logic(e, row, aggregates);
        default:
            break;
    }
    const Value a = evaluate(*e.parts[0], row, aggregates);
    switch (e.op) {
        case Operator::is_null:
            return Value(a.is_null());
        case Operator::is_not_null:
            return Value(!a.is_null());
        case Operator::negate:
            if (a.is_null()) return {};
            if (const auto* i = std::get_if<std::int64_t>(&a.data)) {
                if (*i == INT64_MIN) fail(e, kTooLarge);
                return Value(-*i);
            }
            if (const auto* d = std::get_if<double>(&a.data)) return Value(-*d);
            fail(e, std::string("`-` needs a number, but this is ") + kind_name(a));
        default:
            break;
    }
    const Value b = evaluate(*e.parts[1], row, aggregates);
    switch (e.op) {
        case Operator::equal:
        case Operator::unequal:
        case Operator::less:
        case Operator::less_equal:
        case Operator::greater:
        case Operator::greater_equal:
            return compare(e.op, a, b);
        case Operator::in:
            return in_list(e, a, b);
        case Operator::starts_with:
        case Operator::ends_with:
        case Operator::contains:
        case Operator::matches:
            return text_test(e, a, b);
        default:
            return arithmetic(e, a, b);
    }
}

// With null for "unknown": false AND null is false, true OR null is true, all else with null is
// null.
Value Evaluator::logic(const Expression& e, Row& row, std::span<const Value> aggregates) {
    bool a_null = false, b_null = false;
    const bool a = truth(*e.parts[0], evaluate(*e.parts[0], row, aggregates), a_null);
    if (e.op == Operator::logical_not) return a_null ? Value() : Value(!a);
    if (e.op == Operator::logical_and && !a_null && !a) return Value(false);
    if (e.op == Operator::logical_or && !a_null && a) return Value(true);
    const bool b = truth(*e.parts[1], evaluate(*e.parts[1], row, aggregates), b_null);
    if (e.op == Operator::logical_and && !b_null && !b) return Value(false);
    if (e.op == Operator::logical_or && !b_null && b) return Value(true);
    if (a_null || b_null) return {};
    return Value(e.op == Operator::logical_xor ? a != b : e.op == Operator::logical_and);
}

Value Evaluator::compare(Operator op, const Value& a, const Value& b) const {
    const auto either = [&](std::optional<bool> first, std::optional<bool> second) {
        if (first == true || second == true) return Value(true);
        return first && second ? Value(false) : Value();
    };
    switch (op) {
        case Operator::equal:
            return from(equals(a, b));
        case Operator::unequal: {
            const auto same = equals(a, b);
            return same ? Value(!*same) : Value();
        }
        case Operator::less:
            return from(less(a, b));
        case Operator::greater:
            return from(less(b, a));
        case Operator::less_equal:
            return either(less(a, b), equals(a, b));
        default:
            return either(less(b, a), equals(a, b));
    }
}

Value Evaluator::in_list(const Expression& e, const Value& a, const Value& b) const {
    if (b.is_null()) return {};
    const auto* list = std::get_if<Value::List>(&b.data);
    if (list == nullptr) fail(e, std::string("IN needs a list, but this is ") + kind_name(b));
    bool unknown = false;
    for (const Value& item : *list) {
        const auto same = equals(a, item);
        if (same == true) return Value(true);
        unknown = unknown || !same;
    }
    return unknown ? Value() : Value(false);
}

const re2::RE2& Evaluator::regex(const Expression& e, const std::string& pattern) {
    auto& regex = regexes_[pattern];
    if (!regex) regex = std::make_unique<re2::RE2>(pattern, re2::RE2::Quiet);
    if (!regex->ok()) fail(e, "not a regular expression (" + regex->error() + ")");
    return *regex;
}

Value Evaluator::text_test(const Expression& e, const Value& a, const Value& b) {
    const auto* text = std::get_if<std::string>(&a.data);
    const auto* other = std::get_if<std::string>(&b.data);
    if (text == nullptr || other == nullptr) return {};
    switch (e.op) {
        case Operator::starts_with:
            return Value(text->starts_with(*other));
        case Operator::ends_with:
            return Value(text->ends_with(*other));
        case Operator::contains:
            return Value(text->find(*other) != std::string::npos);
        default:
            return Value(re2::RE2::FullMatch(*text, regex(e, *other)));
    }
}

Value Evaluator::arithmetic(const Expression& e, const Value& a, const Value& b) const {
    if (a.is_null() || b.is_null()) return {};
    if (e.op == Operator::add) {
        const auto* list = std::get_if<Value::List>(&a.data);
        const auto* other_list = std::get_if<Value::List>(&b.data);
        if (list != nullptr || other_list != nullptr) {
            Value::List result = list != nullptr ? *list : Value::List{a};
            if (other_list != nullptr) {
                result.insert(result.end(), other_list->begin(), other_list->end());
            } else {
                result.push_back(b);
            }
            return Value(std::move(result));
        }
        const bool texts = std::holds_alternative<std::string>(a.data) ||
                           std::holds_alternative<std::string>(b.data);
        if (texts) return Value(to_text(a, graph_) + to_text(b, graph_));
    }
    if (!is_number(a) || !is_number(b)) {
        fail(e, std::string("cannot calculate with ") + kind_name(a) + " and " + kind_name(b));
    }
    const auto* i = std::get_if<std::int64_t>(&a.data);
    const auto* j = std::get_if<std::int64_t>(&b.data);
    if (i != nullptr && j != nullptr) return integer_arithmetic(e, *i, *j);
    const double x = as_real(a), y = as_real(b);
    switch (e.op) {
        case Operator::add:
            return Value(x + y);
        case Operator::subtract:
            return Value(x - y);
        case Operator::multiply:
            return Value(x * y);
        case Operator::divide:
            return Value(x / y);
        default:
            return Value(std::fmod(x, y));
    }
}

Value Evaluator::integer_arithmetic(const Expression& e, std::int64_t a, std::int64_t b) const {
    std::int64_t result = 0;
    bool overflow = false;
    switch (e.op) {
        case Operator::add:
            overflow = __builtin_add_overflow(a, b, &result);
            break;
        case Operator::subtract:
            overflow = __builtin_sub_overflow(a, b, &result);
            break;
        case Operator::multiply:
            overflow = __builtin_mul_overflow(a, b, &result);
            break;
        default:
            if (b == 0) fail(e, "division by zero");
            overflow = b == -1 && a == INT64_MIN;
            if (!overflow) result = e.op == Operator::divide ? a / b : a % b;
    }
    if (overflow) fail(e, kTooLarge);
    return Value(result);
}

Value Evaluator::property_of(const Expression& e, const Value& subject) const {
    if (const auto* node = std::get_if<NodeRef>(&subject.data)) {
        return property(graph_.node(node->index), e.name);
    }
    if (const auto* edge = std::get_if<EdgeRef>(&subject.data)) {
        return property(graph_.edge(edge->index), e.name);
    }
    if (const auto* map = std::get_if<Value::Map>(&subject.data)) {
        const auto found = map->find(e.name);
        return found == map->end() ? Value() : found->second;
    }
    if (subject.is_null()) return {};
    fail(e, std::string("properties belong to nodes, relations and maps, but this is ") +
                kind_name(subject));
}

Value Evaluator::index_of(const Expression& e, const Value& subject, const Value& index) const {
    if (subject.is_null() || index.is_null()) return {};
    const auto* list = std::get_if<Value::List>(&subject.data);
    const auto* at = std::get_if<std::int64_t>(&index.data);
    if (list != nullptr && at != nullptr) {
        const auto size = static_cast<std::int64_t>(list->size());
        const std::int64_t i = *at < 0 ? *at + size : *at;
        return i < 0 || i >= size ? Value() : (*list)[static_cast<std::size_t>(i)];
    }
    if (const auto* name = std::get_if<std::string>(&index.data); name && list == nullptr) {
        Expression named = e;
        named.name = *name;
        return property_of(named, subject);
    }
    fail(e, std::string("cannot look into ") + kind_name(subject) + " with " + kind_name(index));
}

Value Evaluator::choose(const Expression& e, Row& row, std::span<const Value> aggregates) {
    std::size_t i = 0;
    for (; i + 1 < e.parts.size(); i += 2) {
        bool is_null = false;
        if (truth(*e.parts[i], evaluate(*e.parts[i], row, aggregates), is_null)) {
            return evaluate(*e.parts[i + 1], row, aggregates);
        }
    }
    return i < e.parts.size() ? evaluate(*e.parts[i], row, aggregates) : Value();
}

Value Evaluator::quantify(const Expression& e, Row& row, std::span<const Value> aggregates) {
    const Value subject = evaluate(*e.parts[0], row, aggregates);
    if (subject.is_null()) return {};
    const auto* list = std::get_if<Value::List>(&subject.data);
    if (list == nullptr) {
        fail(e, std::string("expected a list after IN, but this is ") + kind_name(subject));
    }
    std::size_t yes = 0, unknown = 0;
    Value::List kept;
    const Value outer = row[e.slot];
    for (const Value& item : *list) {
        row[e.slot] = item;
        bool is_null = false;
        const bool fits = truth(*e.parts[1], evaluate(*e.parts[1], row, aggregates), is_null);
        yes += fits ? 1 : 0;
        unknown += is_null ? 1 : 0;
        if (fits && e.name == "list") {
            kept.push_back(e.parts.size() > 2 ? evaluate(*e.parts[2], row, aggregates) : item);
        }
    }
    row[e.slot] = outer;
    if (e.name == "list") return Value(std::move(kept));
    if (e.name == "any" && yes > 0) return Value(true);
    if (e.name == "none" && yes > 0) return Value(false);
    if (e.name == "single" && yes > 1) return Value(false);
    if (e.name == "all" && yes + unknown < list->size()) return Value(false);
    if (unknown > 0) return {};
    return Value(e.name == "all" || e.name == "none" || yes == (e.name == "single" ? 1U : 2U));
}

}  // namespace relata::graph::query
