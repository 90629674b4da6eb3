#include "extract/name/quotes.hpp"

#include <doctest/doctest.h>

#include <string>

#include "extract/document.hpp"
#include "extract/text/sentences.hpp"
#include "extract/text/tokenize.hpp"

using namespace relata::extract;

namespace {

// What stands in quotation marks, joined by "|".
std::string quotes(const std::string& text) {
    const Lexicon lexicon = LexiconBuilder().build();
    Document document;
    document.text = text;
    Analysis analysis;
    analysis.document = &document;
    tokenize(document.text, lexicon, analysis.tokens);
    split_sentences(document.text, analysis.tokens, lexicon, analysis.sentences);
    std::vector<Mention> mentions;
    find_quotes(analysis, mentions);
    std::string found;
    for (const Mention& mention : mentions) {
        CHECK(mention.form == MentionForm::quoted);
        found +=
            (found.empty() ? "" : "|") + std::string(analysis.text(mention.first, mention.last));
    }
    return found;
}

}  // namespace

TEST_CASE("quotation marks of all kinds") {
    CHECK(quotes("Its app \"Wenku\" grows.") == "Wenku");
    CHECK(quotes("Its app “Le Chat” grows.") == "Le Chat");
    CHECK(quotes("Die App „Le Chat“ wächst.") == "Le Chat");
    CHECK(quotes("Die App »Wenku« wächst, auch «Baidu» wächst.") == "Wenku|Baidu");
    CHECK(quotes("Its app 'Wenku' grows.") == "Wenku");
    CHECK(quotes("The \"One\" and the \"Two\".") == "One|Two");
}

TEST_CASE("what is no pair of marks") {
    CHECK(quotes("It's Tesla's and the drivers' car.") == "");
    CHECK(quotes("A 27\" and a 32\" screen.") == "");
    CHECK(quotes("An open \"mark.") == "");
    CHECK(quotes("Empty \"\" marks, or only \"...\".") == "");
}

TEST_CASE("eight tokens at most, and of one sentence") {
    CHECK(quotes("He wrote \"a b c d e f g h\" here.") == "a b c d e f g h");
    CHECK(quotes("He wrote \"a b c d e f g h i\" here.") == "");
}
