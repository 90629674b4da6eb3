#include "extract/name/seats.hpp"

#include <algorithm>

#include "extract/name/clause.hpp"
#include "extract/name/listed_firm.hpp"
#include "extract/name/salience.hpp"

namespace relata::extract {

Seats::Seats(const ArticleWords& words, std::span<const Mention> names,
             const std::vector<Entity>& entities)
    : entities_(entities),
      places_(entities.size()),
      country_(entities.size(), false),
      words_(words),
      names_(names) {
    constexpr TypeSet place = type_bit(EntityType::place);
    for (const Entity& entity : entities)
        if (entity.types == place) place_names_.push_back(entity.name);
    std::sort(place_names_.begin(), place_names_.end());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].entity == kNoEntity || entities[names[i].entity].types != place) continue;
        if (words.has(names[i].first, cls::country | cls::demonym))
            country_[names[i].entity] = true;
        if (i + 1 < names.size() && is_organisation(entities, names[i + 1]) &&
            is_attribute(words, names[i], names[i + 1]))
            add(names[i + 1].entity, names[i].entity);
        // "Acme aus Köln", "Acme of Oslo"
        if (i > 0 && is_organisation(entities, names[i - 1]) &&
            names[i].form == MentionForm::name && names[i].first == names[i - 1].last + 1 &&
            words.in(words.lists.seat_preposition, names[i - 1].last))
            add(names[i - 1].entity, names[i].entity);
    }
    for (std::size_t i = 0; i < entities.size(); ++i)
        if (country_[i]) country_names_.push_back(entities[i].name);
    std::sort(country_names_.begin(), country_names_.end());
}

// "Kölner Autobauer Acme", "US-Konzern Acme", "Oslo-based Acme", "Oslo start-up Acme".
bool Seats::is_attribute(const ArticleWords& words, const Mention& place,
                         const Mention& firm) const {
    constexpr std::uint32_t longest = 6;
    if (firm.first - place.first > longest || !in_one_sentence(words, place.first, firm.first))
        return false;
    constexpr ClassMask ends = cls::stopword | cls::preposition | cls::post | cls::determiner;
    bool noun = place.form != MentionForm::name;
    for (std::uint32_t at = place.last; at < firm.first; ++at) {
        if (words.is(at, '-')) continue;
        const bool based = words.has(at, cls::based);
        noun = noun || based || words.has(at, cls::org_noun);
        if (words.flag(at, kPunctuation) || (!based && (words.single[at] & (ends | kVerbs)) != 0))
            return false;
    }
    return noun;
}

void Seats::add(std::uint32_t entity, std::uint32_t place) {
    std::vector<std::uint32_t>& places = places_[entity];
    if (places.size() < kMost) places.push_back(place);
}

const std::vector<std::string_view>& Seats::home() const {
    if (!home_.empty() || places_.empty()) return home_;
    home_.resize(places_.size());
    const auto& homes = words_.lists.home;
    for (const Mention& name : names_) {
        if (name.entity == kNoEntity || !homes || !home_[name.entity].empty()) continue;
        home_[name.entity] = entities_[name.entity].types == type_bit(EntityType::place)
                                 ? country_of(entities_[name.entity].name, *homes)
                                 : value_for_firm(words_, homes, name);
    }
    return home_;
}

// Of "Toulouse, France" what the list says of its last or its first part.
std::string_view Seats::country_of(std::string_view place, ClassId homes) const {
    const auto listed = [&](std::string_view name) {
        return words_.lexicon.value(homes, fold_words(name));
    };
    const std::size_t comma = place.rfind(", ");
    if (comma == std::string_view::npos) return listed(place);
    const std::string_view whole = listed(place.substr(comma + 2));
    return whole.empty() ? listed(place.substr(0, comma)) : whole;
}

bool Seats::sits_in(std::uint32_t entity, std::string_view place) const {
    if (entity >= places_.size() || place.empty()) return false;
    if (has_part(home()[entity], place, '|')) return true;
    if (std::binary_search(country_names_.begin(), country_names_.end(), place) &&
        has_part(entities_[entity].name, place, ' '))  // "Taiwan Semiconductor"
        return true;
    return std::any_of(places_[entity].begin(), places_[entity].end(), [&](std::uint32_t known) {
        return entities_[known].name == place || home()[known] == place;
    });
}

bool Seats::sits_elsewhere(std::uint32_t entity, std::uint32_t place) const {
    if (entity >= places_.size()) return false;
    bool known = false;
    for (const std::uint32_t other : places_[entity]) {
        if (other == place) return false;
        known = known || country_[other] == country_[place];
    }
    if (known || place >= places_.size()) return known;
    const std::string_view there = home()[place];
    if (there.empty()) return false;
    if (!home()[entity].empty()) return !has_part(home()[entity], there, '|');
    // "Madrid-based Acme" sits in Spain.
    const auto& seats = places_[entity];
    return !seats.empty() && std::ranges::all_of(seats, [&](std::uint32_t seat) {
        return !home()[seat].empty() && home()[seat] != there;
    });
}

bool Seats::is_known(std::uint32_t entity) const {
    return entity < places_.size() && !places_[entity].empty();
}

bool Seats::is_named(std::string_view place) const {
    return std::binary_search(place_names_.begin(), place_names_.end(), place);
}

}  // namespace relata::extract
