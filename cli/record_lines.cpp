#include "cli/record_lines.hpp"

#include "base/error.hpp"
#include "cli/table.hpp"
#include "extract/read/byte_source.hpp"
#include "extract/read/reader.hpp"
#include "extract/relation_json.hpp"

namespace relata::cli {

namespace {

constexpr std::size_t kBatch = 4096;
// Longer lines are no records: a sentence and two names do not fill them.
constexpr std::size_t kLongestLine = 16U << 20U;

bool is_mention_line(std::string_view line) { return line.starts_with("{\"kind\": \"mention\""); }

}  // namespace

void append_relation_line(const extract::Relation& relation, std::string& out) {
    out += extract::to_json_line(relation);
    out += '\n';
}

void append_mention_line(const extract::MentionRecord& mention, std::string& out) {
    out += "{\"kind\": \"mention\", \"doc\": " + json_string(mention.document);
    out += ", \"name\": " + (mention.name.empty() ? "null" : json_string(mention.name));
    out += ", \"type\": " + json_string(extract::to_string(mention.type));
    out += ", \"form\": " + json_string(extract::to_string(mention.form));
    out += ", \"text\": " + json_string(mention.text);
    out += ", \"start\": " + std::to_string(mention.start);
    out += ", \"end\": " + std::to_string(mention.end) + "}\n";
}

void read_record_file(const std::string& path,
                      const std::function<void(std::vector<extract::Relation>&)>& sink) {
    extract::ByteSource source(path, extract::ReadOptions().max_ratio);
    std::vector<extract::Relation> batch;
    std::string line;
    for (std::uint64_t number = 1;; ++number) {
        const extract::LineEnd end = source.read_line(line, kLongestLine);
        if (end == extract::LineEnd::none) break;
        const std::string place = path + ":" + std::to_string(number);
        if (end == extract::LineEnd::too_long)
            throw Error(place, "the line is too long for a record");
        if (line.find_first_not_of(" \t") == std::string::npos || is_mention_line(line)) continue;
        batch.push_back(extract::relation_from_json(line, place));
        if (batch.size() < kBatch) continue;
        sink(batch);
        batch.clear();
    }
    sink(batch);
}

}  // namespace relata::cli
