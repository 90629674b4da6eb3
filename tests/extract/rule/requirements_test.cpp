// What patterns need of a sentence: whoever is told that a pattern cannot match loses no match.
#include "extract/rule/requirements.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/rule/match.hpp"
#include "extract/rule/rule_set_impl.hpp"
#include "tests/extract/rule/fixture.hpp"

using namespace relata::extract;
using namespace relata::extract::test;

namespace {

std::vector<std::string> shown(const std::vector<Claim>& claims) {
    std::vector<std::string> lines;
    for (const Claim& claim : claims) {
        std::string line;
        for (const std::uint32_t number :
             {std::uint32_t{claim.rule}, claim.alternative, std::uint32_t{claim.type},
              claim.subject, claim.object, claim.anchor, claim.first, claim.last, claim.sentence})
            line += std::to_string(number) + " ";
        for (const auto& [key, value] : claim.attributes) line += key + "=" + value + " ";
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("requirements: no claim of any embedded rule on any example is lost") {
    const Knowledge knowledge;
    std::size_t claims = 0;
    for (const std::string& code : knowledge.codes()) {
        const Language& language = knowledge.language(code);
        const RuleSet& rules = language.rules;
        for (const RuleInfo& info : rules.rules()) {
            for (const RuleInfo::Example& example : info.examples) {
                CAPTURE(example.text);
                const MarkedText text(example.text, language);
                // With a listener every attempt is made, also those that cannot succeed.
                MatchListener listener;
                const std::vector<std::string> all =
                    shown(match_rules(rules, knowledge.catalogue(), text.analysis(), &listener));
                CHECK(shown(match_rules(rules, knowledge.catalogue(), text.analysis())) == all);
                claims += all.size();
            }
        }
    }
    CHECK(claims > 1000);  // or the test would prove nothing
}

TEST_CASE("requirements: groups and needs that are equal have one number") {
    Requirements requirements;
    const WordGroup a = requirements.add_group({1}, {7, 5});
    CHECK(a != 0);
    CHECK(requirements.add_group({1}, {5, 7, 7}) == a);
    CHECK(requirements.add_group({2}, {5, 7}) != a);
    const std::uint32_t first = requirements.add({{1, 0}, {0, a}}, {});
    CHECK(requirements.add({{0, a}, {1, 0}, {1, 0}}, {}) == first);
    CHECK(requirements.add({}, {{1, 0}, {0, a}}) != first);
}

TEST_CASE("requirements: a mention on the wrong side does not hide a word on the right one") {
    const Language language = make_language(
        "rule r\n match a:org @bought b:org ( other:place | gladly )\n"
        " emit acquired(a, b)\n + x -> y(a, b)\n - x\n");
    const MarkedText text("[Rome:place] [A:org] bought [B:org] gladly", language);
    CHECK(match_rules(language.rules, catalogue(), text.analysis()).size() == 1);
}

TEST_CASE("requirements: a pattern is not run where what it needs stands on the wrong side") {
    const Language language = make_language(
        "words give = gave | gives\nrule r\n match a:org @bought b:org (from | off) %give\n"
        " emit acquired(a, b)\n + x -> y(a, b)\n - x\n");
    const auto steps = [&](const std::string& text) {
        const MarkedText marked(text, language);
        std::uint64_t count = 0;
        match_rules(language.rules, catalogue(), marked.analysis(), nullptr, &count);
        return count;
    };
    CHECK(steps("[A:org] bought [B:org] from gave") > 0);
    CHECK(steps("[A:org] bought [B:org] off gives") > 0);
    CHECK(steps("[A:org] bought [B:org] off") == 0);         // a class is missing
    CHECK(steps("[A:org] bought [B:org] gave") == 0);        // a choice of words is missing
    CHECK(steps("gave from [A:org] bought [B:org]") == 0);   // both are on the left
    CHECK(steps("from [A:org] bought [B:org] gives") == 0);  // one is
    CHECK(steps("[A:org] [B:org] bought from gave") == 0);   // a mention is
}

TEST_CASE("requirements: a gate is the narrowest mention and the rarest words") {
    const Language language = make_language(
        "words stopword = to | of\nwords give = gave | gives\nrule r\n"
        " match a:org|person @bought to %give b:org\n"
        " emit acquired(a, b)\n + x -> y(a, b)\n - x\n");
    const RuleSet::Impl& rules = language.rules.impl();
    const Gate& gate = rules.requirements.gate(rules.requirement_of.at(0));
    CHECK(gate.kinds == type_bit(EntityType::org));
    const auto row = [&](const char* word) {
        return rules.requirements.groups_of(
            language.lexicon.classes_of(language.lexicon.word(word)));
    };
    REQUIRE(row("gives") != Requirements::kNoGroups);
    CHECK(has_group(rules.requirements.row(row("gives")), gate.words));
    CHECK(row("gave") == row("gives"));
}
