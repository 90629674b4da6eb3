#include "extract/text/sentences.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/text/tokenize.hpp"

using namespace relata::extract;

namespace {

Lexicon lexicon() {
    LexiconBuilder builder;
    for (const char* word : {"dr", "mr", "jan", "inc", "z.b", "bzw"})
        builder.add("abbreviation", word);
    for (const char* word : {"mr", "dr", "herr", "king"}) builder.add("honorific", word);
    for (const char* word : {"inc", "ltd", "holdings"}) builder.add("legal_form", word);
    builder.add("number_abbreviation", "no");
    for (const char* word :
         {"the", "it", "in", "he", "der", "die", "das", "es", "of", "to", "for", "us"})
        builder.add("stopword", word);
    for (const char* word : {"am", "im", "das"}) builder.add("ordinal_lead", word);
    builder.add("letter_lead", "series");
    builder.add("currency", "€", "EUR");
    for (const char* word : {"march", "märz"}) builder.add("month", word, "03");
    return std::move(builder).build();
}

struct Split {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
};

Split split(std::string_view text) {
    static const Lexicon words = lexicon();
    Split result;
    tokenize(text, words, result.tokens);
    split_sentences(text, result.tokens, words, result.sentences);
    return result;
}

// The sentences with " | " between them; white space inside becomes one space.
std::string cut(std::string_view text) {
    const Split result = split(text);
    std::string out;
    for (const Sentence& sentence : result.sentences) {
        if (!out.empty()) out += " | ";
        const std::uint32_t begin = result.tokens[sentence.first].begin;
        for (const char c : text.substr(begin, result.tokens[sentence.last - 1].end - begin)) {
            if (c != '\n')
                out += c;
            else if (out.back() != ' ')
                out += ' ';
        }
    }
    return out;
}

struct Case {
    std::string text;
    std::string sentences;
};

}  // namespace

TEST_CASE("sentences: full stops") {
    for (const Case& c : {
             Case{"", ""},
             {"One. Two! Three? Four", "One. | Two! | Three? | Four"},
             {"He left. iPhone sales fell.", "He left. | iPhone sales fell."},
             {"It grew. 20 people came.", "It grew. | 20 people came."},
             {"Das ist gut.Der Rest folgt.", "Das ist gut. | Der Rest folgt."},
             {"Wait ... what? Really?!", "Wait ... what? | Really?!"},
             {"Is it? he asked.", "Is it? he asked."},
             {"See fbi.gov. It is there.", "See fbi.gov. | It is there."},
             {"中国。 Yes.", "中国。 Yes."},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.sentences);
    }
}

TEST_CASE("sentences: abbreviations, legal forms and initials") {
    for (const Case& c : {
             Case{"Dr. Smith met Mr. Jones.", "Dr. Smith met Mr. Jones."},
             {"Apple Inc. said so.", "Apple Inc. said so."},
             {"Apple Inc. Chief Tim Cook came.", "Apple Inc. Chief Tim Cook came."},
             {"He runs Apple Inc. The firm grew.", "He runs Apple Inc. | The firm grew."},
             {"It closed its Series A. Accel led it.", "It closed its Series A. | Accel led it."},
             {"J. Smith and J.P. Morgan met.", "J. Smith and J.P. Morgan met."},
             {"Made in the U.S. It sells.", "Made in the U.S. | It sells."},
             {"The U.S. Army bought it.", "The U.S. Army bought it."},
             {"Owned by Foo Inc. US sales fell.", "Owned by Foo Inc. US sales fell."},
             {"Viele, z.B. Siemens, bzw. Bosch.", "Viele, z.B. Siemens, bzw. Bosch."},
             {"Yahoo! Inc. fell.", "Yahoo! Inc. fell."},
             {"Sie zahlt 30 Mio. €. Das war es.", "Sie zahlt 30 Mio. €. | Das war es."},
             {"He bought it. €50 was enough.", "He bought it. | €50 was enough."},
             {"They met the king. Apple and MIM Holdings. BHP is big.",
              "They met the king. | Apple and MIM Holdings. | BHP is big."},
             {"The No. 5 rival said no. Apple left.", "The No. 5 rival said no. | Apple left."},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.sentences);
    }
}

TEST_CASE("sentences: ordinal numbers") {
    for (const Case& c : {
             Case{"Am 3. März kam er.", "Am 3. März kam er."},
             {"Seit 3. März. Das 21. Jahrhundert.", "Seit 3. März. | Das 21. Jahrhundert."},
             {"They won 3. Fans cheered.", "They won 3. | Fans cheered."},
             {"Es war 2015. Danach kam er.", "Es war 2015. | Danach kam er."},
             {"1. Apple wins", "1. Apple wins"},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.sentences);
    }
}

