// Tokens have what the lexicon says of their words, in whatever order these are looked up.
#include "extract/text/tokenize.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/text/scan.hpp"

using namespace relata::extract;

TEST_CASE("tokenize: each token is looked up by its case-folded form") {
    LexiconBuilder builder;
    builder.add("firm", "Müller & Co");
    builder.add("firm", "apple");
    builder.add("post", "chef");
    builder.add("bank", "*bank");
    builder.add("mark", "&");
    const Lexicon lexicon = std::move(builder).build();
    const std::string text =
        "Apple und apple, MÜLLER &amp; Co: der Chef der Sparbank und der NOTENBANK; 'Bank' "
        "&quot;Bank\u00ADchef&quot; U.S. (Müller's) \u2019n C++ O\u2019Reilly 4,5 www.Apple.de";
    std::vector<Token> tokens;
    tokenize(text, lexicon, tokens);
    Scanner scanner(text);
    std::size_t known = 0, by_affix = 0;
    for (const Token& token : tokens) {
        REQUIRE(scanner.next());
        const std::string folded(scanner.folded());
        CAPTURE(folded);
        CHECK(token.begin == scanner.token().begin);
        CHECK(token.word == lexicon.word(folded));
        const bool mark = (token.flags & kPunctuation) != 0;
        CHECK(token.classes == (token.word != 0 ? lexicon.classes_of(token.word)
                                : mark          ? 0
                                                : lexicon.classes_of_unknown(folded)));
        CHECK(((token.flags & kStartsPhrase) != 0) == (folded == "müller"));
        known += token.word != 0;
        by_affix += token.word == 0 && token.classes != 0;
    }
    CHECK_FALSE(scanner.next());
    CHECK(known == 7);
    CHECK(by_affix == 2);
}
