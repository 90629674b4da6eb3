#include "extract/text/scan.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace relata::extract;

namespace {

// The tokens as they stand in the text, with | between them.
std::string cut(std::string_view text) {
    std::string out;
    Scanner scanner(text);
    while (scanner.next()) {
        if (!out.empty()) out += '|';
        out += text.substr(scanner.token().begin, scanner.token().end - scanner.token().begin);
    }
    return out;
}

std::string folded(std::string_view text) {
    std::string out;
    Scanner scanner(text);
    while (scanner.next()) {
        if (!out.empty()) out += '|';
        out += scanner.folded();
    }
    return out;
}

// Of the first token.
unsigned flags(std::string_view text) {
    Scanner scanner(text);
    return scanner.next() ? scanner.token().flags : 0U;
}

// Of the last token.
unsigned last_flags(std::string_view text) {
    Scanner scanner(text);
    unsigned found = 0;
    while (scanner.next()) found = scanner.token().flags;
    return found;
}

struct Case {
    std::string text;
    std::string tokens;
};

}  // namespace

TEST_CASE("scan: words, hyphens and punctuation") {
    for (const Case& c : {
             Case{"", ""},
             {"  \n\t ", ""},
             {"Google buys Nest.", "Google|buys|Nest|."},
             {"OpenAI-CEO Sam Altman", "OpenAI|-|CEO|Sam|Altman"},
             {"co-founder", "co|-|founder"},
             {"16-year-old", "16|-|year|-|old"},
             {"iOS/Android", "iOS|/|Android"},
             {"\"Yes,\" he said (again).", "\"|Yes|,|\"|he|said|(|again|)|."},
             {"„Wort“ – so", "„|Wort|“|–|so"},
             {"Wait... what -- no", "Wait|...|what|--|no"},
             {"Inc. and Co., Ltd.", "Inc|.|and|Co|.|,|Ltd|."},
             {"snake_case _x", "snake_case|_|x"},
             {"Zürich Škoda Москва 中国", "Zürich|Škoda|Москва|中国"},
             {"x\u00A0y\u200Bz", "x|y|z"},
             {"end.The next", "end|.|The|next"},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.tokens);
    }
}

TEST_CASE("scan: apostrophes") {
    for (const Case& c : {
             Case{"Tesla's don't we'll", "Tesla|'s|don|'t|we|'ll"},
             {"Tesla’s", "Tesla|’s"},
             {"Tesla´s", "Tesla|´s"},
             {"TESLA'S", "TESLA|'S"},
             {"Siemens' Chef", "Siemens|'|Chef"},
             {"O'Reilly L'Oréal d’Ivoire", "O'Reilly|L'Oréal|d’Ivoire"},
             {"O'Reilly's", "O'Reilly|'s"},
             {"I'm", "I|'m"},
             {"Apple 's", "Apple|'s"},
             {"\"X\"'s", "\"|X|\"|'s"},
             {"'Tesla'", "'|Tesla|'"},
             {"the '90s", "the|'|90s"},
             {"1990's", "1990|'s"},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.tokens);
    }
    CHECK(folded("L’Oréal’s") == "l'oréal|'s");
}

TEST_CASE("scan: abbreviations with inner full stops are one token") {
    for (const Case& c : {
             Case{"the U.S. and", "the|U.S.|and"},
             {"U.S", "U.S"},
             {"ends in U.S.", "ends|in|U.S."},
             {"z.B. so, d.h., so", "z.B.|so|,|d.h.|,|so"},
             {"Foo A.G. und e.V.", "Foo|A.G.|und|e.V."},
             {"J.P. Morgan", "J.P.|Morgan"},
             {"J.P.Morgan", "J.P.|Morgan"},
             {"S.p.A.-Chef", "S.p.A.|-|Chef"},
             {"E.ON steigt", "E.ON|steigt"},
             {"(ACN.N: rose), ACN.TO fell", "(|ACN.N|:|rose|)|,|ACN.TO|fell"},
             {"(ACNb.N: rose), ACNb.TO", "(|ACNb.N|:|rose|)|,|ACNb.TO"},
             {"at SAP.It fell, at SAP.ITS", "at|SAP|.|It|fell|,|at|SAP|.|ITS"},
             {"J. Smith", "J|.|Smith"},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.tokens);
    }
}

