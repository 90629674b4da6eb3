// JSON Lines, JSON arrays and single JSON objects, by simdjson. Only one article is in memory at a
// time: an array is cut into its elements before it is parsed.
#include <simdjson.h>

#include <optional>
#include <vector>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "extract/read/charset.hpp"
#include "extract/read/format.hpp"
#include "extract/read/json_splitter.hpp"
#include "extract/read/markup.hpp"

namespace relata::extract {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr std::string_view kBlank = " \t\r\n";

// The value behind "a.b" in an object; a field that is really called "a.b" comes first.
std::optional<element> find_field(const element& object, std::string_view path) {
    element value;
    if (object.at_key(path).get(value) == simdjson::SUCCESS) return value;
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    if (object.at_key(path.substr(0, dot)).get(value) != simdjson::SUCCESS || !value.is_object())
        return std::nullopt;
    return find_field(value, path.substr(dot + 1));
}

// A string; a number in its digits; an array of strings with the separator between them; else
// nothing.
std::optional<std::string> string_of(const element& value, std::string_view separator) {
    switch (value.type()) {
        case element_type::STRING:
            return std::string(value.get_string().value_unsafe());
        case element_type::INT64:
        case element_type::UINT64:
        case element_type::DOUBLE:
            return simdjson::minify(value);
        case element_type::ARRAY: {
            std::string text;
            const simdjson::dom::array items = value.get_array().value_unsafe();
            for (const element item : items) {
                if (!item.is_string()) return std::nullopt;
                if (!text.empty()) text += separator;
                text += item.get_string().value_unsafe();
            }
            return text;
        }
        default:
            return std::nullopt;
    }
}

// Parses articles out of single JSON objects.
class ArticleParser {
  public:
    explicit ArticleParser(const FileContext& context) : context_(context) {}

    // True where the object is an article; else the fault was told. `place` is ":12".
    bool parse(std::string& json, const std::string& place, Document& article) {
        json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
        element root;
        auto error = parser_.parse(json).get(root);
        if (error == simdjson::UTF8_ERROR) {
            Decoded decoded = to_utf8(std::move(json));
            json = std::move(decoded.text);
            context_.mended(place, decoded.fault);
            error = parser_.parse(json).get(root);
        }
        if (error != simdjson::SUCCESS)
            return refuse(place, std::string("not valid JSON: ") + simdjson::error_message(error));
        if (!root.is_object()) return refuse(place, "not a JSON object");
        return fill(root, place, article);
    }

  private:
    bool refuse(const std::string& place, const std::string& cause) const {
        context_.skipped(place, cause);
        return false;
    }

    bool fill(const element& object, const std::string& place, Document& article) const {
        const FieldNames& names = context_.options.fields;
        const auto text = find_field(object, names.text);
        if (!text)
            return refuse(place, "no field '" + names.text + "'; " + text_field_hint(object));
        auto words = string_of(*text, "\n\n");
        if (!words) return refuse(place, "the field '" + names.text + "' is no string");
        article.text = without_markup(std::move(*words));
        const auto set = [&](std::string& field, const std::string& name) {
            if (const auto value = find_field(object, name))
                field = string_of(*value, ", ").value_or("");
        };
        set(article.id, names.id);
        set(article.title, names.title);
        article.title = without_markup(std::move(article.title));
        set(article.date, names.date);
        set(article.url, names.url);
        set(article.language, names.language);
        set(article.source, names.source);
        set(article.author, names.author);
        return true;
    }

    // Names the longest string of the object, which is most likely what was meant.
    static std::string text_field_hint(const element& object) {
        std::string_view best;
        std::size_t size = 0;
        const simdjson::dom::object items = object.get_object().value_unsafe();
        for (const auto field : items) {
            if (!field.value.is_string()) continue;
            const std::size_t length = field.value.get_string().value_unsafe().size();
            if (length > size) {
                best = field.key;
                size = length;
            }
        }
        return best.empty() ? "name it by --text-field"
                            : "did you mean --text-field " + std::string(best) + "?";
    }

