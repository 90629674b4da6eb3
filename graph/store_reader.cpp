#include "graph/record_row.hpp"
#include "graph/schema.hpp"
#include "graph/store.hpp"
#include "graph/store_merge.hpp"

namespace relata::graph {

using extract::Relation;

std::vector<StoredDocument> documents(const std::filesystem::path& path) {
    Database db = open_for_reading(path);
    Statement rows(
        db,
        "SELECT d.document, d.url, d.source, d.date, d.title, d.path, d.author, coalesce((SELECT "
        "language FROM records WHERE document = d.id LIMIT 1), ''), (SELECT count(*) FROM records "
        "WHERE document = d.id), s.document, n.document FROM documents d JOIN documents s ON s.id "
        "= d.standing JOIN documents n ON n.id = d.story ORDER BY d.document");
    std::vector<StoredDocument> result;
    while (rows.step()) {
        StoredDocument& d = result.emplace_back();
        d = {rows.string(0), rows.string(1), rows.string(2),
             rows.string(3), rows.string(4), rows.string(5),
             rows.string(6), rows.string(7), static_cast<std::uint64_t>(rows.number(8)),
             rows.string(9), rows.string(10)};
        if (d.story == d.id || d.story == d.same_as) d.story.clear();
        if (d.same_as == d.id) d.same_as.clear();
    }
    return result;
}

std::vector<Relation> records(const std::filesystem::path& path) {
    Database db = open_for_reading(path);
    StoredArticles articles(db);
    Statement aliases(db,
                      "SELECT alias FROM name_uses WHERE name = ? AND document = ? AND alias <> '' "
                      "ORDER BY alias");
    Statement rows(
        db,
        "SELECT r.document, r.type, r.status, r.confidence, r.attributes, r.rule, r.language, "
        "r.sentence, r.sentence_start, r.sentence_end, r.subject, s.name, s.type, r.subject_text, "
        "r.subject_start, r.subject_end, r.object, o.name, o.type, r.object_text, r.object_start, "
        "r.object_end FROM records r JOIN names s ON s.id = r.subject JOIN names o ON o.id = "
        "r.object JOIN documents d ON d.id = r.document ORDER BY d.document, r.sentence_start, "
        "r.subject_start, r.object_start, r.digest");
    const auto argument = [&](int column) {
        extract::Argument result;
        result.name = rows.text(column + 1);
        result.type = sound(extract::entity_type_from(rows.text(column + 2)));
        result.text = rows.text(column + 3);
        result.start = static_cast<std::uint32_t>(rows.number(column + 4));
        result.end = static_cast<std::uint32_t>(rows.number(column + 5));
        aliases.bind(1, rows.number(column)).bind(2, rows.number(0));
        while (aliases.step()) result.aliases.push_back(aliases.string(0));
        return result;
    };
    std::vector<Relation> result;
    while (rows.step()) {
        const Article& article = articles.own(rows.number(0));
        Relation& r = result.emplace_back();
        r.document = article.document;
        r.type = rows.text(1);
        r.status = sound(extract::status_from(rows.text(2)));
        r.confidence = rows.real(3);
        r.attributes = attributes_from(rows.text(4));
        r.rule = rows.text(5);
        r.language = rows.text(6);
        r.sentence = rows.text(7);
        r.sentence_start = static_cast<std::uint32_t>(rows.number(8));
        r.sentence_end = static_cast<std::uint32_t>(rows.number(9));
        r.subject = argument(10);
        r.object = argument(16);
        r.url = article.url;
        r.source = article.source;
        r.date = article.date;
        r.title = article.title;
        r.path = article.path;
        r.author = article.author;
        r.signature = article.signature;
    }
    return result;
}

std::vector<Override> overrides(const std::filesystem::path& path) {
    Database db = open_for_reading(path);
    return read_overrides(db);
}

MergeExplanation explain_merge(const std::filesystem::path& path, std::string_view a,
                               std::string_view b) {
    Database db = open_for_reading(path);
    const StoredNames names = read_names(db);
    return explain_merge(names.uses, names.related, read_overrides(db), a, b);
}

}  // namespace relata::graph
