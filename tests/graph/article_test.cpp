#include "graph/article.hpp"

#include <doctest/doctest.h>

#include "records.hpp"

using namespace relata::graph;

TEST_CASE("URLs of one article are one: scheme, www, fragment, tracking and closing slash go") {
    CHECK(normalised_url("https://www.Wire.example/News/A/#top") == "wire.example/News/A");
    CHECK(normalised_url("http://wire.example/News/A") == "wire.example/News/A");
    CHECK(normalised_url("https://AZ.example") == "az.example");
    CHECK(normalised_url("") == "");
    const char* tracked =
        "https://wire.example/a/?utm_source=x&id=7&fbclid=y&gclid=z&page=2&wt_mc=n&wt.zmc=m&&";
    CHECK(normalised_url(tracked) == "wire.example/a?id=7&page=2");
    CHECK(normalised_url("https://wire.example/a?utm_medium=mail") == "wire.example/a");
    CHECK(normalised_url("https://wire.example/a?ref=utm_x") == "wire.example/a?ref=utm_x");
}

TEST_CASE("the host of a URL") {
    CHECK(url_host("https://www.Wire.Example:8080/a") == "wire.example");
    CHECK(url_host("wire.example?a") == "wire.example");
    CHECK(url_host("https://wire.example#a") == "wire.example");
    CHECK(url_host("") == "");
}

TEST_CASE("the same URL, or none and the same records, is the same article") {
    const std::vector<ArticleKeys> articles = {keys_of("https://a.example/1", 5, ""),
                                               keys_of("http://www.a.example/1/", 6, ""),
                                               keys_of("https://a.example/2", 5, ""),
                                               keys_of("", 5, ""),
                                               keys_of("", 5, ""),
                                               keys_of("", 7, "")};
    CHECK(same_articles(articles) == std::vector<std::uint32_t>{0, 0, 2, 3, 3, 5});
}

TEST_CASE(
    "what records of one article say of it in different ways does not depend on their order") {
    auto one = testing::record("d1", "org:A", "acquired", "org:B");
    auto other = one;
    one.date = "2024-01-01";
    one.author = "Roe";
    one.path = "a.txt";
    other.date = "2024-01-02";
    other.title = "T";
    Article forth, back;
    forth.absorb(one);
    forth.absorb(other);
    back.absorb(other);
    back.absorb(one);
    for (const Article& article : {forth, back}) {
        CHECK(article.date == "2024-01-02");
        CHECK(article.author == "Roe");
        CHECK(article.title == "T");
        CHECK(article.path == "a.txt");
    }
}

TEST_CASE("the digest of a record is of all that it says, and not of where it was found") {
    const auto record = testing::record("d1", "org:A", "acquired", "org:B");
    const auto differs = [&](auto change) {
        auto changed = record;
        change(changed);
        return record_digest(changed) != record_digest(record);
    };
    CHECK(differs([](auto& r) { r.type = "sued"; }));
    CHECK(differs([](auto& r) { r.subject.name = "C"; }));
    CHECK(differs([](auto& r) { r.object.text = "C"; }));
    CHECK(differs([](auto& r) { r.object.start += 1; }));
    CHECK(differs([](auto& r) { r.status = relata::extract::Status::denied; }));
    CHECK(differs([](auto& r) { r.attributes["date"] = "2024"; }));
    CHECK(differs([](auto& r) { r.confidence /= 2; }));
    CHECK(differs([](auto& r) { r.sentence += "!"; }));
    CHECK_FALSE(differs([](auto& r) { r.url = "https://a.example"; }));
    CHECK_FALSE(differs([](auto& r) { r.document = "d2"; }));
}
