// Cuts a query into tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace relata::graph::query {

struct Token {
    enum class Kind : std::uint8_t {
        end,
        name,    // also keywords; `quoted` names in text without their backticks
        string,  // text without its quotes, escapes resolved
        integer,
        real,
        parameter,  // text without $
        symbol      // one of ( ) [ ] { } , : ; . .. | = <> < <= > >= =~ + - * / % ^
    } kind = Kind::end;
    std::string text;
    std::size_t offset = 0;   // bytes, in the query
    bool backticked = false;  // a name that is never a keyword
};

// The tokens, with one of kind `end` at last. Comments (// and /* */) are passed over.
// Throws relata::Error (see fault.hpp) on a character or string that cannot be read.
std::vector<Token> tokenize(std::string_view query);

}  // namespace relata::graph::query
