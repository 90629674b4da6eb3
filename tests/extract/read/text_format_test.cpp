#include <doctest/doctest.h>

#include "extract/read/charset.hpp"
#include "extract/read/date.hpp"
#include "reading.hpp"

using namespace relata::extract;
using relata::test::read_content;

TEST_CASE("plain text is the article as it stands") {
    const auto reading = read_content("a.txt", "A headline\n\nThe first sentence.\n");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "A headline\n\nThe first sentence.\n");
    CHECK(reading.articles[0].title == "A headline");
}

TEST_CASE("character sets are recognised") {
    CHECK(read_content("a.txt", "\xEF\xBB\xBFGr\xC3\xBC\xC3\x9F\x65.").articles.at(0).text ==
          "Grüße.");
    const std::string utf16("\xFF\xFEH\0i\0.\0", 8);
    CHECK(read_content("a.txt", utf16).articles.at(0).text == "Hi.");
    const auto latin = read_content("a.txt",
                                    "Die Gr\xFC\xDF"
                                    "e aus M\xFCnchen f\xFCr die K\xF6nigin \x96 so ist es.");
    CHECK(latin.articles.at(0).text == "Die Grüße aus München für die Königin – so ist es.");
    CHECK(latin.has_fault("broken UTF-8 at byte 6, read as windows-1252"));
}

TEST_CASE("a wrong label of the character set is not believed where the bytes are UTF-8") {
    CHECK(to_utf8("Gr\xC3\xBC\xC3\x9F\x65", "ISO-8859-1").text == "Grüße");
    CHECK(to_utf8("Gr\xFC\xDF\x65", "ISO-8859-1").text == "Grüße");
    CHECK(to_utf8("Gr\xFC\xDF\x65", "no-such-set").text == "Grüße");
    CHECK(to_utf8("\x93quoted\x94", "iso-8859-1").text == "“quoted”");
    CHECK(to_utf8("\xA4", "ISO-8859-15").text == "€");
}

TEST_CASE("Markdown loses its marks") {
    const auto reading = read_content(
        "a.md",
        "---\ntitle: \"Front title\"\ndate: 2025-01-27\nlang: en\n---\n"
        "# A *strong* headline\n\n"
        "Text with **bold**, `code`, a [link](https://e.org/a_(b)) and ![a picture](p.png).\n"
        "snake_case stays, 2 \\* 3 too.\n\n"
        "> quoted\n\n- item one\n- item two\n\n```\ncode block\n```\n"
        "<!-- a comment -->\nLast.\n");
    REQUIRE(reading.articles.size() == 1);
    const Document& article = reading.articles[0];
    CHECK(article.title == "Front title");
    CHECK(article.date == "2025-01-27");
    CHECK(article.language == "en");
    CHECK(article.text.find("A strong headline\n\n") != std::string::npos);
    CHECK(article.text.find("Text with bold, code, a link and .\nsnake_case stays, 2 * 3 too.") !=
          std::string::npos);
    CHECK(article.text.find("\nitem one\nitem two\n") != std::string::npos);
    CHECK(article.text.find("code block") == std::string::npos);
    CHECK(article.text.find("comment") == std::string::npos);
}

TEST_CASE("Markdown full of open brackets takes no time") {
    const auto reading = read_content("a.md", std::string(1U << 20U, '['));
    CHECK(reading.articles.size() == 1);
}

TEST_CASE("dates are read as they are written") {
    CHECK(iso_date("2025-01-27T10:00:00+01:00") == "2025-01-27");
    CHECK(iso_date("2025-01-27 10:00") == "2025-01-27");
    CHECK(iso_date("2025-01") == "2025-01");
    CHECK(iso_date("2025") == "2025");
    CHECK(iso_date("2025/01/27") == "2025-01-27");
    CHECK(iso_date("20250127") == "2025-01-27");
    CHECK(iso_date("20250127101500") == "2025-01-27");
    CHECK(iso_date("Mon, 27 Jan 2025 10:00:00 GMT") == "2025-01-27");
    CHECK(iso_date("27. Januar 2025, 10:15 Uhr") == "2025-01-27");
    CHECK(iso_date("1. März 2024") == "2024-03-01");
    CHECK(iso_date("January 27th, 2025") == "2025-01-27");
    CHECK(iso_date("May 2024") == "2024-05");
    CHECK(iso_date("27.01.2025") == "2025-01-27");
    CHECK(iso_date("01/27/2025") == "2025-01-27");
    CHECK(iso_date("1737971400") == "2025-01-27");
    CHECK(iso_date("1737971400000") == "2025-01-27");
    CHECK(iso_date("2025-02-30") == "");
    CHECK(iso_date("yesterday") == "");
    CHECK(iso_date("99999999999999999999") == "");
    CHECK(iso_date("") == "");
}
