// Running the examples of rules, lint, and mutants that negative examples are to catch.
#include "extract/rule/examples.hpp"

#include <doctest/doctest.h>

#include "extract/rule/lint.hpp"
#include "extract/rule/mutate.hpp"
#include "tests/extract/rule/fixture.hpp"

using namespace relata::extract;
using namespace relata::extract::test;

namespace {

const std::string kBuy =
    "rule buy prio 50\n match a:org @bought b:org ( for price:money )?\n"
    " emit acquired(a, b) amount=price\n";

// The failures of the rules, one a line.
std::string failures(const std::string& rules) {
    const Language language = make_language(rules);
    std::string shown;
    for (const ExampleFailure& one : run_examples(language, catalogue())) {
        shown += one.file + ":" + std::to_string(one.line) + " " + one.rule + " expected " +
                 one.expected + " got " + one.got + (one.near.empty() ? "" : " near " + one.near) +
                 "\n";
    }
    return shown;
}

}  // namespace

TEST_CASE("examples that hold") {
    CHECK(failures(
              kBuy +
              " + [A:org] bought [B:org] for $5 million. -> acquired(A, B) amount=\"$5 million\"\n"
              " + [A:org] bought [B:org] for $5 million. -> acquired(A, B) amount=5000000 "
              "currency=USD\n"
              " + [A:org] bought [B:org]. -> acquired(A, B)\n"
              " - [A:org] bought [B:place].\n") == "");
}

TEST_CASE("examples that fail tell what they gave and what was wanted") {
    CHECK(failures(kBuy + " + [A:org] bought a [B:org] -> acquired(A, B)\n"
                          " + [A:org] bought [B:org] -> acquired(B, A)\n"
                          " + [A:org] bought [B:org] -> acquired(A, B) status=former\n"
                          " + [A:org] bought [B:org] -> acquired(A, B) amount=5\n"
                          " + [A:org] bought [B:org] -> acquired(A, B) ; acquired(B, A)\n"
                          " + [A:org] sold [B:org] -> acquired(A, B)\n"
                          " - [A:org] bought [B:org]\n") ==
          "xx/test.rules:4 buy expected acquired(A, B) got nothing near match line 1 wanted b:org "
          "at \"a\"\n"
          "xx/test.rules:5 buy expected acquired(B, A) got acquired(A, B)\n"
          "xx/test.rules:6 buy expected acquired(A, B) status=former got acquired(A, B)\n"
          "xx/test.rules:7 buy expected acquired(A, B) amount=5 got acquired(A, B)\n"
          "xx/test.rules:8 buy expected acquired(A, B) ; acquired(B, A) got acquired(A, B)"
          " near its anchor does not occur\n"
          "xx/test.rules:9 buy expected acquired(A, B) got nothing near its anchor does not occur\n"
          "xx/test.rules:10 buy expected nothing got acquired(A, B)\n");
}

TEST_CASE("an example is run with its rule alone and without modifiers") {
    const std::string other =
        "rule other prio 70\n match a:org @bought b:org\n emit acquired(a, b) status=former\n"
        " + [A:org] bought [B:org] -> acquired(A, B) status=former\n - x\n"
        "mod m window 0..0\n match bought set status=rumoured\n"
        " + [A:org] bought [B:org] -> acquired(A, B) status=former\n";
    CHECK(failures(kBuy + " + [A:org] bought [B:org] -> acquired(A, B)\n - x\n" + other) == "");
}

TEST_CASE("an example of a modifier is run with all rules and this modifier alone") {
    const std::string rules = kBuy +
                              " + [A:org] bought [B:org] -> acquired(A, B)\n - x\n"
                              "mod no window -9..9\n match not set status=denied\n"
                              " + [A:org] bought [B:org] not -> acquired(A, B) status=denied\n"
                              " - [A:org] bought [B:org] maybe\n";
    const std::string maybe = "mod maybe window -9..9\n match maybe set status=rumoured\n";
    CHECK(failures(rules + maybe +
                   " + [A:org] bought [B:org] maybe not -> acquired(A, B) status=rumoured\n") ==
          "");
    CHECK(failures(rules + maybe +
                   " + [A:org] bought [B:org] -> acquired(A, B) status=rumoured\n"
                   " - [A:org] bought [B:org] maybe\n") ==
          "xx/test.rules:12 maybe expected acquired(A, B) status=rumoured got acquired(A, B)\n"
          "xx/test.rules:13 maybe expected nothing got acquired(A, B) status=rumoured\n");
}