    const FileContext& context_;
    simdjson::dom::parser parser_;
};

class JsonLinesReader : public FormatReader {
  public:
    JsonLinesReader(ByteSource& source, const FileContext& context)
        : source_(source),
          context_(context),
          parser_(context_),
          number_(context_.options.stdin_line - 1) {}

    bool next(Document& article) override {
        for (;;) {
            const LineEnd end = source_.read_line(line_, context_.max_raw_size());
            if (end == LineEnd::none) return false;
            const std::string place = ":" + std::to_string(++number_);
            if (number_ == 1 && line_.starts_with("\xEF\xBB\xBF")) line_.erase(0, 3);
            if (end == LineEnd::too_long) {
                context_.skipped(place, "the line is larger than --max-article-size allows");
                continue;
            }
            if (line_.find_first_not_of(kBlank) == std::string::npos) continue;
            if (!parser_.parse(line_, place, article)) continue;
            if (article.id.empty()) article.id = context_.path + place;
            return true;
        }
    }

  private:
    ByteSource& source_;
    FileContext context_;
    ArticleParser parser_;
    std::string line_;
    std::uint64_t number_;
};

class JsonReader : public FormatReader {
  public:
    JsonReader(ByteSource& source, const FileContext& context)
        : context_(context), parser_(context_), splitter_(source, context_.max_raw_size()) {}

    bool next(Document& article) override {
        for (;;) {
            std::uint64_t line = 0;
            const SplitJson found = splitter_.next(object_, line);
            if (found == SplitJson::end) return false;
            const std::string place = ":" + std::to_string(line);
            if (found == SplitJson::too_large) {
                context_.skipped(place, "the object is larger than --max-article-size allows");
                continue;
            }
            if (found == SplitJson::cut_off) {
                context_.skipped(place, "the file ends inside of an object");
                return false;
            }
            if (found == SplitJson::no_object) {
                context_.skipped(place, "not a JSON object");
                continue;
            }
            if (!parser_.parse(object_, place, article)) continue;
            if (article.id.empty())
                article.id = context_.path + "#" + std::to_string(++count_);
            else
                ++count_;
            return true;
        }
    }

  private:
    FileContext context_;
    ArticleParser parser_;
    JsonSplitter splitter_;
    std::string object_;
    std::uint64_t count_ = 0;
};

std::string_view first_line(std::string_view head) {
    const std::size_t start = std::min(head.find_first_not_of(kBlank), head.size());
    std::string_view line = head.substr(start, head.find('\n', start) - start);
    const std::size_t last = line.find_last_not_of(kBlank);
    return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

bool is_json_lines(std::string_view head, std::string_view path) {
    if (has_ending(path, ".jsonl") || has_ending(path, ".ndjson")) return true;
    const std::string_view line = first_line(head);
    // `{` or `{"a": 1,` at the end of the first line: an object over several lines.
    return line.starts_with('{') && line.size() > 1 && !line.ends_with(',') &&
           !line.ends_with('{') && !line.ends_with('[');
}

bool is_json(std::string_view head, std::string_view path) {
    if (has_ending(path, ".json")) return true;
    const std::string_view line = first_line(head);
    if (line.starts_with('{')) return true;
    if (!line.starts_with('[')) return false;
    const std::size_t next = head.find_first_not_of(kBlank, head.find('[') + 1);
    return next == std::string_view::npos || head[next] == '{' || head[next] == ']';
}

std::unique_ptr<FormatReader> open_json_lines(ByteSource& source, const FileContext& context) {
    return std::make_unique<JsonLinesReader>(source, context);
}

std::unique_ptr<FormatReader> open_json(ByteSource& source, const FileContext& context) {
    return std::make_unique<JsonReader>(source, context);
}

}  // namespace relata::extract
