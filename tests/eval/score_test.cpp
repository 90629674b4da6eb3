#include "eval/score.hpp"

#include <doctest/doctest.h>

using namespace relata;
using eval::GoldArticle;
using eval::GoldRelation;
using extract::Relation;
using extract::Status;

namespace {

Relation found(const std::string& type, const std::string& subject, const std::string& object,
               Status status = Status::asserted) {
    Relation relation;
    relation.document = "a";
    relation.type = type;
    relation.subject.name = subject;
    relation.object.name = object;
    relation.status = status;
    relation.rule = "test.rule";
    return relation;
}

GoldRelation wanted(const std::string& type, const std::string& subject,
                    const std::string& object) {
    GoldRelation relation;
    relation.type = type;
    relation.subject = subject;
    relation.object = object;
    return relation;
}

GoldArticle article(std::vector<GoldRelation> relations) {
    GoldArticle gold;
    gold.document.id = "a";
    gold.document.language = "en";
    gold.entities = {{"Acme Corp", {"Acme"}}, {"Jane Roe", {"Roe"}}};
    gold.relations = std::move(relations);
    return gold;
}

}  // namespace

TEST_CASE("comparable names: case, articles, quotation marks and legal forms do not matter") {
    CHECK(eval::comparable("The Acme Corp.") == "acme");
    CHECK(eval::comparable("„Wenku“") == "wenku");
    CHECK(eval::comparable("Acme Holding GmbH") == "acme");
    CHECK(eval::comparable("Ärzte  AG") == "ärzte");
    CHECK(eval::comparable("Group") == "group");
}

TEST_CASE("an alias of the gold entity is right, another name is wrong and the relation missed") {
    eval::Report report;
    const std::vector<Relation> relations = {found("ceo_of", "Roe", "ACME"),
                                             found("ceo_of", "Roe", "Other")};
    eval::score(article({wanted("ceo_of", "Jane Roe", "Acme Corp"),
                         wanted("founder_of", "Jane Roe", "Acme Corp")}),
                relations, report);
    CHECK(report.all.right == 1);
    CHECK(report.all.wrong == 1);
    CHECK(report.all.missed == 1);
    CHECK(report.all.precision() == doctest::Approx(0.5));
    CHECK(report.by_type.at("founder_of").missed == 1);
    CHECK(report.by_language.at("en").wrong == 1);
    CHECK(report.by_rule.at("test.rule").right == 1);
    CHECK(report.faults.size() == 2);
}

TEST_CASE("a repeated relation counts once, right or wrong") {
    eval::Report report;
    const std::vector<Relation> relations = {
        found("ceo_of", "Roe", "Acme"), found("ceo_of", "Jane Roe", "Acme Corp"),
        found("sued", "Roe", "Acme"), found("sued", "Roe", "Acme")};
    eval::score(article({wanted("ceo_of", "Jane Roe", "Acme Corp")}), relations, report);
    CHECK(report.all.right == 1);
    CHECK(report.all.wrong == 1);
}

TEST_CASE("symmetric types match either way round, others do not") {
    eval::Report report;
    const std::vector<Relation> relations = {found("partner_of", "Beta", "Acme"),
                                             found("acquired", "Beta", "Acme")};
    eval::score(article({wanted("partner_of", "Acme", "Beta"), wanted("acquired", "Acme", "Beta")}),
                relations, report);
    CHECK(report.by_type.at("partner_of").right == 1);
    CHECK(report.by_type.at("acquired").wrong == 1);
}

TEST_CASE("optional relations neither help nor hurt, amounts are not scored, years decide dates") {
    GoldRelation optional = wanted("sued", "Acme", "Beta");
    optional.optional = true;
    eval::Report report;
    const std::vector<Relation> relations = {found("sued", "Acme", "Beta"),
                                             found("raised", "Acme", "5 USD"),
                                             found("founded_on", "Acme", "1998-05")};
    eval::score(article({optional, wanted("founded_on", "Acme", "1998")}), relations, report);
    CHECK(report.all.right == 1);
    CHECK(report.all.wrong == 0);
    CHECK(report.all.missed == 0);
}

TEST_CASE("the status is scored apart") {
    eval::Report report;
    const std::vector<Relation> relations = {found("ceo_of", "Roe", "Acme", Status::former)};
    eval::score(article({wanted("ceo_of", "Jane Roe", "Acme Corp")}), relations, report);
    CHECK(report.all.right == 1);
    CHECK(report.all.status() == doctest::Approx(0));
}

TEST_CASE("with spans only annotated passages count, each for its types") {
    GoldArticle gold = article({wanted("ceo_of", "he", "Acme")});
    gold.by_span = true;
    gold.relations[0].subject_span = {0, 2};
    gold.relations[0].object_span = {10, 14};
    gold.passages = {{{0, 50}, {"ceo_of"}}};
    Relation right = found("ceo_of", "", "x");
    right.subject.start = 1, right.subject.end = 5;
    right.object.start = 12, right.object.end = 20;
    Relation outside = found("ceo_of", "y", "z");
    outside.object.start = 60, outside.object.end = 70;
    Relation other_type = found("sued", "y", "z");
    eval::Report report;
    eval::score(gold, std::vector<Relation>{right, outside, other_type}, report);
    CHECK(report.all.right == 1);
    CHECK(report.all.wrong == 0);
}

TEST_CASE("confidence intervals narrow with the number of cases and stay inside [0, 1]") {
    const eval::Interval few = eval::wilson(9, 10), many = eval::wilson(900, 1000);
    CHECK(few.low == doctest::Approx(0.596).epsilon(0.001));
    CHECK(few.high == doctest::Approx(0.982).epsilon(0.001));
    CHECK(many.low > few.low);
    CHECK(eval::wilson(10, 10).high == doctest::Approx(1));
    CHECK(eval::wilson(0, 0).low == 0);
}
