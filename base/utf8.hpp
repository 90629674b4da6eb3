// UTF-8: checking and mending it, walking over it, case folding, what kind of character a code
// point is, and turning byte offsets into code point offsets.
//
//   if (auto fault = utf8::first_fault(bytes)) text = utf8::repair(bytes);
//   for (std::size_t at = 0; at < text.size();) {
//       const auto [code, length] = utf8::decode(text, at);
//       at += length;
//   }
//
// All functions but first_fault and repair take valid UTF-8; on other input they return some
// character and never read outside of the text. All are thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relata::utf8 {

// Offset of the first byte that is not valid UTF-8 (RFC 3629: no surrogates, no overlong forms).
std::optional<std::size_t> first_fault(std::string_view bytes);
// Each maximal faulty piece becomes one U+FFFD.
std::string repair(std::string_view bytes);

// Whether a byte goes on with the code point of the bytes before it.
constexpr bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

struct Decoded {
    char32_t code;
    std::uint32_t length;  // in bytes, 1 to 4
};
// The code point that starts at byte `at`, which must be inside of the text.
Decoded decode(std::string_view text, std::size_t at);
// The code point that ends before byte `at` > 0.
Decoded decode_before(std::string_view text, std::size_t at);
void append(std::string& out, char32_t code);

// Kinds of characters; a code point may have several.
enum Kind : std::uint8_t {
    kLower = 1 << 0,
    kUpper = 1 << 1,   // title case too
    kLetter = 1 << 2,  // letters of every script, and combining marks
    kDigit = 1 << 3,   // decimal digits
    kSpace = 1 << 4    // white space, no-break spaces, zero-width space and byte order mark
};
std::uint8_t kind(char32_t code);
inline bool is_upper(char32_t code) { return (kind(code) & kUpper) != 0; }
inline bool is_lower(char32_t code) { return (kind(code) & kLower) != 0; }
inline bool is_letter(char32_t code) { return (kind(code) & kLetter) != 0; }
inline bool is_digit(char32_t code) { return (kind(code) & kDigit) != 0; }
inline bool is_space(char32_t code) { return (kind(code) & kSpace) != 0; }

// Simple case folding: one code point stays one ("ß" stays as it is).
char32_t fold(char32_t code);
// The same but for "ß", which becomes "ss": Switzerland writes "heisst" for "heißt".
void append_folded(std::string& out, char32_t code);
std::string fold(std::string_view text);
char32_t to_upper(char32_t code);

// Byte offsets <-> code point offsets of one text, which must outlive the index.
class CodePointIndex {
  public:
    explicit CodePointIndex(std::string_view text);
    // Both take offsets up to and including the end of the text.
    std::size_t code_points(std::size_t byte) const;
    std::size_t byte(std::size_t code_points) const;

  private:
    std::string_view text_;
    std::vector<std::uint32_t>
        before_block_;  // code points before each block; empty for ASCII texts
};

// Runs of white space become one space; none at the ends.
std::string squeezed(std::string_view text);

}  // namespace relata::utf8
