#include "extract/text/phrases.hpp"

#include <algorithm>

#include "extract/language.hpp"

namespace relata::extract {

namespace {

// Those that begin with the token, the longest first.
void find_phrases_at(const Lexicon& lexicon, std::uint32_t first, std::uint32_t end,
                     Analysis& analysis) {
    const auto before = static_cast<std::ptrdiff_t>(analysis.phrases.size());
    PhraseNode node = lexicon.phrase_start(analysis.tokens[first].word);
    for (std::uint32_t at = first + 1; at < end; ++at) {
        node = lexicon.phrase_next(node, analysis.tokens[at].word);
        if (node == 0) break;
        const ClassSet classes = lexicon.phrase_classes(node);
        if (classes != 0) analysis.phrases.push_back({first, at + 1, classes});
    }
    std::reverse(analysis.phrases.begin() + before, analysis.phrases.end());
}

}  // namespace

void find_phrases(Analysis& analysis) {
    const Lexicon& lexicon = analysis.language->lexicon;
    analysis.phrases.clear();
    for (const Sentence& sentence : analysis.sentences)
        for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
            if ((analysis.tokens[at].flags & kStartsPhrase) != 0)
                find_phrases_at(lexicon, at, sentence.last, analysis);
}

}  // namespace relata::extract
