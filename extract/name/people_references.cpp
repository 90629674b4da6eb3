#include "extract/name/people_references.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extract/name/clause.hpp"

namespace relata::extract {

void PeopleReferences::townspeople(std::uint32_t t) {
    if (!words_.capital_nouns || t < begin_ + 2 || next_name_ == 0) return;
    const Mention& town = names_[next_name_ - 1];
    if (town.last != t || town.first + 1 != t || town.form != MentionForm::nominal ||
        !words_.in(words_.lists.plural_article, town.first - 1) ||
        words_.flag(t, kCapital | kGlued))
        return;
    const bool plural = words_.text(t).ends_with('n') ||
                        (town.first > begin_ + 1 && words_.text(town.first - 2).ends_with('n'));
    if (!plural) return;
    std::uint32_t entity = described(town.entity, town.first, kFirm);
    if (entity == kNoEntity) entity = firm_from(entities_[town.entity].name, town.first - 1, t);
    if (entity != kNoEntity) add_people(town.first, entity, entities_[town.entity].name);
}

void PeopleReferences::add_people(std::uint32_t people, std::uint32_t entity,
                                  std::string_view place) {
    if (seats_.sits_in(entity, place)) {
        if (!is_mention(people)) add_place(people, place);
        add(people - 1, people, MentionForm::nominal, kFirm, entity);
    }
    add(people - 1, people + 1, MentionForm::nominal, kFirm, entity);
}

bool PeopleReferences::people(std::uint32_t t) {
    if (!words_.capital_nouns || t == begin_ || !words_.flag(t, kCapital)) return false;
    constexpr std::string_view dative_ending = "ern";
    const bool dative = words_.text(t).ends_with(dative_ending);
    if (!words_.in(words_.lists.plural_article, t - 1) &&
        !(dative && words_.has(t - 1, cls::determiner)))
        return false;
    if (t + 1 < end_ && words_.flag(t + 1, kCapital)) return false;
    const std::string_view word = words_.text(t);
    std::string_view place;
    if (words_.in(words_.lists.people, t)) {
        place = words_.value(words_.lists.people, t);
    } else {
        if (dative) place = word.substr(0, word.size() - dative_ending.size());
        if (!seats_.is_named(place)) return false;
    }
    const std::uint32_t entity = firm_from(place, t - 1, t + 1);
    if (entity == kNoEntity) return false;
    add_people(t, entity, place);
    return true;
}

bool PeopleReferences::is_mention(std::uint32_t t) const {
    const auto at = std::ranges::lower_bound(names_, t, {}, &Mention::first);
    return at != names_.end() && at->first == t && at->last == t + 1;
}

void PeopleReferences::add_place(std::uint32_t t, std::string_view place) {
    constexpr Reference country{type_bit(EntityType::place)};
    if (!places_)
        places_ = entities_by_name(
            entities_, [&](const Entity& entity) { return entity.types == country.types; });
    const auto next = static_cast<std::uint32_t>(entities_.size());
    const auto [at, made] = places_->emplace(place, next);
    if (made) {
        Entity& entity = entities_[add_entity(country.types, 0)];
        entity.name = place;
        entity.likeliest = EntityType::place;
    }
    add(t, t + 1, MentionForm::nominal, country, at->second);
}

std::uint32_t PeopleReferences::add_entity(TypeSet types, char gender) {
    entities_.emplace_back().types = types;
    genders_.push_back(gender);
    return static_cast<std::uint32_t>(entities_.size() - 1);
}

std::uint32_t PeopleReferences::described_as(std::uint32_t place, std::uint32_t first,
                                             std::uint32_t noun, const Reference& reference) const {
    const std::uint32_t entity = described(place, first, reference);
    if (entity == kNoEntity) return kNoEntity;
    if (reference.gender == kSameKind && !salience_.is_described_by(entity, noun)) return kNoEntity;
    // Of several that sit there the one that is spoken of: Boeing, not "the US Air Force".
    if (reference.types != kFirm.types) return entity;
    const std::uint32_t seated = seated_at(entities_[place].name, {});
    return seated == kNoEntity ? entity : seated;
}

std::uint32_t PeopleReferences::seated_at(std::string_view place, const Excluded& excluded) const {
    bool rivals = false;
    return salience_.most_salient(
        {kFirm.types, std::nullopt},
        [&](std::uint32_t entity) {
            return may_be_firm(entity, excluded) && seats_.sits_in(entity, place);
        },
        rivals);
}

bool PeopleReferences::may_be_firm(std::uint32_t entity, const Excluded& excluded) const {
    return std::find(excluded.begin(), excluded.end(), entity) == excluded.end() &&
           (types_of(entity) & type_bit(EntityType::person)) == 0;
}

std::uint32_t PeopleReferences::firm_from(std::string_view place, std::uint32_t first,
                                          std::uint32_t last) const {
    const Excluded excluded = excluded_for(first, last, kFirm.types);
    const std::uint32_t known = seated_at(place, excluded);
    if (known != kNoEntity) return known;
    bool rivals = false;
    const std::uint32_t only = salience_.most_salient(
        {kFirm.types, std::nullopt},
        [&](std::uint32_t entity) {
            return may_be_firm(entity, excluded) && !seats_.is_known(entity);
        },
        rivals);
    return rivals ? kNoEntity : only;
}

PeopleReferences::Excluded PeopleReferences::excluded_for(std::uint32_t first, std::uint32_t last,
                                                          TypeSet types) const {
    if (is_object(words_, first, last, begin_, end_)) {
        const std::span<const Mention> named = names_.first(next_name_);
        Excluded acting = clause_mates(words_, named, found_, begin_, first);
        const std::uint32_t owner = owner_of_part(words_, named, found_, begin_, first);
        if (owner != kNoEntity && !words_.is_possessive_marker(last)) acting.push_back(owner);
        return acting;
    }
    const std::uint32_t relative = relative_subject(words_, found_, begin_, first);
    const bool may_mean = relative != kNoEntity && (types_of(relative) & types) != 0;
    return may_mean ? Excluded{relative} : Excluded{};
}

}  // namespace relata::extract
