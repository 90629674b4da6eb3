// Runs references.txt: what phrases, pronouns, short names and conjunctions in short texts refer
// to, and what they are about.
#include <doctest/doctest.h>

#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "tests/extract/name/article_of.hpp"

namespace relata::extract {
namespace {

// " / " stands for the break between paragraphs.
std::string with_paragraphs(std::string text) {
    for (std::size_t at; (at = text.find(" / ")) != std::string::npos;) text.replace(at, 3, "\n\n");
    return text;
}

// What the last sentence is about.
std::string last_topic(const Article& article) {
    const std::vector<Mention>& mentions = article.analysis.mentions;
    const bool any = !mentions.empty() && mentions.back().form == MentionForm::topic;
    return any ? article.name_of(mentions.back()) : "";
}

// A line "  words #2 -> name": which place of the words, and what is expected of it.
void check_line(const Article& article, const std::string& line) {
    const std::size_t arrow = line.rfind(" ->");
    REQUIRE_MESSAGE(arrow != std::string::npos, line);
    std::string words = line.substr(2, arrow - 2);
    std::size_t place = 0;
    if (const std::size_t mark = words.rfind(" #"); mark != std::string::npos) {
        place = std::stoul(words.substr(mark + 2)) - 1;
        words.resize(mark);
    }
    const std::string expected = arrow + 4 < line.size() ? line.substr(arrow + 4) : "";
    const std::string meant =
        words == "(topic)" ? last_topic(article) : article.referent(words, place);
    CHECK_MESSAGE(meant == expected, article.document.text << "\n    " << words << " -> " << meant);
}

}  // namespace

TEST_CASE("what words refer to") {
    const std::string path = RELATA_SOURCE_DIR "/tests/extract/name/references.txt";
    std::ifstream file(path);
    REQUIRE_MESSAGE(file.good(), path);
    std::optional<Article> article;
    std::string title;
    int checks = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty()) continue;
        INFO(title);
        if (line.starts_with("# ")) {
            title = line;
        } else if (line.starts_with("  ")) {
            REQUIRE_MESSAGE(article.has_value(), line);
            check_line(*article, line);
            ++checks;
        } else {
            article.emplace(line.substr(0, 2), with_paragraphs(line.substr(3)));
        }
    }
    CHECK(checks > 100);
}

}  // namespace relata::extract
