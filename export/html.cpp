// One self-contained HTML page that draws the graph: no network, works from a file. A content
// security policy admits only the page's own style and script, by their hashes; the data is JSON
// that cannot end its <script>.
#include <array>
#include <ostream>
#include <string>

#include "export/formats.hpp"
#include "export/node_link.hpp"
#include "export/page_files.hpp"
#include "export/text.hpp"

namespace relata::exporting {

namespace {

std::uint32_t hex_digit(char c) {
    return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

// 32 bytes in hexadecimal, as base64.
std::string base64_of_sha256(std::string_view hex) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    std::uint32_t bits = 0, count = 0;
    for (const char c : hex) {
        bits = (bits << 4) | hex_digit(c);
        count += 4;
        if (count < 6) continue;
        count -= 6;
        text.push_back(kDigits[(bits >> count) & 63]);
    }
    text.push_back(kDigits[(bits << (6 - count)) & 63]);  // 256 bits leave 4
    return text + '=';
}

std::string content_security_policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" +
           base64_of_sha256(page_style().sha256) + "'; script-src 'sha256-" +
           base64_of_sha256(page_script().sha256) + "'";
}

void write_part(Writer& out, std::string_view name, const graph::KnowledgeGraph& graph) {
    if (name == "policy") {
        out << content_security_policy();
    } else if (name == "style") {
        out << page_style().text;
    } else if (name == "script") {
        out << page_script().text;
    } else if (name == "data") {
        write_node_link(out, graph);
    }
}

}  // namespace

void write_html(const graph::KnowledgeGraph& graph, const Options&, std::ostream& stream) {
    Writer out(stream);
    std::string_view rest = page_template().text;
    for (std::size_t open = rest.find("{{"); open != std::string_view::npos;
         open = rest.find("{{")) {
        const std::size_t close = rest.find("}}", open);
        out << rest.substr(0, open);
        write_part(out, rest.substr(open + 2, close - open - 2), graph);
        rest.remove_prefix(close + 2);
    }
    out << rest;
    out.finish();
}

}  // namespace relata::exporting
