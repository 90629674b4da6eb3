// Prints what `relata build` takes for near-duplicates, for measure.py: a line an article with its
// id, its signature, and the id of the first article of its story.
#include <iostream>
#include <numeric>

#include "base/min_hash.hpp"
#include "extract/read/reader.hpp"
#include "graph/story.hpp"

using namespace relata;

int main(int argc, char** argv) {
    extract::ArticleReader reader({argv + 1, argv + argc}, {}, [](const extract::Fault& fault) {
        std::cerr << fault.where << ": " << fault.cause << '\n';
    });
    std::vector<std::string> ids, signatures;
    std::vector<graph::ArticleKeys> keys;
    for (extract::Document article; reader.next(article);) {
        ids.push_back(article.id);
        signatures.push_back(min_hash(article.text));
        keys.push_back(graph::keys_of("", keys.size(), signatures.back()));
    }
    std::vector<std::uint32_t> standing(keys.size());
    std::iota(standing.begin(), standing.end(), 0U);
    const auto stories = graph::same_stories(keys, standing);
    for (std::size_t i = 0; i < ids.size(); ++i)
        std::cout << ids[i] << '\t' << signatures[i] << '\t' << ids[stories[i]] << '\n';
}
