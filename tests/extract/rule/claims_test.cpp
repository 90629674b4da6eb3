// What `emit` gives, and which relation stands.
#include <doctest/doctest.h>

#include "tests/extract/rule/fixture.hpp"

using namespace relata::extract;
using namespace relata::extract::test;

namespace {

const std::string kExamples = "\n  + x -> acquired(A, B)\n  - x\n";

}  // namespace

TEST_CASE("attributes: values are normalised, words and fixed words are taken over") {
    const Language language = make_language(
        "rule r\n match a:org @bought b:org ( for price:money )? ( in when:date )? ( as how:( _ ) "
        ")?"
        "\n emit acquired(a, b) amount=price date=when title=how round=\"seed\"" +
        kExamples);
    CHECK(
        relations(language, "[Acme:org] bought [Blip:org] for $5 million in May 2019 as planned") ==
        "acquired(Acme, Blip) amount=\"5000000\" currency=\"USD\" date=\"2019-05\" round=\"seed\""
        " title=\"planned\"");
    CHECK(relations(language, "[Acme:org] bought [Blip:org]") ==
          "acquired(Acme, Blip) round=\"seed\"");
}

TEST_CASE("a value as an object") {
    const Language language =
        make_language("rule r\n match a:org @raised m:money\n emit raised(a, m)" + kExamples);
    CHECK(relations(language, "[Acme:org] raised $5 million.") == "raised(Acme, 5000000 USD)");
}

TEST_CASE("each gives one relation a member, pair goes member by member") {
    const std::string words = "words coordinator = and\n";
    const Language each = make_language(
        words + "rule r\n match a:list(org) @buy b:list(org)\n emit acquired(each a, each b)" +
        kExamples);
    CHECK(relations(each, "[A:org] and [B:org] buy [C:org] and [D:org]") ==
          "acquired(A, C) ; acquired(A, D) ; acquired(B, C) ; acquired(B, D)");
    const Language pair = make_language(
        words + "rule r\n match a:list(org) @buy b:list(org)\n emit acquired(pair a, b)" +
        kExamples);
    CHECK(relations(pair, "[A:org] and [B:org] buy [C:org] and [D:org]") ==
          "acquired(A, C) ; acquired(B, D)");
    CHECK(relations(pair, "[A:org] and [B:org] buy [C:org]") == "");
}

TEST_CASE("several emits; one whose role is not bound gives nothing") {
    const Language language = make_language(
        "rule r\n match who:person , founder and @boss of org:org ( with other:person )?\n"
        " emit founder_of(who, org)\n emit ceo_of(who, org) status=former\n emit founder_of(other, "
        "org)" +
        kExamples);
    CHECK(relations(language, "[Jane:person], founder and boss of [Acme:org]") ==
          "founder_of(Jane, Acme) ; ceo_of(Jane, Acme) status=former");
}

TEST_CASE("the catalogue's types hold for what was bound") {
    const Language language =
        make_language("rule r\n match a:agent @leads b:org\n emit ceo_of(a, b)" + kExamples);
    CHECK(relations(language, "[Jane:person] leads [Acme:org]") == "ceo_of(Jane, Acme)");
    CHECK(relations(language, "[Blip:org] leads [Acme:org]") == "");
    const MarkedText text("[Jane:person|org] leads [Acme:org]", language);
    const std::vector<Claim> claims = match_rules(language.rules, catalogue(), text.analysis());
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].subject_types == type_bit(EntityType::person));
}

TEST_CASE("of alternatives at one anchor the first that matches counts") {
    const Language language = make_language(
        "rule r\n match a:org @and b:org end\n match b:org @and a:org\n emit acquired(a, b)" +
        kExamples);
    CHECK(relations(language, "[A:org] and [B:org] end") == "acquired(A, B)");
    CHECK(relations(language, "[A:org] and [B:org]") == "acquired(B, A)");
}

TEST_CASE(
    "the same pair and type: priority, then attributes, then the shorter match, then the name") {
    const auto rule = [](const std::string& name, const std::string& head, const std::string& match,
                         const std::string& emit) {
        return "rule " + name + head + "\n match " + match + "\n emit acquired(a, b)" + emit +
               kExamples;
    };
    const auto given = [&](const std::string& rules) {
        return relations(make_language(rules), "So [A:org] buys [B:org] now");
    };
    const std::string plain = "a:org @buys b:org";
    CHECK(given(rule("x", " prio 30", plain, " title=\"x\"") + rule("y", "", plain, "")) ==
          "acquired(A, B)");
    CHECK(given(rule("x", "", plain, "") + rule("y", "", plain, " title=\"y\"")) ==
          "acquired(A, B) title=\"y\"");
    CHECK(given(rule("x", "", plain + " now", " title=\"x\"") +
                rule("y", "", plain, " title=\"y\"")) == "acquired(A, B) title=\"y\"");
    CHECK(given(rule("y", "", plain, " title=\"y\"") + rule("x", "", plain, " title=\"x\"")) ==
          "acquired(A, B) title=\"x\"");
    CHECK(given(rule("x", "", plain, " status=former") + rule("y", " prio 70", plain, "")) ==
          "acquired(A, B)");
}

TEST_CASE("symmetric types know no order; an entity has no relation with itself") {
    const Language language = make_language(
        "rule r\n match a:org @meets b:org\n emit partner_of(a, b)\n emit partner_of(b, a)" +
        kExamples);
    CHECK(relations(language, "[A:org] meets [B:org]") == "partner_of(A, B)");
    CHECK(relations(language, "[A:org] meets [A:org]") == "");
}

TEST_CASE("claims tell where they come from") {
    const Language language = make_language(
        "rule r\n match x @never b:org a:org\n match a:org @buys b:org\n emit acquired(a, b)" +
        kExamples);
    const MarkedText text("It is so. Now [A:org] buys [B:org] too.", language);
    const std::vector<Claim> claims = match_rules(language.rules, catalogue(), text.analysis());
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].alternative == 1);
    CHECK(claims[0].sentence == 1);
    CHECK(text.analysis().text(claims[0].first, claims[0].last) == "A buys B");
    CHECK(text.analysis().text(claims[0].anchor, claims[0].anchor + 1) == "buys");
}

TEST_CASE("a listener hears of matches and of failures, with the element that was wanted") {
    struct Listener : MatchListener {
        void matched(const Claim&) override { ++matches; }
        void failed(RuleIndex, std::uint32_t alternative, std::uint32_t anchor, std::uint32_t at,
                    const std::string& wanted) override {
            failures.push_back(std::to_string(alternative) + " " + std::to_string(anchor) + " " +
                               std::to_string(at) + " " + wanted);
        }
        int matches = 0;
        std::vector<std::string> failures;
    };
    const Language language = make_language(
        "rule r\n match a:org @buys .{0,1} b:org for p:money\n match c:person @buys b:org\n"
        " match a:org @buys b:org\n emit acquired(a, b)\n emit acquired(c, b)" +
        kExamples);
    const MarkedText text("[A:org] buys [B:org] for nothing", language);
    Listener listener;
    match_rules(language.rules, catalogue(), text.analysis(), &listener);
    CHECK(listener.matches == 1);
    REQUIRE(listener.failures.size() == 2);
    CHECK(listener.failures[0] == "0 1 4 p:money");
    CHECK(listener.failures[1] == "1 1 0 c:person");
}
