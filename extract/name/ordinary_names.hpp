// Ordinary words that are names in languages that write only names with a capital: "Docker
// acquires", "Front, a startup in Paris, makes", "the spinoff Also", "is Will Wright". What
// noun_names is for languages that capitalise nouns.
//
//   OrdinaryNames ordinary(words);
//   ordinary.find();
//   if (ordinary.is_named(t, sentence)) ...
#pragma once

#include <cstdint>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// Has the word its capital for its place alone: at the start of a sentence or a quotation?
bool is_capital_by_place(const ArticleWords& words, std::uint32_t token, const Sentence& sentence);

class OrdinaryNames {
  public:
    explicit OrdinaryNames(ArticleWords& words) : words_(words) {}

    // Looks through the article; to be called before the questions below.
    void find();
    // Is the ordinary word that opens a sentence a name there?
    bool is_named(std::uint32_t token, const Sentence& sentence) const;
    // Is the function word with a capital a name, or part of one?
    bool is_function_word_of_name(std::uint32_t token, const Sentence& sentence) const;

  private:
    bool is_half_of_name(std::uint32_t t, const Sentence& sentence) const;
    bool opens_name(std::uint32_t t, const Sentence& sentence) const;
    bool is_plain_name(std::uint32_t t, const Sentence& sentence) const;
    void promote_small_words();
    bool is_small_name(std::uint32_t t, const Sentence& sentence) const;
    void find_actors();
    bool begins_predicate(std::uint32_t t, const Sentence& sentence) const;
    bool is_introduced(std::uint32_t t, const Sentence& sentence) const;
    bool acts_twice(std::uint32_t t, const WordCounts* seen) const;

    ArticleWords& words_;
    std::vector<WordId> actors_;  // words that open a sentence as its subject; sorted
};

}  // namespace relata::extract
