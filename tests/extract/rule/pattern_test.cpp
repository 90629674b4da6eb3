// Each element of the pattern language, in tiny rules.
#include <doctest/doctest.h>

#include "tests/extract/rule/fixture.hpp"

using namespace relata::extract;
using namespace relata::extract::test;

TEST_CASE("a word matches case-folded, a word in double quotes letter by letter") {
    CHECK(matches("a:org @buys b:org", "[Acme:org] BUYS [Blip:org]"));
    CHECK_FALSE(matches("a:org @buys b:org", "[Acme:org] buy [Blip:org]"));
    CHECK(matches("a:org @\"BUYS\" b:org", "[Acme:org] BUYS [Blip:org]"));
    CHECK_FALSE(matches("a:org @\"BUYS\" b:org", "[Acme:org] buys [Blip:org]"));
    CHECK(matches("a:org @buys \"(\" b:org", "[Acme:org] buys ([Blip:org])"));
}

TEST_CASE("words are cut into tokens as texts are") {
    CHECK(matches("a:org 's take-over @of b:org", "[Acme:org]'s take-over of [Blip:org]"));
    CHECK(matches("a:org 's @take-over of b:org", "[Acme:org]'s take-over of [Blip:org]"));
}

TEST_CASE("a class matches words, phrases and suffixes, the longest first and shorter ones too") {
    const std::string words = "words buy = buys | takes over | takes over all of | *kauft";
    CHECK(matches("a:org @%buy b:org", "[Acme:org] takes over [Blip:org]", words));
    CHECK(matches("a:org @%buy all of b:org", "[Acme:org] takes over all of [Blip:org]", words));
    CHECK(matches("a:org @%buy b:org", "[Acme:org] takes over all of [Blip:org]", words));
    CHECK(matches("a:org @%buy b:org", "[Acme:org] aufkauft [Blip:org]", words));
    CHECK_FALSE(matches("a:org @%buy b:org", "[Acme:org] kauft [Blip:org]", words));
    CHECK(matches("a:org %buy @b b:org", "[Acme:org] takes over b [Blip:org]", words));
    CHECK_FALSE(matches("a:org %buy @b b:org", "[Acme:org] takes b [Blip:org]", words));
}

TEST_CASE("an expression matches one whole token as it stands") {
    CHECK(matches("a:org @buys /[A-Z].*/ b:org", "[Acme:org] buys Big [Blip:org]"));
    CHECK_FALSE(matches("a:org @buys /[A-Z].*/ b:org", "[Acme:org] buys big [Blip:org]"));
    CHECK_FALSE(matches("a:org @buys /[A-Z]/ b:org", "[Acme:org] buys Big [Blip:org]"));
    CHECK(matches("a:org @/(?i)buy(s|ing)/ b:org", "[Acme:org] Buying [Blip:org]"));
}

TEST_CASE("a slot takes mentions of its types, whole") {
    CHECK(matches("a:org @buys b:product|org", "[Acme:org] buys [Blip:product]"));
    CHECK(matches("a:agent @buys b:org", "[Acme:person] buys [Blip:org]"));
    CHECK_FALSE(matches("a:person @buys b:org", "[Acme:org] buys [Blip:org]"));
    CHECK(matches("a:org @buys b:org", "[Acme:org|product] buys [Blip:org]"));
    CHECK_FALSE(matches("a:org @buys b:org", "[Acme:org] buys [Big Blip Bits:place]"));
}

TEST_CASE("a slot takes the quotation marks around its mention") {
    CHECK(matches("a:org @buys b:product !b", "[Acme:org] buys \"[Blip:product]\"."));
    CHECK(matches("a:org @buys b:product", "[Acme:org] buys “[Blip:product]”"));
    CHECK(matches("b:product @by a:org", "“[Blip:product]” by [Acme:org]"));
}

TEST_CASE("quoted and name") {
    const Language quoted = make_language(
        "rule r\n match a:org @app b:quoted\n emit developer_of(a, b as product)\n + x -> y(a, "
        "b)\n - x\n");
    CHECK(relations(quoted, "[Acme:org] app \"Blip\" grows.") == "developer_of(Acme, Blip)");
    CHECK(relations(quoted, "[Acme:org] app „Le Chat“ grows.") == "developer_of(Acme, Le Chat)");
    CHECK(relations(quoted, "[Acme:org] app Blip grows.") == "");
    const Language name = make_language(
        "rule r\n match a:org @app b:name\n emit developer_of(a, b as product)\n + x -> y(a, b)\n "
        "- x\n");
    CHECK(relations(name, "[Acme:org] app [Blip:place]") == "developer_of(Acme, Blip)");
    CHECK(relations(name, "[Acme:org] app [it:org]") == "");
}

