// Noun tails: firms that are called by a word of their own and a German noun, "Larko Energie",
// "Norvell Transport". Beside any other verb the two may be a firm and what it delivers ("am Montag
// hat Larko Energie verkauft"); but what stands before the verb of a German sentence is one thing,
// and so is what has an apposition or stands behind "Chefin von". Such a place says it for the
// whole article.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/word_shape.hpp"

namespace relata::extract {

class NounTails {
  public:
    // `is_listed(t)`: is the token part of a name that the lists have?
    template <typename IsListed>
    NounTails(const ArticleWords& words, std::span<const WordShape> shapes, IsListed is_listed)
        : words_(words), shapes_(shapes) {
        if (!words.capital_nouns) return;
        for (const Sentence& sentence : words.analysis.sentences)
            for (std::uint32_t t = sentence.first; t + 2 < sentence.last; ++t)
                if (is_pair(t) && !is_listed(t) && is_one_thing(t, sentence)) note(t);
    }

    // Are the word at `name` and the noun behind it a name?
    bool begins_name(std::uint32_t name) const;

  private:
    bool is_pair(std::uint32_t name) const;
    bool is_one_thing(std::uint32_t name, const Sentence& sentence) const;
    bool opens_sentence(std::uint32_t name, const Sentence& sentence) const;
    bool is_singular_verb(std::uint32_t t) const;
    bool is_apposed(std::uint32_t comma, const Sentence& sentence) const;
    void note(std::uint32_t name);

    const ArticleWords& words_;
    std::span<const WordShape> shapes_;
    std::vector<std::string_view> pairs_;  // the words of each on the page
};

}  // namespace relata::extract
