// A graph in memory out of two articles, and a question in openCypher.
#include <iostream>
#include <vector>

#include "extract/extractor.hpp"
#include "graph/merge.hpp"
#include "graph/query/query.hpp"

int main() {
    using namespace relata;
    const extract::Knowledge knowledge;
    const extract::Extractor extractor(knowledge);

    std::vector<extract::Relation> relations;
    const char* const texts[] = {
        "Tidewater Systems was founded by Jane Roe. Jane Roe also founded Castlegate Labs.",
        "Harbor Ventures has invested $3 million in Castlegate Labs."};
    for (const char* text : texts) {
        extract::Document article;
        article.id = "article-" + std::to_string(relations.size());
        article.language = "en";
        article.text = text;
        for (extract::Relation& relation : extractor.extract(article).relations)
            relations.push_back(std::move(relation));
    }

    const graph::KnowledgeGraph graph = graph::merge(relations);
    const graph::query::QueryResult answer = graph::query::run(
        graph,
        "MATCH (p:person)-[:founder_of]->(o:org)-[f:funded_by]->(fund) "
        "WHERE p.name = $who RETURN o.name AS company, fund.name AS fund, f.amount AS amount",
        {{"who", "Jane Roe"}});
    for (const auto& row : answer.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            std::cout << answer.columns[i] << ": " << to_text(row[i], graph) << '\n';
}
