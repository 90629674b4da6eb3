// Graphviz DOT, to look at: nodes coloured by type, edges labelled by relation and dashed where the
// relation is not asserted, no arrow where it has no direction, quotes as tooltips. All ids are
// quoted, so that keywords ("node", "graph") are ids like any other.
#include <array>
#include <ostream>

#include "base/utf8.hpp"
#include "export/appearance.hpp"
#include "export/columns.hpp"
#include "export/formats.hpp"
#include "export/text.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::EntityType;
using graph::KnowledgeGraph;
using graph::Node;

constexpr std::size_t kLongestLabel = 60;  // code points
constexpr std::size_t kLongestTooltip = 500;

// The first `limit` code points, and whether something was cut off.
struct Shortened {
    std::string_view text;
    bool cut;
};

Shortened shorten(std::string_view text, std::size_t limit) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!utf8::is_continuation(text[i]) && ++count > limit) return {text.substr(0, i), true};
    }
    return {text, false};
}

// The inside of a quoted string. Graphviz reads \N, \G, \l and the like in labels and `&amp;`
// anywhere, so backslashes are doubled and ampersands are written as references; control characters
// would make its SVG invalid.
void write_escaped(Writer& out, std::string_view text) {
    write_replaced_for_xml(out, text, [](char c) -> std::string_view {
        switch (c) {
            case '"':
                return "\\\"";
            case '\\':
                return "\\\\";
            case '&':
                return "&amp;";
            case '\n':
                return "\\n";
            case '\r':
            case '\t':
                return " ";
            default:
                return is_control(c) ? kReplacement : std::string_view{};
        }
    });
}

void write_attribute(Writer& out, std::string_view name, std::string_view value) {
    out << ' ' << name << "=\"";
    write_escaped(out, value);
    out << '"';
}

void write_shortened(Writer& out, std::string_view name, std::string_view value,
                     std::size_t limit) {
    const Shortened shortened = shorten(value, limit);
    out << ' ' << name << "=\"";
    write_escaped(out, shortened.text);
    out << (shortened.cut ? "…\"" : "\"");
}

// Ids are no labels: a backslash is doubled only so that it cannot take the closing quote away.
void write_id(Writer& out, std::string_view id) {
    out << '"';
    write_replaced_for_xml(out, id, [](char c) -> std::string_view {
        if (c == '"') return "\\\"";
        if (c == '\\') return "\\\\";
        return is_control(c) ? kReplacement : std::string_view{};
    });
    out << '"';
}

// The types that occur, as a small table under the drawing. An HTML-like label with fixed words
// only.
void write_legend(Writer& out, const KnowledgeGraph& graph) {
    std::array<bool, 7> used{};
    for (const Node& node : graph.nodes()) used[static_cast<std::size_t>(node.type)] = true;
    out << "  label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"4\"><tr>";
    for (std::size_t i = 0; i < used.size(); ++i) {
        const auto type = static_cast<EntityType>(i);
        if (!used[i]) continue;
        out << "<td bgcolor=\"" << colour_of(type).hex << "\"><font color=\"white\">"
            << to_string(type) << "</font></td>";
    }
    out << "<td>dashed: not asserted</td></tr></table>>;\n";
}

void write_node(Writer& out, const Node& node) {
    out << "  ";
    write_id(out, node.id);
    out << " [";
    write_shortened(out, "label", node.name, kLongestLabel);
    if (shorten(node.name, kLongestLabel).cut) write_attribute(out, "full_name", node.name);
    write_attribute(out, "type", to_string(node.type));
    out << " fillcolor=\"" << colour_of(node.type).hex << '"';
    write_shortened(out, "tooltip", node.name, kLongestTooltip);
    out << " ];\n";
}

void write_edge(Writer& out, const KnowledgeGraph& graph, const Edge& edge) {
    const graph::Evidence& evidence = edge.evidence.front();
    out << "  ";
    write_id(out, graph.node(edge.source).id);
    out << " -> ";
    write_id(out, graph.node(edge.target).id);
    out << " [";
    const bool asserted = edge.status == graph::Status::asserted;
    std::string label = edge.type;
    if (!asserted) label.append(" (").append(to_string(edge.status)).append(")");
    write_attribute(out, "label", label);
    write_attribute(out, "key", edge.id);  // keeps parallel edges apart in strict graphs
    write_attribute(out, "type", edge.type);
    write_attribute(out, "status", to_string(edge.status));
    out << " confidence=\"" << edge.confidence << '"';
    if (!asserted) out << " style=\"dashed\"";
    if (edge.symmetric) out << " dir=\"none\"";
    if (!edge.valid_from.empty()) write_attribute(out, "valid_from", edge.valid_from);
    if (!edge.valid_to.empty()) write_attribute(out, "valid_to", edge.valid_to);
    write_shortened(out, "tooltip", evidence.quote, kLongestTooltip);
    write_shortened(out, "labeltooltip", evidence.quote, kLongestTooltip);
    if (is_web_url(evidence.url)) {  // Graphviz writes URLs into its SVG as they are
        Writer encoded;
        encoded << url(evidence.url);
        write_attribute(out, "URL", encoded.view());
    }
    out << " ];\n";
}

}  // namespace

void write_dot(const KnowledgeGraph& graph, const Options&, std::ostream& stream) {
    Writer out(stream);
    out << "digraph relata {\n"
           "  charset=\"UTF-8\"; overlap=\"false\"; splines=\"true\"; labelloc=\"b\"; "
           "fontname=\"Helvetica\"; fontsize=\"10\";\n"
           "  node [shape=\"box\" style=\"rounded,filled\" fontname=\"Helvetica\" fontsize=\"11\" "
           "fontcolor=\"white\" color=\"transparent\" margin=\"0.12,0.06\" height=\"0.3\"];\n"
           "  edge [fontname=\"Helvetica\" fontsize=\"9\" color=\"#5B6470\" fontcolor=\"#5B6470\" "
           "arrowsize=\"0.7\"];\n";
    if (!graph.nodes().empty()) write_legend(out, graph);
    for (const Node& node : graph.nodes()) write_node(out, node);
    for (const Edge& edge : graph.edges()) write_edge(out, graph, edge);
    out << "}\n";
    out.finish();
}

}  // namespace relata::exporting
