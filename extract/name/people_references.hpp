// PeopleReferences: firms that German calls by those who live where they sit: "die Münchner
// wollen", "mit den Dortmundern", "die Amerikaner".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/name/entities.hpp"
#include "extract/name/plural_references.hpp"
#include "extract/name/salience.hpp"

namespace relata::extract {

class PeopleReferences : public PluralReferences {
  public:
    using Excluded = std::vector<std::uint32_t>;  // entities that a reference cannot mean

    PeopleReferences(const ArticleWords& words, std::span<const Mention> names,
                     std::vector<Entity>& entities)
        : PluralReferences(words, names, entities), salience_(words, entities) {}

    // "Die Münchner wollen", before `t`: the firm that was named with the town.
    void townspeople(std::uint32_t t);
    // "Die Amerikaner wollen", "mit den Dortmundern": the firm that comes from there. Gives whether
    // there is one.
    bool people(std::uint32_t t);

  protected:
    static constexpr Reference kFirm{type_bit(EntityType::org)};

    // What the reference at [first, last) cannot mean: what acts on it in its own clause.
    Excluded excluded_for(std::uint32_t first, std::uint32_t last, TypeSet types) const;
    // What was named next to a place before the token `first`; "the US regulator", with the noun at
    // `noun`, is no firm that was.
    std::uint32_t described_as(std::uint32_t place, std::uint32_t first, std::uint32_t noun,
                               const Reference& reference) const;
    // The firm that sits at a place, or kNoEntity.
    std::uint32_t seated_at(std::string_view place, const Excluded& excluded) const;
    // An entity that the article does not name.
    std::uint32_t add_entity(TypeSet types, char gender);

    Salience salience_;

  private:
    // seated_at, or else the only firm whose seat is not known.
    std::uint32_t firm_from(std::string_view place, std::uint32_t first, std::uint32_t last) const;
    bool may_be_firm(std::uint32_t entity, const Excluded& excluded) const;
    // Is the token a mention by itself, as "Bonner" is?
    bool is_mention(std::uint32_t t) const;
    // "die Bonner" and, where it is known that the firm sits there, "die" as the firm beside its
    // place: many a people is no firm.
    void add_people(std::uint32_t people, std::uint32_t entity, std::string_view place);
    // "Amerikaner": their country, whether the article names it or not.
    void add_place(std::uint32_t t, std::string_view place);

    std::optional<EntitiesByName> places_;  // filled when first asked for
};

}  // namespace relata::extract
