// What phrases and pronouns refer to.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/extract/name/article_of.hpp"

namespace relata::extract {
namespace {

TEST_CASE("titles with capitals are no names") {
    const Article article("en",
                          "Jane Roe is Chief Executive Officer and Managing Director of Zelvana.");
    CHECK(article.referent("Managing Director") == "?");
    CHECK(article.referent("Zelvana") == "Zelvana");
    const Article other("en", "He leads the National Association of Corporate Directors.");
    CHECK(other.referent("National Association of Corporate Directors") != "?");
}

TEST_CASE("pronouns without a name share one entity, men and women apart") {
    const Article article("en", "He left with his wife. She kept her shares.");
    const auto& mentions = article.analysis.mentions;
    REQUIRE(mentions.size() == 4);
    CHECK(mentions[0].entity == mentions[1].entity);
    CHECK(mentions[2].entity == mentions[3].entity);
    CHECK(mentions[0].entity != mentions[2].entity);
    CHECK(article.name_of(mentions[0]) == "");
}

TEST_CASE("a genitive is marked on phrases too") {
    const Article article("en", "Zelvana Inc grew. The company's founder left.");
    bool genitive = false;
    for (const Mention& mention : article.analysis.mentions)
        if (mention.form == MentionForm::nominal) genitive = genitive || mention.genitive;
    CHECK(genitive);
}

// The topics that hold one after the other, the article's first.
std::vector<std::string> topics_of(const Article& article, EntityType type = EntityType::org) {
    std::vector<std::string> topics;
    for (const Mention& mention : article.analysis.mentions)
        if (mention.form == MentionForm::topic && (mention.types & type_bit(type)) != 0)
            topics.push_back(article.name_of(mention));
    return topics;
}

TEST_CASE("the last word of a headline is no part of the sentence behind it") {
    const Article article(
        "en",
        "Quillon Inc grows\n\nBoard picks CEO\n\nZelvana Inc met Quillon Inc. The "
        "founder was glad.");
    CHECK(topics_of(article) == std::vector<std::string>{"Quillon Inc", "Zelvana Inc"});
}

TEST_CASE("a paragraph is about the first organisation that it names") {
    const Article article(
        "en",
        "Zelvana Inc makes robots. Zelvana Inc is big.\n\nQuillon Inc makes "
        "tools. The founder is Jane Roe.\n\nQuillon Inc is small. Zelvana Inc and "
        "Zelvana Inc differ. The founder is John Doe.");
    // The last paragraph names the article's own topic more often.
    const std::vector<std::string> expected = {"Zelvana Inc", "Quillon Inc", "Zelvana Inc",
                                               "Quillon Inc", "Zelvana Inc"};
    CHECK(topics_of(article) == expected);
}

TEST_CASE("of two that a paragraph names as often it is about the article's own, named later") {
    const Article article(
        "en",
        "Zelvana Inc makes robots. Zelvana Inc is big.\n\nQuillon Inc's profit fell. But "
        "Zelvana Inc grew. The founder is Jane Roe.");
    const std::vector<std::string> expected = {"Zelvana Inc", "Quillon Inc", "Zelvana Inc"};
    CHECK(topics_of(article) == expected);
}

TEST_CASE("what stands behind a comma or in brackets is no paragraph's topic") {
    const Article article("de",
                          "Velarix GmbH wächst. Die Velarix GmbH ist groß.\n\nEs gab Streit, "
                          "nachdem die Brenntech AG geklagt hatte. Gründerin ist Eva Lang.\n\n"
                          "Geld (etwa von der Brenntech AG) fehlt. Gründerin ist Eva Lang.");
    CHECK(topics_of(article) == std::vector<std::string>{"Velarix GmbH"});
}

TEST_CASE("what only the headline names is no topic") {
    const Article article("de",
                          "Quantavo statt Brenntech\n\nDas Start-up Velarix baut Möbel. Gründerin "
                          "ist Eva Lang.");
    REQUIRE(!topics_of(article).empty());
    CHECK(topics_of(article).front() == "Velarix");
}

TEST_CASE("a paragraph that begins with the firm goes on about it") {
    const Article article("de",
                          "Velarix GmbH wächst. Die Velarix GmbH ist groß.\n\nDas in Kiel "
                          "gegründete Unternehmen lobt die Brenntech AG. Gründerin ist Eva Lang.");
    CHECK(topics_of(article) == std::vector<std::string>{"Velarix GmbH"});
    CHECK(article.referent("Unternehmen") == "Velarix GmbH");
}

TEST_CASE("the product in hand is the only one that the sentences before name") {
    const Article one("de",
                      "Das Spiel Velarix ist da. Das bestätigte das Studio. Die Firma Zelvana "
                      "wächst. Sie sitzt in Kiel. Es regnet.");
    CHECK(topics_of(one, EntityType::product) == std::vector<std::string>{"Velarix", ""});
    const Article two("de", "Die Spiele Velarix und Quillon sind da. Das bestätigte das Studio.");
    CHECK(topics_of(two, EntityType::product).empty());
}

TEST_CASE("every paragraph of a digest has its own topic") {
    const Article article("de",
                          "Lumo: Das Startup baut Chips. Das Unternehmen wächst.\n\n"
                          "Path Robotics: Das in Berlin ansässige Startup schweißt. Das "
                          "Unternehmen wächst auch.");
    CHECK(article.referent("Das Unternehmen", 0) == "Lumo");
    CHECK(article.referent("Das Unternehmen", 1) == "Path Robotics");
    CHECK(topics_of(article).size() == 3);  // the article's, and two of paragraphs
    CHECK(article.name_of(article.analysis.mentions.back()) == "Path Robotics");
}

TEST_CASE("several firms are no one's rival") {
    const Article article("en", "Zelvana Ltd met Quillon Ltd. Their chief rival is Marlow Ltd.");
    CHECK(article.referent("Their") == "");
    for (const Mention& mention : article.analysis.mentions)
        if (mention.form == MentionForm::possessive)
            CHECK(mention.types == type_bit(EntityType::person));
}

TEST_CASE("behind a participle in front the subject is the paragraph's topic") {
    const Article article(
        "en",
        "Founded in 2003 by two brothers, Zelvana Ltd makes cameras. The firm "
        "bought the lens maker Quillon Ltd last year. Jane Roe remains chairman.");
    CHECK(article.name_of(article.analysis.mentions.back()) == "Zelvana Ltd");
}

}  // namespace
}  // namespace relata::extract
