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

TEST_CASE("a first name alone is the only person who has it") {
    const Article article("en",
                          "Larry Page and Sergey Brin met at Stanford. Sergey was a student.");
    CHECK(article.referent("Sergey") == "Sergey Brin");
}

TEST_CASE("a well-known firm is not its founder's surname") {
    const Article article("en", "Michael Dell founded the company. Shares in Dell rose.");
    CHECK(article.referent("Dell") == "Dell");
}

TEST_CASE("middle initials do not part a person") {
    const Article article("en", "George W. Bush spoke. Later George Bush left.");
    CHECK(article.referent("George Bush") == "George W. Bush");
}

TEST_CASE("a parent with a legal form of its own is not its subsidiary") {
    const Article article("en",
                          "Merrow National Bank is a subsidiary of Merrow National Corp. "
                          "Merrow National grew.");
    CHECK(article.referent("Merrow National Bank") == "Merrow National Bank");
    CHECK(article.referent("Merrow National Corp") == "Merrow National Corp");
}

TEST_CASE("legal forms do not part a firm") {
    const Article article("en", "Zelvana Inc said so. Zelvana makes robots. ZELVANA grows.");
    CHECK(referents(article, "Zelvana") == "Zelvana Inc");
    CHECK(article.analysis.entities.size() == 1);
}

TEST_CASE("short forms of a firm") {
    const Article article("en",
                          "Park National Corporation lends money. Park National grew. "
                          "Samsung Electronics makes phones. Samsung has a new one.");
    CHECK(article.referent("Park National") == "Park National Corporation");
    CHECK(article.referent("Samsung") == "Samsung Electronics");
}

TEST_CASE("a firm is not the unit that carries its name") {
    const Article article("en", "Microsoft Research published a paper. Microsoft was silent.");
    CHECK(article.referent("Microsoft") == "Microsoft");
}

TEST_CASE("acronyms in brackets and by their initials") {
    const Article article("en",
                          "The Federal Bureau of Investigation (FBI) called. The FBI waited. "
                          "The World Harbour Forum met. The WHF agreed.");
    CHECK(article.referent("FBI", 1) == "Federal Bureau of Investigation");
    CHECK(article.referent("WHF") == "World Harbour Forum");
}

TEST_CASE("a party in brackets is not the politician") {
    const Article article("de", "Friedrich Merz (CDU) sprach.");
    CHECK(article.referent("CDU") == "CDU");
}

TEST_CASE("countries and their adjectives") {
    const Article article("en", "The Chinese firm Lenovo grew. China is large.");
    CHECK(article.referent("Chinese") == "China");
    CHECK(article.referent("China") == "China");
}

TEST_CASE("the adjective of a town is the town") {
    const Article article("de", "Das Berliner Startup Zelvana wächst. Der Münchner Konzern auch.");
    CHECK(article.referent("Berliner") == "Berlin");
    CHECK(article.referent("Münchner") == "München");
}

TEST_CASE("a city with its state is one place, and the city is its part") {
    const Article article("en", "The bank is based in Newark, Ohio.");
    CHECK(article.referent("Newark, Ohio") == "Newark, Ohio");
    CHECK(article.referent("Newark") == "Newark");
}

TEST_CASE("a genitive is the name without its ending") {
    const Article article("de", "Nvidias H100 ist teuer. Nvidia verdient daran.");
    CHECK(article.referent("Nvidias") == "Nvidia");
    CHECK(article.referent("H100") == "H100");
}

TEST_CASE("products with and without their brand") {
    const Article article("en", "The Apple iPod sold well. The iPod is small.");
    CHECK(article.referent("Apple iPod") == article.referent("iPod"));
}

TEST_CASE("spelling with and without a blank") {
    const Article article("en", "Time Warner grew. TimeWarner said so.");
    CHECK(article.referent("TimeWarner") == article.referent("Time Warner"));
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

TEST_CASE("second names in brackets") {
    const Article article(
        "en",
        "Zelvana Robots Inc (formerly Quillon Inc, ZRI) and Pellar Corp (NYSE: PLR) "
        "sued the Oslo Philharmonic (Oslo Phil, OP, or OPH).");
    CHECK(article.referent("Quillon Inc") == "Zelvana Robots Inc");
    CHECK(article.referent("ZRI") == "Zelvana Robots Inc");
    CHECK(article.referent("PLR") == "Pellar Corp");
    CHECK(article.referent("Oslo Phil") == "Oslo Philharmonic");
    CHECK(article.referent("OPH") == "Oslo Philharmonic");
}

TEST_CASE("second names behind a comma") {
    const Article article(
        "en", "Zelvana Glass Company, now known as Quillon Industries, is based in Oslo.");
    CHECK(article.referent("Quillon Industries") == "Zelvana Glass Company");
    const Article german("de", "Die Pellar GmbH (ehemals Quillon Technik GmbH) wächst.");
    CHECK(german.referent("Quillon Technik GmbH") == "Pellar GmbH");
}

TEST_CASE("what stands in brackets or behind a comma is mostly no second name") {
    const Article article("en",
                          "Zelvana Inc, now Quillon Inc's rival, met Pellar Corp (and Lumo Inc), "
                          "formerly of Tarn Ltd.");
    CHECK(article.referent("Quillon Inc") == "Quillon Inc");
    CHECK(article.referent("Lumo Inc") == "Lumo Inc");
    CHECK(article.referent("Tarn Ltd") == "Tarn Ltd");
}

TEST_CASE("what was named before a longer name comes up is not short for it") {
    const Article article("en",
                          "Otter makes scooters. Otter is based in Oslo. It runs the service Otter "
                          "Food in ten countries. Otter grew.");
    CHECK(article.referent("Otter") == "Otter");
    const Article legal("en", "Otter makes scooters. Otter grew. Otter Inc. said so.");
    CHECK(legal.referent("Otter") == legal.referent("Otter Inc."));
}

TEST_CASE("a headline has the names of the body") {
    const Article article("en",
                          "Twelve Labs Adds Arden to Its Backers, Hires Veteran\n\nTwelve Labs, a "
                          "startup from Oslo, has raised money from Arden.");
    CHECK(referents(article, "Twelve Labs") == "Twelve Labs; Twelve Labs");
}

TEST_CASE("an ordinary word behind the name that begins with it is short for it") {
    const Article article("en",
                          "The planes come from Heart Aerospace. Heart, founded by Jane Roe, "
                          "is small.");
    CHECK(article.referent("Heart") == "Heart Aerospace");
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
