// Errors in a query, with the place that they are about.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata::graph::query {

// Throws relata::Error: "query:1:7: CAUSE; REMEDY", then the line of the query and a caret under
// the byte `offset`.
[[noreturn]] void fault(std::string_view query, std::size_t offset, const std::string& cause,
                        const std::string& remedy = "");

}  // namespace relata::graph::query
