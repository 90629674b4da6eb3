// Faults in rule files, with the exact text that a rule writer sees.
#include <doctest/doctest.h>

#include <random>

#include "base/error.hpp"
#include "tests/extract/rule/fixture.hpp"

using namespace relata::extract;
using namespace relata::extract::test;

namespace {

// All faults of a file, or "" where it loads.
std::string faults(const std::string& rules) {
    try {
        make_language(rules);
    } catch (const relata::Error& error) {
        return error.what();
    }
    return "";
}

// Faults of a rule whose pattern and emit are given; the pattern is in line 2, from column 9.
std::string pattern_faults(const std::string& pattern, const std::string& emit = "acquired(a, b)") {
    return faults("rule r\n  match " + pattern + "\n  emit " + emit +
                  "\n  + x -> y(a, b)\n  - x\n");
}

bool tells(const std::string& text, const std::string& part) {
    CAPTURE(text);
    CAPTURE(part);
    const bool found = text.find(part) != std::string::npos;
    CHECK(found);
    return found;
}

}  // namespace

TEST_CASE("a fault shows file, line, column, cause, the line, a caret and a remedy") {
    CHECK(faults("words founder = founder | co-founder\n"
                 "rule founder.en\n"
                 "  match  who:person , @%fonder of org:org\n"
                 "  emit   founder_of(who, org)\n"
                 "  + [J:person] -> founder_of(J, A)\n"
                 "  - x\n") ==
          "xx/test.rules:3:24: there is no word class %fonder\n"
          "    match  who:person , @%fonder of org:org\n"
          "                         ^\n"
          "    did you mean %founder?");
}

TEST_CASE("columns count characters") {
    CHECK(pattern_faults("über \"ä\" @gründer a:orgg b:org") ==
          "xx/test.rules:2:29: there is no type orgg\n"
          "    match über \"ä\" @gründer a:orgg b:org\n"
          "                              ^\n"
          "    did you mean org?");
}

TEST_CASE("all faults of all files are told, in the order of their places") {
    const std::vector<RuleSource> sources = {
        {"en/a.rules", "rule one\n match @x (\n emit f(a, b)\n + x -> y(a, b)\n - x\nwords = x\n"},
        {"en/b.rules", "let X = ( y\nrul two\n"}};
    try {
        parse_rules(sources);
        FAIL("the faults were not found");
    } catch (const relata::Error& error) {
        CHECK(std::string(error.what()) ==
              "en/a.rules:2:12: nothing to match here\n"
              "    match @x (\n"
              "              ^\n"
              "    write a word, or leave out the | or ( )\n"
              "en/a.rules:6:7: a name is missing here\n"
              "    words = x\n"
              "          ^\n"
              "    name the word class\n"
              "en/b.rules:1:9: this ( is not closed\n"
              "    let X = ( y\n"
              "            ^\n"
              "    add a ) behind the group\n"
              "en/b.rules:2:1: this is no statement\n"
              "    rul two\n"
              "    ^\n"
              "    did you mean rule?");
    }
}

TEST_CASE("faults of patterns") {
    tells(pattern_faults("a:org b:org"), "2:9: a pattern without an anchor");
    tells(pattern_faults("a:org @x @y b:org"), "2:19: a second anchor");
    tells(pattern_faults("a:org ( @x )? b:org"),
          "the anchor is in a part that is optional or repeated");
    tells(pattern_faults("a:org ( @x | y ) b:org"),
          "this branch has no anchor, but others have one");
    tells(pattern_faults("a:org @. b:org"),
          "an anchor must be a word, a class, an expression or a mention");
    tells(pattern_faults("a:org @x y{0,17} b:org"), "more than 16 repetitions");
    tells(pattern_faults("a:org @x y{3,2} b:org"), "this repetition can never match");
    tells(pattern_faults("a:org @x y{a} b:org"), "a repetition is written {m,n}");
    tells(pattern_faults("a:org @x %adj* b:org"), "patterns have no * and +");
    tells(pattern_faults("a:org @x /(/ b:org"), "not an RE2 expression");
    tells(pattern_faults("a:org @x /\\p{Lu}(/ b:org"), "\\p{Lu}(");
    tells(pattern_faults("a:org @x \"y b:org"), "this \" is not closed");
    tells(pattern_faults("a:org @x ) b:org"), "there is no ( for this )");
    tells(pattern_faults("a:org @x ( y | ) b:org"), "nothing to match here");
    tells(pattern_faults("a:org @x y?? b:org"), "two quantifiers on one element");
    tells(pattern_faults("a:org.gem @x b:org"), "did you mean .gen?");
    tells(pattern_faults("a:org @x $PRE b:org"), "there is no piece $PRE");
    tells(pattern_faults("a:org @x a:org b:org"), "the role a is bound twice");
    tells(pattern_faults("a:org @x ( b:org ){0,2}"), "the role b is in a part that is repeated");
    tells(pattern_faults("a:org @x !( b:org ) b:org"),
          "the role b is in a part that must not match");
}

