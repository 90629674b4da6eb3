// Strings as Turtle and N-Quads write them, with their quotes: out << turtle_string(quote).
#pragma once

#include "export/text.hpp"

namespace relata::exporting {

struct TurtleString {
    std::string_view text;
};

constexpr TurtleString turtle_string(std::string_view text) { return {text}; }

inline Writer& operator<<(Writer& out, TurtleString value) {
    out << '"';
    char code[] = "\\u0000";
    write_replaced(out, value.text, [&code](char c) -> std::string_view {
        const std::string_view escape = backslash_escape(c);
        if (!escape.empty()) return escape;
        if (!is_control(c)) return {};
        code[4] = "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4];
        code[5] = "0123456789ABCDEF"[static_cast<unsigned char>(c) & 15];
        return {code, 6};
    });
    return out << '"';
}

}  // namespace relata::exporting
