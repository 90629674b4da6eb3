// The functions of queries.
#include <unicode/unistr.h>

#include <charconv>
#include <cmath>

#include "graph/query/evaluate.hpp"
#include "graph/query/function.hpp"
#include "graph/query/property.hpp"

namespace relata::graph::query {
namespace {

icu::UnicodeString unicode(const std::string& text) { return icu::UnicodeString::fromUTF8(text); }

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Value parse_real(const std::string& text) {
    double result = 0;
    const std::string number = trimmed(text);
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), result);
    return parsed.ec == std::errc() && parsed.ptr == number.data() + number.size() ? Value(result)
                                                                                   : Value();
}

Value to_number(const Value& value, bool integer) {
    Value real;
    if (const auto* i = std::get_if<std::int64_t>(&value.data)) {
        return integer ? value : Value(static_cast<double>(*i));
    }
    if (std::holds_alternative<double>(value.data)) real = value;
    if (const auto* text = std::get_if<std::string>(&value.data)) real = parse_real(*text);
    const auto* number = std::get_if<double>(&real.data);
    if (number == nullptr || !integer) return real;
    if (!(std::abs(*number) < 9e18)) return {};
    return Value(static_cast<std::int64_t>(*number));
}

template <typename Ref, typename Index>
Value refs(const std::vector<Index>& indices) {
    Value::List list;
    for (const Index i : indices) list.push_back(Ref{i});
    return Value(std::move(list));
}

Value key_list(const Value::Map& map) {
    Value::List list;
    for (const auto& [key, value] : map) list.push_back(key);
    return Value(std::move(list));
}

Value of_text(Function function, const std::string& text) {
    switch (function) {
        case Function::to_lower:
            return Value(utf8(unicode(text).toLower()));
        case Function::to_upper:
            return Value(utf8(unicode(text).toUpper()));
        case Function::trim:
            return Value(trimmed(text));
        case Function::size:
        case Function::length:
            return Value(std::int64_t{unicode(text).countChar32()});
        default:
            return {};
    }
}

Value of_list(Function function, const Value::List& list) {
    switch (function) {
        case Function::size:
        case Function::length:
            return Value(static_cast<std::int64_t>(list.size()));
        case Function::head:
            return list.empty() ? Value() : list.front();
        case Function::last:
            return list.empty() ? Value() : list.back();
        default:
            return {};
    }
}

Value of_node(Function function, const Node& node) {
    switch (function) {
        case Function::id:
            return Value(node.id);
        case Function::labels:
            return Value(Value::List{extract::to_string(node.type)});
        case Function::keys:
            return key_list(properties(node));
        case Function::properties:
            return Value(properties(node));
        default:
            return {};
    }
}

Value of_edge(Function function, const Edge& edge) {
    switch (function) {
        case Function::id:
            return Value(edge.id);
        case Function::type:
            return Value(edge.type);
        case Function::keys:
            return key_list(properties(edge));
        case Function::properties:
            return Value(properties(edge));
        case Function::start_node:
            return Value(NodeRef{edge.source});
        case Function::end_node:
            return Value(NodeRef{edge.target});
        default:
            return {};
    }
}

Value of_path(Function function, const PathValue& path) {
    switch (function) {
        case Function::length:
            return Value(static_cast<std::int64_t>(path.edges.size()));
        case Function::nodes:
            return refs<NodeRef>(path.nodes);
        case Function::relationships:
            return refs<EdgeRef>(path.edges);
        default:
            return {};
    }
}

Value of_number(Function function, const Value& value) {
    if (const auto* i = std::get_if<std::int64_t>(&value.data)) {
        if (function == Function::abs && *i == INT64_MIN) return {};
        return function == Function::abs ? Value(std::abs(*i)) : value;
    }
    const double real = std::get<double>(value.data);
    return Value(function == Function::abs ? std::abs(real) : std::round(real));
}

// Code points from `start` on, `length` of them or to the end.
Value substring(const std::string& text, std::int64_t start, std::optional<std::int64_t> length) {
    const icu::UnicodeString source = unicode(text);
    const auto clamp = [](std::int64_t n) {
        return static_cast<std::int32_t>(
            std::min<std::int64_t>(std::max<std::int64_t>(n, 0), INT32_MAX));
    };
    const std::int32_t from = source.moveIndex32(0, clamp(start));
    const std::int32_t to = length ? source.moveIndex32(from, clamp(*length)) : source.length();
    return Value(utf8(source.tempSubStringBetween(from, to)));
}

}  // namespace

Value Evaluator::call_one(const Expression& e, const Value& argument) const {
    const Function function = e.function;
    if (argument.is_null()) return {};
    if (function == Function::to_string) return Value(to_text(argument, graph_));
    if (function == Function::to_float) return to_number(argument, false);
    if (function == Function::to_integer) return to_number(argument, true);
    Value result;
    if (const auto* text = std::get_if<std::string>(&argument.data)) {
        if (function == Function::trim) return of_text(function, *text);  // may be ""
        result = of_text(function, *text);
    } else if (const auto* list = std::get_if<Value::List>(&argument.data)) {
        const bool end = function == Function::head || function == Function::last;
        result = of_list(function, *list);
        if (end) return result;  // may be null
    } else if (const auto* map = std::get_if<Value::Map>(&argument.data)) {
        if (function == Function::keys) result = key_list(*map);
        if (function == Function::properties) result = argument;
    } else if (const auto* node = std::get_if<NodeRef>(&argument.data)) {
        result = of_node(function, graph_.node(node->index));
    } else if (const auto* edge = std::get_if<EdgeRef>(&argument.data)) {
        result = of_edge(function, graph_.edge(edge->index));
    } else if (const auto* path = std::get_if<PathValue>(&argument.data)) {
        result = of_path(function, *path);
    } else if (!std::holds_alternative<bool>(argument.data) &&
               (function == Function::abs || function == Function::round)) {
        result = of_number(function, argument);
    }
    if (result.is_null()) {
        fail(e, "`" + e.name + "` does not take `" + to_text(argument, graph_) + "`");
    }
    return result;
}

Value Evaluator::call(const Expression& e, Row& row, std::span<const Value> aggregates) {
    if (e.function == Function::coalesce) {
        for (const auto& part : e.parts) {
            Value value = evaluate(*part, row, aggregates);
            if (!value.is_null()) return value;
        }
        return {};
    }
    const Value first = evaluate(*e.parts[0], row, aggregates);
    if (e.function != Function::substring) return call_one(e, first);
    if (first.is_null()) return {};
    const auto* text = std::get_if<std::string>(&first.data);
    const auto number = [&](std::size_t part) -> std::optional<std::int64_t> {
        if (part >= e.parts.size()) return std::nullopt;
        const Value value = evaluate(*e.parts[part], row, aggregates);
        const auto* integer = std::get_if<std::int64_t>(&value.data);
        if (integer == nullptr || *integer < 0) fail(*e.parts[part], "expected a number from 0 on");
        return *integer;
    };
    if (text == nullptr) fail(e, "`substring` takes a string and where it starts");
    return substring(*text, *number(1), number(2));
}

}  // namespace relata::graph::query