TEST_CASE("pieces of pattern: recursion and unknown names") {
    tells(faults("let A = x $B\nlet B = y $A\nrule r\n match @z $A a:org b:org\n"
                 " emit acquired(a, b)\n + x -> y(a, b)\n - x\n"),
          "$A contains itself");
    tells(faults("let PRE = the\nrule r\n match @z $PRA a:org b:org\n emit acquired(a, b)\n"
                 " + x -> y(a, b)\n - x\n"),
          "did you mean $PRE?");
    tells(faults("let A = x\nlet A = y\n"), "$A is named twice");
}

TEST_CASE("a piece of the same name in a later file replaces the earlier one") {
    const std::vector<RuleSource> sources = {{"en/a.rules", "let A = x\n"},
                                             {"mine/a.rules", "let A = y\n"}};
    CHECK_NOTHROW(parse_rules(sources));
}

TEST_CASE("faults of emit") {
    const std::string pattern = "a:org ( for p:money )? @x b:org t:( y )";
    tells(pattern_faults(pattern, "aquired(a, b)"), "did you mean acquired?");
    tells(pattern_faults(pattern, "acquired(a, c)"), "no pattern of the rule has a role c");
    tells(pattern_faults(pattern, "acquired(a, p)"), "p can be no object of acquired");
    tells(pattern_faults(pattern, "acquired(a, p)"), "the object of acquired is org or product");
    tells(pattern_faults(pattern, "acquired(a, t)"), "t is words, not a mention");
    tells(pattern_faults(pattern, "acquired(a, b as place)"),
          "the object of acquired is org or product");
    tells(pattern_faults(pattern, "acquired(a, b as firm)"), "there is no type firm");
    tells(pattern_faults(pattern, "acquired(a, b) status=gone"), "there is no status gone");
    tells(pattern_faults(pattern, "acquired(a, b) amount=cost"),
          "no pattern of the rule has a role cost");
    tells(pattern_faults(pattern, "acquired a, b"), "( is missing here");
    tells(pattern_faults("a:list(org) @x b:org", "acquired(a, b)"), "write each a");
    tells(faults("rule r\n match a:org @x b:org\n match @y a:org\n emit acquired(a, b)\n"
                 " + x -> y(a, b)\n - x\n"),
          "3:8: this pattern does not bind the role b");
}

TEST_CASE("a rule without a pattern, an emit or examples does not load") {
    const std::string match = " match a:org @x b:org\n";
    const std::string emit = " emit acquired(a, b)\n";
    const std::string positive = " + x -> y(a, b)\n";
    CHECK(faults("rule r\n" + match + emit + positive + " - x\n") == "");
    tells(faults("rule r\n" + match + emit + " - x\n"), "1:6: r has no example of what it matches");
    tells(faults("rule r\n" + match + emit + positive),
          "r has no example of what it must not match");
    tells(faults("rule r\n" + emit + positive + " - x\n"), "r has no pattern");
    tells(faults("rule r\n" + match + positive + " - x\n"), "r gives nothing");
    tells(faults("mod m window 0..1\n match x set status=denied\n"),
          "m has no example of what it matches");
    tells(faults("rule r\n" + match + emit + " + x\n - x\n"), "an example that expects nothing");
    tells(faults("rule r\n" + match + emit + positive + " - x\nrule r\n" + match + emit + positive +
                 " - x\n"),
          "6:6: there are two rules r");
    tells(faults(match), "this line belongs to no rule");
}

TEST_CASE("faults of modifiers") {
    const std::string rest = "\n + x -> y(a, b)\n";
    tells(faults("mod m\n match x set status=denied" + rest), "a modifier without a window");
    tells(faults("mod m window 1..0\n match x set status=denied" + rest), "an empty window");
    tells(faults("mod m window 0..1\n match x" + rest), "this line sets nothing");
    tells(faults("mod m window 0..1 types aquired\n match x set status=denied" + rest),
          "did you mean acquired?");
    tells(faults("mod m window 0..1\n match x set since=when" + rest),
          "no pattern of the rule has a role when");
}

