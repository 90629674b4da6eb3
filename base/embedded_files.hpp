// The data files under rules/ that are embedded into the program when it is built, and the
// languages that were made of them then.
#pragma once

#include <span>
#include <string_view>

namespace relata {

struct EmbeddedFile {
    std::string_view path;  // relative to rules/, "en/founder.rules"
    std::string_view text;
};

// Sorted by path; lives as long as the program.
std::span<const EmbeddedFile> embedded_rules();

// A language as it was built from those files: what Lexicon::image() and RuleSet::image() give.
struct EmbeddedLanguage {
    std::string_view code, lexicon, rules;
};
std::span<const EmbeddedLanguage> embedded_languages();

}  // namespace relata
