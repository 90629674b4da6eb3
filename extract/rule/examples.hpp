// Runs the examples that rules carry: `relata rules test`, and a unit test over all embedded rules.
//
// An example of a rule is checked against what this rule alone gives, without other rules and
// without modifiers. An example of a modifier is checked with all rules and no other modifier: the
// expected relations must be among those found; in a negative example the modifier must change
// nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/catalogue.hpp"
#include "extract/language.hpp"

namespace relata::extract {

struct ExampleFailure {
    std::string rule, file;
    std::uint32_t line = 0;
    std::string text;      // the sentence, with marks
    std::string expected;  // "nothing" for a negative example
    std::string got;       // relations as they are written in examples, or "nothing"
    std::string near;      // what the rule wanted where it got farthest; may be empty
};

// Whether a rule alone gives no relation in a text, and a modifier changes nothing: what negative
// examples say. All anchors are tried, whatever else their patterns need. Thread-safe.
bool gives_nothing(const RuleSet& rules, const Catalogue& catalogue, RuleIndex rule,
                   const Analysis& analysis);

// In the order of rules and examples; empty where all examples hold. Thread-safe.
std::vector<ExampleFailure> run_examples(const Language& language, const Catalogue& catalogue);

}  // namespace relata::extract
