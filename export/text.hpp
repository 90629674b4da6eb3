// How text is escaped in the export formats. Each function tags a view; writing the tagged view
// escapes it:
//   out << '"' << json(name) << '"';
// The text is UTF-8 and is passed on as it is, except for what the format cannot hold.
#pragma once

#include <string>
#include <string_view>

#include "export/writer.hpp"

namespace relata::exporting {

// For XML text and attribute values. Line breaks and tabs become references, so that attribute
// values keep them; control characters, which XML 1.0 cannot hold, become U+FFFD.
struct Xml {
    std::string_view text;
};
// The same where double quotes may stay, of which evidence, as JSON, has many: in an element's
// text, or in an attribute value in single quotes.
struct XmlWithQuotes {
    std::string_view text;
};
// A JSON string with its quotes. `<` is written as \u003c, so that the JSON may stand in an HTML
// page.
struct Json {
    std::string_view text;
};
// A CSV field (RFC 4180): always in quotes where it is not empty, inner quotes doubled.
struct Csv {
    std::string_view text;
};
// A URL of a page: what a URI must not have (spaces, quotes, "<", non-ASCII, ...) is
// percent-encoded, the rest stays.
struct Url {
    std::string_view text;
};
// An XML name token (NMTOKEN), which the ids of GraphML must be. `|` becomes a middle dot, what
// else no name token can hold becomes _xHEX_ with its code point: every id keeps its own.
struct NameToken {
    std::string_view text;
};
// A part of an IRI: everything but letters, digits and "-._~:" is percent-encoded, byte by byte.
struct Iri {
    std::string_view text;
};

constexpr Xml xml(std::string_view text) { return {text}; }
constexpr XmlWithQuotes xml_with_quotes(std::string_view text) { return {text}; }
constexpr Json json(std::string_view text) { return {text}; }
constexpr Csv csv(std::string_view text) { return {text}; }
constexpr Url url(std::string_view text) { return {text}; }
constexpr NameToken name_token(std::string_view text) { return {text}; }
constexpr Iri iri(std::string_view text) { return {text}; }

Writer& operator<<(Writer& out, Xml value);
Writer& operator<<(Writer& out, XmlWithQuotes value);
Writer& operator<<(Writer& out, Json value);
Writer& operator<<(Writer& out, Csv value);
Writer& operator<<(Writer& out, Url value);
Writer& operator<<(Writer& out, NameToken value);
Writer& operator<<(Writer& out, Iri value);

// The escapes that the strings of JSON, Turtle, N-Quads and, but for the quotes, Cypher share; ""
// for any other character.
constexpr std::string_view backslash_escape(char c) {
    switch (c) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            return {};
    }
}

// May a page be linked to by this URL? Only over HTTP: "javascript:" must not become a link.
inline bool is_web_url(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

// Is this byte a control character that text formats refuse: below space, but not tab or line
// break, or DEL?
constexpr bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7f;
}

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// Writes `text` with each byte for which `replacement(c)` is not empty replaced by that.
template <typename Replacement>
void write_replaced(Writer& out, std::string_view text, Replacement replacement) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view instead = replacement(text[i]);
        if (instead.empty()) continue;
        out << text.substr(written, i - written) << instead;
        written = i + 1;
    }
    out << text.substr(written);
}

// Where the text has the noncharacter U+FFFE or U+FFFF, for which XML has no room; npos if nowhere.
std::size_t find_noncharacter(std::string_view text);

// write_replaced for text that is, or will be, in XML: noncharacters become U+FFFD as well.
template <typename Replacement>
void write_replaced_for_xml(Writer& out, std::string_view text, Replacement replacement) {
    for (std::size_t at = find_noncharacter(text); at != std::string_view::npos;
         at = find_noncharacter(text)) {
        write_replaced(out, text.substr(0, at), replacement);
        out << kReplacement;
        text.remove_prefix(at + 3);
    }
    write_replaced(out, text, replacement);
}

}  // namespace relata::exporting
