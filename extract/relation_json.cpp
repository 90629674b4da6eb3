#include "extract/relation_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace relata::extract {

namespace {

using nlohmann::json;

// --- writing ---

void write_string(std::string& out, std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out.append(text, copied, i - copied);
        copied = i + 1;
        out += '\\';
        switch (byte) {
            case '\n':
                out += 'n';
                break;
            case '\r':
                out += 'r';
                break;
            case '\t':
                out += 't';
                break;
            case '"':
            case '\\':
                out += text[i];
                break;
            default:
                out += "u00";
                out += kHex[byte >> 4];
                out += kHex[byte & 15U];
        }
    }
    out.append(text, copied);
    out += '"';
}

template <typename Number>
void write_number(std::string& out, Number number) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end);
}

void write_key(std::string& out, std::string_view key) {
    if (out.back() != '{') out += ',';
    out += '"';
    out += key;
    out += "\":";
}

void write_field(std::string& out, std::string_view key, std::string_view text) {
    write_key(out, key);
    write_string(out, text);
}

void write_offset(std::string& out, std::string_view key, std::uint32_t offset) {
    write_key(out, key);
    write_number(out, offset);
}

void write_field_or_null(std::string& out, std::string_view key, std::string_view text) {
    write_key(out, key);
    if (text.empty())
        out += "null";
    else
        write_string(out, text);
}

void write_argument(std::string& out, std::string_view key, const Argument& argument) {
    write_key(out, key);
    out += '{';
    write_field(out, "name", argument.name);
    write_field(out, "type", to_string(argument.type));
    write_field(out, "text", argument.text);
    write_offset(out, "start", argument.start);
    write_offset(out, "end", argument.end);
    if (!argument.aliases.empty()) {
        write_key(out, "aliases");
        for (std::size_t i = 0; i < argument.aliases.size(); ++i) {
            out += i == 0 ? '[' : ',';
            write_string(out, argument.aliases[i]);
        }
        out += ']';
    }
    if (argument.type == EntityType::date || argument.type == EntityType::money)
        write_field(out, "value", argument.name);
    out += '}';
}

void write_attributes(std::string& out, const std::map<std::string, std::string>& attributes) {
    write_key(out, "attrs");
    out += '{';
    for (const auto& [name, value] : attributes) {
        if (out.back() != '{') out += ',';
        write_string(out, name);
        out += ':';
        write_string(out, value);
    }
    out += '}';
}

// --- reading ---

// One object of the record, by the path of its fields ("subject.start") for messages.
class Fields {
  public:
    Fields(const json& object, std::string prefix, const std::string& where)
        : object_(object), prefix_(std::move(prefix)), where_(where) {}

    [[noreturn]] void fail(const char* key, const std::string& cause) const {
        throw Error(where_, "field \"" + prefix_ + key + "\" " + cause,
                    "it has to be a record as `relata extract` writes them");
    }
    const json* find(const char* key) const {
        const auto found = object_.find(key);
        return found == object_.end() || found->is_null() ? nullptr : &*found;
    }
    std::string text(const char* key) const {  // "" where it is missing or null
        const json* value = find(key);
        if (value == nullptr) return {};
        if (!value->is_string()) fail(key, "is not a string");
        return value->get<std::string>();
    }
    bool flag(const char* key) const {  // false where it is missing or null
        const json* value = find(key);
        if (value == nullptr) return false;
        if (!value->is_boolean()) fail(key, "is neither true nor false");
        return value->get<bool>();
    }
    std::string required(const char* key) const {
        std::string value = text(key);
        if (value.empty()) fail(key, "is missing");
        return value;
    }
    std::uint32_t offset(const char* key) const {
        const json* value = find(key);
        if (value == nullptr) return 0;
        if (!value->is_number_unsigned() ||
            value->get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max())
            fail(key, "is not an offset");
        return value->get<std::uint32_t>();
    }
    Fields object(const char* key) const {
        const json* value = find(key);
        if (value == nullptr) fail(key, "is missing");
        if (!value->is_object()) fail(key, "is not an object");
        return {*value, prefix_ + key + ".", where_};
    }
    const json& value() const { return object_; }

  private:
    const json& object_;
    std::string prefix_;
    const std::string& where_;
};

