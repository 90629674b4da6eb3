#include "graph/query/fault.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace relata::graph::query {

void fault(std::string_view query, std::size_t offset, const std::string& cause,
           const std::string& remedy) {
    offset = std::min(offset, query.size());
    const std::string_view before = query.substr(0, offset);
    const auto line_number = 1 + std::count(before.begin(), before.end(), '\n');
    const auto newline = before.rfind('\n');
    const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
    const auto line_end = std::min(query.find('\n', line_start), query.size());
    const std::string line(query.substr(line_start, line_end - line_start));
    std::string indent;  // one column a code point; tabs stay tabs
    for (const char c : query.substr(line_start, offset - line_start)) {
        const bool continues = (static_cast<unsigned char>(c) & 0xc0) == 0x80;
        if (!continues) indent += c == '\t' ? '\t' : ' ';
    }
    const std::string where =
        "query:" + std::to_string(line_number) + ":" + std::to_string(indent.size() + 1);
    const std::string shown = "\n  " + line + "\n  " + indent + "^";
    if (remedy.empty()) throw Error(where, cause + shown);
    throw Error(where, cause, remedy + shown);
}

}  // namespace relata::graph::query