TEST_CASE(".gen takes genitives and possessive pronouns, and only they") {
    const std::string pattern = "a:org.gen @unit b:org";
    CHECK(matches(pattern, "[Acme:org]'s unit [Blip:org]"));
    CHECK(matches(pattern, "[Acme:org]’s unit [Blip:org]"));
    CHECK(matches(pattern, "[Acmes:org.gen] unit [Blip:org]"));
    CHECK_FALSE(matches(pattern, "[Acme:org] unit [Blip:org]"));
    CHECK(relations(one_pattern(pattern), "[its:org.gen] unit [Blip:org]") ==
          "acquired(its, Blip)");
    CHECK(relations(one_pattern("a:org @unit b:org"), "[its:org.gen] unit [Blip:org]") == "");
    CHECK(matches("@unit b:org a:org.gen end", "unit [Blip:org] [Acme:org]'s end"));
    CHECK(matches("a:org 's @unit b:org", "[Acme:org]'s unit [Blip:org]"));
}

TEST_CASE(".name takes no pronoun and no noun") {
    CHECK(relations(one_pattern("a:org @buys b:org"), "[the company:org] buys [Blip:org]") ==
          "acquired(the company, Blip)");
    CHECK(relations(one_pattern("a:org.name @buys b:org"), "[the company:org] buys [Blip:org]") ==
          "");
    CHECK(relations(one_pattern("a:org.name @buys b:org"), "[it:org] buys [Blip:org]") == "");
    CHECK(matches("a:org.name @buys b:org", "[Acme:org] buys [Blip:org]"));
}

TEST_CASE(".topic takes no words") {
    CHECK(matches("a:org.topic @buyer of b:org", "[topic=Acme:org] The buyer of [Blip:org]"));
    CHECK_FALSE(matches("a:org.topic @buyer of b:org", "The buyer of [Blip:org]"));
    CHECK_FALSE(
        matches("a:person.topic @buyer of b:org", "[topic=Acme:org] The buyer of [Blip:org]"));
}

TEST_CASE("a dot stops at clause breaks and names, an underscore at nothing") {
    CHECK(matches("a:org .{0,3} @buys b:org", "[Acme:org] now really buys [Blip:org]"));
    CHECK_FALSE(matches("a:org .{0,3} @buys b:org", "[Acme:org] , now buys [Blip:org]"));
    CHECK_FALSE(
        matches("a:org .{0,3} @buys b:org", "[Acme:org] and [Carl:person] buys [Blip:org]"));
    CHECK_FALSE(matches("a:org .{0,1} @buys b:org", "[Acme:org] now really buys [Blip:org]"));
    CHECK(matches("a:org _{0,3} @buys b:org", "[Acme:org] , [Carl:person] buys [Blip:org]"));
}

TEST_CASE("dots are lazy, words are greedy") {
    // The lazy gap stops at the first "in"; the greedy one takes all.
    const Language lazy = make_language(
        "rule r\n match a:org @buys b:org t:( .{0,4} ) in\n emit acquired(a, b) title=t\n"
        " + x -> y(a, b)\n - x\n");
    CHECK(relations(lazy, "[Acme:org] buys [Blip:org] it is in it in") ==
          "acquired(Acme, Blip) title=\"it is\"");
    const Language greedy = make_language(
        "rule r\n match a:org @buys b:org t:( ( it | is | in ){0,5} ) in\n"
        " emit acquired(a, b) title=t\n + x -> y(a, b)\n - x\n");
    CHECK(relations(greedy, "[Acme:org] buys [Blip:org] it is in it in") ==
          "acquired(Acme, Blip) title=\"it is in it\"");
}

TEST_CASE("groups, options, repetitions") {
    CHECK(matches("a:org ( has | had )? @bought b:org", "[Acme:org] had bought [Blip:org]"));
    CHECK(matches("a:org ( has | had )? @bought b:org", "[Acme:org] bought [Blip:org]"));
    CHECK(matches("a:org x{2,3} @bought b:org", "[Acme:org] x x x bought [Blip:org]"));
    CHECK(matches("a:org x{2} @bought b:org", "[Acme:org] x x bought [Blip:org]"));
    CHECK_FALSE(matches("a:org x{2,3} @bought b:org", "[Acme:org] x bought [Blip:org]"));
    CHECK(matches("a:org @bought b:org | b:org @from a:org", "[Blip:org] from [Acme:org]"));
    CHECK(
        matches("( a:org @bought b:org | b:org went @to a:org )", "[Blip:org] went to [Acme:org]"));
    CHECK(
        matches("a:org ( x ( y | z ){1,2} )? @bought b:org", "[Acme:org] x y z bought [Blip:org]"));
}

