#include <doctest/doctest.h>

#include <sstream>

#include "export/exporter.hpp"
#include "tests/export/graphs.hpp"

namespace relata::exporting {

namespace {

std::string page_of(const graph::KnowledgeGraph& graph) {
    std::ostringstream stream;
    exporter_named("html")->write_stream(graph, {}, stream);
    return std::move(stream).str();
}

std::string between(const std::string& text, const std::string& open, const std::string& close) {
    const auto from = text.find(open);
    REQUIRE(from != std::string::npos);
    const auto to = text.find(close, from + open.size());
    REQUIRE(to != std::string::npos);
    return text.substr(from + open.size(), to - from - open.size());
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t number = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
    return number;
}

}  // namespace

TEST_CASE("names, quotes and URLs cannot break out of the page's data") {
    const std::string page = page_of(hostile_graph());
    const std::string data =
        between(page, "<script id=\"data\" type=\"application/json\">", "</script>");
    CHECK(data.find("alert(1)") != std::string::npos);  // the hostile name is there, as text
    CHECK(data.find('<') == std::string::npos);
    CHECK(data.starts_with("{\"directed\":true"));
    CHECK(data.ends_with("]}\n"));
    CHECK(count(page, "<script") == 2);
    CHECK(count(page, "</script>") == 2);
}

TEST_CASE("the page's policy admits one style and one script by hash and nothing else") {
    const std::string policy =
        between(page_of(small_graph()), "Content-Security-Policy\" content=\"", "\"");
    CHECK(policy.starts_with("default-src 'none'; base-uri 'none'; form-action 'none'; "));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(count(policy, "'sha256-") == 2);
    // A SHA-256 in base64 has 43 digits and one sign of padding.
    CHECK(between(policy, "script-src 'sha256-", "'").size() == 44);
    CHECK(between(policy, "style-src 'sha256-", "'").size() == 44);
}

TEST_CASE("every part of the page's template is filled") {
    std::string page = page_of(small_graph());
    const std::string script = between(page, "<script>", "</script>");
    page.erase(page.find(script), script.size());
    CHECK(count(page, "{{") == 0);
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(page.ends_with("</html>\n"));
    CHECK(count(page, " onclick=") + count(page, " style=") + count(page, "src=") == 0);
}

TEST_CASE("the page has its libraries with their licences, and no code made of text") {
    const std::string script = between(page_of(small_graph()), "<script>", "</script>");
    for (const auto* library : {"sigma ", "graphology ", "graphology-layout-forceatlas2 "})
        CHECK(script.find(library) < script.find("*/"));
    CHECK(script.find("Permission is hereby granted, free of charge") < script.find("*/"));
    CHECK(count(script, "eval(") + count(script, "new Function") == 0);
}

}  // namespace relata::exporting
