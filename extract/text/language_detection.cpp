#include "extract/text/language_detection.hpp"

#include "extract/text/scan.hpp"

namespace relata::extract {

namespace {
constexpr std::size_t kSample = 2000;  // tokens
}

std::size_t count_words(std::string_view text, const Lexicon& lexicon, std::string_view word_class,
                        bool lower_case) {
    const std::optional<ClassId> wanted = lexicon.class_named(word_class);
    if (!wanted) return 0;
    std::size_t count = 0;
    Scanner scanner(text);
    for (std::size_t i = 0; i < kSample && scanner.next(); ++i) {
        if (lower_case && (scanner.token().flags & kCapital) != 0) continue;
        const WordId word = lexicon.word(scanner.folded());
        if (word != 0 && lexicon.has(lexicon.classes_of(word), *wanted)) ++count;
    }
    return count;
}

}  // namespace relata::extract
