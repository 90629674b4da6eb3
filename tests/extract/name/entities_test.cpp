// Which names stand for one entity, and what it is called.
#include <doctest/doctest.h>

#include <string>

#include "tests/extract/name/article_of.hpp"

namespace relata::extract {
namespace {

// All referents of the words, in text order, joined by "; ".
std::string referents(const Article& article, std::string_view words) {
    std::string all;
    for (std::size_t n = 0;; ++n) {
        const std::string one = article.referent(words, n);
        if (one == "?") return all;
        all += (all.empty() ? "" : "; ") + one;
    }
}

TEST_CASE("a surname is the person who was named in full") {
    const Article article(
        "en", "Sam Altman runs OpenAI. Altman said the lab would grow. Mr Altman left.");
    CHECK(referents(article, "Altman") == "Sam Altman; Sam Altman");
}

TEST_CASE("a surname behind the full name is the person, whatever is done") {
    const Article founder("de",
                          "Das sagt Gründer Jan Kolbert. Kolbert gründete die Firma 2013. "
                          "Kolbert hat die Mehrheit verkauft. Kolberts Nachfolger schweigt.");
    CHECK(referents(founder, "Kolbert") == "Jan Kolbert; Jan Kolbert");
    CHECK(referents(founder, "Kolberts") == "Jan Kolbert");
    const Article firm("de",
                       "Jan Kolbert lebt in Kiel. Die Firma Kolbert gründete er 2013. Kolbert "
                       "übernahm Blip. Kolberts Nachfolger schweigt.");
    CHECK(referents(firm, "Kolbert") == "Kolbert; Kolbert");
}

TEST_CASE("a headline's surname finds the full name below it") {
    const Article article("en",
                          "Fenwick quits\n\nPeter Fenwick resigned as chief executive. "
                          "Fenwick gave no reason.");
    CHECK(referents(article, "Fenwick") == "Peter Fenwick; Peter Fenwick");
}

TEST_CASE("of two people with one surname the last named is meant") {
    const Article article("en",
                          "Jane Harlow founded the bank. Harlow left early. Her brother "
                          "Peter Harlow joined later. Harlow said he was glad.");
    CHECK(referents(article, "Harlow") == "Jane Harlow; Peter Harlow");
}

TEST_CASE("a surname that is said once for several is each one's") {
    const Article english("en", "Jonas and Patrick Harlow founded Acme. Jonas left early.");
    CHECK(referents(english, "Jonas") == "Jonas Harlow; Jonas Harlow");
    CHECK(referents(english, "Patrick Harlow") == "Patrick Harlow");
    const Article german("de",
                         "Die Brüder Marc, Hans-Peter und Jonas van der Kehl gründeten Acme.");
    CHECK(referents(german, "Marc") == "Marc van der Kehl");
    CHECK(referents(german, "Hans-Peter") == "Hans-Peter van der Kehl");
    const Article oxford("en", "Marc, Jonas, and Patrick Harlow founded Acme.");
    CHECK(referents(oxford, "Marc") == "Marc Harlow");
    CHECK(referents(oxford, "Jonas") == "Jonas Harlow");
    const Article third("en", "Jonas and Patrick Harlow III founded Acme.");
    CHECK(referents(third, "Jonas") == "Jonas Harlow");
    const Article broken("en", "Patrick and Hans van\nder Kehl founded Acme.");
    CHECK(referents(broken, "Patrick") == "Patrick van der Kehl");
}

TEST_CASE("a given name that the text has with another surname keeps to itself") {
    const Article article("en", "Tim Moore met John. Tim and Patrick Harlow founded Acme.");
    CHECK(referents(article, "Tim") == "Tim Moore");
    const Article surname("en", "We wrote about Jane Tim. Tim and Patrick Harlow founded Acme.");
    CHECK(referents(surname, "Tim") == "Jane Tim");
    const Article apart("en", "The founder, Jonas, met Patrick Harlow.");
    CHECK(referents(apart, "Jonas") == "Jonas");
}

TEST_CASE("legal forms do not part a firm") {
    const Article article("en", "Zelvana Inc said so. Zelvana makes robots. ZELVANA grows.");
    CHECK(referents(article, "Zelvana") == "Zelvana Inc");
    CHECK(article.analysis.entities.size() == 1);
}

TEST_CASE("products with and without their brand") {
    const Article article("en", "The Apple iPod sold well. The iPod is small.");
    CHECK(article.referent("Apple iPod") == article.referent("iPod"));
}

TEST_CASE("spelling with and without a blank") {
    const Article article("en", "Time Warner grew. TimeWarner said so.");
    CHECK(article.referent("TimeWarner") == article.referent("Time Warner"));
}

TEST_CASE("a well-known firm is none that has a word more and a legal form") {
    const Article article("en", "General Motors grew. General Motors Acceptance Corp fell.");
    CHECK(article.referent("General Motors") != article.referent("General Motors Acceptance Corp"));
}

TEST_CASE("two initials of a well-known firm") {
    const Article article("en", "General Motors grew. Rivals fell. GM was glad.");
    CHECK(article.referent("GM") == article.referent("General Motors"));
}

TEST_CASE("spelling with and without an apostrophe") {
    const Article article("en", "McDonald's grew. Shares in McDonalds rose.");
    CHECK(article.referent("McDonalds") == article.referent("McDonald's"));
}

TEST_CASE("a type that is certain once holds for every mention") {
    const Article article("en", "Zelvana grew. Zelvana, a Danish startup, makes robots.");
    for (const Mention& mention : article.analysis.mentions)
        if (mention.form == MentionForm::name &&
            article.analysis.text(mention.first, mention.last) == "Zelvana")
            CHECK(mention.types == type_bit(EntityType::org));
}

TEST_CASE("mentions are sorted and indexed") {
    const Article article("en", "The bank in Newark, Ohio, grew. It said so.");
    const Analysis& analysis = article.analysis;
    REQUIRE(analysis.mentions_at.size() == analysis.tokens.size() + 1);
    for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t)
        for (std::uint32_t i = analysis.mentions_at[t]; i < analysis.mentions_at[t + 1]; ++i)
            CHECK(analysis.mentions[i].first == t);
}

TEST_CASE("the topic is the organisation that is named early and often") {
    const Article article("en",
                          "Zelvana sues Quillon Inc\n\nZelvana has sued Quillon Inc. Zelvana, "
                          "a Danish startup, wants money.");
    REQUIRE(article.analysis.topic != kNoEntity);
    CHECK(article.analysis.entities[article.analysis.topic].name == "Zelvana");
    CHECK(article.analysis.mentions.back().form == MentionForm::topic);
}

TEST_CASE("the topic is what an article names most, though it be a newspaper") {
    const Article article(
        "en",
        "Quillon Times chief steps down\n\nQuillon Times said its chief left. The Quillon "
        "Times was bought by Zelvana.");
    REQUIRE(article.analysis.topic != kNoEntity);
    CHECK(article.analysis.entities[article.analysis.topic].name == "Quillon Times");
}

TEST_CASE("an article without organisations has no topic") {
    const Article article("en", "It rained in London on Monday.");
    CHECK(article.analysis.topic == kNoEntity);
}

TEST_CASE("an empty article") {
    const Article article("en", "");
    CHECK(article.analysis.mentions.empty());
    CHECK(article.analysis.mentions_at.size() == 1);
}

TEST_CASE("long texts of nothing but names") {
    std::string posts, people;
    for (int i = 0; i < 3000; ++i) {
        posts += "Acme CEO Jane ";
        people += "Peter Smith" + std::to_string(i) + " met Anna" + std::to_string(i) + " Smith. ";
    }
    CHECK(Article("en", posts).analysis.entities.size() > 0);
    CHECK(Article("en", people).analysis.entities.size() > 1000);
    CHECK(Article("de", posts).analysis.mentions.size() > 0);
}

TEST_CASE("what was named before a longer name comes up is not short for it") {
    const Article article("en",
                          "Otter makes scooters. Otter is based in Oslo. It runs the service Otter "
                          "Food in ten countries. Otter grew.");
    CHECK(article.referent("Otter") == "Otter");
    const Article legal("en", "Otter makes scooters. Otter grew. Otter Inc. said so.");
    CHECK(legal.referent("Otter") == legal.referent("Otter Inc."));
}

TEST_CASE("a surname that owns and leads as a firm does is the person's") {
    const Article article("en", "Kurt Barnwell spoke. Barnwell's consulting group grew.");
    CHECK(article.referent("Barnwell") == "Kurt Barnwell");
}

TEST_CASE("a person who is called by an unlisted surname stays one") {
    const Article article("de", "Timo Lorenzen ist im Amt. Lorenzen will wachsen.");
    CHECK(referents(article, "Lorenzen") == "Timo Lorenzen");
    REQUIRE(article.analysis.entities.size() == 1);
    CHECK(article.analysis.entities[0].likeliest == EntityType::person);
}

TEST_CASE("the genitive's ending is no part of an institution's name") {
    const auto name = [](const std::string& text, std::string_view words) {
        return Article("de", text).referent(words);
    };
    CHECK(name("Der Präsident des EU-Parlaments ist da.", "EU-Parlaments") == "EU-Parlament");
    CHECK(name("Der Chef des Zelvana-Instituts ist da.", "Zelvana-Instituts") ==
          "Zelvana-Institut");
    CHECK(name("Der Chef des Zelvana Instituts ist da.", "Zelvana Instituts") ==
          "Zelvana Institut");
    CHECK(name("Der Chef des Instituts für Höhere Studien ist da.",
               "Instituts für Höhere Studien") == "Institut für Höhere Studien");
    CHECK(name("Er ist bei der Deutschen Börse.", "Deutschen Börse") == "Deutsche Börse");
    CHECK(name("Er ist beim Internationalen Währungsfonds.", "Internationalen Währungsfonds") ==
          "Internationaler Währungsfonds");
    CHECK(name("Die Umsätze von Atos Systems steigen.", "Atos Systems") == "Atos Systems");
    CHECK(name("Das sagen die Fonds von UVC Partners.", "UVC Partners") == "UVC Partners");
}

TEST_CASE("what a text sets apart is not one") {
    const Article unit("en", "Otter Capital is a subsidiary of Otter. Otter grew.");
    CHECK(unit.referent("Otter Capital") == "Otter Capital");
    CHECK(referents(unit, "Otter") == "Otter; Otter");
    const Article parent("en", "Otter Capital and its parent Otter grew.");
    CHECK(parent.referent("Otter Capital") == "Otter Capital");
    CHECK(referents(parent, "Otter") == "Otter");
    const Article same("en", "Otter Capital grew. Shares of Otter rose.");
    CHECK(referents(same, "Otter") == "Otter Capital");
}

TEST_CASE("a headline has the names of the body") {
    const Article article("en",
                          "Twelve Labs Adds Arden to Its Backers, Hires Veteran\n\nTwelve Labs, a "
                          "startup from Oslo, has raised money from Arden.");
    CHECK(referents(article, "Twelve Labs") == "Twelve Labs; Twelve Labs");
}

TEST_CASE("a name that opens the headline is there without the country before it in the body") {
    const Article article("en",
                          "Postal Service to Use Zelvana Devices\n\nZelvana said Monday it will "
                          "provide the U.S. Postal Service with new devices.");
    CHECK(referents(article, "Postal Service") == "Postal Service; Postal Service");
}

TEST_CASE("a headline's short name is the long one of the body") {
    const Article article("en",
                          "Arbor takes stake in Zelvana\n\nPrivate equity group Arbor Lane has "
                          "bought shares in Zelvana.");
    CHECK(article.referent("Arbor") == "Arbor Lane");
}

TEST_CASE("who is called by the last word of two is a person") {
    const Article article("en",
                          "Zelvana has put Chidi Okafor in charge. Okafor built games before.");
    CHECK(article.referent("Okafor") == "Chidi Okafor");
    const Article firm("en", "Zelvana has bought Chidi Okafor. Chidi built games before.");
    CHECK(firm.referent("Chidi") != "Okafor");
}

}  // namespace
}  // namespace relata::extract
