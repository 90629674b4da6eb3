#include "export/rdf.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>

#include "export/columns.hpp"
#include "export/iso_date.hpp"
#include "export/text.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::EdgeIndex;
using graph::EntityType;
using graph::Evidence;
using graph::KnowledgeGraph;
using graph::Node;
using graph::NodeIndex;

struct PrefixRow {
    std::string_view name, iri;
};
constexpr std::array<PrefixRow, kPrefixes> kPrefixRows{{
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"schema", "https://schema.org/"},
    {"wdt", "http://www.wikidata.org/prop/direct/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"rel", "urn:relata:relation:"},
    {"attr", "urn:relata:attribute:"},
    {"entity", "urn:relata:entity:"},
    {"statement", "urn:relata:statement:"},
    {"evidence", "urn:relata:evidence:"},
    {"document", "urn:relata:document:"},
}};

enum Direction { forward, backward };  // backward: the property's subject is the relation's object

// A property of a known vocabulary that says the same as one of our relation types.
struct Mapping {
    std::string_view relation;
    Direction direction;
    IriName property;
    unsigned subjects, objects;  // the types for which it holds, as bits
};

constexpr unsigned bit(EntityType type) { return 1U << static_cast<unsigned>(type); }
constexpr unsigned kOrg = bit(EntityType::org);
constexpr unsigned kGroup = kOrg | bit(EntityType::project);
constexpr unsigned kAny = ~0U;

constexpr std::array<Mapping, 16> kMappings{{
    {"board_member_of", backward, {Prefix::wdt, "P3320"}, kAny, kOrg},
    {"ceo_of", backward, {Prefix::wdt, "P169"}, kAny, kOrg},
    {"developer_of", backward, {Prefix::wdt, "P178"}, kAny, kAny},
    {"founded_on", forward, {Prefix::schema, "foundingDate"}, kOrg, kAny},
    {"founded_on", forward, {Prefix::wdt, "P571"}, kOrg, kAny},
    {"founder_of", backward, {Prefix::schema, "founder"}, kAny, kGroup},
    {"founder_of", backward, {Prefix::wdt, "P112"}, kAny, kGroup},
    {"funded_by", forward, {Prefix::schema, "funder"}, kGroup, kAny},
    {"headquartered_in", forward, {Prefix::wdt, "P159"}, kOrg, kAny},
    {"member_of", forward, {Prefix::schema, "memberOf"}, kAny, kGroup},
    {"member_of", forward, {Prefix::wdt, "P463"}, kAny, kGroup},
    {"spun_off_from", forward, {Prefix::wdt, "P807"}, kOrg, kOrg},
    {"subsidiary_of", forward, {Prefix::schema, "parentOrganization"}, kOrg, kOrg},
    {"subsidiary_of", forward, {Prefix::wdt, "P749"}, kOrg, kOrg},
    {"works_for", forward, {Prefix::schema, "worksFor"}, kAny, kOrg},
    {"works_for", forward, {Prefix::wdt, "P108"}, kAny, kOrg},
}};

std::string_view schema_class(EntityType type) {
    switch (type) {
        case EntityType::person:
            return "Person";
        case EntityType::org:
            return "Organization";
        case EntityType::product:
            return "Product";
        case EntityType::project:
            return "Project";
        case EntityType::place:
            return "Place";
        case EntityType::money:
            return "MonetaryAmount";
        case EntityType::date:
            break;
    }
    return "Date";
}

Literal date_literal(std::string_view date) {
    switch (date_precision(date)) {
        case DatePrecision::day:
            return {date, "", "date"};
        case DatePrecision::month:
            return {date, "", "gYearMonth"};
        case DatePrecision::year:
            return {date, "", "gYear"};
        case DatePrecision::none:
            break;
    }
    return {date, "", ""};
}