TEST_CASE("scan: numbers") {
    for (const Case& c : {
             Case{"4.5 1,200 1.000.000,50", "4.5|1,200|1.000.000,50"},
             {"$30m, €2bn, 20%", "$|30m|,|€|2bn|,|20|%"},
             {"US$1.5bn S$20m", "US|$|1.5bn|S|$|20m"},
             {"4.5bn 3G 2019er 5nm", "4.5bn|3G|2019er|5nm"},
             {"03.05.2019, 2015-03-01", "03.05.2019|,|2015|-|03|-|01"},
             {"am 3. März", "am|3|.|März"},
             {"10:30", "10|:|30"},
             {"in 2019, 20", "in|2019|,|20"},
             {"50+ users", "50|+|users"},
             {"Qwen2.5 and GPT-3.5", "Qwen2.5|and|GPT|-|3.5"},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.tokens);
    }
}

TEST_CASE("scan: links are one token") {
    for (const Case& c : {
             Case{"see fbi.gov, Amazon.de or Booking.com.",
                  "see|fbi.gov|,|Amazon.de|or|Booking.com|."},
             {"Character.AI grew.It is", "Character.AI|grew|.|It|is"},
             {"Amazon.de-Chef", "Amazon.de|-|Chef"},
             {"Amazon.com's", "Amazon.com|'s"},
             {"amazon.co.uk", "amazon.co.uk"},
             {"Müller.de", "Müller.de"},
             {"9to5mac.com", "9to5mac.com"},
             {"Node.js", "Node.js"},
             {"ASP.NET", "ASP.NET"},
             {"(http://x.com/a?b=1).", "(|http://x.com/a?b=1|)|."},
             {"www.heise.de/news, so", "www.heise.de/news|,|so"},
             {"jane.roe@x.co.uk.", "jane.roe@x.co.uk|."},
             {"me@x.com", "me@x.com"},
             {"@handle", "@|handle"},
             {"so.in", "so|.|in"},
             {"note: this", "note|:|this"},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.tokens);
    }
}

TEST_CASE("scan: names with signs") {
    for (const Case& c : {
             Case{"AT&T R&D 1&1 P & G", "AT&T|R&D|1&1|P|&|G"},
             {"AT&amp;T", "AT&amp;T"},
             {"a &amp; b &quot;c&quot;", "a|&amp;|b|&quot;|c|&quot;"},
             {"C++ and C#, Disney+", "C++|and|C#|,|Disney+"},
             {"a+b #tag", "a|+|b|#|tag"},
             {"Intel® Core™", "Intel|Core"},
         }) {
        CAPTURE(c.text);
        CHECK(cut(c.text) == c.tokens);
    }
    CHECK(folded("AT&amp;T &amp; Co") == "at&t|&|co");
    CHECK(folded("Auf\u00ADsichts\u00ADrat") == "aufsichtsrat");
    CHECK(folded("ÜBER Straße") == "über|strasse");
}

TEST_CASE("scan: flags of words") {
    CHECK(flags("word") == kWord);
    CHECK(flags("Word") == (kWord | kCapital));
    CHECK(flags("Über") == (kWord | kCapital));
    CHECK(flags("IBM") == (kWord | kCapital | kAllCaps));
    CHECK(flags("A") == (kWord | kCapital));
    CHECK(flags("R1") == (kWord | kCapital));
    CHECK(flags("iPhone") == (kWord | kInnerCapital));
    CHECK(flags("DeepMind") == (kWord | kCapital | kInnerCapital));
    CHECK(flags("2019") == kDigits);
    CHECK(flags("30m") == (kDigits | kWord));
    CHECK(flags("3M") == (kDigits | kWord | kCapital));
    CHECK(last_flags("Tesla's") == (kWord | kGlued));
    CHECK(last_flags("a b") == kWord);
}

TEST_CASE("scan: flags of punctuation") {
    CHECK(flags("$") == kPunctuation);
    CHECK(flags(",") == (kPunctuation | kClauseBreak));
    CHECK(flags("(") == (kPunctuation | kClauseBreak));
    CHECK(flags("\"") == (kPunctuation | kQuote));
    CHECK(flags("„") == (kPunctuation | kQuote));
    CHECK(flags("«") == (kPunctuation | kQuote));
    CHECK(flags("—") == (kPunctuation | kClauseBreak));
    CHECK(flags("…") == (kPunctuation | kClauseBreak));
    CHECK(flags("- x") == (kPunctuation | kClauseBreak));
    CHECK((last_flags("x -") & kClauseBreak) != 0);
    CHECK((last_flags("x-") & kClauseBreak) == 0);
    CHECK((flags("-x") & kClauseBreak) == 0);
    CHECK(flags("&quot;") == (kPunctuation | kQuote));
}
