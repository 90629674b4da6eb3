#include "extract/text/lexicon.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace relata::extract;

namespace {

bool word_has(const Lexicon& lexicon, std::string_view word, std::string_view cls) {
    const auto id = lexicon.class_named(cls);
    REQUIRE(id.has_value());
    const WordId found = lexicon.word(word);
    return lexicon.has(found != 0 ? lexicon.classes_of(found) : lexicon.classes_of_unknown(word),
                       *id);
}

}  // namespace

TEST_CASE("lexicon: words and their classes, case-folded") {
    LexiconBuilder builder;
    builder.add("post", "CEO");
    builder.add("post", "chef");
    builder.add("verb", "chef");
    builder.add_word("Altman");
    builder.add_class("empty");
    const Lexicon lexicon = std::move(builder).build();
    CHECK(word_has(lexicon, "ceo", "post"));
    CHECK_FALSE(word_has(lexicon, "ceo", "verb"));
    CHECK(word_has(lexicon, "chef", "post"));
    CHECK(word_has(lexicon, "chef", "verb"));
    CHECK(lexicon.word("altman") != 0);
    CHECK(lexicon.classes_of(lexicon.word("altman")) == 0);
    CHECK(lexicon.word("CEO") == 0);
    CHECK(lexicon.word("") == 0);
    CHECK(lexicon.classes_of(0) == 0);
    CHECK(lexicon.class_named("empty").has_value());
    CHECK_FALSE(lexicon.class_named("other").has_value());
    REQUIRE(lexicon.class_names().size() == 3);
    CHECK(lexicon.class_names()[*lexicon.class_named("verb")] == "verb");
}

TEST_CASE("lexicon: affix patterns give longer words their classes") {
    LexiconBuilder builder;
    builder.add("product_noun", "*plattform");
    builder.add("noun", "*form");
    builder.add("startup", "startup*");
    builder.add("known", "handelsplattform");
    builder.add("accent", "*ünder");
    const Lexicon lexicon = std::move(builder).build();
    CHECK(word_has(lexicon, "lernplattform", "product_noun"));
    CHECK(word_has(lexicon, "lernplattform", "noun"));
    CHECK_FALSE(word_has(lexicon, "plattform", "product_noun"));
    CHECK(word_has(lexicon, "plattform", "noun"));
    CHECK_FALSE(word_has(lexicon, "form", "noun"));
    CHECK(word_has(lexicon, "startups", "startup"));
    CHECK_FALSE(word_has(lexicon, "startup", "startup"));
    CHECK(word_has(lexicon, "startupplattform", "startup"));
    CHECK(word_has(lexicon, "startupplattform", "product_noun"));
    CHECK(word_has(lexicon, "handelsplattform", "known"));
    CHECK(word_has(lexicon, "handelsplattform", "product_noun"));
    CHECK(word_has(lexicon, "mitgründer", "accent"));
    CHECK(lexicon.classes_of_unknown("baum") == 0);
}

TEST_CASE("lexicon: phrases") {
    LexiconBuilder builder;
    builder.add("post", "chief executive");
    builder.add("post", "chief executive officer");
    builder.add("post", "co-founder");
    builder.add("org", "Chief");
    const Lexicon lexicon = std::move(builder).build();
    const ClassId post = *lexicon.class_named("post");
    const auto follow = [&](std::initializer_list<const char*> words) {
        PhraseNode node = 0;
        bool first = true;
        for (const char* word : words) {
            const WordId id = lexicon.word(word);
            node = first ? lexicon.phrase_start(id) : lexicon.phrase_next(node, id);
            first = false;
        }
        return node;
    };
    CHECK(follow({"chief"}) != 0);
    CHECK_FALSE(lexicon.has(lexicon.phrase_classes(follow({"chief"})), post));
    CHECK(lexicon.has(lexicon.phrase_classes(follow({"chief", "executive"})), post));
    CHECK(lexicon.has(lexicon.phrase_classes(follow({"chief", "executive", "officer"})), post));
    CHECK(lexicon.has(lexicon.phrase_classes(follow({"co", "-", "founder"})), post));
    CHECK(follow({"chief", "officer"}) == 0);
    CHECK(follow({"officer"}) == 0);
    CHECK(lexicon.phrase_start(0) == 0);
    CHECK(lexicon.phrase_classes(0) == 0);
    CHECK(word_has(lexicon, "chief", "org"));
    CHECK_FALSE(word_has(lexicon, "chief", "post"));
}

