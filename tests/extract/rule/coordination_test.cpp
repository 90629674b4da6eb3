// role:list(type)
#include <doctest/doctest.h>

#include "tests/extract/rule/fixture.hpp"

using namespace relata::extract;
using namespace relata::extract::test;

namespace {

const std::string kWords =
    "words coordinator = and | & | as well as\nwords org_noun = partner | chipmaker\n"
    "words product_noun = robot | arm\nwords stopword = of | its\nwords org_verb = sold\n"
    "words determiner = the | vom\nwords post = adviser\nwords relative = which\n"
    "words agent_preposition = by\nwords preposition = by | vom\n";

// The members that a list binds on the right and on the left of an anchor, as "A B C".
std::string members(const std::string& pattern, const std::string& marked) {
    const Language language =
        make_language(kWords + "rule r\n match " + pattern +
                      "\n emit acquired(buyer, each a)\n + x -> y(a, b)\n - x\n");
    const MarkedText text(marked, language);
    std::string names;
    for (const Claim& claim : match_rules(language.rules, catalogue(), text.analysis())) {
        const std::uint32_t entity = text.analysis().mentions[claim.object].entity;
        names += (names.empty() ? "" : " ") + text.analysis().entities[entity].name;
    }
    return names;
}
std::string right(const std::string& marked) {
    return members("buyer:org @buys a:list(org)", "[X:org] buys " + marked);
}
std::string left(const std::string& marked) {
    return members("a:list(org) go @to buyer:org", marked + " go to [X:org]");
}

}  // namespace

TEST_CASE("a coordination takes all of its members, in both directions") {
    for (const auto& [marked, names] :
         {std::pair<const char*, const char*>{"[A:org]", "A"},
          {"[A:org] and [B:org]", "A B"},
          {"[A:org], [B:org] and [C:org]", "A B C"},
          {"[A:org], [B:org], and [C:org]", "A B C"},
          {"[A:org] & [B:org]", "A B"},
          {"[A:org] as well as [B:org]", "A B"},
          {"[A:org] and [B:org] and [C:org]", "A B C"},
          {"[A:org] and its partner [B:org]", "A B"},
          {"[A:org] and the London-based [B:org]", "A B"},
          {"[A:org], chipmaker [B:org] and big chipmaker [C:org]", "A B C"},
          {"[A:org] (Oslo), [B:org] (in Rome) and [C:org]", "A B C"},
          {"[A:org] and \"[B:org]\"", "A B"}}) {
        const std::string sentence = marked;  // clang 14 captures no structured binding
        CAPTURE(sentence);
        CHECK(right(sentence) == names);
        CHECK(left(sentence) == names);
    }
}

TEST_CASE("commas alone join nothing") {
    CHECK(right("[A:org], [B:org] said") == "A");
    CHECK(left("Then [A:org], [B:org]") == "B");
    CHECK(right("[A:org], [B:org] and others") == "A B");
    CHECK(members("a:list(org) and others @go to buyer:org",
                  "[A:org], [B:org] and others go to [X:org]") == "A B");
}

TEST_CASE("comma and coordinator part two clauses, and join the last of three members") {
    CHECK(right("[A:org], and [B:org] said") == "A");
    CHECK(left("Then came [A:org], and [B:org]") == "B");
    CHECK(right("[A:org], [B:org], and [C:org] said") == "A B C");
}

TEST_CASE("a coordinator between an object and a verb parts two clauses") {
    CHECK(members("buyer:org @sold a:list(org)", "[X:org] sold [A:org] and [B:org]") == "A B");
    CHECK(members("buyer:org @sold a:list(org)",
                  "[X:org] sold [A:org] and [C:org] sold the boat") == "A");
    CHECK(members("a:list(org) sold the @boat of buyer:org",
                  "[X:org] sold [A:org] and [B:org] sold the boat of [C:org]") == "B");
    CHECK(members("a:list(org) sold the @boat of buyer:org",
                  "[A:org] and [B:org] sold the boat of [C:org]") == "A B");
}

TEST_CASE("a list in a passive or a relative clause is one, whatever verb goes on") {
    CHECK(members("buyer:org sold @by a:list(org)",
                  "[X:org] sold by [A:org] and [B:org] sold the boat") == "A B");
    CHECK(members("buyer:org which @sold a:list(org)",
                  "[X:org] which sold [A:org] and [B:org] sold the boat") == "A B");
}

