// Finds negative examples that prove nothing: `relata rules mutate`.
//
// A negative example is worth its line where it would catch a mistake: where the rule, with one of
// its elements left out or replaced by one that takes anything, would give a relation there. One
// that no such mutant of its rule matches says nothing about the rule (mutation testing, R. DeMillo
// et al., "Hints on Test Data Selection", 1978).
//
//   for (const IdleExample& one : idle_examples(language, catalogue)) show(one.file, one.line);
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/catalogue.hpp"
#include "extract/language.hpp"

namespace relata::extract {

struct IdleExample {
    std::string rule, file;
    std::uint32_t line = 0;
    std::string text;  // the sentence, with marks
};

// In the order of rules and examples. Examples that cannot be read are left to run_examples.
// Thread-safe.
std::vector<IdleExample> idle_examples(const Language& language, const Catalogue& catalogue);

}  // namespace relata::extract
