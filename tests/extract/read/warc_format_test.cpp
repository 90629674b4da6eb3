#include <doctest/doctest.h>

#include "reading.hpp"

using namespace relata::extract;
using relata::test::packed;
using relata::test::read_content;

namespace {

std::string record(const std::string& type, const std::string& url, const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
           "\r\nWARC-Date: 2025-01-27T10:00:00Z\r\nContent-Length: " +
           std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& headers, const std::string& body,
                 const std::string& status = "200 OK") {
    return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n\r\n" + body;
}

const std::string kBody =
    "<html><body><p>Acme, the software company from Berlin, has bought the startup Beta for 50 "
    "million.</p></body></html>";
const std::string kText =
    "Acme, the software company from Berlin, has bought the startup Beta for 50 million.";

std::string chunked(const std::string& body) {
    return "a;ext=1\r\n" + body.substr(0, 10) + "\r\n" + "14\r\n" + body.substr(10, 20) + "\r\n" +
           [&] {
               char size[16];
               std::snprintf(size, sizeof size, "%zx", body.size() - 30);
               return std::string(size);
           }() +
           "\r\n" + body.substr(30) + "\r\n0\r\n\r\n";
}

}  // namespace

TEST_CASE("responses of a web archive are articles; other records, pictures and errors are none") {
    const std::string archive =
        record("warcinfo", "", "software: test") +
        record("request", "http://e.org/1", "GET / HTTP/1.1") +
        record("response", "http://e.org/1",
               http("Content-Type: text/html; charset=utf-8", kBody)) +
        record("response", "http://e.org/p.png", http("Content-Type: image/png", "\x89PNG")) +
        record("response", "http://e.org/404",
               http("Content-Type: text/html", kBody, "404 Not Found")) +
        record("resource", "http://e.org/2", "no article, because it has no media type");
    const auto reading = read_content("a.warc", archive);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].id == "http://e.org/1");
    CHECK(reading.articles[0].url == "http://e.org/1");
    CHECK(reading.articles[0].date == "2025-01-27");
    CHECK(reading.articles[0].text == kText);
    CHECK(reading.faults.empty());
}

TEST_CASE("each record may be packed on its own") {
    const auto response = [](int i) {
        return packed(record("response", "http://e.org/" + std::to_string(i),
                             http("Content-Type: text/html", kBody)),
                      "gzip");
    };
    CHECK(read_content("a.warc.gz", response(1) + response(2) + response(3)).articles.size() == 3);
}

TEST_CASE("chunks are joined and packed bodies unpacked") {
    const std::string gzip = packed(kBody, "gzip");
    const std::string archive =
        record("response", "http://e.org/1",
               http("Content-Type: text/html\r\nTransfer-Encoding: chunked", chunked(kBody))) +
        record("response", "http://e.org/2",
               http("Content-Type: text/html\r\nContent-Encoding: gzip", gzip)) +
        record(
            "response", "http://e.org/3",
            http("Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked",
                 chunked(gzip))) +
        record("response", "http://e.org/4",
               http("Content-Type: text/html\r\nTransfer-Encoding: chunked", kBody));
    const auto reading = read_content("a.warc", archive);
    REQUIRE(reading.articles.size() == 4);
    for (const Document& article : reading.articles) CHECK(article.text == kText);
    CHECK(reading.faults.empty());
}

TEST_CASE("the header's character set counts before the page's") {
    const std::string body =
        "<html><head><meta charset=utf-8></head><body><p>M\xFCnchen ist "
        "sch\xF6n.</p></body></html>";
    const auto reading =
        read_content("a.warc", record("response", "http://e.org/1",
                                      http("Content-Type: text/html; charset=ISO-8859-1", body)));
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "München ist schön.");
}

TEST_CASE("an archive that is cut off gives the records before, and says where") {
    const std::string one =
        record("response", "http://e.org/1", http("Content-Type: text/html", kBody));
    const auto reading = read_content("a.warc", one + one.substr(0, one.size() - 60));
    CHECK(reading.has_fault("a.warc#2: the file ends inside of this record"));
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[0].text == kText);
    CHECK(kText.starts_with(reading.articles[1].text));
    CHECK(read_content("b.warc", one + "garbage\r\n").has_fault("#2: no WARC record begins here"));
    const std::string gzip = packed(one, "gzip");
    const auto unpacked = read_content("c.warc.gz", gzip + gzip.substr(0, gzip.size() - 30));
    CHECK(unpacked.articles.size() == 2);
    CHECK(unpacked.has_fault("c.warc.gz#2: the file ends inside of this record"));
    CHECK(unpacked.has_fault("c.warc.gz: cannot be unpacked to its end"));
}
