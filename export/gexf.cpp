// GEXF 1.3 for Gephi. `kind` carries the relation type: Gephi merges parallel edges of one kind, so
// an edge that is not asserted has its status in the kind too. Relations whose validity is known
// become dynamic: their spells are whole days, since GEXF knows no months. Flavors: `gephi` has
// undirected edges for symmetric relations, and so no default, since Gephi drops edges that differ
// from it; in `networkx`, which refuses graphs that mix both kinds, all edges are directed.
#include <algorithm>
#include <ostream>

#include "export/appearance.hpp"
#include "export/columns.hpp"
#include "export/formats.hpp"
#include "export/iso_date.hpp"
#include "export/text.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::KnowledgeGraph;
using graph::Node;
using graph::NodeIndex;

std::string_view gexf_type(ValueType type) {
    switch (type) {
        case ValueType::integer:
            return "integer";
        case ValueType::real:
            return "double";
        case ValueType::boolean:
            return "boolean";
        default:
            return "string";
    }
}

// The days between which an edge holds; empty where unknown.
struct Spell {
    std::string start, end;
    bool known() const { return !start.empty() || !end.empty(); }
};

Spell spell_of(const Edge& edge) {
    Spell spell{first_day(edge.valid_from), last_day(edge.valid_to)};
    // A reader refuses an interval that ends before it begins.
    if (!spell.start.empty() && !spell.end.empty() && spell.end < spell.start) return {};
    return spell;
}

class GexfWriter {
  public:
    GexfWriter(const KnowledgeGraph& graph, bool mixed, std::ostream& stream)
        : graph_(graph), mixed_(mixed), out_(stream), edge_columns_(edge_columns(graph)) {
        edge_columns_.front().name = "relation";  // Gephi has a column "Type" of its own
    }

    void write() {
        const bool dynamic = std::any_of(graph_.edges().begin(), graph_.edges().end(),
                                         [](const Edge& edge) { return spell_of(edge).known(); });
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                "xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" "
                "version=\"1.3\">\n<meta><creator>Relata</creator></meta>\n"
                "<graph "
             << (mixed_ ? "" : "defaultedgetype=\"directed\" ") << "idtype=\"string\" mode=\""
             << (dynamic ? "dynamic\" timeformat=\"date\" timerepresentation=\"interval" : "static")
             << "\">\n";
        declare("node", node_columns_);
        declare("edge", edge_columns_);
        out_ << "<nodes count=\"" << std::uint64_t{graph_.nodes().size()} << "\">\n";
        for (NodeIndex i = 0; i < graph_.nodes().size(); ++i) write_node(i);
        out_ << "</nodes>\n<edges count=\"" << std::uint64_t{graph_.edges().size()} << "\">\n";
        for (const Edge& edge : graph_.edges()) write_edge(edge);
        out_ << "</edges>\n</graph>\n</gexf>\n";
        out_.finish();
    }

  private:
    template <typename Column>
    void declare(std::string_view element, const std::vector<Column>& columns) {
        out_ << "<attributes class=\"" << element << "\">\n";
        for (const Column& column : columns) {
            out_ << "<attribute id=\"" << xml(column.name) << "\" title=\"" << xml(column.name)
                 << "\" type=\"" << gexf_type(column.type) << "\"/>\n";
        }
        out_ << "</attributes>\n";
    }

    void attvalue(std::string_view name, const Value& value) {
        if (is_empty(value)) return;
        out_ << "<attvalue for=\"" << xml(name) << "\" value='"
             << xml_with_quotes(as_text(value, as_text_)) << "'/>";
    }

    void write_node(NodeIndex index) {
        const Node& node = graph_.node(index);
        out_ << "<node id=\"" << xml(node.id) << "\" label=\"" << xml(node.name)
             << "\"><attvalues>";
        for (const NodeColumn& column : node_columns_) attvalue(column.name, column.value(node));
        const Colour colour = colour_of(node.type);
        out_ << "</attvalues><viz:color r=\"" << colour.red << "\" g=\"" << colour.green
             << "\" b=\"" << colour.blue << "\"/><viz:size value=\"" << size_of(graph_, index)
             << "\"/></node>\n";
    }

    void write_edge(const Edge& edge) {
        out_ << "<edge id=\"" << xml(edge.id) << "\" source=\"" << xml(graph_.node(edge.source).id)
             << "\" target=\"" << xml(graph_.node(edge.target).id) << "\" kind=\""
             << xml(edge.type);
        if (edge.status != graph::Status::asserted) out_ << " (" << to_string(edge.status) << ')';
        if (mixed_) out_ << "\" type=\"" << (edge.symmetric ? "undirected" : "directed");
        out_ << "\" label=\"" << xml(edge.type) << "\" weight=\"" << edge.confidence
             << "\"><attvalues>";
        for (const EdgeColumn& column : edge_columns_) {
            attvalue(column.name, column.value(edge, scratch_));
        }
        out_ << "</attvalues>";
        const Spell spell = spell_of(edge);
        if (spell.known()) {
            out_ << "<spells><spell";
            if (!spell.start.empty()) out_ << " start=\"" << spell.start << '"';
            if (!spell.end.empty()) out_ << " end=\"" << spell.end << '"';
            out_ << "/></spells>";
        }
        out_ << "</edge>\n";
    }

    const KnowledgeGraph& graph_;
    bool mixed_;
    Writer out_, scratch_, as_text_;
    std::vector<NodeColumn> node_columns_ = node_columns();
    std::vector<EdgeColumn> edge_columns_;
};

}  // namespace

void write_gexf(const KnowledgeGraph& graph, const Options& options, std::ostream& stream) {
    const bool mixed = chosen_flavor(*exporter_named("gexf"), options) == "gephi";
    GexfWriter(graph, mixed, stream).write();
}

}  // namespace relata::exporting
