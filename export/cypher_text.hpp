// Strings and names in Cypher, as Neo4j and Kùzu read it: out << cypher_string(name) <<
// cypher_name(type).
#pragma once

#include "export/text.hpp"

namespace relata::exporting {

// 'in single quotes'. Backslashes are doubled, which also keeps \u0027 in a text from ending the
// string.
struct CypherString {
    std::string_view text;
};
// `in backticks`
struct CypherName {
    std::string_view text;
};

constexpr CypherString cypher_string(std::string_view text) { return {text}; }
constexpr CypherName cypher_name(std::string_view text) { return {text}; }

inline Writer& operator<<(Writer& out, CypherString value) {
    out << '\'';
    write_replaced(out, value.text, [](char c) -> std::string_view {
        if (c == '\'') return "\\'";
        return c == '"' ? std::string_view() : backslash_escape(c);
    });
    return out << '\'';
}

inline Writer& operator<<(Writer& out, CypherName value) {
    out << '`';
    write_replaced(out, value.text,
                   [](char c) { return c == '`' ? std::string_view("``") : std::string_view{}; });
    return out << '`';
}

}  // namespace relata::exporting
