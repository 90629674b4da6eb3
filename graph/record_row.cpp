#include "graph/record_row.hpp"

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "graph/support.hpp"

namespace relata::graph {

void fail_as_damaged() {
    throw Error("the graph file", "it is damaged", "build it again from the articles");
}

std::string attributes_text(const std::map<std::string, std::string>& attributes) {
    if (attributes.empty()) return "";
    using Json = nlohmann::json;
    return Json(attributes).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::map<std::string, std::string> attributes_from(std::string_view text) {
    if (text.empty()) return {};
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) fail_as_damaged();
    std::map<std::string, std::string> attributes;
    for (const auto& [key, value] : json.items()) {
        if (!value.is_string()) fail_as_damaged();
        attributes.emplace(key, value.get<std::string>());
    }
    return attributes;
}

StoredArticles::StoredArticles(Database& db)
    : select_(db,
              "SELECT d.document, d.url, d.source, d.date, d.title, d.path, d.author, "
              "d.fingerprint, d.signature, coalesce(s.document, ''), coalesce(d.standing, d.id) "
              "FROM documents d LEFT JOIN documents s ON s.id = d.story AND s.id <> d.standing "
              "WHERE d.id = ?") {}

const StoredArticles::Entry& StoredArticles::entry(std::int64_t row) {
    const auto found = entries_.find(row);
    if (found != entries_.end()) return found->second;
    std::optional<Entry> read;
    select_.bind(1, row);
    while (select_.step()) {
        read.emplace();
        read->article = {select_.string(0), select_.string(1),
                         select_.string(2), select_.string(3),
                         select_.string(4), select_.string(5),
                         select_.string(6), static_cast<std::uint64_t>(select_.number(7)),
                         select_.string(8), select_.string(9)};
        read->standing = select_.number(10);
    }
    return entries_.emplace(row, sound(read)).first->second;
}

Evidence evidence_from(const Statement& row, StoredArticles& articles) {
    const Article& article = articles.standing(row.number(0));
    const bool swapped = row.number(1) != 0;
    Evidence e = evidence_in(article);
    e.status = sound(extract::status_from(row.text(2)));
    e.confidence = row.real(3);
    e.attributes = attributes_from(row.text(4));
    e.rule = row.text(5);
    e.language = row.text(6);
    e.subject_text = row.text(swapped ? 8 : 7);
    e.object_text = row.text(swapped ? 7 : 8);
    e.quote = row.text(9);
    e.start = static_cast<std::uint32_t>(row.number(10));
    e.end = static_cast<std::uint32_t>(row.number(11));
    return e;
}

}  // namespace relata::graph