TEST_CASE("not-before looks back and takes nothing") {
    CHECK(matches("!<( of the? ) a:org @buys b:org", "A rival [Acme:org] buys [Blip:org]"));
    CHECK(matches("!<( of the? ) a:org @buys b:org", "[Acme:org] buys [Blip:org]"));
    CHECK_FALSE(matches("!<( of the? ) a:org @buys b:org", "rival of [Acme:org] buys [Blip:org]"));
    CHECK_FALSE(
        matches("!<( of the? ) a:org @buys b:org", "rival of the [Acme:org] buys [Blip:org]"));
    CHECK_FALSE(matches("a:org _? @buys !<( x buys ) b:org", "[Acme:org] x buys [Blip:org]"));
    CHECK(matches("a:org _? @buys !<( x buys ) b:org", "[Acme:org] y buys [Blip:org]"));
    CHECK(matches("!<( of the big ) a:org @buys b:org", "the big [Acme:org] buys [Blip:org]"));
    CHECK_FALSE(matches("!<( ^ of ) a:org @buys b:org", "of [Acme:org] buys [Blip:org]"));
    CHECK(matches("!<( ^ of ) a:org @buys b:org", "rival of [Acme:org] buys [Blip:org]"));
    CHECK_FALSE(
        matches("a:org @buys ( _ !<( x y ) ){1,3} b:org", "[Acme:org] buys x y [Blip:org]"));
}

TEST_CASE("looking around costs at most the pattern's size for each word") {
    const Language language = make_language(
        "rule r\n match !<( x ( ( _ | _ _ ){0,9} ) ( _ | _ _ ){0,9} ) a:org @buys b:org\n"
        " emit acquired(a, b)\n + x -> y(a, b)\n - x\n");
    std::string marked;
    for (int i = 0; i < 40; ++i) marked += "so ";
    const MarkedText text(marked + "[Acme:org] buys [Blip:org]", language);
    std::uint64_t steps = 0;
    const auto found = match_rules(language.rules, catalogue(), text.analysis(), nullptr, &steps);
    CHECK(found.size() == 1);
    CHECK(steps < 10000);
}

TEST_CASE("not-next looks ahead and takes nothing") {
    CHECK(matches("a:org @buys !( x | y z ) _ _ b:org", "[Acme:org] buys y y [Blip:org]"));
    CHECK_FALSE(matches("a:org @buys !( x | y z ) _ _ b:org", "[Acme:org] buys y z [Blip:org]"));
    CHECK(matches("a:org !x _ @buys b:org", "[Acme:org] y buys [Blip:org]"));
    CHECK_FALSE(matches("a:org !x _ @buys b:org", "[Acme:org] x buys [Blip:org]"));
    CHECK_FALSE(matches("a:org @buys b:org !-", "[Acme:org] buys [Blip:org]-shares"));
    CHECK_FALSE(matches("!x a:org !( buys b ) @buys _? b:org", "[Acme:org] buys b [Blip:org]"));
}

TEST_CASE("start and end of the sentence") {
    CHECK(matches("^ a:org @buys b:org $", "[Acme:org] buys [Blip:org]."));
    CHECK(matches("^ a:org @buys b:org $", "\"[Acme:org] buys [Blip:org].\""));
    CHECK_FALSE(matches("^ a:org @buys b:org", "Now [Acme:org] buys [Blip:org]."));
    CHECK_FALSE(matches("a:org @buys b:org $", "[Acme:org] buys [Blip:org] now."));
}

TEST_CASE("pieces named by let, before or after their use, one in another") {
    CHECK(matches("a:org $WILL @buy b:org", "[Acme:org] will soon buy [Blip:org]",
                  "let WILL = ( will $SOON? )\nlet SOON = soon | now"));
    CHECK(matches("a:org $BUY b:org", "[Acme:org] buys [Blip:org]", "let BUY = ( @buys | @buy )"));
}

TEST_CASE("an anchor in a group, each branch with one, and a group as an anchor") {
    const std::string pattern = "( @buys | takes @over ) b:org from a:org";
    CHECK(matches(pattern, "buys [Blip:org] from [Acme:org]"));
    CHECK(matches(pattern, "takes over [Blip:org] from [Acme:org]"));
    CHECK_FALSE(matches(pattern, "over [Blip:org] from [Acme:org]"));
    CHECK(matches("a:org @( buys | takes over ) b:org", "[Acme:org] takes over [Blip:org]"));
}

TEST_CASE("an anchor on a mention") {
    CHECK(matches("a:org.gen @b:product", "[Acme:org]'s [Blip:product]"));
    CHECK(matches("a:org.gen @b:product", "[Acme:org]'s \"[Blip:product]\""));
    CHECK_FALSE(matches("a:org.gen @b:product", "[Acme:org]'s big [Blip:product]"));
}

TEST_CASE("a role binds words, around the anchor too") {
    const Language language = make_language(
        "words post = chief executive | boss\nrule r\n match  who:person , title:( ( new )? @%post "
        ")"
        " of org:org\n emit ceo_of(who, org) title\n + x -> y(a, b)\n - x\n");
    CHECK(relations(language, "[Jane Roe:person], new chief executive of [Acme:org]") ==
          "ceo_of(Jane Roe, Acme) title=\"new chief executive\"");
}

TEST_CASE("a pattern stays inside of its sentence") {
    CHECK_FALSE(matches("a:org _{0,3} @buys b:org", "I like [Acme:org]. He buys [Blip:org]."));
}
