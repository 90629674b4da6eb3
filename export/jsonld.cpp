// JSON-LD 1.1: the same triples as Turtle, one object a resource, with the context inside the file.
#include <ostream>

#include "export/formats.hpp"
#include "export/rdf.hpp"
#include "export/text.hpp"

namespace relata::exporting {

namespace {

class JsonLdWriter {
  public:
    explicit JsonLdWriter(std::ostream& stream) : out_(stream) {}

    void write(const graph::KnowledgeGraph& graph) {
        out_ << "{\"@context\":{\"@version\":1.1";
        for (std::size_t i = 0; i < kPrefixes; ++i) {
            const auto prefix = static_cast<Prefix>(i);
            out_ << ",\n" << json(prefix_name(prefix)) << ':' << json(prefix_iri(prefix));
        }
        out_ << "},\n\"@graph\":[";
        std::string_view separator = "\n";
        for_each_resource(graph, [this, &separator](const Resource& resource) {
            out_ << separator;
            write_resource(resource);
            separator = ",\n";
        });
        out_ << "\n]}\n";
        out_.finish();
    }

  private:
    void write_resource(const Resource& resource) {
        out_ << "{\"@id\":";
        write_name(resource.subject);
        const auto& properties = resource.properties;
        for (std::size_t i = 0; i < properties.size();) {
            std::size_t end = i + 1;
            while (end < properties.size() &&
                   properties[end].predicate == properties[i].predicate) {
                ++end;
            }
            write_property(std::span(properties).subspan(i, end - i));
            i = end;
        }
        out_ << '}';
    }

    // The values of one predicate.
    void write_property(std::span<const Property> values) {
        const bool is_type = values.front().predicate == IriName{Prefix::rdf, "type"};
        out_ << ",\n ";
        if (is_type) {
            out_ << "\"@type\"";
        } else {
            write_name(values.front().predicate);
        }
        out_ << ':' << (values.size() > 1 ? "[" : "");
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i > 0) out_ << ',';
            if (is_type) {
                write_name(std::get<IriName>(values[i].object));
            } else {
                write_term(values[i].object);
            }
        }
        if (values.size() > 1) out_ << ']';
    }

    void write_name(const IriName& name) {
        out_ << '"' << prefix_name(name.prefix) << ':' << iri(name.local);
        if (name.part > 0) out_ << ':' << name.part;
        out_ << '"';
    }

    void write_term(const Term& term) {
        if (const auto* name = std::get_if<IriName>(&term)) {
            out_ << "{\"@id\":";
            write_name(*name);
            out_ << '}';
            return;
        }
        const Literal literal = as_literal(term, scratch_);
        if (literal.language.empty() && literal.datatype.empty()) {
            out_ << json(literal.text);
            return;
        }
        out_ << "{\"@value\":" << json(literal.text);
        if (!literal.language.empty()) out_ << ",\"@language\":" << json(literal.language);
        if (!literal.datatype.empty()) out_ << ",\"@type\":\"xsd:" << literal.datatype << '"';
        out_ << '}';
    }

    Writer out_, scratch_;
};

}  // namespace

void write_jsonld(const graph::KnowledgeGraph& graph, const Options&, std::ostream& stream) {
    JsonLdWriter(stream).write(graph);
}

}  // namespace relata::exporting
