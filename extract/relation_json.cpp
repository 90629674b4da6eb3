#include "extract/relation_json.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace relata::extract {

namespace {

using nlohmann::json;

void append_number(std::uint32_t number, std::string& out) { out += std::to_string(number); }

void append_number(double number, std::string& out) {
    char buffer[32];
    out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
}

void append_key(std::string_view key, std::string& out) {
    if (out.back() != '{') out += ", ";
    out += '"';
    out += key;
    out += "\": ";
}

void append_field(std::string_view key, std::string_view value, std::string& out) {
    append_key(key, out);
    append_json_string(value, out);
}

void append_or_null(std::string_view key, std::string_view value, std::string& out) {
    if (!value.empty()) return append_field(key, value, out);
    append_key(key, out);
    out += "null";
}

void append_if_any(std::string_view key, std::string_view value, std::string& out) {
    if (!value.empty()) append_field(key, value, out);
}

void append_span(std::uint32_t start, std::uint32_t end, std::string& out) {
    append_key("start", out);
    append_number(start, out);
    append_key("end", out);
    append_number(end, out);
}

bool is_literal(EntityType type) { return type == EntityType::date || type == EntityType::money; }

void append_argument(std::string_view key, const Argument& argument, std::string& out) {
    append_key(key, out);
    out += '{';
    append_or_null("name", argument.name, out);
    append_field("type", to_string(argument.type), out);
    if (is_literal(argument.type)) append_field("value", argument.name, out);
    append_field("text", argument.text, out);
    append_span(argument.start, argument.end, out);
    if (!argument.aliases.empty()) {
        append_key("aliases", out);
        out += '[';
        for (const std::string& alias : argument.aliases) {
            if (&alias != &argument.aliases.front()) out += ", ";
            append_json_string(alias, out);
        }
        out += ']';
    }
    out += '}';
}

// Fields of a record that is being read; each member function names the field in its error.
class Fields {
  public:
    Fields(const json& object, std::string path) : object_(object), path_(std::move(path)) {
        if (!object_.is_object())
            throw Error(
                "", path_.empty() ? "not a JSON object" : "the field '" + path_ + "' is no object");
    }

    std::string text(const char* key) const {
        const json* value = find(key);
        if (value == nullptr) fail(key, "is missing");
        return string_of(*value, key);
    }
    std::string text_or_empty(const char* key) const {
        const json* value = find(key);
        return value == nullptr ? "" : string_of(*value, key);
    }
    std::uint32_t number(const char* key) const {
        const json* value = find(key);
        if (value == nullptr) return 0;
        if (!value->is_number_unsigned() || *value > 0xffffffffU) fail(key, "is no offset");
        return value->get<std::uint32_t>();
    }
    double fraction(const char* key, double otherwise) const {
        const json* value = find(key);
        if (value == nullptr) return otherwise;
        if (!value->is_number() || !(*value > 0.0) || *value > 1.0)
            fail(key, "is not between 0 and 1");
        return value->get<double>();
    }
    Fields inner(const char* key) const {
        const json* value = find(key);
        if (value == nullptr) fail(key, "is missing");
        return Fields(*value, name(key));
    }
    // The value of the key, or nullptr where it is missing or null.
    const json* find(const char* key) const {
        const auto found = object_.find(key);
        return found == object_.end() || found->is_null() ? nullptr : &*found;
    }
    std::string string_of(const json& value, const char* key) const {
        if (!value.is_string()) fail(key, "is no string");
        return value.get<std::string>();
    }
    [[noreturn]] void fail(const char* key, const std::string& cause) const {
        throw Error("", "the field '" + name(key) + "' " + cause);
    }