TEST_CASE("what is said of a member between commas parts nothing") {
    CHECK(right("[A:org], which left, and [B:org]") == "A B");
    CHECK(right("[A:org], [B:org], once the partner of Foo, and [C:org]") == "A B C");
    CHECK(left("[A:org], which left, and [B:org]") == "A B");
    CHECK(right("[A:org], [it:org] left, and [B:org]") == "A");
    // Another clause begins.
    CHECK(right("[A:org], which left, and [B:org] sold") == "A");
    CHECK(right("[A:org], which left, and [B:org] danced") == "A");
    CHECK(left("He sold [A:org], which left, and [B:org]") == "B");
    CHECK(left("Of [A:org], which left, and [B:org]") == "B");
    // No member of the kind follows, or nothing opens the insertion.
    CHECK(right("[A:org], which left, and others") == "A");
    CHECK(right("[A:org], gone, and [B:org]") == "A");
}

TEST_CASE("what is no description ends the coordination") {
    CHECK(right("[A:org] and sold [B:org]") == "A");
    CHECK(right("[A:org] and sold its partner [B:org]") == "A");
    CHECK(right("[A:org] and so on [B:org]") == "A");
    CHECK(right("[A:org] and the friend of [B:org]") == "A");
    CHECK(right("[A:org] and [B:person]") == "A");
    CHECK(right("[A:org] and adviser the chipmaker [B:org]") == "A");
    CHECK(right("[A:org] and the adviser [B:org]") == "A B");
    CHECK(right("[A:org], gefolgt vom chipmaker [B:org] and [C:org]") == "A");
    CHECK(right("[A:org] and vom chipmaker [B:org]") == "A B");
    CHECK(left("its partner [A:org] and sold [B:org]") == "B");
}

TEST_CASE("a member has a possessor") {
    CHECK(right("[A:org] and [Spain:place]'s [B:org] said") == "A B");
    CHECK(right("[A:org], [Spain:place]'s chipmaker [B:org] and [C:org]'s [D:org] said") ==
          "A B D");
    CHECK(left("Then [A:org] and [Spain:place]'s [B:org]") == "A B");
    CHECK(right("[Y:org]'s [A:org] and [Z:org]'s [B:org] said") == "Y");
    CHECK(members("buyer:org @buys owner:org.gen a:list(org)",
                  "[X:org] buys [Y:org]'s [A:org] and [Z:org]'s [B:org] said") == "A B");
    CHECK(members("buyer:org @buys owner:org.gen a:list(product)",
                  "[X:org] buys [Y:org]'s [A:product] and [Z:org]'s [B:product] said") == "A");
    CHECK(right("[A:org] and [B:org]'s [C:product] said") == "A");
    CHECK(members("buyer:org @buys owner:org.gen a:list(product)",
                  "[X:org] buys [Y:org]'s [A:product] and [B:product] said") == "A B");
    CHECK(members("buyer:org @buys owner:org.gen a:list(product)",
                  "[X:org] buys [Y:org]'s [A:product] and the [B:product] said") == "A");
}

TEST_CASE("members are given back where the pattern needs them") {
    CHECK(members("buyer:org @buys a:list(org) and last:org", "[X:org] buys [A:org] and [B:org]") ==
          "A");
    CHECK(members("buyer:org @buys a:list(org) and last:org",
                  "[X:org] buys [A:org] and [B:org] and [C:org]") == "A B");
}

TEST_CASE("a genitive after the last member") {
    const std::string pattern = "a:list(org).gen @seller is buyer:org";
    CHECK(members(pattern, "[A:org] and [B:org]'s seller is [X:org]") == "A B");
    CHECK(members(pattern, "[A:org] and [B:org] seller is [X:org]") == "");
    CHECK(members(pattern, "[Airbus:org]' seller is [X:org]") == "Airbus");
}

TEST_CASE("the noun of a product may stand behind it") {
    const auto products = [](const std::string& marked) {
        return members("buyer:org @buys a:list(product)", "[X:org] buys " + marked);
    };
    CHECK(products("[A:product] robot and the [B:product] arm") == "A B");
    CHECK(products("[A:product] robot, [B:product] and the [C:product]") == "A B C");
    CHECK(products("[A:product] partner and the [B:product]") == "A");
    CHECK(right("[A:org] chipmaker and [B:org] said") == "A");
}
