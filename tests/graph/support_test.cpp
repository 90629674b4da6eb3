// What an edge makes of its evidence.
#include "graph/support.hpp"

#include <doctest/doctest.h>

using namespace relata::graph;
using relata::extract::Status;

namespace {

// Evidence of an article, an outlet and a sentence of its own.
Evidence said(const std::string& document, std::map<std::string, std::string> attributes = {}) {
    Evidence e;
    e.document = document;
    e.source = "Outlet of " + document;
    e.quote = "Sentence of " + document;
    e.subject_text = "A";
    e.object_text = "B";
    e.confidence = 0.8;
    e.attributes = std::move(attributes);
    return e;
}

Edge summary(std::vector<Evidence> evidence, Status status = Status::asserted) {
    Edge edge;
    edge.status = status;
    edge.evidence = std::move(evidence);
    summarise(edge);
    return edge;
}

std::uint32_t sources(const Evidence& one, const Evidence& other) {
    return summary({one, other}).sources;
}

std::string attribute(const Edge& edge, const char* key) {
    const auto found = edge.attributes.find(key);
    return found == edge.attributes.end() ? "(none)" : found->second;
}

}  // namespace

TEST_CASE("one outlet, one story or one sentence is one source") {
    const Evidence one = said("d1"), other = said("d2");
    CHECK(sources(one, other) == 2);
    Evidence outlet = other;
    outlet.source = "outlet of D1";  // folded
    CHECK(sources(one, outlet) == 1);
    Evidence quote = other;
    quote.quote = one.quote;
    CHECK(sources(one, quote) == 1);
    Evidence story = other;
    story.story = "d1";
    CHECK(sources(one, story) == 1);
    Evidence named = other;  // an outlet that is called as a story is
    named.source = "d1";
    CHECK(sources(one, named) == 2);
}

TEST_CASE("an outlet without a name is known by its host, without a URL an article is its own") {
    Evidence one = said("d1"), other = said("d2");
    one.source = other.source = "";
    CHECK(sources(one, other) == 2);
    one.url = "https://www.wire.example/1";
    other.url = "https://wire.example/2";
    CHECK(sources(one, other) == 1);
    other.url = "https://other.example/2";
    CHECK(sources(one, other) == 2);
}

TEST_CASE("sources are joined over several steps") {
    Evidence first = said("d1"), middle = said("d2"), last = said("d3");
    middle.quote = last.quote;
    middle.source = first.source;
    const Edge edge = summary({first, middle, last, said("d4")});
    CHECK(edge.sources == 2);
}

TEST_CASE("each source doubts once, with its best evidence; nothing is certain") {
    CHECK(summary({said("d1")}).confidence == doctest::Approx(0.8));
    CHECK(summary({said("d1"), said("d2")}).confidence == doctest::Approx(0.96));
    Evidence weaker = said("d2");
    weaker.source = said("d1").source;
    weaker.confidence = 0.5;
    CHECK(summary({said("d1"), weaker}).confidence == doctest::Approx(0.8));
    Evidence sure = said("d1");
    sure.confidence = 1;
    CHECK(summary({sure}).confidence == doctest::Approx(0.9999));
    CHECK(summary({sure, said("d2"), said("d3")}).confidence == doctest::Approx(0.9999));
    Evidence thirds = said("d1");
    thirds.confidence = 1.0 / 3;
    CHECK(summary({thirds}).confidence == 0.3333);
}

TEST_CASE("evidence is sorted, and what comes twice is kept once") {
    const Edge edge = summary({said("d2"), said("d1"), said("d2")});
    REQUIRE(edge.evidence.size() == 2);
    CHECK(edge.evidence[0].document == "d1");
    CHECK(edge.evidence[1].document == "d2");
    Evidence retold = said("d1");
    retold.url = "https://d1.example";  // what is known of the article makes no other evidence
    CHECK(summary({said("d1"), retold}).evidence.size() == 1);
    Evidence elsewhere = said("d1");
    elsewhere.start = 40;
    CHECK(summary({said("d1"), elsewhere}).evidence.size() == 2);
}

TEST_CASE("an edge is seen from its first dated article to its last") {
    Evidence early = said("d1"), late = said("d2"), never = said("d0");
    early.date = "2023-05-01";
    late.date = "2024-01-01";
    const Edge edge = summary({never, late, early});
    CHECK(edge.first_seen == "2023-05-01");
    CHECK(edge.last_seen == "2024-01-01");
    const Edge undated = summary({never});
    CHECK(undated.first_seen == "");
    CHECK(undated.last_seen == "");

    Node node;
    extend_seen(node, undated);
    CHECK(node.first_seen == "");
    extend_seen(node, edge);
    CHECK(node.first_seen == "2023-05-01");
    CHECK(node.last_seen == "2024-01-01");
    Edge within = edge;
    within.first_seen = within.last_seen = "2023-07-01";
    extend_seen(node, within);
    CHECK(node.first_seen == "2023-05-01");
    CHECK(node.last_seen == "2024-01-01");
    Edge before = edge;
    before.first_seen = before.last_seen = "2022-07-01";
    extend_seen(node, before);
    CHECK(node.first_seen == "2022-07-01");
    CHECK(node.last_seen == "2024-01-01");
}

