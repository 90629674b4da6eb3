#include "extract/rule/narrow_regex.hpp"

#include <cstddef>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

constexpr char32_t kLatin1End = 0x100;
// Characters beyond Latin-1 by kind, in the place of control characters, which are of no kind.
constexpr char32_t kControlEnd = 0x20;
constexpr char kOtherUpper = '\x01';
constexpr char kOtherLower = '\x02';
constexpr char kOtherLetter = '\x03';
constexpr char kOther = '\x04';

struct Property {
    std::string_view name;
    std::string_view members;  // inside of brackets, Latin-1
};
// Unicode's letters of Latin-1: U+00AA, U+00BA (Lo), U+00B5, U+00DF-U+00F6, U+00F8-U+00FF (Ll),
// U+00C0-U+00D6, U+00D8-U+00DE (Lu).
constexpr Property kProperties[] = {
    {"\\p{Lu}", "A-Z\xC0-\xD6\xD8-\xDE\x01"},
    {"\\p{Ll}", "a-z\xB5\xDF-\xF6\xF8-\xFF\x02"},
    {"\\p{L}", "A-Za-z\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\xFF\x01-\x03"},
};

const Property* property_at(std::string_view pattern, std::size_t at) {
    for (const Property& property : kProperties)
        if (pattern.substr(at).starts_with(property.name)) return &property;
    return nullptr;
}

}  // namespace

std::optional<std::string> narrowed(std::string_view pattern) {
    std::string narrow;
    bool has_property = false;
    bool in_brackets = false;
    std::size_t opened = 0;  // the "[" or "[^" that did
    for (std::size_t at = 0; at < pattern.size();) {
        if (const Property* property = property_at(pattern, at)) {
            has_property = true;
            if (!in_brackets) narrow += '[';
            narrow += property->members;
            if (!in_brackets) narrow += ']';
            at += property->name.size();
            continue;
        }
        if (pattern[at] == '\\' && at + 1 < pattern.size()) {
            if (std::string_view("pPxQ").find(pattern[at + 1]) != std::string_view::npos)
                return std::nullopt;
            narrow += pattern.substr(at, 2);
            at += 2;
            continue;
        }
        // "[[:alpha:]", "[]a]": brackets inside of brackets are left to RE2.
        if (in_brackets && (pattern[at] == '[' || (pattern[at] == ']' && opened + 1 == at)))
            return std::nullopt;
        if (pattern[at] == '[') {
            in_brackets = true;
            opened = pattern.substr(at).starts_with("[^") ? at + 1 : at;
        }
        if (pattern[at] == ']') in_brackets = false;
        const auto [code, length] = utf8::decode(pattern, at);
        if (code >= kLatin1End) return std::nullopt;
        narrow += static_cast<char>(code);
        at += length;
    }
    if (!has_property) return std::nullopt;
    return narrow;
}

std::string narrow_token(std::string_view token) {
    std::string narrow;
    narrow.reserve(token.size());
    for (std::size_t at = 0; at < token.size();) {
        const auto [code, length] = utf8::decode(token, at);
        at += length;
        if (code >= kControlEnd && code < kLatin1End)
            narrow += static_cast<char>(code);
        else if (utf8::is_upper(code))
            narrow += kOtherUpper;
        else if (utf8::is_lower(code))
            narrow += kOtherLower;
        else
            narrow += utf8::is_letter(code) ? kOtherLetter : kOther;
    }
    return narrow;
}

}  // namespace relata::extract
