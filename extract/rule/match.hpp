// Runs a language's rules over an analysed article and gives the relations that they claim, after
// modifiers and after the overlap policy of docs/rules.md ("Which relation stands").
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/catalogue.hpp"
#include "extract/rule/rule_set.hpp"

namespace relata::extract {

// A relation as a rule claims it, in terms of the Analysis.
struct Claim {
    RelationTypeId type = 0;
    std::uint32_t subject = 0, object = 0;  // indices into Analysis::mentions
    TypeSet subject_types = 0,
            object_types = 0;  // what the rule's slot and the catalogue allow there
    Status status = Status::asserted;
    std::map<std::string, std::string>
        attributes;  // normalised: amount, currency, date, share, title ...
    RuleIndex rule = 0;
    std::uint32_t alternative = 0;      // of the rule, from 0
    std::uint32_t anchor = 0;           // token
    std::uint32_t first = 0, last = 0;  // tokens that the match covers, half-open
    std::uint32_t sentence = 0;         // index into Analysis::sentences
    bool coreferent = false;  // repeats a claim for other mentions, see extract/spread_claims.hpp
};

// Told what happens while rules run; `relata explain` listens. All calls concern one sentence. One
// that is interested in nothing still has every anchor tried, whatever else its pattern needs.
class MatchListener {
  public:
    virtual ~MatchListener() = default;
    virtual void matched(const Claim& /*claim*/) {}
    // An alternative whose anchor occurs at `anchor` failed at token `at`, at the element that the
    // text `wanted` describes ("amount:money").
    virtual void failed(RuleIndex /*rule*/, std::uint32_t /*alternative*/, std::uint32_t /*anchor*/,
                        std::uint32_t /*at*/, const std::string& /*wanted*/) {}
};

// Claims in the order of sentences, then of rules. `listener` may be null. `steps`, where it is
// given, is raised by the instructions of rules that were run.
std::vector<Claim> match_rules(const RuleSet& rules, const Catalogue& catalogue,
                               const Analysis& analysis, MatchListener* listener = nullptr,
                               std::uint64_t* steps = nullptr);

}  // namespace relata::extract