bool is_language_tag(std::string_view tag) {
    return tag.size() >= 2 && tag.size() <= 8 &&
           std::all_of(tag.begin(), tag.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_decimal(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos &&
           text.front() != '.' && text.back() != '.' && text.find('.') == text.rfind('.');
}

class Describer {
  public:
    Describer(const KnowledgeGraph& graph, const std::function<void(const Resource&)>& take)
        : graph_(graph), take_(take) {}

    void entity(NodeIndex index) {
        const Node& node = graph_.node(index);
        begin({Prefix::entity, node.id});
        add({Prefix::rdf, "type"}, IriName{Prefix::schema, schema_class(node.type)});
        text({Prefix::schema, "name"}, node.name);
        for (const std::string& alias : node.aliases)
            text({Prefix::schema, "alternateName"}, alias);
        if (node.type == EntityType::money) money(node.name);
        date({Prefix::rel, "first_seen"}, node.first_seen);
        date({Prefix::rel, "last_seen"}, node.last_seen);
        for (const EdgeIndex e : graph_.out_edges(index)) relation(graph_.edge(e), forward);
        for (const EdgeIndex e : graph_.in_edges(index)) relation(graph_.edge(e), backward);
        group_by_predicate();
        end();
    }

    void statement(const Edge& edge) {
        begin({Prefix::statement, edge.id});
        add({Prefix::rdf, "type"}, IriName{Prefix::rdf, "Statement"});
        add({Prefix::rdf, "subject"}, IriName{Prefix::entity, graph_.node(edge.source).id});
        add({Prefix::rdf, "predicate"}, IriName{Prefix::rel, edge.type});
        add({Prefix::rdf, "object"}, object_of(edge));
        text({Prefix::rel, "status"}, to_string(edge.status));
        add({Prefix::rel, "confidence"}, edge.confidence);
        add({Prefix::rel, "sources"}, edge.sources);
        date({Prefix::rel, "first_seen"}, edge.first_seen);
        date({Prefix::rel, "last_seen"}, edge.last_seen);
        date({Prefix::rel, "valid_from"}, edge.valid_from);
        date({Prefix::rel, "valid_to"}, edge.valid_to);
        for (const auto& [key, value] : edge.attributes) text({Prefix::attr, key}, value);
        for (std::uint32_t i = 1; i <= edge.evidence.size(); ++i) {
            add({Prefix::prov, "wasDerivedFrom"}, IriName{Prefix::evidence, edge.id, i});
        }
        end();
    }

    void evidence(const Edge& edge, std::uint32_t part) {
        const Evidence& evidence = edge.evidence[part - 1];
        begin({Prefix::evidence, edge.id, part});
        add({Prefix::rdf, "type"}, IriName{Prefix::prov, "Entity"});
        const bool tagged = is_language_tag(evidence.language);
        add({Prefix::prov, "value"},
            Literal{evidence.quote, tagged ? std::string_view(evidence.language) : ""});
        add({Prefix::prov, "wasQuotedFrom"}, IriName{Prefix::document, evidence.document});
        add({Prefix::rel, "start"}, evidence.start);
        add({Prefix::rel, "end"}, evidence.end);
        text({Prefix::rel, "subject_text"}, evidence.subject_text);
        text({Prefix::rel, "object_text"}, evidence.object_text);
        text({Prefix::rel, "status"}, to_string(evidence.status));
        text({Prefix::rel, "rule"}, evidence.rule);
        add({Prefix::rel, "confidence"}, evidence.confidence);
        for (const auto& [key, value] : evidence.attributes) text({Prefix::attr, key}, value);
        end();
    }

    void symmetric_type(std::string_view type) {
        begin({Prefix::rel, type});
        add({Prefix::rdf, "type"}, IriName{Prefix::owl, "SymmetricProperty"});
        end();
    }

    void document(const Evidence& evidence) {
        begin({Prefix::document, evidence.document});
        add({Prefix::rdf, "type"}, IriName{Prefix::schema, "NewsArticle"});
        text({Prefix::schema, "identifier"}, evidence.document);
        if (!evidence.url.empty()) {
            // A literal, since a text's URL need not be a valid IRI.
            add({Prefix::schema, "url"}, Literal{evidence.url, "", "anyURI"});
        }
        text({Prefix::schema, "headline"}, evidence.title);
        date({Prefix::schema, "datePublished"}, evidence.date);
        text({Prefix::schema, "author"}, evidence.author);
        text({Prefix::schema, "publisher"}, evidence.source);
        end();
    }

  private:
    void begin(IriName subject) {
        resource_.subject = subject;
        resource_.properties.clear();
    }
    void end() { take_(resource_); }
    // The relations of an entity come in order of their ids; a resource has them grouped by
    // predicate.
    void group_by_predicate() {
        const auto before = [](const Property& a, const Property& b) {
            return std::tie(a.predicate.prefix, a.predicate.local) <
                   std::tie(b.predicate.prefix, b.predicate.local);
        };
        std::stable_sort(resource_.properties.begin() + 1, resource_.properties.end(), before);
    }
    void add(IriName predicate, Term object) {
        resource_.properties.push_back({predicate, object});
    }
    void text(IriName predicate, std::string_view text) {
        if (!text.empty()) add(predicate, Literal{text, ""});
    }
    void date(IriName predicate, std::string_view date) {
        if (!date.empty()) add(predicate, date_literal(date));
    }

    Term object_of(const Edge& edge) const {
        const Node& target = graph_.node(edge.target);
        if (target.type == EntityType::date) return date_literal(target.name);
        return IriName{Prefix::entity, target.id};
    }

    // "500000000 USD"
    void money(std::string_view name) {
        const std::size_t space = name.find(' ');
        if (space == std::string_view::npos || !is_decimal(name.substr(0, space))) return;
        add({Prefix::schema, "value"}, Literal{name.substr(0, space), "", "decimal"});
        text({Prefix::schema, "currency"}, name.substr(space + 1));
    }

    // The properties that one end of an asserted relation has by it.
    void relation(const Edge& edge, Direction direction) {
        if (edge.status != graph::Status::asserted) return;
        const IriName statement{Prefix::statement, edge.id};
        const Node& source = graph_.node(edge.source);
        const Node& target = graph_.node(edge.target);
        const Term object =
            direction == forward ? object_of(edge) : Term(IriName{Prefix::entity, source.id});
        if (direction == forward) {
            resource_.properties.push_back({{Prefix::rel, edge.type}, object, statement});
        }
        for (const Mapping& mapping : kMappings) {
            if (mapping.relation == edge.type && mapping.direction == direction &&
                (mapping.subjects & bit(source.type)) != 0 &&
                (mapping.objects & bit(target.type)) != 0) {
                resource_.properties.push_back({mapping.property, object, statement});
            }
        }
    }

    const KnowledgeGraph& graph_;
    const std::function<void(const Resource&)>& take_;
    Resource resource_{{Prefix::entity, ""}, {}};
};

}  // namespace

std::string_view prefix_name(Prefix prefix) {
    return kPrefixRows[static_cast<std::size_t>(prefix)].name;
}

std::string_view prefix_iri(Prefix prefix) {
    return kPrefixRows[static_cast<std::size_t>(prefix)].iri;
}

Writer& operator<<(Writer& out, const IriName& name) {
    out << prefix_iri(name.prefix) << iri(name.local);
    if (name.part > 0) out << ':' << name.part;
    return out;
}

void for_each_resource(const KnowledgeGraph& graph,
                       const std::function<void(const Resource&)>& take) {
    Describer describer(graph, take);
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (graph.node(i).type != EntityType::date) describer.entity(i);  // dates are literals
    }
    std::unordered_map<std::string_view, const Evidence*> documents;
    std::set<std::string_view> symmetric;
    for (const Edge& edge : graph.edges()) {
        if (edge.symmetric) symmetric.insert(edge.type);
        describer.statement(edge);
        for (std::uint32_t part = 1; part <= edge.evidence.size(); ++part) {
            describer.evidence(edge, part);
            const Evidence& evidence = edge.evidence[part - 1];
            documents.emplace(evidence.document, &evidence);
        }
    }
    for (const std::string_view type : symmetric) describer.symmetric_type(type);
    std::vector<const Evidence*> sorted;
    sorted.reserve(documents.size());
    for (const auto& [id, evidence] : documents) sorted.push_back(evidence);
    std::sort(sorted.begin(), sorted.end(),
              [](const Evidence* a, const Evidence* b) { return a->document < b->document; });
    for (const Evidence* evidence : sorted) describer.document(*evidence);
}

Literal as_literal(const Term& term, Writer& scratch) {
    if (const auto* literal = std::get_if<Literal>(&term)) return *literal;
    scratch.clear();
    if (const auto* integer = std::get_if<std::uint32_t>(&term)) {
        scratch << *integer;
        return {scratch.view(), "", "integer"};
    }
    scratch << std::get<double>(term);
    return {scratch.view(), "", "double"};
}

}  // namespace relata::exporting
