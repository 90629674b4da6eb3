// Texts that end or begin anywhere: what a sentence goes on with may be missing. With sanitizers,
// which CI runs, a look past the end is an error.
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/extract/embedded.hpp"

using namespace relata::extract;

namespace {

void check_spans(const std::string& language, const std::string& text) {
    Document article;
    article.id = "cut";
    article.language = language;
    article.text = text;
    for (const Relation& relation : embedded_extractor().extract(article).relations) {
        INFO(text);
        CHECK(relation.subject.end <= text.size());
        CHECK(relation.object.end <= text.size());
        CHECK(relation.sentence.size() <= text.size());
    }
}

// Each fourth article of the gold set.
std::vector<std::string> texts_of(const std::string& language) {
    std::ifstream file(RELATA_SOURCE_DIR "/tests/gold/" + language + ".jsonl");
    std::vector<std::string> texts;
    std::size_t count = 0;
    for (std::string line; std::getline(file, line);)
        if (count++ % 4 == 0) texts.push_back(nlohmann::json::parse(line).at("text"));
    REQUIRE(texts.size() > 5);
    return texts;
}

}  // namespace

TEST_CASE("texts that are cut at any word") {
    for (const std::string language : {"en", "de"})
        for (const std::string& text : texts_of(language))
            for (std::size_t at = text.find(' '); at != std::string::npos;
                 at = text.find(' ', at + 1)) {
                check_spans(language, text.substr(0, at));
                check_spans(language, text.substr(at + 1));
                // A heading that ends anywhere.
                check_spans(language, text.substr(0, at) + "\n\n" + text.substr(at + 1));
            }
}

TEST_CASE("texts that end in a comma behind a post that may be a name's last word") {
    check_spans("en", "He built GPT Engineer,");
    check_spans("en", "It was said by Jeff Dean,");
}
