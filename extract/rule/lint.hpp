// Finds what is questionable in rules that load: `relata rules lint`.
//
//   for (const LintFinding& one : lint_rules(language, catalogue)) show(one.file, one.line,
//   one.problem);
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/catalogue.hpp"
#include "extract/language.hpp"

namespace relata::extract {

struct LintFinding {
    std::string rule;  // "" for word classes and pieces of pattern
    std::string file;
    std::uint32_t line = 0;
    std::string problem;  // a sentence without full stop
    bool operator==(const LintFinding&) const = default;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(rule, file, line, problem);
    }
};

// By file and line:
// - word classes of `words` and pieces of `let` that nothing uses;
// - roles that are bound and not used, match lines that stand twice;
// - anchors that are expressions: they are tried at every word;
// - match lines that no positive example of the rule needs;
// - rules all of whose positive examples are also matched by one rule of a higher priority.
// Thread-safe.
std::vector<LintFinding> lint_rules(const Language& language, const Catalogue& catalogue);

}  // namespace relata::extract
