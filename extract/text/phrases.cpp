#include "extract/text/phrases.hpp"

#include <algorithm>
#include <vector>

#include "extract/language.hpp"

namespace relata::extract {

namespace {

// A word that phrases begin with.
struct Start {
    std::uint32_t token = 0, end = 0;  // of the sentence
    PhraseNode node = 0;
};

// The phrases of the lexicon do not fit into the cache: the memory that tells whether one goes on
// with the next word is sent for first.
std::vector<Start> find_starts(const Lexicon& lexicon, const Analysis& analysis) {
    std::vector<Start> starts;
    starts.reserve(analysis.tokens.size() / 2);
    for (const Sentence& sentence : analysis.sentences) {
        for (std::uint32_t at = sentence.first; at + 1 < sentence.last; ++at) {
            if ((analysis.tokens[at].flags & kStartsPhrase) == 0) continue;
            const PhraseNode node = lexicon.phrase_start(analysis.tokens[at].word);
            lexicon.prefetch_phrase(node, analysis.tokens[at + 1].word);
            starts.push_back({at, sentence.last, node});
        }
    }
    return starts;
}

// The longest first.
void add_phrases(const Lexicon& lexicon, const Start& start, Analysis& analysis) {
    const auto before = static_cast<std::ptrdiff_t>(analysis.phrases.size());
    PhraseNode node = start.node;
    for (std::uint32_t at = start.token + 1; at < start.end; ++at) {
        node = lexicon.phrase_next(node, analysis.tokens[at].word);
        if (node == 0) break;
        const ClassSet classes = lexicon.phrase_classes(node);
        if (classes != 0) analysis.phrases.push_back({start.token, at + 1, classes});
    }
    std::reverse(analysis.phrases.begin() + before, analysis.phrases.end());
}

}  // namespace

void find_phrases(Analysis& analysis) {
    const Lexicon& lexicon = analysis.language->lexicon;
    analysis.phrases.clear();
    for (const Start& start : find_starts(lexicon, analysis)) add_phrases(lexicon, start, analysis);
}

}  // namespace relata::extract
