// The graph as RDF, apart from its syntax: the resources with their properties that Turtle, N-Quads
// and JSON-LD write.
//
// - An entity has a schema.org class, names, and one property for every relation that is asserted:
// in our own
//   vocabulary (rel:ceo_of), and in schema.org's and Wikidata's where they have one, in its
//   direction (org schema:founder person). A date is a literal, xsd:date, xsd:gYearMonth or
//   xsd:gYear.
// - Every relation, of any status, is a statement: a rdf:Statement with status, confidence, dates,
// attributes and
//   prov:wasDerivedFrom its evidence. What is former, planned, rumoured or denied is only there.
// - A relation type without direction (rel:partner_of) is an owl:SymmetricProperty.
// - An evidence is a prov:Entity with the quote, tagged with its language, quoted from a document.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "export/writer.hpp"
#include "graph/knowledge_graph.hpp"

namespace relata::exporting {

enum class Prefix : std::uint8_t {
    rdf,
    owl,
    schema,
    wdt,
    prov,
    xsd,
    rel,
    attr,
    entity,
    statement,
    evidence,
    document
};
inline constexpr std::size_t kPrefixes = 12;

std::string_view prefix_name(Prefix prefix);  // "schema"
std::string_view prefix_iri(Prefix prefix);   // "https://schema.org/"

// An IRI: the prefix's, then `local` percent-encoded, then ":1" for part 1.
struct IriName {
    Prefix prefix;
    std::string_view local;
    std::uint32_t part = 0;
    bool operator==(const IriName&) const = default;
};
Writer& operator<<(Writer& out, const IriName& name);  // the whole IRI, without < >

struct Literal {
    std::string_view text;
    std::string_view language;       // "" for none
    std::string_view datatype = "";  // local name in xsd, "" for a plain string
};

using Term = std::variant<IriName, Literal, std::uint32_t, double>;

struct Property {
    IriName predicate;
    Term object;
    // The statement that says so, for a relation of an entity; local is "" for all else.
    IriName statement{Prefix::statement, ""};
};

struct Resource {
    IriName subject;
    std::vector<Property> properties;  // grouped by predicate
};

// Calls `take` with each resource of the graph, entities first. The views live during the call.
void for_each_resource(const graph::KnowledgeGraph& graph,
                       const std::function<void(const Resource&)>& take);

// What a number is in RDF: its shortest form, xsd:integer or xsd:double; a literal's own text and
// type otherwise. The view lives until `scratch` changes.
Literal as_literal(const Term& term, Writer& scratch);

}  // namespace relata::exporting
