// Bytes in any character set -> UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace relata::extract {

struct Decoded {
    std::string text;   // valid UTF-8, without byte order mark and NUL characters
    std::string fault;  // what had to be mended ("broken UTF-8 at byte 12, ..."), or ""
};

// `charset` is what the sender says ("ISO-8859-1"), or "" where nothing is said; it is not believed
// where the bytes are plainly UTF-8. Text that is not what it should be is mended, and `fault` says
// so.
Decoded to_utf8(std::string bytes, std::string_view charset = "");

// Whether the bytes are no text at all, because they hold many control characters.
bool is_binary(std::string_view head);

}  // namespace relata::extract