TEST_CASE("sentences: quotation marks and brackets belong to the sentence before them") {
    for (const Case& c : {
             Case{"\"We grew.\" He left.", "\"We grew.\" | He left."},
             {"“We grew.” “We did.”", "“We grew.” | “We did.”"},
             {"„Ja.“ „Nein.“", "„Ja.“ | „Nein.“"},
             {"\"We grew.\", he said.", "\"We grew.\", he said."},
             {"\"Why?\" he asked.", "\"Why?\" he asked."},
             {"It grew (a lot.) Then it fell.", "It grew (a lot.) | Then it fell."},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.sentences);
    }
}

TEST_CASE("sentences: line ends") {
    for (const Case& c : {
             Case{"Apple buys Arm\n\nthe deal", "Apple buys Arm | the deal"},
             {"Apple buys Arm\nBy John Roe\nIt is big.",
              "Apple buys Arm | By John Roe | It is big."},
             {"Apple buys\nthe firm.", "Apple buys the firm."},
             {"Items:\n- one\n- two", "Items: | - one | - two"},
             {"the company said on Monday that the British chip designer\n"
              "Arm will be sold to Apple for more than a billion dollars\n"
              "in cash and shares.",
              "the company said on Monday that the British chip designer Arm will be sold to Apple "
              "for "
              "more than a billion dollars in cash and shares."},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.sentences);
    }
}

TEST_CASE("sentences: dashes around an aside") {
    const auto asides = [](std::string_view text) {
        const auto found = split(text);
        std::string marked;
        for (const Token& token : found.tokens)
            if ((token.flags & kAside) != 0)
                marked += std::to_string(&token - found.tokens.data()) + " ";
        return marked;
    };
    CHECK(asides("Acme - a unit of Blip - grew.") == "1 6 ");
    CHECK(asides("Acme \u2013 a unit \u2013 grew.") == "1 4 ");
    CHECK(asides("OSLO - Acme - a unit - grew.") == "3 6 ");
    CHECK(asides("Acme - a unit of Blip.") == "");
    CHECK(asides("A well-known low-cost unit grew.") == "");
}

TEST_CASE("sentences: headlines in title case") {
    const auto german_title = [](std::string_view text) {
        LexiconBuilder builder;
        builder.add("noun", "haus");
        const Lexicon words = std::move(builder).build();
        std::vector<Token> tokens;
        std::vector<Sentence> sentences;
        tokenize(text, words, tokens);
        split_sentences(text, tokens, words, sentences);
        return bool(sentences.at(0).title_case);
    };
    CHECK_FALSE(german_title("Frage nach Regen: Schnee"));
    const auto title = [](std::string_view text) {
        return bool(split(text).sentences.at(0).title_case);
    };
    CHECK(title("Apple Buys Chip Designer for Record Price\n\nBody."));
    CHECK(title("Amazon to Acquire Twitch"));
    CHECK_FALSE(title("Apple buys chip designer"));
    CHECK_FALSE(
        title("Acorn Inc (ACN.N: Quote, Profile, Research) agreed to buy the Acme Labs unit"));
    CHECK_FALSE(title("Tim Cook visits Apple in Berlin"));
    CHECK_FALSE(title("Tim Cook Visits Berlin."));
    CHECK_FALSE(title("Google"));
}

TEST_CASE("sentences: the first word is marked") {
    const Split result = split("One word. \"Two words.\"\n\n- Three 1.");
    std::vector<std::uint32_t> starts;
    for (std::uint32_t i = 0; i < result.tokens.size(); ++i)
        if ((result.tokens[i].flags & kSentenceStart) != 0) starts.push_back(i);
    CHECK(starts == std::vector<std::uint32_t>{0, 4, 9});
}

TEST_CASE("tokenize: apostrophes as quotation marks") {
    const auto quotes = [](std::string_view text) {
        std::size_t count = 0;
        for (const Token& token : split(text).tokens) count += (token.flags & kQuote) != 0;
        return count;
    };
    CHECK(quotes("He said 'we grew' again") == 2);
    CHECK(quotes("He said ‘we grew’ again") == 2);
    CHECK(quotes("Siemens' chip and Bosch' chip") == 0);
    CHECK(quotes("don't and Tesla's") == 0);
    CHECK(quotes("the '90s") == 0);
    CHECK(quotes("„wir“ und \"ihr\"") == 4);
}
