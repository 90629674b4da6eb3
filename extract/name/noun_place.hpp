// Where a noun stands: how much its place says that it is a name, in a language that writes nouns
// with a capital. A noun in the singular needs an article there, a name has none: "der Hersteller
// Mars", "Energieversorger Elbstrom", "namens Sternwarte", "Henkel-Chef Jan Roth", "Streit mit
// Leuchtturm".
//
//   const NounPlaces places(words, shapes);
//   if (places.evidence(t) >= NounPlaces::kEnough) ...   // a name in the whole article
//
// Thread-safe for reading.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "extract/name/article.hpp"
#include "extract/name/compound.hpp"
#include "extract/name/word_shape.hpp"

namespace relata::extract {

class NounPlaces {
  public:
    // Points that make a word a name; fewer count together with those of its other places.
    static constexpr int kEnough = 2;
    static constexpr int kAgainst = -4;  // an article before it: no name

    NounPlaces(const ArticleWords& words, std::span<const WordShape> shapes)
        : words_(words), shapes_(shapes), compounds_(words) {}

    int evidence(std::uint32_t noun) const;
    // The first token of the compound that ends straight before `noun` and says what that is.
    std::optional<std::uint32_t> head_before(std::uint32_t noun) const;
    // Does the phrase with this head open its sentence: "Das Berliner", "Beim dänischen"?
    bool opens_sentence(std::uint32_t head) const;

  private:
    // Does a sentence begin here? What stands before it, a headline perhaps, is another matter.
    bool starts(std::uint32_t token) const {
        return token == 0 || words_.flag(token, kSentenceStart);
    }
    // Costs more than the other questions: it takes the word apart.
    bool may_stand_bare(std::uint32_t noun) const {
        return compounds_.may_stand_bare(words_.text(noun));
    }
    bool is_plain(std::uint32_t noun) const;
    bool is_named(std::uint32_t noun) const;
    bool is_introduced(std::uint32_t noun) const;
    bool is_subject_before_object(std::uint32_t noun) const;
    bool is_only_subject(std::uint32_t noun, std::uint32_t head) const;
    bool is_first_part_of_compound(std::string_view noun) const;
    bool leads_person(std::uint32_t noun) const;
    bool is_in_pair(std::uint32_t noun) const;
    bool is_between_names(std::uint32_t noun) const;
    bool is_beside_name(std::uint32_t noun) const;
    bool joins_name(std::uint32_t noun, int side) const;
    bool is_beside_listed_firm(std::uint32_t noun) const;
    bool has_article(std::uint32_t noun) const;
    bool is_adjective(std::uint32_t token) const;
    bool is_finite_verb(std::uint32_t token) const;
    bool is_party(std::uint32_t noun) const;
    int weak_evidence(std::uint32_t noun) const;

    const ArticleWords& words_;
    std::span<const WordShape> shapes_;
    Compounds compounds_;
};

}  // namespace relata::extract
