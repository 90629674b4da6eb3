#include "export/columns.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "export/text.hpp"

namespace relata::exporting {

namespace {

using graph::Edge;
using graph::Evidence;
using graph::Node;

// Names that are columns already or that NetworkX, igraph, Gephi, yEd, Neo4j or Kùzu give a meaning
// of their own.
constexpr std::array<std::string_view, 38> kReservedNames{
    "attribute", "b",        "color",    "confidence", "description", "directed", "document",
    "edgeid",    "end",      "evidence", "first_seen", "from",        "g",        "id",
    "interval",  "key",      "kind",     "label",      "last_seen",   "name",     "quote",
    "r",         "relation", "size",     "source",     "sources",     "start",    "status",
    "symmetric", "target",   "to",       "timestamp",  "type",        "url",      "valid_from",
    "valid_to",  "weight",   "x"};

// A name that every format can take: letters of ASCII, digits and underscores, and none that is
// reserved.
std::string attribute_column_name(std::string_view attribute) {
    std::string name(attribute), lower;
    for (char& c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) == 0) c = '_';
        lower.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
    const bool reserved =
        std::find(kReservedNames.begin(), kReservedNames.end(), lower) != kReservedNames.end();
    return (reserved || name.size() < 2 ? "attribute_" : "") + name;
}

// Writes `"name":"text"` with a comma before all but the first; nothing for an empty text.
class JsonFields {
  public:
    explicit JsonFields(Writer& out) : out_(out) {}
    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) begin(name) << json(value);
    }
    Writer& begin(std::string_view name) {
        out_ << (first_ ? "" : ",") << json(name) << ':';
        first_ = false;
        return out_;
    }

  private:
    Writer& out_;
    bool first_ = true;
};

}  // namespace

bool is_empty(const Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) return text->empty();
    if (const auto* list = std::get_if<const std::vector<std::string>*>(&value)) {
        return (*list)->empty();
    }
    return false;
}

std::string_view as_text(const Value& value, Writer& scratch) {
    if (const auto* text = std::get_if<std::string_view>(&value)) return *text;
    scratch.clear();
    if (const auto* list = std::get_if<const std::vector<std::string>*>(&value)) {
        write_json_list(scratch, **list);
    } else if (const auto* integer = std::get_if<std::uint32_t>(&value)) {
        scratch << *integer;
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        scratch << (*truth ? "true" : "false");
    } else {
        scratch << std::get<double>(value);
    }
    return scratch.view();
}

Value EdgeColumn::value(const Edge& edge, Writer& scratch) const {
    if (attribute.empty()) return get(edge, scratch);
    const auto found = edge.attributes.find(attribute);
    return found == edge.attributes.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<NodeColumn> node_columns() {
    return {
        {"name", ValueType::text, [](const Node& n) { return Value(std::string_view(n.name)); }},
        {"type", ValueType::text, [](const Node& n) { return Value(to_string(n.type)); }},
        {"aliases", ValueType::list, [](const Node& n) { return Value(&n.aliases); }},
        {"first_seen", ValueType::text,
         [](const Node& n) { return Value(std::string_view(n.first_seen)); }},
        {"last_seen", ValueType::text,
         [](const Node& n) { return Value(std::string_view(n.last_seen)); }},
    };
}

std::vector<EdgeColumn> edge_columns(const graph::KnowledgeGraph& graph) {
    using View = std::string_view;
    constexpr auto text = ValueType::text;
    std::vector<EdgeColumn> columns{
        {"type", text, [](const Edge& e, Writer&) { return Value(View(e.type)); }, ""},
        {"status", text, [](const Edge& e, Writer&) { return Value(to_string(e.status)); }, ""},
        {"confidence", ValueType::real, [](const Edge& e, Writer&) { return Value(e.confidence); },
         ""},
        {"sources", ValueType::integer, [](const Edge& e, Writer&) { return Value(e.sources); },
         ""},
        {"symmetric", ValueType::boolean, [](const Edge& e, Writer&) { return Value(e.symmetric); },
         ""},
        {"first_seen", text, [](const Edge& e, Writer&) { return Value(View(e.first_seen)); }, ""},
        {"last_seen", text, [](const Edge& e, Writer&) { return Value(View(e.last_seen)); }, ""},
        {"valid_from", text, [](const Edge& e, Writer&) { return Value(View(e.valid_from)); }, ""},
        {"valid_to", text, [](const Edge& e, Writer&) { return Value(View(e.valid_to)); }, ""},
    };
    std::set<View> attributes;
    for (const Edge& edge : graph.edges()) {
        for (const auto& [key, value] : edge.attributes) attributes.insert(key);
    }
    for (const View attribute : attributes) {
        columns.push_back(
            {attribute_column_name(attribute), text, nullptr, std::string(attribute)});
    }
    columns.push_back({"quote", text,
                       [](const Edge& e, Writer&) { return Value(View(e.evidence.front().quote)); },
                       ""});
    columns.push_back({"url", text,
                       [](const Edge& e, Writer&) { return Value(View(e.evidence.front().url)); },
                       ""});
    columns.push_back({"evidence", text,
                       [](const Edge& e, Writer& scratch) {
                           scratch.clear();
                           write_evidence_list(scratch, e.evidence);
                           return Value(scratch.view());
                       },
                       ""});
    return columns;
}

void write_evidence(Writer& out, const Evidence& evidence) {
    JsonFields fields(out << '{');
    fields.text("document", evidence.document);
    fields.text("url", evidence.url);
    fields.text("source", evidence.source);
    fields.text("date", evidence.date);
    fields.text("title", evidence.title);
    fields.text("author", evidence.author);
    fields.text("quote", evidence.quote);
    fields.begin("start") << evidence.start;
    fields.begin("end") << evidence.end;
    fields.text("subject_text", evidence.subject_text);
    fields.text("object_text", evidence.object_text);
    fields.text("status", to_string(evidence.status));
    fields.text("rule", evidence.rule);
    fields.text("language", evidence.language);
    fields.begin("confidence") << evidence.confidence;
    if (!evidence.attributes.empty()) {
        write_json_map(fields.begin("attributes"), evidence.attributes);
    }
    out << '}';
}

void write_evidence_list(Writer& out, const std::vector<Evidence>& evidence) {
    out << '[';
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        if (i > 0) out << ',';
        write_evidence(out, evidence[i]);
    }
    out << ']';
}

void write_json_list(Writer& out, const std::vector<std::string>& texts) {
    out << '[';
    for (std::size_t i = 0; i < texts.size(); ++i) out << (i > 0 ? "," : "") << json(texts[i]);
    out << ']';
}

void write_json_map(Writer& out, const std::map<std::string, std::string>& map) {
    JsonFields fields(out << '{');
    for (const auto& [key, value] : map) fields.begin(key) << json(value);
    out << '}';
}

}  // namespace relata::exporting
