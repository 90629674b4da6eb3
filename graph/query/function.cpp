#include "graph/query/function.hpp"

#include <algorithm>
#include <array>

namespace relata::graph::query {
namespace {

constexpr auto kFunctions = std::to_array<FunctionRow>({
    {"abs", Function::abs, false, 1, 1},
    {"avg", Function::avg, true, 1, 1},
    {"coalesce", Function::coalesce, false, 1, 99},
    {"collect", Function::collect, true, 1, 1},
    {"count", Function::count, true, 1, 1},
    {"endNode", Function::end_node, false, 1, 1},
    {"head", Function::head, false, 1, 1},
    {"id", Function::id, false, 1, 1},
    {"keys", Function::keys, false, 1, 1},
    {"labels", Function::labels, false, 1, 1},
    {"last", Function::last, false, 1, 1},
    {"length", Function::length, false, 1, 1},
    {"max", Function::max, true, 1, 1},
    {"min", Function::min, true, 1, 1},
    {"nodes", Function::nodes, false, 1, 1},
    {"properties", Function::properties, false, 1, 1},
    {"relationships", Function::relationships, false, 1, 1},
    {"round", Function::round, false, 1, 1},
    {"size", Function::size, false, 1, 1},
    {"startNode", Function::start_node, false, 1, 1},
    {"substring", Function::substring, false, 2, 3},
    {"sum", Function::sum, true, 1, 1},
    {"toFloat", Function::to_float, false, 1, 1},
    {"toInteger", Function::to_integer, false, 1, 1},
    {"toLower", Function::to_lower, false, 1, 1},
    {"toString", Function::to_string, false, 1, 1},
    {"toUpper", Function::to_upper, false, 1, 1},
    {"trim", Function::trim, false, 1, 1},
    {"type", Function::type, false, 1, 1},
});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::span<const FunctionRow> functions() { return kFunctions; }

const FunctionRow* function_named(std::string_view name) {
    const auto found =
        std::find_if(kFunctions.begin(), kFunctions.end(), [&](const FunctionRow& row) {
            return std::equal(row.name.begin(), row.name.end(), name.begin(), name.end(),
                              [](char a, char b) { return lower(a) == lower(b); });
        });
    return found == kFunctions.end() ? nullptr : &*found;
}

}  // namespace relata::graph::query
