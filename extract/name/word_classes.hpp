// Word classes as bits: what the name stages ask of a token is one test of a 64-bit mask.
//
//   const ClassMasks masks(lexicon);
//   if (masks.of(token.classes) & (cls::post | cls::honorific)) ...
//
// The classes are those of docs/rules.md ("Classes that the recognisers look at"); a class that a
// language does not have is a bit that no word sets.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/text/lexicon.hpp"

namespace relata::extract {

using ClassMask = std::uint64_t;

namespace cls {
inline constexpr ClassMask common = 1ULL << 0;
inline constexpr ClassMask noun = 1ULL << 1;  // a noun of a language that capitalises nouns
inline constexpr ClassMask stopword = 1ULL << 2;
inline constexpr ClassMask honorific = 1ULL << 3;
inline constexpr ClassMask particle = 1ULL << 4;
inline constexpr ClassMask inner = 1ULL << 5;
inline constexpr ClassMask first_name = 1ULL << 6;
inline constexpr ClassMask surname = 1ULL << 7;
inline constexpr ClassMask legal_form = 1ULL << 8;
inline constexpr ClassMask org_head = 1ULL << 9;
inline constexpr ClassMask org_noun = 1ULL << 10;
inline constexpr ClassMask person_noun = 1ULL << 11;
inline constexpr ClassMask product_noun = 1ULL << 12;
inline constexpr ClassMask project_noun = 1ULL << 13;
inline constexpr ClassMask place_noun = 1ULL << 14;
inline constexpr ClassMask known_org = 1ULL << 15;
inline constexpr ClassMask known_product = 1ULL << 16;
inline constexpr ClassMask known_person = 1ULL << 17;
inline constexpr ClassMask known_project = 1ULL << 18;
inline constexpr ClassMask place = 1ULL << 19;
inline constexpr ClassMask country = 1ULL << 20;
inline constexpr ClassMask demonym = 1ULL << 21;
inline constexpr ClassMask nominal = 1ULL << 22;
inline constexpr ClassMask pronoun = 1ULL << 23;
inline constexpr ClassMask possessive = 1ULL << 24;
inline constexpr ClassMask determiner = 1ULL << 25;
inline constexpr ClassMask speech_verb = 1ULL << 26;
inline constexpr ClassMask org_verb = 1ULL << 27;
inline constexpr ClassMask person_verb = 1ULL << 28;
inline constexpr ClassMask post = 1ULL << 29;
inline constexpr ClassMask calendar = 1ULL << 30;      // months and weekdays
inline constexpr ClassMask backer_tail = 1ULL << 31;   // "X Capital": hardly the topic
inline constexpr ClassMask affiliation = 1ULL << 32;   // between a post and the organisation
inline constexpr ClassMask org_property = 1ULL << 33;  // what only organisations have
inline constexpr ClassMask locative = 1ULL << 34;      // prepositions before places
inline constexpr ClassMask release_verb = 1ULL << 35;  // verbs whose object is a product
inline constexpr ClassMask unit = 1ULL << 36;          // currencies and magnitudes
inline constexpr ClassMask abbreviation = 1ULL << 37;
inline constexpr ClassMask not_name = 1ULL << 38;  // capitalised words that are never names
inline constexpr ClassMask conjunction = 1ULL << 39;
inline constexpr ClassMask copula = 1ULL << 40;
inline constexpr ClassMask state = 1ULL << 41;  // written after a city: "Newark, Ohio"

inline constexpr ClassMask based = 1ULL << 42;         // "Berlin-based"
inline constexpr ClassMask generic_tail = 1ULL << 43;  // "Samsung Electronics" is "Samsung"
inline constexpr ClassMask name_suffix = 1ULL << 44;   // "Jr."
inline constexpr ClassMask linking = 1ULL << 46;       // between the parts of a compound
inline constexpr ClassMask stake_noun = 1ULL << 47;    // "a stake in X"
inline constexpr ClassMask auxiliary = 1ULL << 48;
inline constexpr ClassMask firm_verb = 1ULL << 49;       // verbs whose subject is always a firm
inline constexpr ClassMask ambiguous_name = 1ULL << 54;  // a noun where it has an article
inline constexpr ClassMask product_tail = 1ULL << 53;    // "Snapdragon 8 Elite"
inline constexpr ClassMask maker_noun = 1ULL << 52;      // "ChatGPT-Entwickler"
inline constexpr ClassMask user_noun = 1ULL << 51;   // people who use a product: "Destiny-Spieler"
inline constexpr ClassMask bare_lead = 1ULL << 50;   // a bare singular noun behind them is a name
inline constexpr ClassMask alias_lead = 1ULL << 56;  // "(formerly X)"
inline constexpr ClassMask stock_exchange = 1ULL << 55;  // "(NYSE: X)"
inline constexpr ClassMask relative = 1ULL << 45;        // "who", straight after a name
inline constexpr ClassMask preposition = 1ULL << 57;     // what they govern is no subject
inline constexpr ClassMask subordinator = 1ULL << 63;    // begins a clause with its own subject

// For languages that write nouns with a capital.
inline constexpr ClassMask bare_noun = 1ULL << 58;   // nouns that stand without an article too
inline constexpr ClassMask article = 1ULL << 59;     // before a noun that is no name: "ein", "im"
inline constexpr ClassMask party_noun = 1ULL << 61;  // "a dispute with X": X acts
inline constexpr ClassMask foreign_inner = 1ULL << 62;  // "Rise of the Tomb Raider"
inline constexpr ClassMask naming = 1ULL << 60;         // what stands behind it is a name: "namens"

inline constexpr ClassMask known = known_org | known_product | known_person | known_project;
inline constexpr ClassMask geographic = place | country;
// Words that lists have as names or as parts of names.
inline constexpr ClassMask listed_name = known | geographic | first_name | surname;
inline constexpr ClassMask descriptor =
    org_noun | person_noun | product_noun | project_noun | place_noun;
inline constexpr ClassMask leads_person = post | person_noun | honorific;  // stands before one
}  // namespace cls

// Verbs by themselves; every verb list but those of single relations.
inline constexpr ClassMask kVerbs =
    cls::speech_verb | cls::org_verb | cls::person_verb | cls::copula | cls::auxiliary;

// The masks of all sets of classes of a lexicon. Made once a language (extract/language.hpp) and
// shared by all threads; keeps nothing of the lexicon.
class ClassMasks {
  public:
    explicit ClassMasks(const Lexicon& lexicon);
    ClassMask of(ClassSet set) const { return masks_[set]; }
    // The class of one bit, or nullopt where the language has none of that name.
    std::optional<ClassId> id(ClassMask bit) const;

  private:
    struct Row {
        ClassMask bit;
        ClassId id;
    };
    std::vector<Row> rows_;
    std::vector<ClassMask> masks_;  // by ClassSet
};

}  // namespace relata::extract
