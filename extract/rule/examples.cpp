#include "extract/rule/examples.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "extract/rule/engine.hpp"
#include "extract/rule/expectation.hpp"
#include "extract/rule/marked_text.hpp"

namespace relata::extract {

namespace {

// Remembers the failed attempt of one rule that got farthest from its anchor.
class NearestMiss : public MatchListener {
  public:
    explicit NearestMiss(RuleIndex rule) : rule_(rule) {}
    void failed(RuleIndex rule, std::uint32_t alternative, std::uint32_t anchor, std::uint32_t at,
                const std::string& wanted) override {
        const std::uint32_t distance = (at > anchor ? at - anchor : anchor - at) + 1;
        if (rule != rule_ || distance <= distance_) return;
        distance_ = distance;
        alternative_ = alternative;
        at_ = at;
        wanted_ = wanted;
    }
    std::string text(const Analysis& analysis) const {
        if (distance_ == 0) return "its anchor does not occur";
        const std::string place =
            at_ < analysis.tokens.size()
                ? "at \"" + std::string(analysis.text(analysis.tokens[at_])) + "\""
                : "at the end";
        return "match line " + std::to_string(alternative_ + 1) + " wanted " + wanted_ + " " +
               place;
    }

  private:
    RuleIndex rule_;
    std::uint32_t distance_ = 0, alternative_ = 0, at_ = 0;
    std::string wanted_;
};

class ExampleRunner {
  public:
    ExampleRunner(const Language& language, const Catalogue& catalogue)
        : language_(language), catalogue_(catalogue) {}

    std::vector<ExampleFailure> run() {
        const std::span<const RuleInfo> rules = language_.rules.rules();
        for (RuleIndex rule = 0; rule < rules.size(); ++rule) {
            for (const RuleInfo::Example& example : rules[rule].examples) {
                try {
                    const MarkedText text(example.text, language_);
                    if (rules[rule].modifier) {
                        check_modifier(rule, example, text.analysis());
                    } else {
                        check_rule(rule, example, text.analysis());
                    }
                } catch (const Error& fault) {
                    fail(rule, example, "", fault.what());
                }
            }
        }
        return std::move(failures_);
    }

  private:
    void check_rule(RuleIndex rule, const RuleInfo::Example& example, const Analysis& analysis) {
        RuleChoice choice;
        choice.only_rule = rule;
        choice.modifiers = false;
        NearestMiss miss(rule);
        const std::vector<Claim> claims =
            match_chosen(language_.rules, catalogue_, analysis, choice, &miss);
        std::vector<Expectation> expected;
        if (example.positive) expected = parse_expectations(example.expected);
        if (all_met(expected, claims, analysis) && all_expected(claims, expected, analysis)) return;
        fail(rule, example, show(claims, analysis),
             claims.size() < expected.size() ? miss.text(analysis) : "");
    }

    void check_modifier(RuleIndex rule, const RuleInfo::Example& example,
                        const Analysis& analysis) {
        RuleChoice choice;
        choice.only_modifier = rule;
        const std::vector<Claim> claims =
            match_chosen(language_.rules, catalogue_, analysis, choice);
        if (example.positive) {
            if (all_met(parse_expectations(example.expected), claims, analysis)) return;
        } else if (gives_nothing(language_.rules, catalogue_, rule, analysis)) {
            return;
        }
        fail(rule, example, show(claims, analysis),
             claims.empty() ? "no rule gives a relation" : "");
    }

    // Whether each expectation is met by a claim.
    bool all_met(const std::vector<Expectation>& expected, const std::vector<Claim>& claims,
                 const Analysis& analysis) const {
        return std::all_of(expected.begin(), expected.end(), [&](const Expectation& one) {
            return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
                return meets(one, claim, catalogue_, analysis);
            });
        });
    }

    // Whether each claim is expected.
    bool all_expected(const std::vector<Claim>& claims, const std::vector<Expectation>& expected,
                      const Analysis& analysis) const {
        return std::all_of(claims.begin(), claims.end(), [&](const Claim& claim) {
            return std::any_of(expected.begin(), expected.end(), [&](const Expectation& one) {
                return meets(one, claim, catalogue_, analysis);
            });
        });
    }

    std::string show(const std::vector<Claim>& claims, const Analysis& analysis) const {
        std::string text;
        for (const Claim& claim : claims)
            text += (text.empty() ? "" : " ; ") + show_claim(claim, catalogue_, analysis);
        return text.empty() ? "nothing" : text;
    }

    void fail(RuleIndex rule, const RuleInfo::Example& example, const std::string& got,
              const std::string& near) {
        const RuleInfo& info = language_.rules.rules()[rule];
        ExampleFailure failure;
        failure.rule = info.name;
        failure.file = info.file;
        failure.line = example.line;
        failure.text = example.text;
        failure.expected = example.positive ? example.expected : "nothing";
        failure.got = got;
        failure.near = near;
        failures_.push_back(std::move(failure));
    }

    const Language& language_;
    const Catalogue& catalogue_;
    std::vector<ExampleFailure> failures_;
};

}  // namespace

bool gives_nothing(const RuleSet& rules, const Catalogue& catalogue, RuleIndex rule,
                   const Analysis& analysis) {
    MatchListener all_anchors;  // with a listener every anchor is tried
    RuleChoice choice;
    if (!rules.rules()[rule].modifier) {
        choice.only_rule = rule;
        choice.modifiers = false;
        return match_chosen(rules, catalogue, analysis, choice, &all_anchors).empty();
    }
    choice.only_modifier = rule;
    const auto changed = match_chosen(rules, catalogue, analysis, choice, &all_anchors);
    choice.modifiers = false;
    const auto plain = match_chosen(rules, catalogue, analysis, choice, &all_anchors);
    return std::equal(changed.begin(), changed.end(), plain.begin(), plain.end(),
                      [](const Claim& a, const Claim& b) {
                          return a.status == b.status && a.attributes == b.attributes;
                      });
}

std::vector<ExampleFailure> run_examples(const Language& language, const Catalogue& catalogue) {
    return ExampleRunner(language, catalogue).run();
}

}  // namespace relata::extract