TEST_CASE("lexicon: maps") {
    LexiconBuilder builder;
    builder.add("month", "January", "01");
    builder.add("country", "Vereinigte Staaten", "USA");
    builder.add("demonym", "chinesisch*", "China");
    builder.add("demonym", "russ*", "?");
    builder.add("demonym", "russisch*", "Russland");
    builder.add("month", "january", "1");  // a later one counts
    const Lexicon lexicon = std::move(builder).build();
    const auto value = [&](const char* map, const char* word) {
        return std::string(lexicon.value(*lexicon.class_named(map), word));
    };
    CHECK(value("month", "january") == "1");
    CHECK(value("month", "may") == "");
    CHECK(value("country", "vereinigte staaten") == "USA");
    CHECK(value("country", "january") == "");
    CHECK(value("demonym", "chinesische") == "China");
    CHECK(value("demonym", "chinesisch") == "");
    CHECK(value("demonym", "russischen") == "Russland");
}

TEST_CASE("lexicon: entries that are refused") {
    LexiconBuilder builder;
    CHECK_THROWS_AS(builder.add("x", ""), std::invalid_argument);
    CHECK_THROWS_AS(builder.add("x", "*"), std::invalid_argument);
    CHECK_THROWS_AS(builder.add("x", "big *bank"), std::invalid_argument);
    CHECK_THROWS_AS(builder.add("x", "*big bank"), std::invalid_argument);
    CHECK_THROWS_AS(builder.add("x", "a*b"), std::invalid_argument);
    CHECK_THROWS_AS(builder.add("x", "*a*"), std::invalid_argument);
    CHECK_THROWS_AS(builder.add("x", "1 2 3 4 5 6 7 8 9"), std::invalid_argument);
    CHECK_NOTHROW(builder.add("x", "1 2 3 4 5 6 7 8"));
}

TEST_CASE("lexicon: many words and classes") {
    LexiconBuilder builder;
    for (int i = 0; i < 20000; ++i)
        builder.add("c" + std::to_string(i % 150), "word" + std::to_string(i));
    const Lexicon lexicon = std::move(builder).build();
    for (int i = 0; i < 20000; i += 7) {
        CHECK(word_has(lexicon, "word" + std::to_string(i), "c" + std::to_string(i % 150)));
        CHECK_FALSE(
            word_has(lexicon, "word" + std::to_string(i), "c" + std::to_string((i + 1) % 150)));
    }
}

TEST_CASE("lexicon: what was read from an image answers like what was written") {
    LexiconBuilder builder;
    builder.add("post", "chief executive officer");
    builder.add("post", "chef");
    builder.add("platform", "*plattform");
    builder.add("month", "january", "01");
    const Lexicon built = std::move(builder).build();
    const std::string image = built.image();
    const Lexicon read = Lexicon::from_image(image);
    CHECK(word_has(read, "chef", "post"));
    CHECK_FALSE(word_has(read, "officer", "post"));
    CHECK(word_has(read, "handelsplattform", "platform"));
    CHECK(read.value(*read.class_named("month"), "january") == "01");
    PhraseNode node = read.phrase_start(read.word("chief"));
    node = read.phrase_next(node, read.word("executive"));
    node = read.phrase_next(node, read.word("officer"));
    CHECK(read.has(read.phrase_classes(node), *read.class_named("post")));
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{7}, image.size() / 2, image.size() - 1})
        CHECK_THROWS_AS(Lexicon::from_image(std::string_view(image).substr(0, size)),
                        std::invalid_argument);
}

TEST_CASE(
    "lexicon: every word of a large list is found as itself, also in an image, others are not") {
    LexiconBuilder builder;
    const auto word = [](int i) { return "w" + std::to_string(i * 7919 % 20011); };
    for (int i = 0; i < 5000; ++i) {
        builder.add(i % 2 == 0 ? "even" : "odd", word(i));
        if (i % 10 == 0) builder.add("phrases", word(i) + " " + word(i + 1));
    }
    const Lexicon built = std::move(builder).build();
    const std::string image = built.image();
    const Lexicon read = Lexicon::from_image(image);
    for (const Lexicon* lexicon : {&built, &read}) {
        for (int i = 0; i < 20011; ++i) {
            CAPTURE(i);
            const WordEntry found = lexicon->find(word(i));
            if (i >= 5000) {
                CHECK(found.word == 0);
                CHECK(found.classes == 0);
                continue;
            }
            REQUIRE(found.word != 0);
            CHECK(found.classes == lexicon->classes_of(found.word));
            CHECK(lexicon->has(found.classes, *lexicon->class_named(i % 2 == 0 ? "even" : "odd")));
            CHECK(found.starts_phrase == (i % 10 == 0));
            CHECK(found.starts_phrase == (lexicon->phrase_start(found.word) != 0));
        }
    }
}
