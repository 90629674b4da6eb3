#include <doctest/doctest.h>

#include "reading.hpp"

using namespace relata::extract;
using relata::test::read_content;

TEST_CASE("a line of JSON Lines is an article with its fields") {
    const auto reading = read_content(
        "a.jsonl",
        R"({"id": "x1", "lang": "de-AT", "date": "2025-01-27T08:00:00Z", "title": "T", "url": "https://e.org/1",)"
        R"( "source": "Outlet", "author": ["A", "B"], "text": "Grüße \u00fc \"so\".", "entities": []})"
        "\n\n"
        R"({"id": 17, "text": "Two."})");
    REQUIRE(reading.articles.size() == 2);
    const Document& article = reading.articles[0];
    CHECK(article.id == "x1");
    CHECK(article.language == "de");
    CHECK(article.date == "2025-01-27");
    CHECK(article.title == "T");
    CHECK(article.url == "https://e.org/1");
    CHECK(article.source == "Outlet");
    CHECK(article.author == "A, B");
    CHECK(article.text == "Grüße ü \"so\".");
    CHECK(reading.articles[1].id == "17");
    CHECK(reading.faults.empty());
}

TEST_CASE("an article without id is named by its file and line") {
    const auto reading = read_content("a.jsonl", "\n{\"text\": \"One.\"}\n");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].id.ends_with("/a.jsonl:2"));
}

TEST_CASE("fields can have other names, also inside of objects") {
    ReadOptions options;
    options.fields.text = "content.body";
    options.fields.id = "meta.key";
    const auto reading = read_content(
        "a.jsonl", R"({"content": {"body": ["One.", "Two."]}, "meta": {"key": "k"}})", options);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "One.\n\nTwo.");
    CHECK(reading.articles[0].id == "k");
}

TEST_CASE("faulty lines are named with their number, and the others are read") {
    const auto reading = read_content("a.jsonl",
                                      "{\"text\": \"One.\"}\n"
                                      "{\"text\": \"cut o\n"
                                      "[1, 2]\n"
                                      "{\"body\": \"A long text.\", \"id\": \"x\"}\n"
                                      "{\"text\": 5.5}\n"
                                      "{\"text\": {}}\n"
                                      "{\"text\": \"Two.\"}\n");
    CHECK(reading.articles.size() == 3);
    CHECK(reading.faults.size() == 4);
    CHECK(reading.has_fault("a.jsonl:2: not valid JSON"));
    CHECK(reading.has_fault("a.jsonl:3: not a JSON object"));
    CHECK(reading.has_fault("a.jsonl:4: no field 'text'; did you mean --text-field body?"));
    CHECK(reading.has_fault("a.jsonl:6: the field 'text' is no string"));
}

TEST_CASE("broken UTF-8 in a line is mended and named") {
    const auto reading = read_content("a.jsonl", "{\"text\": \"Gr\xc3\xbc\xc3\x9f \xff hier.\"}\n");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "Grüß \uFFFD hier.");
    CHECK(reading.has_fault("a.jsonl:1: broken UTF-8"));
}

TEST_CASE("NUL characters in a text are read as spaces and named") {
    const auto reading = read_content("a.jsonl", "{\"text\": \"One\\u0000two.\"}\n");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "One two.");
    CHECK(reading.has_fault("NUL"));
}

TEST_CASE("a line that is too long is passed over, and the next one is read") {
    ReadOptions options;
    options.max_article_size = 1000;
    const std::string line = "{\"text\": \"" + std::string(3U << 20U, 'x') + "\"}\n";
    const auto reading = read_content("a.jsonl", line + "{\"text\": \"Two.\"}\n", options);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "Two.");
    CHECK(reading.has_fault("a.jsonl:1: the line is larger"));
}

TEST_CASE("JSON that is nested without end is refused without harm") {
    std::string nested = "{\"text\": ";
    for (int i = 0; i < 200000; ++i) nested += "[";
    CHECK(read_content("a.jsonl", nested + "\n").faults.size() == 1);
    const auto reading = read_content("a.json", "[" + nested + "\n");
    CHECK(reading.articles.empty());
    CHECK(reading.has_fault("the file ends inside of an object"));
}

TEST_CASE("an array of articles is read, one element at a time") {
    const auto reading = read_content("articles",
                                      "[\n  {\"text\": \"A \\\" ] } one.\", \"id\": \"a\"},\n"
                                      "  {\"text\": \"Two.\"}, 7,\n  {\"text\": \"Three.\"}\n]\n");
    REQUIRE(reading.articles.size() == 3);
    CHECK(reading.articles[0].text == "A \" ] } one.");
    CHECK(reading.articles[1].id.ends_with("#2"));
    CHECK(reading.articles[2].id.ends_with("#3"));
    CHECK(reading.has_fault(":3: not a JSON object"));
}

TEST_CASE("one object over several lines is an article") {
    const auto reading =
        read_content("a.json", "{\n  \"id\": \"one\",\n  \"text\": \"Hello.\"\n}\n");
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].id == "one");
}

TEST_CASE("markup in the fields of JSON is none of the text") {
    const auto text_of = [](const std::string& json) {
        const auto reading = read_content("a.jsonl", json);
        REQUIRE(reading.articles.size() == 1);
        return reading.articles[0].text;
    };
    // HTML, as the interfaces of content management systems give it.
    CHECK(
        text_of(
            R"({"text": "<p><a href=\"/x\">Acorn</a> &amp; Pine grew.</p>\n<p>It is old.</p>"})") ==
        "Acorn & Pine grew.\n\nIt is old.");
    // HTML that was escaped once more, behind a heading that was not.
    CHECK(
        text_of(
            R"({"text": "Acorn grows\n\nAcorn Inc &lt;A HREF=\"http://e.org\"&gt;ACN&lt;/A&gt; grew."})") ==
        "Acorn grows\n\nAcorn Inc ACN grew.");
    // Character references alone leave lines and spaces as they are.
    CHECK(
        text_of(
            R"({"text": "AT&amp;T &#8211;  Ren&#233; \n\n&#147;Caf&eacute;&#x201d; &nosuch; &#0; Q&A; R&D"})") ==
        "AT&T –  René \n\n“Café” &nosuch; &#0; Q&A; R&D");
    // And such as have lost their "&".
    CHECK(
        text_of(
            R"({"text": "AT amp;T and A  amp; P #39;s  quot;lamp quot; cost  #36;5; #5; ramp;"})") ==
        "AT&T and A & P's \"lamp\" cost $5; #5; ramp;");
    CHECK(text_of(R"({"text": "If a < b and <name> > c, then p<q"})") ==
          "If a < b and <name> > c, then p<q");
    const auto reading =
        read_content("a.jsonl", R"({"title": "Acorn&#8217;s <i>new</i> lamp", "text": "x"})");
    CHECK(reading.articles[0].title == "Acorn’s new lamp");
}