TEST_CASE("marks that are not understood fail") {
    const std::string shown = failures(kBuy +
                                       " + [A:firm] bought [B:org] -> acquired(A, B)\n"
                                       " + [A:org] bought [B:org]s -> acquired(A, B)\n"
                                       " + [A:org] bought [B:org] -> A bought B\n - x\n");
    CHECK(shown.find("the mark [A:firm] has no type that a name can have") != std::string::npos);
    CHECK(shown.find("ends inside of a word") != std::string::npos);
    CHECK(shown.find("\"A bought B\" is no relation") != std::string::npos);
}

TEST_CASE("names with brackets and commas, genitives, the topic") {
    CHECK(failures("rule g\n match a:org.gen @unit b:org\n emit acquired(a, b)\n"
                   " + [Acmes:org.gen] unit [B (C), Inc:org] -> acquired(Acme, B (C), Inc)\n"
                   " + [Acme:org]'s unit [B:org] -> acquired(Acme, B)\n"
                   " + [its:org.gen] unit [B:org] -> acquired(its, B)\n - x\n"
                   "rule t\n match a:org.topic @unit b:org\n emit acquired(a, b)\n"
                   " + [topic=Acme:org] The unit [B:org] -> acquired(Acme, B)\n - x\n") == "");
}

TEST_CASE("lint finds what is unused, untested, shadowed, twice or slow") {
    const Language language = make_language(
        "words unused = x\n"
        "let NOTHING = y\n"
        "rule low prio 30\n"
        " match a:org @bought b:org\n"
        " match a:org @got b:org other:org?\n"
        " match a:org c:org? @/b.*/ b:org\n"
        " emit acquired(a, b)\n"
        " + [A:org] bought [B:org] -> acquired(A, B)\n"
        " - x\n"
        "rule high prio 70\n"
        " match a:org @bought b:org\n"
        " emit acquired(a, b)\n"
        " + [A:org] bought [B:org] -> acquired(A, B)\n"
        " - x\n");
    std::string shown;
    for (const LintFinding& one : lint_rules(language, catalogue()))
        shown += std::to_string(one.line) + " " + one.rule + ": " + one.problem + "\n";
    CHECK(shown ==
          "1 : nothing uses the word class %unused\n"
          "2 : nothing uses the piece $NOTHING\n"
          "3 low: no example needs match line 2\n"
          "3 low: no example needs match line 3\n"
          "3 low: all its examples are also matched by high, which has the higher priority\n"
          "6 low: the anchor /b.*/ is tried at every word; a word, a class or a mention is faster\n"
          "6 low: the role c is bound and not used; name it other if that is meant\n"
          "11 high: the same pattern stands in low\n");
}

namespace {

// The sentences of the negative examples that prove nothing, one a line.
std::string idle(const std::string& rules) {
    const Language language = make_language(rules);
    std::string shown;
    for (const IdleExample& one : idle_examples(language, catalogue())) shown += one.text + "\n";
    return shown;
}

}  // namespace

TEST_CASE("negative examples are idle where no mutant of their rule matches them") {
    CHECK(idle("rule buy\n match a:org @bought b:org !shares\n emit acquired(a, b)\n"
               " + [A:org] bought [B:org]. -> acquired(A, B)\n"
               " - [A:org] bought [B:org] shares.\n"  // the look-ahead left out
               " - [A:org] sold [B:org].\n"           // another anchor
               " - [A:org] bought the [B:org].\n"     // nothing takes the article's place
               " - [A:org] sold [B:org] shares.\n"    // two elements differ
               " - [A:org] bought big [B:org].\n"
               " - The weather was fine.\n") ==
          "[A:org] bought the [B:org].\n[A:org] sold [B:org] shares.\n[A:org] bought big "
          "[B:org].\nThe weather was fine.\n");
}

TEST_CASE("a wider window is a mutant of a modifier") {
    CHECK(idle("rule buy\n match a:org never? @bought b:org\n emit acquired(a, b)\n"
               " + [A:org] bought [B:org]. -> acquired(A, B)\n"
               " - [A:org] sold [B:org].\n"
               "mod status window 0..1\n match never set status=denied\n"
               " + [A:org] bought never [B:org]. -> acquired(A, B) status=denied\n"
               " - [A:org] never bought [B:org].\n"
               " - The weather was fine.\n") == "The weather was fine.\n");
}
