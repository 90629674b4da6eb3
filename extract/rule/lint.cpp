#include "extract/rule/lint.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/error.hpp"
#include "extract/rule/engine.hpp"
#include "extract/rule/marked_text.hpp"
#include "extract/rule/rule_set_impl.hpp"

namespace relata::extract {

namespace {

// Remembers all claims, also those that give way to others, and all match lines that matched.
class AllMatches : public MatchListener {
  public:
    void matched(const Claim& claim) override { claims.push_back(claim); }
    std::vector<Claim> claims;
};

bool same_statement(const Claim& a, const Claim& b) {
    return a.type == b.type && a.subject == b.subject && a.object == b.object;
}

class ExampleLinter {
  public:
    ExampleLinter(const Language& language, const Catalogue& catalogue)
        : language_(language), catalogue_(catalogue), rules_(language.rules.rules()) {}

    std::vector<LintFinding> run() {
        for (RuleIndex rule = 0; rule < rules_.size(); ++rule) {
            if (!rules_[rule].modifier) check(rule);
        }
        return std::move(findings_);
    }

  private:
    void check(RuleIndex rule) {
        std::set<std::uint32_t> exercised;
        std::map<RuleIndex, std::size_t> also;  // rules that match an example, and how many
        std::size_t examples = 0;
        for (const RuleInfo::Example& example : rules_[rule].examples) {
            if (!example.positive) continue;
            ++examples;
            for (const RuleIndex other : matching(rule, example, exercised)) ++also[other];
        }
        untested(rule, exercised);
        for (const auto& [other, count] : also) {
            if (count != examples || rules_[other].priority <= rules_[rule].priority) continue;
            add(rule, "all its examples are also matched by " + rules_[other].name +
                          ", which has the higher priority");
        }
    }

    // The other rules that claim all that this one claims in an example.
    std::set<RuleIndex> matching(RuleIndex rule, const RuleInfo::Example& example,
                                 std::set<std::uint32_t>& exercised) {
        AllMatches matches;
        try {
            const MarkedText text(example.text, language_);
            match_chosen(language_.rules, catalogue_, text.analysis(), RuleChoice{}, &matches);
        } catch (const Error&) {
            return {};  // run_examples tells of it
        }
        std::vector<Claim> own;
        std::set<RuleIndex> others;
        for (const Claim& claim : matches.claims) {
            if (claim.rule != rule) {
                others.insert(claim.rule);
                continue;
            }
            exercised.insert(claim.alternative);
            own.push_back(claim);
        }
        for (auto other = others.begin(); other != others.end();) {
            const bool all =
                !own.empty() && std::all_of(own.begin(), own.end(), [&](const Claim& mine) {
                    return std::any_of(matches.claims.begin(), matches.claims.end(),
                                       [&](const Claim& one) {
                                           return one.rule == *other && same_statement(one, mine);
                                       });
                });
            other = all ? std::next(other) : others.erase(other);
        }
        return others;
    }

    void untested(RuleIndex rule, const std::set<std::uint32_t>& exercised) {
        std::set<std::uint32_t> lines;
        for (const Alternative& alternative : language_.rules.impl().alternatives) {
            if (alternative.rule == rule) lines.insert(alternative.number);
        }
        for (const std::uint32_t line : lines) {
            if (exercised.count(line) == 0)
                add(rule, "no example needs match line " + std::to_string(line + 1));
        }
    }

    void add(RuleIndex rule, std::string problem) {
        findings_.push_back(
            {rules_[rule].name, rules_[rule].file, rules_[rule].line, std::move(problem)});
    }

    const Language& language_;
    const Catalogue& catalogue_;
    std::span<const RuleInfo> rules_;
    std::vector<LintFinding> findings_;
};

}  // namespace

std::vector<LintFinding> lint_rules(const Language& language, const Catalogue& catalogue) {
    std::vector<LintFinding> findings = language.rules.impl().source_findings;
    std::vector<LintFinding> more = ExampleLinter(language, catalogue).run();
    std::move(more.begin(), more.end(), std::back_inserter(findings));
    std::stable_sort(findings.begin(), findings.end(),
                     [](const LintFinding& a, const LintFinding& b) {
                         return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                     });
    return findings;
}

}  // namespace relata::extract