TEST_CASE("faults of words") {
    tells(faults("words x = a | | b\n"), "1:15: an empty entry");
    tells(faults("words x = *\n"), "an entry without letters");
    tells(faults("words x = a b*\n"), "a * inside a phrase");
    tells(faults("words x = a b c d e f g h i\n"), "an entry of more than eight words");
}

TEST_CASE("comments, continued lines, line ends of any system") {
    const Language language = make_language(
        "# a comment\r\n"
        "words buy = buys   # and another\r\n"
        "  | takes over\r\n"
        "\r\n"
        "rule r  # the rule\r\n"
        "  match a:org   # first half\r\n"
        "    # between\r\n"
        "    @%buy b:org\r\n"
        "  emit acquired(a, b)\r\n"
        "  + [A:org] #1 buys\r\n"
        "    [B:org] -> acquired(A, B)\r\n"
        "  - x\r\n");
    CHECK(relations(language, "[A:org] takes over [B:org]") == "acquired(A, B)");
    REQUIRE(language.rules.rules().size() == 1);
    const RuleInfo& rule = language.rules.rules()[0];
    CHECK(rule.line == 5);
    REQUIRE(rule.examples.size() == 2);
    CHECK(rule.examples[0].text == "[A:org] #1 buys [B:org]");
    CHECK(rule.examples[0].expected == "acquired(A, B)");
    CHECK(rule.examples[0].line == 10);
    CHECK(rule.relation_types == std::vector<std::string>{"acquired"});
}

TEST_CASE("a rule of the same name in another folder replaces the earlier, pieces are shared") {
    const std::vector<RuleSource> sources = {
        {"xx/a.rules",
         "rule r\n match a:org @old b:org\n emit acquired(a, b)\n + x -> y(a, b)\n - x\n"},
        {"mine/b.rules",
         "rule r\n match a:org @new $END b:org\n emit acquired(a, b)\n + x -> y(a, b)\n - x\n"},
        {"mine/c.rules", "let END = end\n"}};
    const RuleFiles files = parse_rules(sources);
    LexiconBuilder builder;
    files.add_words_to(builder);
    const Lexicon lexicon = std::move(builder).build();
    const RuleSet rules = compile_rules(files, lexicon, catalogue());
    REQUIRE(rules.rules().size() == 1);
    CHECK(rules.rules()[0].file == "mine/b.rules");
}

TEST_CASE("two rules, or two pieces, of one name in one folder are a mistake") {
    const std::string rule =
        "rule r\n match a:org @old b:org\n emit acquired(a, b)\n + x -> y(a, b)\n - x\n";
    for (const std::string& twice : {rule, std::string("let A = x\n")}) {
        const std::vector<RuleSource> sources = {{"xx/a.rules", twice}, {"xx/b.rules", twice}};
        CHECK_THROWS_AS(parse_rules(sources), relata::Error);
    }
}

TEST_CASE("files that were damaged at random load or tell why not") {
    const std::string whole =
        "words buy = buys | takes over | *kauft\n"
        "let PRE = ( the | %buy ){0,4}\n"
        "rule r prio 60\n"
        "  match a:list(org|person).gen , $PRE \"Big\" ( @%buy | @/b.*/ ) !( x | y z ) "
        "b:org|product\n"
        "  match b:quoted t:( .{0,3} @of ) _ a:org.topic ^ $\n"
        "  emit acquired(each a, b as product) amount=\"5\" title=t status=former\n"
        "  + [A:org] buys [B:org] -> acquired(A, B) status=former\n"
        "  - [topic=A:org] x\n"
        "mod m window -6..2 types acquired force\n"
        "  match %buy in @w:date set status=denied since=w\n"
        "  + [A:org] x -> acquired(A, B)\n";
    CHECK_NOTHROW(make_language(whole));
    std::mt19937 random(7);
    const std::string letters = whole + "\xc3\xff\t*+/\\#@!{}()|$%^.\"";
    std::size_t loaded = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = whole;
        for (std::size_t i = 1 + random() % 3; i > 0; --i) {
            const std::size_t at = random() % damaged.size();
            switch (random() % 3) {
                case 0:
                    damaged.erase(at, 1 + random() % 4);
                    break;
                case 1:
                    damaged.insert(at, 1, letters[random() % letters.size()]);
                    break;
                default:
                    damaged[at] = letters[random() % letters.size()];
            }
        }
        CAPTURE(damaged);
        loaded += faults(damaged).empty() ? 1 : 0;
    }
    CHECK(loaded > 100);
    CHECK(loaded < 2900);
}
