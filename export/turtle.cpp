// Turtle 1.1.
#include <ostream>

#include "export/formats.hpp"
#include "export/rdf.hpp"
#include "export/turtle_text.hpp"

namespace relata::exporting {

namespace {

// Turtle wants escapes in a prefixed name that begins with a hyphen or holds a dot or tilde: those
// are written in full.
bool fits_prefixed_name(std::string_view local) {
    return !local.empty() && local.front() != '-' &&
           local.find_first_of(".~") == std::string_view::npos;
}

class TurtleWriter {
  public:
    explicit TurtleWriter(std::ostream& stream) : out_(stream) {}

    void write(const graph::KnowledgeGraph& graph) {
        for (std::size_t i = 0; i < kPrefixes; ++i) {
            const auto prefix = static_cast<Prefix>(i);
            out_ << "@prefix " << prefix_name(prefix) << ": <" << prefix_iri(prefix) << "> .\n";
        }
        for_each_resource(graph, [this](const Resource& resource) { write_resource(resource); });
        out_.finish();
    }

  private:
    void write_resource(const Resource& resource) {
        out_ << '\n';
        write_name(resource.subject);
        const Property* last = nullptr;
        for (const Property& property : resource.properties) {
            if (last != nullptr && last->predicate == property.predicate) {
                out_ << ", ";
            } else {
                out_ << (last == nullptr ? "\n    " : " ;\n    ");
                write_predicate(property.predicate);
            }
            write_term(property.object);
            last = &property;
        }
        out_ << " .\n";
    }

    void write_predicate(const IriName& predicate) {
        if (predicate == IriName{Prefix::rdf, "type"}) {
            out_ << 'a';
        } else {
            write_name(predicate);
        }
        out_ << ' ';
    }

    void write_name(const IriName& name) {
        if (!fits_prefixed_name(name.local)) {
            out_ << '<' << name << '>';
            return;
        }
        out_ << prefix_name(name.prefix) << ':' << iri(name.local);
        if (name.part > 0) out_ << ':' << name.part;
    }

    void write_term(const Term& term) {
        if (const auto* name = std::get_if<IriName>(&term)) {
            write_name(*name);
            return;
        }
        const Literal literal = as_literal(term, scratch_);
        out_ << turtle_string(literal.text);
        if (!literal.language.empty()) out_ << '@' << literal.language;
        if (!literal.datatype.empty()) out_ << "^^xsd:" << literal.datatype;
    }

    Writer out_, scratch_;
};

}  // namespace

void write_turtle(const graph::KnowledgeGraph& graph, const Options&, std::ostream& stream) {
    TurtleWriter(stream).write(graph);
}

}  // namespace relata::exporting
