// RuleSet: the compiled rules of one language, immutable and shared. extract/rule/compile.hpp makes
// it from rule files, extract/rule/match.hpp runs it over an Analysis.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
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
        template <typename Archive>
        void archive(Archive& archive) {
            archive(text, expected, line, positive);
        }
    };
    std::vector<Example> examples;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(name, file, line, priority, modifier, relation_types, examples);
    }
};

class RuleSet {
  public:
    struct Impl;  // programs and trigger index, extract/rule/rule_set_impl.hpp
    RuleSet();
    explicit RuleSet(std::unique_ptr<Impl> impl);
    RuleSet(RuleSet&&) noexcept;
    RuleSet& operator=(RuleSet&&) noexcept;
    ~RuleSet();
    // All of it as bytes (extract/text/image.hpp), and the same rules out of them, which have to
    // outlive the rules; they go with the lexicon and the catalogue that they were compiled with.
    std::string image() const;
    static RuleSet from_image(std::string_view image);
    static RuleSet from_image(std::string&& image) = delete;

    std::span<const RuleInfo> rules() const;
    const Impl& impl() const { return *impl_; }

  private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace relata::extract
