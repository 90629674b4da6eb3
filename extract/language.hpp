// Language: everything that the pipeline knows about one language, made from the data files once
// and shared, immutable, by all threads.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/catalogue.hpp"
#include "extract/name/name_classes.hpp"
#include "extract/name/word_classes.hpp"
#include "extract/rule/compile.hpp"
#include "extract/rule/rule_set.hpp"
#include "extract/text/lexicon.hpp"
#include "extract/value/value_classes.hpp"

namespace relata::extract {

struct Language {
    std::string code;  // "en"
    Lexicon lexicon;
    RuleSet rules;
    ClassMasks masks{lexicon};  // for the stages in extract/name
    NameClasses name_classes{lexicon};
    ValueClasses values{lexicon};  // for extract/value
};

// All data files, and the languages made from them when they are first asked for.
// Thread safety: language() may be called from any thread.
class Knowledge {
  public:
    // The embedded files, with the files of the folders in `overlays` (--rules DIR) on top: a list
    // extends the list of that path, a rule replaces the rule of that name, relations.txt adds
    // rows. Throws relata::Error for a folder that is not there or a file with a fault.
    explicit Knowledge(std::span<const std::string> overlays = {});
    ~Knowledge();

    const Catalogue& catalogue() const;
    std::span<const std::string> codes() const;  // languages that have a folder, sorted
    // Throws relata::Error for an unknown code or a faulty rule file.
    const Language& language(std::string_view code) const;
    // The language whose stop words the text has most of; among equals the one with more of its
    // common words in lower case, else the first code.
    std::string_view detect(std::string_view text) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace relata::extract
