// The functions of the query language: one table for the parser, evaluation and completion.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace relata::graph::query {

enum class Function : std::uint8_t {
    count,
    collect,
    min,
    max,
    avg,
    sum,  // aggregates
    abs,
    coalesce,
    end_node,
    head,
    id,
    keys,
    labels,
    last,
    length,
    nodes,
    properties,
    relationships,
    round,
    size,
    start_node,
    substring,
    to_float,
    to_integer,
    to_lower,
    to_string,
    to_upper,
    trim,
    type
};

struct FunctionRow {
    std::string_view name;  // "toLower"; case does not matter in queries
    Function function;
    bool aggregate;
    int least, most;  // number of arguments
};

std::span<const FunctionRow> functions();
const FunctionRow* function_named(std::string_view name);

}  // namespace relata::graph::query
