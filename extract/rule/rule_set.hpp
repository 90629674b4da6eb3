// RuleSet: the compiled rules of one language, immutable and shared. extract/rule/compile.hpp makes
// it from rule files, extract/rule/match.hpp runs it over an Analysis.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/analysis.hpp"

namespace relata::extract {

using RuleIndex = std::uint32_t;

// What the tools of rule authors (list, lint, test) show of a rule.
struct RuleInfo {
    std::string name;  // "ceo.de.compound"
    std::string file;  // "de/ceo.rules"
    std::uint32_t line = 0;
    int priority = 50;
    bool modifier = false;
    std::vector<std::string> relation_types;  // that it emits
    struct Example {
        std::string text;      // with the names marked
        std::string expected;  // after "->"; empty for a negative example
        std::uint32_t line = 0;
        bool positive = true;
    };
    std::vector<Example> examples;
};

class RuleSet {
  public:
    struct Impl;  // programs and trigger index, extract/rule/rule_set_impl.hpp
    RuleSet();
    explicit RuleSet(std::unique_ptr<const Impl> impl);
    RuleSet(RuleSet&&) noexcept;
    RuleSet& operator=(RuleSet&&) noexcept;
    ~RuleSet();
    std::span<const RuleInfo> rules() const;
    const Impl& impl() const { return *impl_; }

  private:
    std::unique_ptr<const Impl> impl_;
};

}  // namespace relata::extract