Argument read_argument(const Fields& fields) {
    Argument argument;
    const std::string type = fields.required("type");
    const std::optional<EntityType> known = entity_type_from(type);
    if (!known) fields.fail("type", "is \"" + type + "\", which is no entity type");
    argument.type = *known;
    argument.name = fields.text("name");
    if (argument.name.empty()) argument.name = fields.text("value");
    argument.text = fields.text("text");
    argument.start = fields.offset("start");
    argument.end = fields.offset("end");
    if (const json* aliases = fields.find("aliases")) {
        if (!aliases->is_array()) fields.fail("aliases", "is not an array");
        for (const json& alias : *aliases) {
            if (!alias.is_string()) fields.fail("aliases", "has a member that is not a string");
            argument.aliases.push_back(alias.get<std::string>());
        }
        std::sort(argument.aliases.begin(), argument.aliases.end());
        argument.aliases.erase(std::unique(argument.aliases.begin(), argument.aliases.end()),
                               argument.aliases.end());
    }
    return argument;
}

double read_confidence(const Fields& fields) {
    const json* value = fields.find("confidence");
    if (value == nullptr) return 1.0;
    if (!value->is_number()) fields.fail("confidence", "is not a number");
    const auto confidence = value->get<double>();
    if (!(confidence > 0.0) || confidence > 1.0) fields.fail("confidence", "is not in (0, 1]");
    return confidence;
}

Relation read_relation(const Fields& fields) {
    Relation relation;
    relation.document = fields.required("doc");
    relation.type = fields.required("type");
    relation.subject = read_argument(fields.object("subject"));
    relation.object = read_argument(fields.object("object"));
    if (const std::string status = fields.text("status"); !status.empty()) {
        const std::optional<Status> known = status_from(status);
        if (!known) fields.fail("status", "is \"" + status + "\", which is no status");
        relation.status = *known;
    }
    if (fields.find("attrs") != nullptr) {
        const Fields attributes = fields.object("attrs");
        for (const auto& [name, value] : attributes.value().items())
            relation.attributes[name] = attributes.text(name.c_str());
    }
    relation.confidence = read_confidence(fields);
    relation.rule = fields.text("rule");
    relation.language = fields.text("lang");
    relation.date = fields.text("date");
    relation.url = fields.text("url");
    relation.source = fields.text("source");
    relation.author = fields.text("author");
    relation.title = fields.text("title");
    relation.path = fields.text("path");
    relation.signature = fields.text("signature");
    relation.coreferent = fields.flag("coreferent");
    if (fields.find("sentence") != nullptr) {
        const Fields sentence = fields.object("sentence");
        relation.sentence_start = sentence.offset("start");
        relation.sentence_end = sentence.offset("end");
        relation.sentence = sentence.text("text");
    }
    return relation;
}

}  // namespace

std::string to_json_line(const Relation& relation) {
    std::string out = "{";
    write_field(out, "doc", relation.document);
    write_field(out, "type", relation.type);
    write_argument(out, "subject", relation.subject);
    write_argument(out, "object", relation.object);
    write_field(out, "status", to_string(relation.status));
    write_attributes(out, relation.attributes);
    write_key(out, "confidence");
    write_number(out, std::max(std::round(relation.confidence * 100.0), 1.0) / 100.0);
    write_field(out, "rule", relation.rule);
    write_field(out, "lang", relation.language);
    write_field_or_null(out, "date", relation.date);
    write_field_or_null(out, "url", relation.url);
    write_key(out, "sentence");
    out += '{';
    write_offset(out, "start", relation.sentence_start);
    write_offset(out, "end", relation.sentence_end);
    write_field(out, "text", relation.sentence);
    out += '}';
    if (relation.coreferent) {
        write_key(out, "coreferent");
        out += "true";
    }
    if (!relation.source.empty()) write_field(out, "source", relation.source);
    if (!relation.author.empty()) write_field(out, "author", relation.author);
    if (!relation.title.empty()) write_field(out, "title", relation.title);
    if (!relation.path.empty()) write_field(out, "path", relation.path);
    if (!relation.signature.empty()) write_field(out, "signature", relation.signature);
    out += '}';
    return out;
}

Relation relation_from_json(std::string_view line, const std::string& where) {
    const json record = json::parse(line, nullptr, false);
    if (record.is_discarded() || !record.is_object())
        throw Error(where, "not a JSON object", "write one record a line");
    return read_relation(Fields(record, "", where));
}

}  // namespace relata::extract
