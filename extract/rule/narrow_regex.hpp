// RE2 expressions over letters, written for single bytes.
//
// RE2 spells `\p{Ll}` out in some thousand instructions, as UTF-8 has lower case letters of every
// script, and compiling these is most of the time that a short run takes. An expression over
// Latin-1, in which every other letter stands for its kind, compiles in a fraction of that.
//
//   const std::optional<std::string> narrow = narrowed(R"(\p{Lu}\p{Ll}+er)");
//   RE2 regex(*narrow, RE2::Latin1);
//   RE2::FullMatch(narrow_token("Löwener"), regex);  // true
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relata::extract {

// `pattern`, UTF-8, for narrow_token(); nothing if it has no `\p{Lu}`, `\p{Ll}` or `\p{L}`, or
// something that Latin-1 cannot say. It matches what `pattern` matches, but that combining marks
// count as letters and letters beyond Latin-1 have no case variants under `(?i)`.
std::optional<std::string> narrowed(std::string_view pattern);

// `token`, UTF-8, one byte a code point: its Latin-1 byte or one for its kind.
std::string narrow_token(std::string_view token);

}  // namespace relata::extract
