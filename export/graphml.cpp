// GraphML. Flavors: `plain` is what NetworkX, igraph and most programs read; `gephi` adds labels,
// weights, colours and sizes under the names that Gephi takes for them; `yed` adds yFiles shapes
// for yEd. Keys have telling ids: ids such as "d3" mean a node's label to Gephi. All edges are
// directed, symmetric ones have a column that says so: NetworkX refuses graphs that mix both kinds,
// and Gephi drops one where both run between the same nodes.
#include <algorithm>
#include <ostream>

#include "export/appearance.hpp"
#include "export/columns.hpp"
#include "export/formats.hpp"
#include "export/text.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::KnowledgeGraph;
using graph::Node;
using graph::NodeIndex;

enum class Flavor { plain, gephi, yed };

Flavor flavor_of(const Options& options) {
    const std::string_view name = chosen_flavor(*exporter_named("graphml"), options);
    if (name == "gephi") return Flavor::gephi;
    return name == "yed" ? Flavor::yed : Flavor::plain;  // `networkx` is `plain`
}

std::string_view graphml_type(ValueType type) {
    switch (type) {
        case ValueType::integer:
            return "int";
        case ValueType::real:
            return "double";
        case ValueType::boolean:
            return "boolean";
        default:
            return "string";
    }
}

class GraphmlWriter {
  public:
    GraphmlWriter(const KnowledgeGraph& graph, Flavor flavor, std::ostream& stream)
        : graph_(graph), flavor_(flavor), out_(stream), edge_columns_(edge_columns(graph)) {
        // Gephi shows a column "Type" of its own: directed or undirected.
        if (flavor == Flavor::gephi) edge_columns_.front().name = "relation";
    }

    void write() {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
                "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
        if (flavor_ == Flavor::yed) out_ << " xmlns:y=\"http://www.yworks.com/xml/graphml\"";
        out_ << " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
        write_keys();
        out_ << "<graph id=\"relata\" edgedefault=\"directed\">\n";
        for (NodeIndex i = 0; i < graph_.nodes().size(); ++i) write_node(i);
        for (const Edge& edge : graph_.edges()) write_edge(edge);
        out_ << "</graph>\n</graphml>\n";
        out_.finish();
    }

  private:
    void key(std::string_view domain, std::string_view name, std::string_view type) {
        out_ << "<key id=\"" << domain << '_' << xml(name) << "\" for=\"" << domain
             << "\" attr.name=\"" << xml(name) << "\" attr.type=\"" << type << "\"/>\n";
    }

    void write_keys() {
        for (const NodeColumn& column : node_columns_) {
            key("node", column.name, graphml_type(column.type));
        }
        for (const EdgeColumn& column : edge_columns_) {
            key("edge", column.name, graphml_type(column.type));
        }
        if (flavor_ == Flavor::gephi) {
            key("node", "label", "string");
            key("node", "size", "float");
            for (const std::string_view channel : {"r", "g", "b"}) key("node", channel, "int");
            key("edge", "label", "string");
            key("edge", "weight", "double");
        } else if (flavor_ == Flavor::yed) {
            key("edge", "description", "string");  // yEd shows it as a tooltip
            out_ << "<key id=\"node_graphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
                    "<key id=\"edge_graphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";
        }
    }

    void data(std::string_view domain, std::string_view name, const Value& value) {
        if (is_empty(value)) return;
        out_ << "<data key=\"" << domain << '_' << xml(name) << "\">"
             << xml_with_quotes(as_text(value, as_text_)) << "</data>";
    }

    void write_node(NodeIndex index) {
        const Node& node = graph_.node(index);
        out_ << "<node id=\"" << name_token(node.id) << "\">";
        for (const NodeColumn& column : node_columns_) {
            data("node", column.name, column.value(node));
        }
        const Colour colour = colour_of(node.type);
        if (flavor_ == Flavor::gephi) {
            data("node", "label", std::string_view(node.name));
            data("node", "size", size_of(graph_, index));
            data("node", "r", colour.red);
            data("node", "g", colour.green);
            data("node", "b", colour.blue);
        } else if (flavor_ == Flavor::yed) {
            write_yed_node(node, colour);
        }
        out_ << "</node>\n";
    }

    void write_yed_node(const Node& node, const Colour& colour) {
        // Wide enough for the name at yEd's 12 pt, up to a limit.
        const std::size_t width = 24 + 7 * std::min<std::size_t>(node.name.size(), 40);
        out_ << "<data key=\"node_graphics\"><y:ShapeNode><y:Geometry height=\"30\" width=\""
             << std::uint64_t{width} << "\"/><y:Fill color=\"" << colour.hex
             << "\" transparent=\"false\"/><y:BorderStyle hasColor=\"false\"/>"
                "<y:NodeLabel textColor=\"#FFFFFF\">"
             << xml(node.name)
             << "</y:NodeLabel><y:Shape type=\"roundrectangle\"/></y:ShapeNode></data>";
    }

    void write_edge(const Edge& edge) {
        out_ << "<edge id=\"" << name_token(edge.id) << "\" source=\""
             << name_token(graph_.node(edge.source).id) << "\" target=\""
             << name_token(graph_.node(edge.target).id) << "\">";
        for (const EdgeColumn& column : edge_columns_) {
            data("edge", column.name, column.value(edge, scratch_));
        }
        if (flavor_ == Flavor::gephi) {
            data("edge", "label", std::string_view(edge.type));
            data("edge", "weight", edge.confidence);
        } else if (flavor_ == Flavor::yed) {
            write_yed_edge(edge);
        }
        out_ << "</edge>\n";
    }

    void write_yed_edge(const Edge& edge) {
        data("edge", "description", std::string_view(edge.evidence.front().quote));
        const bool asserted = edge.status == graph::Status::asserted;
        out_ << "<data key=\"edge_graphics\"><y:PolyLineEdge><y:LineStyle color=\"#5B6470\" type=\""
             << (asserted ? "line" : "dashed")
             << "\" width=\"1.0\"/><y:Arrows source=\"none\" target=\""
             << (edge.symmetric ? "none" : "standard") << "\"/><y:EdgeLabel>" << xml(edge.type)
             << "</y:EdgeLabel></y:PolyLineEdge></data>";
    }

    const KnowledgeGraph& graph_;
    Flavor flavor_;
    Writer out_, scratch_, as_text_;
    std::vector<NodeColumn> node_columns_ = node_columns();
    std::vector<EdgeColumn> edge_columns_;
};

}  // namespace

void write_graphml(const KnowledgeGraph& graph, const Options& options, std::ostream& stream) {
    GraphmlWriter(graph, flavor_of(options), stream).write();
}

}  // namespace relata::exporting
