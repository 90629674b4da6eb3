// From rule files to a RuleSet, in two steps, because the lexicon is made between them:
//
//   RuleFiles files = parse_rules(sources);          // syntax; names every fault with line and
//   caret files.add_words_to(builder);                     // `words` statements and literal words
//   Lexicon lexicon = std::move(builder).build();
//   RuleSet rules = compile_rules(files, lexicon, catalogue);
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/catalogue.hpp"
#include "extract/rule/rule_set.hpp"
#include "extract/text/lexicon.hpp"

namespace relata::extract {

// One data file: its path relative to rules/ ("en/founder.rules") and its bytes.
struct RuleSource {
    std::string path;
    std::string text;
};

class RuleFiles {
  public:
    struct Impl;
    explicit RuleFiles(std::unique_ptr<Impl> impl);
    RuleFiles(RuleFiles&&) noexcept;
    ~RuleFiles();
    void add_words_to(LexiconBuilder& builder) const;
    const Impl& impl() const { return *impl_; }

  private:
    std::unique_ptr<Impl> impl_;
};

// `sources` in the order in which they count: a rule of the same name in a later one replaces the
// earlier. Throws relata::Error whose text holds every fault found, each as
// `file:line:column: cause`, the line, a caret and a remedy.
RuleFiles parse_rules(std::span<const RuleSource> sources);
RuleSet compile_rules(const RuleFiles& files, const Lexicon& lexicon, const Catalogue& catalogue);

}  // namespace relata::extract