  private:
    std::string name(const char* key) const { return path_.empty() ? key : path_ + "." + key; }
    const json& object_;
    std::string path_;
};

Argument read_argument(const Fields& fields) {
    Argument argument;
    argument.name = fields.text_or_empty("name");
    if (argument.name.empty()) argument.name = fields.text_or_empty("value");
    const std::string type = fields.text("type");
    const auto known = entity_type_from(type);
    if (!known) fields.fail("type", "is no entity type: '" + type + "'");
    argument.type = *known;
    argument.text = fields.text_or_empty("text");
    argument.start = fields.number("start");
    argument.end = fields.number("end");
    if (const json* aliases = fields.find("aliases"))
        for (const json& alias : *aliases)
            argument.aliases.push_back(fields.string_of(alias, "aliases"));
    return argument;
}

Relation read_relation(const Fields& fields) {
    Relation relation;
    relation.document = fields.text("doc");
    relation.type = fields.text("type");
    relation.subject = read_argument(fields.inner("subject"));
    relation.object = read_argument(fields.inner("object"));
    const std::string status = fields.text_or_empty("status");
    const auto known = status_from(status.empty() ? "asserted" : status);
    if (!known) fields.fail("status", "is no status: '" + status + "'");
    relation.status = *known;
    if (const json* attributes = fields.find("attrs"))
        for (const auto& [key, value] : attributes->items())
            relation.attributes[key] = fields.string_of(value, "attrs");
    relation.confidence = fields.fraction("confidence", 1.0);
    relation.rule = fields.text_or_empty("rule");
    relation.language = fields.text_or_empty("lang");
    relation.date = fields.text_or_empty("date");
    relation.url = fields.text_or_empty("url");
    relation.source = fields.text_or_empty("source");
    relation.author = fields.text_or_empty("author");
    relation.title = fields.text_or_empty("title");
    relation.path = fields.text_or_empty("path");
    if (fields.find("sentence") != nullptr) {
        const Fields sentence = fields.inner("sentence");
        relation.sentence_start = sentence.number("start");
        relation.sentence_end = sentence.number("end");
        relation.sentence = sentence.text_or_empty("text");
    }
    return relation;
}

json parse(std::string_view line) {
    try {
        return json::parse(line);
    } catch (const json::exception&) {
        throw Error("", "not valid JSON");
    }
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
    constexpr const char* kHex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += kHex[byte >> 4U];
            out += kHex[byte & 15U];
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_json(const Relation& relation, std::string& out) {
    out += '{';
    append_field("doc", relation.document, out);
    append_field("type", relation.type, out);
    append_argument("subject", relation.subject, out);
    append_argument("object", relation.object, out);
    append_field("status", to_string(relation.status), out);
    append_key("attrs", out);
    out += '{';
    for (const auto& [key, value] : relation.attributes) append_field(key, value, out);
    out += '}';
    append_key("confidence", out);
    append_number(relation.confidence, out);
    append_field("rule", relation.rule, out);
    append_field("lang", relation.language, out);
    append_or_null("date", relation.date, out);
    append_or_null("url", relation.url, out);
    append_if_any("source", relation.source, out);
    append_if_any("author", relation.author, out);
    append_if_any("title", relation.title, out);
    append_if_any("path", relation.path, out);
    append_key("sentence", out);
    out += '{';
    append_span(relation.sentence_start, relation.sentence_end, out);
    append_field("text", relation.sentence, out);
    out += "}}";
}

void append_json(const MentionRecord& mention, std::string& out) {
    constexpr std::string_view kForms[] = {"name",   "nominal", "pronoun", "possessive",
                                           "quoted", "value",   "topic"};
    out += '{';
    append_field("kind", "mention", out);
    append_field("doc", mention.document, out);
    append_or_null("name", mention.name, out);
    append_field("type", to_string(mention.type), out);
    append_field("form", kForms[static_cast<std::size_t>(mention.form)], out);
    append_field("text", mention.text, out);
    append_span(mention.start, mention.end, out);
    out += '}';
}

bool is_mention_json(std::string_view line) {
    const json record = parse(line);
    const auto kind = record.is_object() ? record.find("kind") : record.end();
    return record.is_object() && kind != record.end() && *kind == "mention";
}

Relation relation_from_json(std::string_view line) {
    const json record = parse(line);
    return read_relation(Fields(record, ""));
}

}  // namespace relata::extract
