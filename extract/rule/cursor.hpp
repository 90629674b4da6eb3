// A place in a statement of a rule file that is being read. Comments and the ends of lines inside
// of a statement have been turned into spaces before.
#pragma once

#include <cctype>
#include <cstdint>
#include <string_view>

#include "extract/rule/faults.hpp"

namespace relata::extract {

// Thrown where reading a statement cannot go on; the fault has been added.
struct StatementFault {};

struct Cursor {
    std::string_view text;  // of the file
    std::uint32_t file = 0;
    std::uint32_t at = 0, end = 0;

    Place place() const { return {file, at}; }
    bool done() const { return at >= end; }
    char peek(std::uint32_t ahead = 0) const { return at + ahead < end ? text[at + ahead] : '\0'; }
    std::string_view rest() const { return text.substr(at, end - at); }

    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
    static bool is_name_char(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80;
    }
    void skip_space() {
        while (at < end && is_space(text[at])) ++at;
    }
    // Takes `c` if it comes next.
    bool take(char c) {
        if (peek() != c || done()) return false;
        ++at;
        return true;
    }
    // Letters, digits and underscores; may be empty.
    std::string_view take_name() {
        const std::uint32_t begin = at;
        while (at < end && is_name_char(text[at])) ++at;
        return text.substr(begin, at - begin);
    }
    // Everything up to white space; may be empty.
    std::string_view take_word() {
        const std::uint32_t begin = at;
        while (at < end && !is_space(text[at])) ++at;
        return text.substr(begin, at - begin);
    }
    // Takes `word` if it comes next and ends there.
    bool take_keyword(std::string_view word) {
        if (rest().substr(0, word.size()) != word) return false;
        const auto length = static_cast<std::uint32_t>(word.size());
        if (at + length < end && is_name_char(text[at + length])) return false;
        at += length;
        return true;
    }
};

}  // namespace relata::extract
