// An exporter of one's own: it reads a graph file and writes Mermaid, which wikis draw.
// An exporter is a function of this shape; one that belongs to Relata is a file in export/ and a
// row in export/exporter.cpp.
#include <iostream>
#include <string>

#include "base/error.hpp"
#include "export/exporter.hpp"
#include "graph/store.hpp"

namespace {

std::string quoted(const std::string& name) {
    std::string out = "\"";
    for (const char c : name) out += c == '"' ? std::string("#quot;") : std::string(1, c);
    return out + "\"";
}

void write_mermaid(const relata::graph::KnowledgeGraph& graph, const relata::exporting::Options&,
                   std::ostream& out) {
    out << "graph LR\n";
    for (std::size_t i = 0; i < graph.nodes().size(); ++i)
        out << "  n" << i << '[' << quoted(graph.nodes()[i].name) << "]\n";
    for (const relata::graph::Edge& edge : graph.edges())
        out << "  n" << edge.source << " -->|" << edge.type << "| n" << edge.target << '\n';
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: own_exporter GRAPH.relata\n";
        return 2;
    }
    try {
        const relata::exporting::StreamWriter write = write_mermaid;
        write(relata::graph::load(arguments[1]), {}, std::cout);
    } catch (const relata::Error& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
