// Adjectives of countries and towns, capitalised as names are: "German Siemens", "die Bonner
// wollen", "the South African firm". Do they describe what follows, stand for the place, or belong
// to a longer name ("British Airways")?
#pragma once

#include <cstdint>

#include "extract/name/article.hpp"
#include "extract/name/name_run.hpp"

namespace relata::extract {

class PlaceAdjectives {
  public:
    PlaceAdjectives(const ArticleWords& words, const NameRuns& runs) : words_(words), runs_(runs) {}

    // Behind an adjective of several words that begins at the token and describes what follows;
    // the token itself where none does.
    std::uint32_t end_of_phrase(std::uint32_t token, const Sentence& sentence) const;
    // The same where a name follows: "South African President Thabo Mbeki", a run that ends before
    // `last`.
    std::uint32_t end_before_name(std::uint32_t token, std::uint32_t last) const;
    // "US", "UK"
    bool is_all_caps_country(std::uint32_t token) const;
    // Is the adjective at the token no part of the name that ends before `last`?
    bool describes(std::uint32_t token, std::uint32_t last) const;
    // An adjective of a town that no list has, by its ending: "Ismaninger".
    bool is_of_town(std::uint32_t token, const Sentence& sentence) const;
    // Does it mean the country, as "Chinese" does, and is no name of it?
    bool stands_for_country(std::uint32_t token, const Sentence& sentence) const;

  private:
    const PhraseHit* phrase_at(std::uint32_t token) const;  // an adjective of several words
    bool has_own_form(std::uint32_t token) const;
    bool stands_for_people(std::uint32_t token, const Sentence& sentence) const;

    const ArticleWords& words_;
    const NameRuns& runs_;
};

}  // namespace relata::extract
