#include <doctest/doctest.h>

#include "reading.hpp"

using namespace relata::extract;
using relata::test::read_content;

namespace {

constexpr const char* kPage = R"(<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Acme buys Beta | Example News</title>
<link rel="canonical" href="https://example.org/acme-buys-beta">
<meta property="og:site_name" content="Example News">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "Site"},
 {"@type": ["NewsArticle"], "headline": "Acme buys Beta", "datePublished": "2025-01-27T10:00:00Z",
  "author": [{"@type": "Person", "name": "Jane Roe"}], "publisher": {"name": "Example Media"}}]}</script>
<style>p { color: red }</style></head>
<body>
<header><a href="/">Example News</a><nav><ul><li><a href="/tech">Tech</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies to give you the best experience. Accept all cookies now.</div>
<main><article>
<h1>Acme buys Beta</h1>
<p class="byline">By Jane Roe</p>
<p>Acme, the software company from Berlin, has bought the startup Beta for 50 million dollars, both said.</p>
<div class="ad-slot"><p>Buy the best mattress in the world today, with free delivery and a long guarantee.</p></div>
<p>Beta was founded in 2015 by John Doe, who will stay at the head of the company &amp; its team.</p>
<h2>What comes next</h2>
<ul><li>The deal must be approved by the authorities.</li><li><a href="/x">Read our story on mergers of firms</a></li></ul>
<p>Share</p>
<aside class="related"><h3>Related</h3><p>Another long teaser about some other company that is not part of this story at all.</p></aside>
<p hidden>This hidden paragraph is long enough to be taken for a part of the article if nobody looks.</p>
</article></main>
<section id="comments"><p>I think that this is a great deal for everybody who is involved in it, honestly speaking.</p></section>
<footer>Copyright 2025 Example Media. All rights reserved. Imprint, privacy, terms and conditions.</footer>
</body></html>)";

}  // namespace

TEST_CASE("of a web page the article is taken, without what stands around it") {
    const auto reading = read_content("page.html", kPage);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text ==
          "Acme buys Beta\n\n"
          "Acme, the software company from Berlin, has bought the startup Beta for 50 million "
          "dollars, both said.\n\n"
          "Beta was founded in 2015 by John Doe, who will stay at the head of the company & its "
          "team.\n\n"
          "What comes next\n\n"
          "The deal must be approved by the authorities.");
    CHECK(reading.faults.empty());
}

TEST_CASE("metadata comes from JSON-LD, meta tags and links") {
    const auto reading = read_content("saved", kPage);
    REQUIRE(reading.articles.size() == 1);
    const Document& article = reading.articles[0];
    CHECK(article.title == "Acme buys Beta");
    CHECK(article.date == "2025-01-27");
    CHECK(article.author == "Jane Roe");
    CHECK(article.source == "Example Media");
    CHECK(article.url == "https://example.org/acme-buys-beta");
    CHECK(article.language == "en");
}

TEST_CASE("without JSON-LD, Open Graph, meta tags and <time> tell what they know") {
    const auto reading =
        read_content("a.html",
                     "<html><head><meta property='og:title' content='Title'><meta "
                     "property='og:url' content='https://e.org/'>"
                     "<meta property='article:published_time' content='2024-05-06T00:00'><meta "
                     "name='author' content='A. B.'>"
                     "<meta property='og:locale' content='de_DE'></head><body><p>Ein "
                     "Text.</p><time datetime='2020-01-01'>"
                     "</time></body></html>");
    REQUIRE(reading.articles.size() == 1);
    const Document& article = reading.articles[0];
    CHECK(article.title == "Title");
    CHECK(article.url == "https://e.org/");
    CHECK(article.date == "2024-05-06");
    CHECK(article.author == "A. B.");
    CHECK(article.language == "de");
}

TEST_CASE("a page without any mark-up of its parts gives its running text") {
    const auto reading =
        read_content("a.html",
                     "<html><body><table><tr><td><a href=1>Home</a> <a href=2>News</a></td><td>"
                     "The first paragraph of an old page, which is long enough to be taken for "
                     "running text, ends here.<br><br>"
                     "The second paragraph follows after two line breaks, and it is long enough as "
                     "well to be kept.</td></tr>"
                     "</table></body></html>");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text ==
          "The first paragraph of an old page, which is long enough to be taken for running text, "
          "ends here.\n\n"
          "The second paragraph follows after two line breaks, and it is long enough as well to be "
          "kept.");
}

TEST_CASE("the character set of a page is the one that it names") {
    const auto reading =
        read_content("a.html",
                     "<html><head><meta charset=\"iso-8859-1\"></head><body><p>Die Gr\xFC\xDF"
                     "e aus M\xFCnchen.</p></body></html>");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "Die Grüße aus München.");
    CHECK(reading.faults.empty());
}

TEST_CASE("pages that are nested without end are read without harm") {
    const auto nested = [](int depth) {
        std::string page =
            "<html><body><p>The text above is long enough to be found by all who look for it "
            "there.</p>";
        for (int i = 0; i < depth; ++i) page += "<div>";
        return page +
               "<p>The text in the depth is long enough to be found as well, if one goes "
               "down to it.</p>";
    };
    const auto deep = read_content("a.html", nested(1500));
    REQUIRE(deep.articles.size() == 1);
    CHECK(deep.articles[0].text.find("The text in the depth") != std::string::npos);
    CHECK(deep.faults.empty());

    const auto endless = read_content("a.html", nested(300'000));
    REQUIRE(endless.articles.size() == 1);
    CHECK(endless.articles[0].text.find("The text above") != std::string::npos);
    REQUIRE(endless.faults.size() == 1);
    CHECK(endless.has_fault("a.html: its elements are nested more than 2000 deep"));
}

TEST_CASE("tags that close nothing are compared with few that are open") {
    std::string page = "<html><body><p>The text stands before all of them.</p>";
    for (int i = 0; i < 300'000; ++i) page += "<x>";
    for (int i = 0; i < 300'000; ++i) page += "</div>";
    CHECK(read_content("a.html", page).has_fault("nested more than 2000 deep"));
}

TEST_CASE("a script that holds the article as JSON-LD is enough") {
    const auto reading = read_content(
        "a.html",
        R"(<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Head",)"
        R"("articleBody": "The whole text of the article stands here, because a script shows it later on."})"
        R"(</script></head><body><div id="app">Loading</div></body></html>)");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text ==
          "Head\n\nThe whole text of the article stands here, because a script shows it later on.");
}
