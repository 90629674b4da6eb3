// German compounds: does an unknown word consist of words of the lexicon? "Marktforschungsinstitut"
// does, "Quantavo" does not.
//
//   if (Compounds(words).is_compound(words.text(t))) ...   // most likely a noun
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/name/article.hpp"

namespace relata::extract {

class Compounds {
  public:
    explicit Compounds(const ArticleWords& words) : words_(words) {}

    // Does the word end in a noun of the lexicon, or begin with a long one?
    bool is_compound(std::string_view word) const;
    // "Unternehmens" as a first part, but not "Zinsfuchs": a noun and the genitive's s.
    bool is_noun_in_genitive(std::string_view word) const;

    // Is what stands before the last noun in the word a word too? Not in "Ukreximbank".
    bool begins_with_word(std::string_view word) const;

    // Can the noun, or the last part of the compound, be a plural as well, or stand for something
    // that has no article: "Gorillas", "Händler", "Widerstand"? Then it says little that it has
    // none.
    bool may_stand_bare(std::string_view word) const;
    // The two reasons for it.
    bool may_be_plural(std::string_view word) const;
    bool is_bare(std::string_view word) const;

    // Is the last letter part of the noun that the word ends in? "Kistenfuchs", but not "Ostwerks".
    bool ends_in_singular(std::string_view word) const;

  private:
    bool has_plural_ending(std::string_view noun) const;
    bool begins_with_noun(std::string_view word) const;
    bool continues_compound(std::string_view rest) const;
    bool is_first_part(std::string_view part) const;
    ClassMask classes_of(std::string_view folded) const;
    // Where the first tail of the word begins, at `from` or behind it, that is in one of the
    // classes and has so many bytes; npos where none is.
    std::size_t tail(std::string_view word, ClassMask classes, std::size_t from,
                     std::size_t shortest = 4) const;

    const ArticleWords& words_;
};

}  // namespace relata::extract
