#include "extract/name/seats.hpp"

#include <algorithm>

#include "extract/name/clause.hpp"
#include "extract/name/listed_firm.hpp"
#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

// "Taiwan" of "Taiwan Semiconductor"
bool is_word_of(std::string_view word, std::string_view name) {
    const std::size_t at = name.find(word);
    return at != std::string_view::npos && (at == 0 || name[at - 1] == ' ') &&
           (at + word.size() == name.size() || name[at + word.size()] == ' ');
}

}  // namespace

Seats::Seats(const ArticleWords& words, std::span<const Mention> names,
             const std::vector<Entity>& entities)
    : entities_(entities),
      places_(entities.size()),
      country_(entities.size(), false),
      home_(entities.size()) {
    constexpr TypeSet place = type_bit(EntityType::place), org = type_bit(EntityType::org);
    const auto homes = words.lexicon.class_named("home_country");
    for (const Mention& name : names)
        if (name.entity != kNoEntity && home_[name.entity].empty())
            home_[name.entity] = value_for_firm(words, homes, name);
    for (std::uint32_t i = 0; i < entities.size(); ++i)
        if (entities[i].types == place) {
            by_name_.push_back(i);
            if (homes) home_[i] = words.lexicon.value(*homes, fold_words(entities[i].name));
        }
    std::sort(by_name_.begin(), by_name_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return entities[a].name != entities[b].name ? entities[a].name < entities[b].name : a < b;
    });
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].entity == kNoEntity || entities[names[i].entity].types != place) continue;
        if (words.has(names[i].first, cls::country | cls::demonym))
            country_[names[i].entity] = true;
        const auto is_firm = [&](std::size_t at) {
            return at < names.size() && names[at].form == MentionForm::name &&
                   names[at].entity != kNoEntity && (entities[names[at].entity].types & org) != 0;
        };
        if (is_firm(i + 1) && is_attribute(words, names[i], names[i + 1]))
            add(names[i + 1].entity, names[i].entity);
        // "Acme aus Köln", "Acme of Oslo"
        if (i > 0 && is_firm(i - 1) && names[i].form == MentionForm::name &&
            names[i].first == names[i - 1].last + 1 &&
            words.in(words.seat_preposition, names[i - 1].last))
            add(names[i - 1].entity, names[i].entity);
    }
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

bool Seats::sits_at(std::uint32_t entity, std::uint32_t place) const {
    if (place == kNoEntity) return false;
    if (country_[place] && is_word_of(entities_[place].name, entities_[entity].name)) return true;
    if (entity >= places_.size()) return false;
    if (place < home_.size() && !home_[place].empty() && home_[entity] == home_[place]) return true;
    const std::vector<std::uint32_t>& places = places_[entity];
    return std::find(places.begin(), places.end(), place) != places.end();
}

bool Seats::sits_elsewhere(std::uint32_t entity, std::uint32_t place) const {
    if (entity >= places_.size()) return false;
    bool known = false;
    for (const std::uint32_t other : places_[entity]) {
        if (other == place) return false;
        known = known || country_[other] == country_[place];
    }
    const bool listed = place < home_.size() && !home_[place].empty() && !home_[entity].empty();
    return known || (listed && home_[entity] != home_[place]);
}

bool Seats::is_known(std::uint32_t entity) const {
    return entity < places_.size() && !places_[entity].empty();
}

std::uint32_t Seats::place_named(std::string_view name) const {
    const auto at = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                     [&](std::uint32_t place, std::string_view wanted) {
                                         return entities_[place].name < wanted;
                                     });
    return at == by_name_.end() || entities_[*at].name != name ? kNoEntity : *at;
}

}  // namespace relata::extract
