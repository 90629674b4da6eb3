#include "export/text.hpp"

#include <array>

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

Writer& operator<<(Writer& out, Json value) {
    std::array<char, 6> code{'\\', 'u', '0', '0', '0', '0'};
    out << '"';
    write_replaced(out, value.text, [&code](char c) -> std::string_view {
        const std::string_view escape = backslash_escape(c);
        if (!escape.empty()) return escape;
        const auto byte = static_cast<unsigned char>(c);
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

}  // namespace relata::exporting
