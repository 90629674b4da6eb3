// The writers behind the table in exporter.cpp, one a file of the same name (write_graphml:
// graphml.cpp). Each writes the whole graph and throws relata::Error if the output cannot take it.
#pragma once

#include "export/exporter.hpp"

namespace relata::exporting {

void write_cypher(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_cytoscape(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_dot(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_edgelist(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_gexf(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_graphml(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_html(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_json(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_jsonld(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_nquads(const graph::KnowledgeGraph&, const Options&, std::ostream&);
void write_turtle(const graph::KnowledgeGraph&, const Options&, std::ostream&);

void write_csv(const graph::KnowledgeGraph&, const Options&, const std::filesystem::path&);
void write_kuzu(const graph::KnowledgeGraph&, const Options&, const std::filesystem::path&);
void write_neo4j(const graph::KnowledgeGraph&, const Options&, const std::filesystem::path&);

}  // namespace relata::exporting
