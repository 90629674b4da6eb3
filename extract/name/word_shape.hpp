// Says of every token of an article what part of a name it can be, by its case, the word lists and
// what else the article says. English capitalises names, and all words of a headline; a language
// that capitalises nouns (one with a class `noun`) needs the lexicon to tell a noun from a name.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

enum class WordShape : std::uint8_t {
    other,
    name,      // part of a name wherever it stands
    start,     // an ordinary word with a capital at the start of a sentence or in a headline
    noun,      // capitalised because it is a noun
    adjective  // capitalised inside of a sentence although it is no noun: "Technische"
};

// One shape a token. `hits` are the names of the lists that occur; all their tokens are `name`.
std::vector<WordShape> word_shapes(ArticleWords& words, std::span<const PhraseHit> hits);

}  // namespace relata::extract
