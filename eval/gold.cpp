#include "eval/gold.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace relata::eval {
namespace {

using nlohmann::json;

Span span_of(const json& value) {
    return {value.at(0).get<std::uint32_t>(), value.at(1).get<std::uint32_t>()};
}

GoldRelation relation_of(const json& value) {
    GoldRelation relation;
    relation.type = value.at("type");
    relation.subject = value.at("subject");
    relation.object = value.at("object");
    const std::string status = value.value("status", "asserted");
    if (const auto known = extract::status_from(status)) {
        relation.status = *known;
    } else {
        throw std::invalid_argument("there is no status \"" + status + "\"");
    }
    relation.optional = value.value("optional", false);
    if (value.contains("subject_span")) {
        relation.subject_span = span_of(value.at("subject_span"));
        relation.object_span = span_of(value.at("object_span"));
    }
    return relation;
}

GoldArticle article_of(const json& value) {
    GoldArticle article;
    article.document.id = value.at("id");
    article.document.text = value.at("text");
    article.document.language = value.value("lang", "");
    article.document.date = value.value("date", "");
    article.document.title = value.value("title", "");
    for (const json& entity : value.value("entities", json::array())) {
        article.entities.push_back(
            {entity.at("name"), entity.value("aliases", std::vector<std::string>())});
    }
    for (const json& relation : value.at("relations")) {
        article.relations.push_back(relation_of(relation));
    }
    article.by_span = value.contains("passages");
    if (article.by_span) {
        for (const json& passage : value.at("passages")) {
            article.passages.push_back({{passage.at("start"), passage.at("end")},
                                        passage.at("types").get<std::vector<std::string>>()});
        }
    }
    return article;
}

}  // namespace

std::vector<GoldArticle> read_gold(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(path.string(), "cannot be opened", "check the path and its permissions");
    std::vector<GoldArticle> articles;
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (line.empty()) continue;
        try {
            articles.push_back(article_of(json::parse(line)));
        } catch (const std::exception& fault) {
            throw Error(path.string() + ":" + std::to_string(number),
                        std::string("not a gold article: ") + fault.what(),
                        "docs/quality.md describes the format");
        }
    }
    return articles;
}

}  // namespace relata::eval
