#include <doctest/doctest.h>

#include "tests/extract/rule/fixture.hpp"

using namespace relata::extract;
using namespace relata::extract::test;

namespace {

const std::string kRules =
    "rule buy\n match a:org .{0,3} @bought b:org\n emit acquired(a, b)\n + x -> y(a, b)\n - x\n"
    "rule sell\n match b:org .{0,3} @went to a:org\n emit acquired(a, b) status=former\n"
    " + x -> y(a, b)\n - x\n";

std::string given(const std::string& modifiers, const std::string& marked) {
    return relations(make_language(kRules + modifiers), marked);
}
const std::string kExample = "\n + x -> y(a, b)\n";

}  // namespace

TEST_CASE("a modifier looks in its window, the anchor included") {
    const std::string modifier = "mod m window -2..1\n match maybe set status=rumoured" + kExample;
    CHECK(given(modifier, "[A:org] maybe bought [B:org]") == "acquired(A, B) status=rumoured");
    CHECK(given(modifier, "Maybe [A:org] bought [B:org]") == "acquired(A, B) status=rumoured");
    CHECK(given(modifier, "Maybe so [A:org] bought [B:org]") == "acquired(A, B)");
    CHECK(given(modifier, "[A:org] bought [B:org] maybe") == "acquired(A, B)");
    CHECK(given("mod m window 0..0\n match bought set status=planned" + kExample,
                "[A:org] bought [B:org]") == "acquired(A, B) status=planned");
}

TEST_CASE("a modifier does not look beyond a semicolon or another sentence") {
    const std::string modifier = "mod m window -9..9\n match maybe set status=rumoured" + kExample;
    CHECK(given(modifier, "Maybe not; [A:org] bought [B:org]; maybe") == "acquired(A, B)");
    CHECK(given(modifier, "Maybe. [Acme:org] bought [Blip:org]. Maybe.") == "acquired(Acme, Blip)");
    CHECK(given(modifier, "[A:org] bought [B:org], maybe") == "acquired(A, B) status=rumoured");
}

TEST_CASE("a modifier looks back past its window") {
    const std::string modifier =
        "mod m window -2..0\n match !<( no ) maybe set status=rumoured" + kExample;
    CHECK(given(modifier, "Yes maybe [A:org] bought [B:org]") == "acquired(A, B) status=rumoured");
    CHECK(given(modifier, "No maybe [A:org] bought [B:org]") == "acquired(A, B)");
}

TEST_CASE("a modifier finds nothing inside of a name") {
    const std::string modifier =
        "mod m window -3..0\n match maybe set status=rumoured\n match /[A-Z].*/ surely set "
        "status=denied" +
        kExample;
    CHECK(given(modifier, "[Maybe Capital:org] bought [B:org]") == "acquired(Maybe Capital, B)");
    CHECK(given(modifier, "[Old Maybe:org] bought [B:org]") == "acquired(Old Maybe, B)");
    CHECK(given(modifier, "[Acme:org] surely bought [B:org]") == "acquired(Acme, B) status=denied");
}

TEST_CASE("types limits a modifier") {
    CHECK(given("mod m window -9..9 types ceo_of\n match maybe set status=rumoured" + kExample,
                "[A:org] maybe bought [B:org]") == "acquired(A, B)");
    CHECK(given("mod m window -9..9 types ceo_of acquired\n match maybe set status=rumoured" +
                    kExample,
                "[A:org] maybe bought [B:org]") == "acquired(A, B) status=rumoured");
}

TEST_CASE(
    "the first line that is found wins in a modifier, the first modifier that sets a status too") {
    const std::string both = "[A:org] maybe not bought [B:org]";
    CHECK(
        given("mod m window -9..0\n match not set status=denied\n match maybe set status=rumoured" +
                  kExample,
              both) == "acquired(A, B) status=denied");
    CHECK(given("mod m window -9..0\n match not set status=denied" + kExample +
                    "mod n window -9..0\n match maybe set status=rumoured title=\"n\"" + kExample,
                both) == "acquired(A, B) status=denied title=\"n\"");
}

TEST_CASE("the status of the rule itself stands unless the modifier says force") {
    const std::string text = "[B:org] maybe went to [A:org]";
    CHECK(given("mod m window -9..0\n match maybe set status=rumoured" + kExample, text) ==
          "acquired(A, B) status=former");
    CHECK(given("mod m window -9..0 force\n match maybe set status=rumoured" + kExample, text) ==
          "acquired(A, B) status=rumoured");
    CHECK(given("mod m window -9..0\n match maybe set status=rumoured force" + kExample, text) ==
          "acquired(A, B) status=rumoured");
}

TEST_CASE("a modifier sets values") {
    CHECK(given("mod m window 0..9\n match in @when:date set date=when" + kExample,
                "[A:org] bought [B:org] in May 2019") == "acquired(A, B) date=\"2019-05\"");
    CHECK(given("mod m window -9..0\n match ( no | not ) ( longer | yet ) set status=former" +
                    kExample,
                "[A:org] no longer bought [B:org]") == "acquired(A, B) status=former");
}

TEST_CASE("modifiers run in the order of their files' names, wherever the files lie") {
    const std::string head = " window -9..0\n match maybe set status=";
    const std::vector<RuleSource> sources = {
        {"a/z.rules", kRules + "mod one" + head + "denied" + kExample},
        {"b/y.rules", "mod two" + head + "rumoured" + kExample}};
    const RuleFiles files = parse_rules(sources);
    LexiconBuilder builder;
    files.add_words_to(builder);
    Lexicon lexicon = std::move(builder).build();
    RuleSet rules = compile_rules(files, lexicon, catalogue());
    const Language language{"xx", std::move(lexicon), std::move(rules)};
    CHECK(relations(language, "[A:org] maybe bought [B:org]") == "acquired(A, B) status=rumoured");
}
