#include "graph/record_row.hpp"

#include <nlohmann/json.hpp>

namespace relata::graph {

std::string attributes_text(const std::map<std::string, std::string>& attributes) {
    return attributes.empty() ? "" : nlohmann::json(attributes).dump();
}

std::map<std::string, std::string> attributes_from(std::string_view text) {
    if (text.empty()) return {};
    return nlohmann::json::parse(text).get<std::map<std::string, std::string>>();
}

StoredArticles::StoredArticles(Database& db) {
    articles_.resize(
        static_cast<std::size_t>(db.number("SELECT coalesce(max(id), 0) + 1 FROM documents")));
    Statement rows(db,
                   "SELECT id, document, url, source, date, title, path, author, fingerprint, "
                   "coalesce(standing, id) FROM documents");
    while (rows.step()) {
        Entry& entry = articles_[static_cast<std::size_t>(rows.number(0))];
        entry.article = {rows.string(1), rows.string(2),
                         rows.string(3), rows.string(4),
                         rows.string(5), rows.string(6),
                         rows.string(7), static_cast<std::uint64_t>(rows.number(8))};
        entry.standing = rows.number(9);
    }
}

Evidence evidence_from(const Statement& row, const StoredArticles& articles) {
    const Article& article = articles[articles.standing(row.number(0))];
    const bool swapped = row.number(1) != 0;
    Evidence e;
    e.document = article.document;
    e.url = article.url;
    e.source = article.source;
    e.date = article.date;
    e.title = article.title;
    e.path = article.path;
    e.author = article.author;
    e.status = *extract::status_from(row.text(2));
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
