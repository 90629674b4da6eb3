#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "reading.hpp"

using namespace relata::extract;
using relata::test::read_content;

TEST_CASE("an RSS feed gives an article for each item") {
    const auto reading = read_content("feed",
                                      R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Example News</title><language>de-DE</language>
<image><title>Logo</title></image>
<item><title>Acme kauft Beta</title><link>https://e.org/1</link><guid>id-1</guid>
<pubDate>Mon, 27 Jan 2025 10:00:00 +0100</pubDate><dc:creator>Jana Roth</dc:creator>
<description>Kurz.</description>
<content:encoded><![CDATA[<p>Acme &amp; Co haben <b>Beta</b> gekauft.</p><p>Zweiter Absatz.</p>]]></content:encoded></item>
<item><title>Zwei</title><link>https://e.org/2</link><description>&lt;p&gt;Nur eine Zusammenfassung.&lt;/p&gt;</description></item>
</channel></rss>)");
    REQUIRE(reading.articles.size() == 2);
    const Document& article = reading.articles[0];
    CHECK(article.id == "id-1");
    CHECK(article.title == "Acme kauft Beta");
    CHECK(article.text == "Acme kauft Beta\n\nAcme & Co haben Beta gekauft.\n\nZweiter Absatz.");
    CHECK(article.url == "https://e.org/1");
    CHECK(article.date == "2025-01-27");
    CHECK(article.author == "Jana Roth");
    CHECK(article.source == "Example News");
    CHECK(article.language == "de");
    CHECK(reading.articles[1].id == "https://e.org/2");
    CHECK(reading.articles[1].text == "Zwei\n\nNur eine Zusammenfassung.");
}

TEST_CASE("an Atom feed gives an article for each entry") {
    const auto reading = read_content(
        "a.xml",
        R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Outlet</title>
<entry><id>tag:e.org,2025:1</id><title type="html">One &amp;amp; all</title><updated>2025-01-28T00:00:00Z</updated>
<published>2025-01-27T00:00:00Z</published><author><name>Jane Roe</name><uri>https://e.org/jane</uri></author>
<link rel="self" href="https://e.org/self"/><link href="https://e.org/one"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text of <em>one</em>.</p></div></content></entry></feed>)");
    REQUIRE(reading.articles.size() == 1);
    const Document& article = reading.articles[0];
    CHECK(article.id == "tag:e.org,2025:1");
    CHECK(article.title == "One & all");
    CHECK(article.url == "https://e.org/one");
    CHECK(article.date == "2025-01-27");
    CHECK(article.author == "Jane Roe");
    CHECK(article.language == "en");
    CHECK(article.text.find("Text of one.") != std::string::npos);
}

TEST_CASE("entities that a feed declares are neither multiplied nor fetched") {
    std::string feed = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c <= 'k'; ++c) {
        feed += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) feed += std::string("&") + static_cast<char>(c - 1) + ";";
        feed += "\">";
    }
    feed +=
        "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>T</title>"
        "<description>Text &k; and &file; end.</description></item></channel></rss>";
    const auto reading = read_content("a.xml", feed);
    for (const Document& article : reading.articles) {
        CHECK(article.text.size() < 1000);
        CHECK(article.text.find("root:") == std::string::npos);
    }
}

TEST_CASE("a feed that breaks off gives the entries before the break") {
    const auto reading = read_content("a.xml",
                                      "<rss><channel><item><title>One</title><description>Text.</"
                                      "description></item><item><title>Tw");
    CHECK(reading.articles.size() >= 1);
    CHECK(reading.articles[0].text == "One\n\nText.");
    CHECK(reading.faults.size() == 1);
}

TEST_CASE("a feed that is cut off gives what there is of its last entry, and says where") {
    const std::string feed =
        "<rss version=\"2.0\"><channel><title>Feed</title>\n"
        "<item><guid>1</guid><title>First</title><description>Acme has bought "
        "Beta.</description></item>\n"
        "<item><guid>2</guid><title>Second</title><description>Gamma has bought "
        "Delta.</description></item>\n"
        "</channel></rss>";
    const std::size_t cut = feed.find(" has bought Delta");
    const auto reading = read_content("a.xml", feed.substr(0, cut));
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[1].title == "Second");
    CHECK(reading.has_fault("a.xml:3: the XML is broken here: "));
}

TEST_CASE("a feed that is broken inside of an entry says by what, and that the rest is lost") {
    std::string feed = "<rss version=\"2.0\"><channel>\n<item><title>One</title>\n<description>";
    for (int i = 0; i < 1000; ++i) feed += "<a>";
    for (int i = 0; i < 1000; ++i) feed += "</a>";
    feed += "</description></item>\n<item><title>Two</title></item></channel></rss>";
    const auto reading = read_content("a.xml", feed);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].title == "One");
    REQUIRE(reading.faults.size() == 1);
    CHECK(reading.has_fault("a.xml:3: the XML is broken here: Excessive depth"));
    CHECK(reading.has_fault("what is behind it is lost"));
}

TEST_CASE("a feed that is broken in its middle gives the entries before, and says so once") {
    std::string items;
    for (int i = 0; i < 40; ++i)
        items += "<item><title>Good</title><description>" + std::string(1000, 'x') +
                 "</description></item>\n";
    const auto reading =
        read_content("a.xml", "<rss><channel>\n" + items +
                                  "<item><title>Bad</title><description>Acme has <b>bought "
                                  "Beta.</description></item>\n" +
                                  items + "</channel></rss>");
    CHECK(reading.articles.size() >= 40);
    CHECK(reading.faults.size() == 1);
    CHECK(reading.has_fault("the XML is broken here: Opening and ending tag mismatch: b line 42"));
}

TEST_CASE("a feed that is nested without end says so") {
    std::string feed = "<rss version=\"2.0\"><channel>";
    for (int i = 0; i < 1000; ++i) feed += "<a>";
    CHECK(
        read_content("a.xml", feed).has_fault("a.xml:1: the XML is broken here: Excessive depth"));
}

TEST_CASE("broken UTF-8 in a broken feed is no text") {
    const auto reading = read_content(
        "a.xml", "<rss><channel><item><title>A &\x9E\xC4\xC3 B</title></item></channel></rss>");
    CHECK(!reading.faults.empty());
    for (const Document& article : reading.articles)
        CHECK(relata::utf8::first_fault(article.text) == std::nullopt);
}
