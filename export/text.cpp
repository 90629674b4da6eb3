#include "export/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.hpp"

namespace relata::exporting {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kUpperHex = "0123456789ABCDEF";

std::string_view xml_replacement(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\t':
            return "&#9;";
        case '\n':
            return "&#10;";
        case '\r':
            return "&#13;";
        case '\x7f':
            return {};  // allowed in XML
        default:
            return is_control(c) ? kReplacement : std::string_view{};
    }
}

constexpr bool is_iri_safe(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= ':') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

// Letters beyond ASCII that are name characters in every edition of XML 1.0; the first edition,
// which libxml2 and Xerces know, lacks many others.
struct Range {
    char32_t first, last;
};
constexpr std::array<Range, 15> kNameLetters{{{0xC0, 0xD6},
                                              {0xD8, 0xF6},
                                              {0xF8, 0x131},
                                              {0x134, 0x13E},
                                              {0x141, 0x148},
                                              {0x14A, 0x17E},
                                              {0x3A3, 0x3CE},
                                              {0x40E, 0x44F},
                                              {0x5D0, 0x5EA},
                                              {0x621, 0x63A},
                                              {0x641, 0x64A},
                                              {0x3041, 0x3094},
                                              {0x30A1, 0x30FA},
                                              {0x4E00, 0x9FA5},
                                              {0xAC00, 0xD7A3}}};

bool is_name_character(char32_t c) {
    if (c < 0x80) return is_iri_safe(static_cast<char>(c)) && c != '~';
    return std::any_of(kNameLetters.begin(), kNameLetters.end(),
                       [c](Range range) { return range.first <= c && c <= range.last; });
}

}  // namespace

std::size_t find_noncharacter(std::string_view text) {
    std::size_t at = text.find("\xEF\xBF");
    while (at != std::string_view::npos && text.substr(at, 3) != "\xEF\xBF\xBE" &&
           text.substr(at, 3) != "\xEF\xBF\xBF") {
        at = text.find("\xEF\xBF", at + 2);
    }
    return at;
}

Writer& operator<<(Writer& out, Xml value) {
    write_replaced_for_xml(out, value.text, [](char c) { return xml_replacement(c); });
    return out;
}

Writer& operator<<(Writer& out, XmlWithQuotes value) {
    write_replaced_for_xml(out, value.text, [](char c) -> std::string_view {
        if (c == '"') return {};
        return c == '\'' ? "&apos;" : xml_replacement(c);
    });
    return out;
}

Writer& operator<<(Writer& out, Json value) {
    std::array<char, 6> code{'\\', 'u', '0', '0', '0', '0'};
    out << '"';
    write_replaced(out, value.text, [&code](char c) -> std::string_view {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > '<' && c != '\\' && byte != 0x7f) return {};  // most bytes
        const std::string_view escape = backslash_escape(c);
        if (!escape.empty()) return escape;
        if (byte >= 0x20 && c != '<' && byte != 0x7f) return {};
        code[4] = kHex[byte >> 4];
        code[5] = kHex[byte & 15];
        return {code.data(), code.size()};
    });
    return out << '"';
}

Writer& operator<<(Writer& out, Csv value) {
    if (value.text.empty()) return out;
    out << '"';
    write_replaced(out, value.text,
                   [](char c) { return c == '"' ? std::string_view("\"\"") : std::string_view{}; });
    return out << '"';
}

namespace {

template <typename IsSafe>
void write_percent_encoded(Writer& out, std::string_view text, IsSafe is_safe) {
    std::array<char, 3> code{'%', '0', '0'};
    write_replaced(out, text, [&code, is_safe](char c) -> std::string_view {
        if (is_safe(c)) return {};
        const auto byte = static_cast<unsigned char>(c);
        code[1] = kUpperHex[byte >> 4];
        code[2] = kUpperHex[byte & 15];
        return {code.data(), code.size()};
    });
}

}  // namespace

Writer& operator<<(Writer& out, Url value) {
    write_percent_encoded(out, value.text, [](char c) {
        return c > ' ' && c < '\x7f' &&
               std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
    });
    return out;
}

Writer& operator<<(Writer& out, Iri value) {
    write_percent_encoded(out, value.text, [](char c) { return is_iri_safe(c); });
    return out;
}

Writer& operator<<(Writer& out, NameToken value) {
    const std::string_view text = value.text;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        const std::string_view character = text.substr(at, length);
        at += length;
        const bool looks_like_escape = code == '_' && at < text.size() && text[at] == 'x';
        if (code == '|') {
            out << "\u00B7";
        } else if (is_name_character(code) && !looks_like_escape) {
            out << character;
        } else {
            std::array<char, 8> hex{};
            const auto end =
                std::to_chars(hex.begin(), hex.end(), static_cast<std::uint32_t>(code), 16).ptr;
            out << "_x" << std::string_view(hex.data(), static_cast<std::size_t>(end - hex.data()))
                << '_';
        }
    }
    return out;
}

}  // namespace relata::exporting
