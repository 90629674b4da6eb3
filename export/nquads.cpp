// N-Quads. The default graph has what Turtle has; a relation of an entity is also in a named graph,
// the statement that it comes from, so that a query can ask a triple for its evidence:
//   GRAPH ?statement { ?org schema:founder ?person } . ?statement prov:wasDerivedFrom ?evidence
#include <ostream>

#include "export/formats.hpp"
#include "export/rdf.hpp"
#include "export/turtle_text.hpp"

namespace relata::exporting {

namespace {

class QuadWriter {
  public:
    explicit QuadWriter(std::ostream& stream) : out_(stream) {}

    void write(const graph::KnowledgeGraph& graph) {
        for_each_resource(graph, [this](const Resource& resource) {
            for (const Property& property : resource.properties) {
                write_triple(resource.subject, property);
                out_ << ".\n";
                if (property.statement.local.empty()) continue;
                write_triple(resource.subject, property);
                out_ << '<' << property.statement << "> .\n";
            }
        });
        out_.finish();
    }

  private:
    void write_triple(const IriName& subject, const Property& property) {
        out_ << '<' << subject << "> <" << property.predicate << "> ";
        if (const auto* name = std::get_if<IriName>(&property.object)) {
            out_ << '<' << *name << "> ";
            return;
        }
        const Literal literal = as_literal(property.object, scratch_);
        out_ << turtle_string(literal.text);
        if (!literal.language.empty()) out_ << '@' << literal.language;
        if (!literal.datatype.empty()) {
            out_ << "^^<" << prefix_iri(Prefix::xsd) << literal.datatype << '>';
        }
        out_ << ' ';
    }

    Writer out_, scratch_;
};

}  // namespace

void write_nquads(const graph::KnowledgeGraph& graph, const Options&, std::ostream& stream) {
    QuadWriter(stream).write(graph);
}

}  // namespace relata::exporting