TEST_CASE("the value that most sources give wins, not the one that most articles give") {
    Evidence copy = said("d2", {{"amount", "2"}}), other_copy = said("d3", {{"amount", "2"}});
    copy.source = other_copy.source = "Wire";
    const std::vector<Evidence> evidence = {copy, other_copy, said("d4", {{"amount", "7"}}),
                                            said("d5", {{"amount", "7"}})};
    CHECK(attribute(summary(evidence), "amount") == "7");
}

TEST_CASE("a less precise date supports a more precise one") {
    const auto date = [](const std::vector<std::string>& dates, const char* key) {
        std::vector<Evidence> evidence;
        for (const std::string& value : dates)
            evidence.push_back(said("d" + std::to_string(evidence.size()), {{key, value}}));
        return attribute(summary(evidence), key);
    };
    for (const char* key : {"date", "since", "until"}) {
        CAPTURE(key);
        CHECK(date({"2024", "2024-03-05", "2023-12", "2023-12"}, key) == "2024-03-05");
        CHECK(date({"2024", "2024"}, key) == "2024");
        CHECK(date({"2024", "2024-03"}, key) == "2024-03");
    }
    CHECK(date({"1", "12", "7", "7"}, "amount") == "7");  // no digits of another number
}

TEST_CASE("where sources are even the later article wins, then the smaller value") {
    Evidence old = said("d1", {{"title", "A"}}), recent = said("d2", {{"title", "B"}});
    CHECK(attribute(summary({old, recent}), "title") == "A");
    old.date = "2023-01-01";
    recent.date = "2024-01-01";
    CHECK(attribute(summary({old, recent}), "title") == "B");
}

TEST_CASE("an amount has the currency of an article that gives this amount") {
    const Edge edge =
        summary({said("d1", {{"amount", "5"}, {"currency", "USD"}}),
                 said("d2", {{"amount", "5"}, {"currency", "USD"}}),
                 said("d3", {{"amount", "4"}, {"currency", "EUR"}}),
                 said("d4", {{"currency", "EUR"}}), said("d5", {{"currency", "EUR"}})});
    CHECK(attribute(edge, "amount") == "5");
    CHECK(attribute(edge, "currency") == "USD");
    const Edge apart = summary({said("d1", {{"amount", "5"}}), said("d2", {{"currency", "EUR"}})});
    CHECK(attribute(apart, "currency") == "(none)");
    const Edge alone = summary({said("d2", {{"currency", "EUR"}})});
    CHECK(attribute(alone, "currency") == "EUR");
}

TEST_CASE("what the text states of time is when an edge holds; a date ends what has been") {
    const auto validity = [](Status status, std::map<std::string, std::string> attributes) {
        const Edge edge = summary({said("d1", std::move(attributes))}, status);
        return edge.valid_from + ".." + edge.valid_to;
    };
    CHECK(validity(Status::asserted, {}) == "..");
    CHECK(validity(Status::asserted, {{"date", "2024-05"}}) == "2024-05..");
    CHECK(validity(Status::former, {{"date", "2024-05"}}) == "..2024-05");
    CHECK(validity(Status::denied, {{"date", "2024-05"}}) == "..");
    CHECK(validity(Status::asserted, {{"since", "2020"}, {"until", "2022"}}) == "2020..2022");
    CHECK(validity(Status::asserted, {{"since", "2020"}, {"date", "2024"}}) == "2020..");
    CHECK(validity(Status::former, {{"since", "2020"}, {"date", "2024"}}) == "2020..2024");
    CHECK(validity(Status::former, {{"until", "2022"}, {"date", "2024"}}) == "..2022");
}

TEST_CASE("evidence of a record that runs against its edge has its arguments turned") {
    relata::extract::Relation record;
    record.subject.text = "Acme";
    record.object.text = "Beta";
    record.sentence = "Acme and Beta work together.";
    record.sentence_start = 10;
    record.sentence_end = 38;
    record.status = Status::planned;
    record.rule = "partners";
    record.language = "de";
    record.confidence = 0.7;
    record.attributes = {{"date", "2024"}};
    Article article;
    article.document = "d1";
    article.story = "d0";
    const Evidence forth = evidence_of(record, article, false);
    CHECK(forth.subject_text == "Acme");
    CHECK(forth.object_text == "Beta");
    CHECK(forth.quote == record.sentence);
    CHECK(forth.start == 10);
    CHECK(forth.end == 38);
    CHECK(forth.status == Status::planned);
    CHECK(forth.rule == "partners");
    CHECK(forth.language == "de");
    CHECK(forth.confidence == 0.7);
    CHECK(forth.attributes == record.attributes);
    CHECK(forth.document == "d1");
    CHECK(forth.story == "d0");
    const Evidence back = evidence_of(record, article, true);
    CHECK(back.subject_text == "Beta");
    CHECK(back.object_text == "Acme");
}
