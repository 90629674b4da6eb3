// The part of lint that looks at the text of rules. compile_rules runs it, because a RuleSet no
// longer has that text, and keeps what it finds.
#pragma once

#include <vector>

#include "extract/rule/lint.hpp"
#include "extract/rule/pattern.hpp"

namespace relata::extract {

std::vector<LintFinding> lint_source(const RuleFiles::Impl& files);

}  // namespace relata::extract
