#include "extract/text/language_detection.hpp"

#include "extract/text/scan.hpp"

namespace relata::extract {

namespace {
constexpr std::size_t kSample = 2000;  // tokens
}

std::size_t count_stopwords(std::string_view text, const Lexicon& lexicon) {
    const std::optional<ClassId> stopword = lexicon.class_named("stopword");
    if (!stopword) return 0;
    std::size_t count = 0;
    Scanner scanner(text);
    for (std::size_t i = 0; i < kSample && scanner.next(); ++i) {
        const WordId word = lexicon.word(scanner.folded());
        if (word != 0 && lexicon.has(lexicon.classes_of(word), *stopword)) ++count;
    }
    return count;
}

}  // namespace relata::extract
