#include "export/exporter.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "export/formats.hpp"

namespace relata::exporting {

namespace {

using Names = std::string_view;

constexpr std::array<Names, 4> kGraphmlFlavors{"plain", "networkx", "gephi", "yed"};
constexpr std::array<Names, 2> kGexfFlavors{"gephi", "networkx"};
constexpr std::array<Names, 1> kGraphml{".graphml"};
constexpr std::array<Names, 1> kGexf{".gexf"};
constexpr std::array<Names, 2> kDot{".dot", ".gv"};
constexpr std::array<Names, 1> kJson{".json"};
constexpr std::array<Names, 1> kCytoscape{".cyjs"};
constexpr std::array<Names, 1> kEdgelist{".csv"};
constexpr std::array<Names, 2> kCypher{".cypher", ".cql"};
constexpr std::array<Names, 1> kTurtle{".ttl"};
constexpr std::array<Names, 1> kNquads{".nq"};
constexpr std::array<Names, 1> kJsonLd{".jsonld"};
constexpr std::array<Names, 2> kHtml{".html", ".htm"};
constexpr std::array<Exporter, 14> kExporters{{
    {"graphml", kGraphml, kGraphmlFlavors, "GraphML for NetworkX, igraph, Gephi, yEd",
     write_graphml, nullptr},
    {"gexf", kGexf, kGexfFlavors, "GEXF 1.3 for Gephi, with a timeline", write_gexf, nullptr},
    {"dot", kDot, {}, "Graphviz, to draw small graphs", write_dot, nullptr},
    {"json", kJson, {}, "node-link JSON, as NetworkX reads it", write_json, nullptr},
    {"cytoscape", kCytoscape, {}, "Cytoscape.js JSON", write_cytoscape, nullptr},
    {"csv", {}, {}, "a folder of nodes.csv, edges.csv and evidence.csv", nullptr, write_csv},
    {"edgelist", kEdgelist, {}, "one CSV table, a relation a line", write_edgelist, nullptr},
    {"neo4j", {}, {}, "a folder for neo4j-admin database import", nullptr, write_neo4j},
    {"cypher", kCypher, {}, "a Cypher script for Neo4j", write_cypher, nullptr},
    {"kuzu", {}, {}, "a folder of typed tables for Kùzu and Ladybug", nullptr, write_kuzu},
    {"turtle", kTurtle, {}, "RDF in Turtle: schema.org, Wikidata, PROV", write_turtle, nullptr},
    {"nquads",
     kNquads,
     {},
     "RDF in N-Quads, with a named graph a statement",
     write_nquads,
     nullptr},
    {"jsonld", kJsonLd, {}, "RDF in JSON-LD", write_jsonld, nullptr},
    {"html", kHtml, {}, "one self-contained page to look at the graph", write_html, nullptr},
}};

}  // namespace

std::span<const Exporter> exporters() { return kExporters; }

const Exporter* exporter_named(std::string_view name) {
    const auto found = std::find_if(kExporters.begin(), kExporters.end(),
                                    [name](const Exporter& e) { return e.name == name; });
    return found == kExporters.end() ? nullptr : &*found;
}

const Exporter* exporter_for_path(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    const auto chooses = [&name](const Exporter& exporter) {
        return std::any_of(exporter.endings.begin(), exporter.endings.end(),
                           [&name](std::string_view ending) { return name.ends_with(ending); });
    };
    const auto found = std::find_if(kExporters.begin(), kExporters.end(), chooses);
    return found == kExporters.end() ? nullptr : &*found;
}

std::string_view chosen_flavor(const Exporter& exporter, const Options& options) {
    const auto flavors = exporter.flavors;
    if (options.flavor.empty()) return flavors.empty() ? std::string_view() : flavors.front();
    const auto found = std::find(flavors.begin(), flavors.end(), options.flavor);
    if (found != flavors.end()) return *found;
    std::string names;
    for (const std::string_view name : flavors)
        names += (names.empty() ? "" : ", ") + std::string(name);
    throw Error("--flavor", std::string(exporter.name) + " has no flavor '" + options.flavor + "'",
                names.empty() ? "leave it out" : "use one of: " + names);
}

}  // namespace relata::exporting
