#include "extract/name/antecedents.hpp"

#include <algorithm>

#include "extract/name/clause.hpp"
#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

constexpr std::uint32_t kPlaceDistance = 10;  // tokens between a firm and the place it is known by
constexpr std::uint32_t kPlaceAttribute = 6;  // the same in "Russian energy giant Acme"
constexpr std::uint32_t kPhraseBack = 24;     // tokens from a relative pronoun to its phrase's head

bool is_dash(const ArticleWords& words, std::uint32_t t) {
    return words.flag(t, kClauseBreak) &&
           (words.is(t, '-') || words.text(t) == "–" || words.text(t) == "—");
}

}  // namespace

char Antecedents::gender_of(const Mention& name) const {
    if ((words_.single[name.first] & cls::first_name) == 0 || name.last - name.first < 2) return 0;
    const std::string_view value = words_.value(cls::first_name, name.first, name.first + 1);
    return value == "m" || value == "f" ? value.front() : '\0';
}

void Antecedents::note_gender(const Mention& name) {
    if (const char gender = gender_of(name); gender != 0) genders_[name.entity] = gender;
}

std::uint32_t Antecedents::bought_with_people(std::uint32_t t, const Reference& reference) const {
    constexpr std::uint32_t far = 6;  // tokens from the name on, and before it
    if (words_.capital_nouns || next_name_ == 0 || t + 1 >= end_ || !words_.has(t + 1, cls::post))
        return kNoEntity;
    const Mention& name = names_[next_name_ - 1];
    if (name.first <= begin_ || name.genitive || t - name.last > far ||
        (types_of(name.entity) & reference.types) == 0)
        return kNoEntity;
    for (std::uint32_t at = name.last; at < t; ++at)
        if (words_.flag(at, kClauseBreak) || words_.has(at, cls::speech_verb)) return kNoEntity;
    for (std::uint32_t at = name.first; at > begin_ && name.first - at < far; --at) {
        if (words_.flag(at - 1, kClauseBreak | kCapital)) return kNoEntity;
        if (words_.in(words_.lists.deal_word, at - 1) || words_.has(at - 1, cls::stake_noun))
            return name.entity;
    }
    return kNoEntity;
}

std::uint32_t Antecedents::owner_before(std::uint32_t t, const Reference& reference) const {
    if (opens_report(t)) return acts_before(t, reference);
    const std::uint32_t bought = bought_with_people(t, reference);
    if (bought != kNoEntity) return bought;
    std::uint32_t at = t;
    if (at > begin_ && words_.has(at - 1, cls::preposition)) --at;
    if (at < begin_ + 2) return kNoEntity;
    const bool joined = (words_.single[at - 1] & cls::conjunction) != 0;
    // "Acme, its boss Jane Roe", "Acme, its unit Blip"
    const bool described = at == t && words_.is(at - 1, ',') && t + 2 < end_ &&
                           (words_.has(t + 1, cls::post) || words_.has(t + 2, cls::post) ||
                            (words_.has(t + 1, cls::org_noun) && words_.flag(t + 2, kCapital)));
    if (!joined && !described) return kNoEntity;
    const std::uint32_t before = ending_at(at - 1, reference);
    return before == kNoEntity && joined ? genitive_before(at - 1, reference) : before;
}

std::uint32_t Antecedents::who_launches(std::uint32_t t, const Reference& reference) const {
    constexpr std::uint32_t most = 2;  // auxiliaries, "would have"
    if (words_.capital_nouns || t < begin_ + 2) return kNoEntity;
    const std::uint32_t verb = t - 1;
    if (!words_.has(verb, cls::release_verb) || words_.has(verb, cls::preposition) ||
        words_.in(words_.lists.deal_word, verb))
        return kNoEntity;
    std::uint32_t end = verb;
    while (end > begin_ && verb - end < most && words_.has(end - 1, cls::auxiliary | cls::copula))
        --end;
    const Mention* name = name_until(end);
    if (name == nullptr || name->form != MentionForm::name || name->genitive ||
        is_governed(words_, *name, begin_) || is_modifier(words_, *name, begin_, end_))
        return kNoEntity;
    return ending_at(end, reference);
}

bool Antecedents::opens_report(std::uint32_t t) const {
    constexpr std::uint32_t longest = 8;  // of "chief financial officer Jane Roe has"
    if (words_.capital_nouns || t < begin_ + 3 || !words_.is(t - 1, ',') || t + 2 >= end_ ||
        !words_.has(t + 1, cls::post))
        return false;
    for (std::uint32_t at = t + 2; at < end_ && at - t < longest; ++at) {
        if ((words_.single[at] & cls::speech_verb) != 0) return true;
        if (words_.flag(at, kPunctuation)) return false;
    }
    return false;
}

std::uint32_t Antecedents::acts_before(std::uint32_t t, const Reference& reference) const {
    const Mention* actor = nullptr;
    const auto look = [&](const Mention& mention) {
        if (mention.last > t || mention.entity == kNoEntity || mention.genitive ||
            (types_of(mention.entity) & reference.types) == 0)
            return;
        const bool people = words_.has(mention.last, cls::post | cls::person_noun);
        if (verb_follows(words_, mention.last + (people ? 1 : 0), t) &&
            !is_governed(words_, mention, begin_) &&
            (actor == nullptr || actor->first < mention.first))
            actor = &mention;
    };
    for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= begin_; --i)
        look(names_[i - 1]);
    for (std::size_t i = found_.size(); i > 0 && found_[i - 1].first >= begin_; --i)
        look(found_[i - 1]);
    return actor == nullptr ? kNoEntity : actor->entity;
}

std::uint32_t Antecedents::genitive_before(std::uint32_t conjunction,
                                           const Reference& reference) const {
    constexpr std::uint32_t longest = 5;
    if (next_name_ == 0 || words_.capital_nouns) return kNoEntity;
    const Mention& name = names_[next_name_ - 1];
    if (!name.genitive || name.first < begin_ || conjunction - name.last > longest ||
        (types_of(name.entity) & reference.types) == 0)
        return kNoEntity;
    constexpr ClassMask ends = cls::stopword | cls::org_verb | cls::speech_verb;
    for (std::uint32_t at = name.last + 1; at < conjunction; ++at)
        if (words_.flag(at, kPunctuation) || (words_.single[at] & ends) != 0) return kNoEntity;
    return name.entity;
}

std::uint32_t Antecedents::named_last(const Reference& reference) const {
    if (sentence_ == 0) return kNoEntity;
    for (std::size_t i = next_name_; i > 0; --i) {
        const Mention& name = names_[i - 1];
        if (name.first < words_.analysis.sentences[sentence_ - 1].first) break;
        if (name.form == MentionForm::name && (types_of(name.entity) & reference.types) != 0 &&
            comma_of_relative(name.first) == kNone)
            return name.entity;
    }
    return kNoEntity;
}

std::uint32_t Antecedents::comma_of_relative(std::uint32_t t) const {
    if (!words_.capital_nouns || t < 3 || !words_.has(t - 1, cls::determiner)) return kNone;
    const std::uint32_t at = words_.has(t - 2, cls::preposition) ? t - 3 : t - 2;
    return words_.is(at, ',') ? at : kNone;
}

std::uint32_t Antecedents::head_of_relative(std::uint32_t t) const {
    const std::uint32_t comma = comma_of_relative(t);
    const Mention* name = comma == kNone ? nullptr : name_until(comma);
    return name == nullptr ? kNoEntity : name->entity;
}

std::uint32_t Antecedents::who_says(std::uint32_t t, const Reference& reference) const {
    constexpr std::uint32_t longest_date = 3, longest_adverb = 2;
    if (words_.capital_nouns || t <= begin_ + 1 || t + 1 >= end_ ||
        words_.flag(t + 1, kPunctuation))
        return kNoEntity;
    // "announced that it", "announced it would", but "bought it"
    const bool clause = (words_.single[t - 1] & cls::subordinator) != 0 ||
                        words_.has(t + 1, cls::auxiliary | cls::copula);
    const ClassMask says = cls::speech_verb | (clause ? cls::org_verb : 0);
    const auto ends_clause = [&](std::uint32_t at) {
        return words_.flag(at, kClauseBreak | kQuote);
    };
    std::uint32_t verb = t - 1;
    while (verb > begin_ && t - verb <= longest_date && !ends_clause(verb) &&
           (words_.single[verb] & says) == 0)
        --verb;
    if ((words_.single[verb] & says) == 0) return kNoEntity;
    for (std::uint32_t end = verb; end > begin_ && verb - end <= longest_adverb; --end) {
        const std::uint32_t entity = ending_at(end, reference);
        const Mention* name = name_until(end);
        if (entity != kNoEntity) {
            // "analysts at Acme said it"; not "after Acme said it"
            const bool others = name != nullptr && name->first > begin_ &&
                                words_.has(name->first - 1, cls::affiliation | cls::locative);
            return others ? kNoEntity : entity;
        }
        if (ends_clause(end - 1) || words_.flag(end - 1, kCapital)) break;
    }
    return kNoEntity;
}

std::uint32_t Antecedents::subject_behind(std::uint32_t t, const Reference& reference) const {
    constexpr std::uint32_t longest_clause = 16, before_subject = 3;
    if (reference.types != type_bit(EntityType::person) || reference.plural ||
        reference.gender == kSpeaker || t == begin_ || t - begin_ > 2 ||
        words_.flag(t - 1, kPunctuation))
        return kNoEntity;
    std::uint32_t comma = t;
    while (comma < end_ && comma - t < longest_clause && !words_.is(comma, ',')) ++comma;
    if (comma >= end_ || !words_.is(comma, ',')) return kNoEntity;
    for (std::size_t i = next_name_; i < names_.size() && names_[i].first < end_; ++i) {
        const Mention& name = names_[i];
        if (name.first < comma) continue;
        const bool fits = name.first - comma <= before_subject && name.form == MentionForm::name &&
                          types_of(name.entity) == reference.types &&
                          (gender_of(name) == 0 || gender_of(name) == reference.gender);
        return fits ? name.entity : kNoEntity;
    }
    return kNoEntity;
}

bool Antecedents::speaks_for(const Mention& firm, std::uint32_t close) const {
    // "Acme said", "Acme's chief executive Jane Roe", "Acme-Chefin Eva Lang"
    const bool linked =
        firm.last < end_ && (words_.is(firm.last, '-') || words_.is_possessive_marker(firm.last));
    const std::uint32_t behind = firm.last + (linked ? 1 : 0);
    if (behind < end_ && words_.has(behind, cls::post | cls::speech_verb)) return true;
    // "chief executive of Acme", "Chefin bei der Acme"; not "told Reuters"
    std::uint32_t at = firm.first;
    while (at > close && words_.has(at - 1, cls::determiner | cls::preposition | cls::stopword))
        --at;
    return at > close && at < firm.first && words_.has(at - 1, cls::post);
}

std::uint32_t Antecedents::firm_of_speaker(std::uint32_t t) const {
    std::uint32_t close = t;
    while (close < end_ && !words_.flag(close, kQuote)) ++close;
    bool spoken = false;
    for (std::uint32_t at = close; at < end_; ++at)
        spoken = spoken || (words_.single[at] & cls::speech_verb) != 0;
    std::uint32_t only = kNoEntity;
    for (std::size_t i = next_name_; spoken && i < names_.size() && names_[i].first < end_; ++i) {
        const Mention& name = names_[i];
        if (name.first < close || !is_organisation(entities_, name)) continue;
        if (!speaks_for(name, close) || (only != kNoEntity && only != name.entity))
            return kNoEntity;
        only = name.entity;
    }
    return only;
}

std::uint32_t Antecedents::only_firm_before(std::uint32_t t) const {
    std::uint32_t only = kNoEntity;
    for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= begin_; --i) {
        const Mention& name = names_[i - 1];
        if (name.last > t || !is_organisation(entities_, name)) continue;
        if (only != kNoEntity && only != name.entity) return kNoEntity;
        only = name.entity;
    }
    return only;
}

std::uint32_t Antecedents::subject_before_colon(std::uint32_t article,
                                                const Reference& reference) const {
    if (!words_.capital_nouns || article == begin_ || !words_.is(article - 1, ':'))
        return kNoEntity;
    for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= begin_; --i) {
        const Mention& name = names_[i - 1];
        if (name.form != MentionForm::name || (types_of(name.entity) & reference.types) == 0)
            continue;
        const bool acts =
            !is_governed(words_, name, begin_) && !is_modifier(words_, name, begin_, end_);
        return acts ? name.entity : kNoEntity;
    }
    return kNoEntity;
}

std::uint32_t Antecedents::before_comma(std::uint32_t t) const {
    if (t > begin_ && (words_.is(t - 1, ',') || is_dash(words_, t - 1))) return t - 1;
    const bool preposition =
        t > begin_ + 1 && words_.is(t - 2, ',') && (words_.single[t - 1] & cls::stopword) != 0;
    if (preposition) return t - 2;
    // "Acme und dessen Chef"
    const bool joined = t > begin_ + 1 && words_.capital_nouns &&
                        (words_.single[t] & cls::possessive) != 0 &&
                        (words_.single[t - 1] & cls::conjunction) != 0;
    return joined ? t - 1 : t;
}

std::uint32_t Antecedents::ending_at(std::uint32_t end, const Reference& reference) const {
    const auto fits = [&](std::uint32_t entity) {
        return entity != kNoEntity && (types_of(entity) & reference.types) != 0;
    };
    const Mention* name = name_until(end);
    if (name != nullptr && fits(name->entity)) return name->entity;
    if (found_.empty() || found_.back().last != end) return kNoEntity;
    return fits(found_.back().entity) ? found_.back().entity : kNoEntity;
}

std::uint32_t Antecedents::described_before(std::uint32_t before,
                                            const Reference& reference) const {
    bool described = false;  // the phrase has a noun for such a thing
    for (std::uint32_t at = before; at > begin_ && before - at < kPhraseBack;) {
        --at;
        // "Acme, a maker of robots, has raised money in a round that"
        if (words_.is(at, ';') || (words_.single[at] & cls::auxiliary) != 0) break;
        described = described || words_.has(at, cls::based) || is_noun_for(at, reference);
        if ((words_.single[at] & cls::copula) != 0)
            return described || reference.types == type_bit(EntityType::person)
                       ? nearest_before(at, reference)
                       : kNoEntity;
        if (!described || !words_.is(at, ',')) continue;
        const std::uint32_t entity = ending_at(before_brackets(words_, begin_, at), reference);
        if (entity != kNoEntity) return entity;
    }
    return kNoEntity;
}

bool Antecedents::is_noun_for(std::uint32_t at, const Reference& reference) const {
    TypeSet types = types_by_noun(at);
    if (words_.has(at, cls::post)) types |= type_bit(EntityType::person);
    types |= parse_reference(words_.value(cls::nominal, at, at + 1)).types;
    return (types & reference.types) != 0;
}

std::uint32_t Antecedents::nearest_before(std::uint32_t end, const Reference& reference) const {
    const auto latest = [&](const auto& mentions, std::size_t count) -> const Mention* {
        for (std::size_t i = count; i > 0 && mentions[i - 1].first >= begin_; --i) {
            const Mention& mention = mentions[i - 1];
            if (mention.last <= end && mention.entity != kNoEntity &&
                mention.form != MentionForm::possessive &&
                (types_of(mention.entity) & reference.types) != 0)
                return &mention;
        }
        return nullptr;
    };
    const Mention* name = latest(names_, next_name_);
    const Mention* phrase = latest(found_, found_.size());
    if (name == nullptr || (phrase != nullptr && phrase->first > name->first)) name = phrase;
    return name == nullptr ? kNoEntity : name->entity;
}

std::uint32_t Antecedents::place_in(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t place = kNoEntity;
    for (std::size_t i = next_name_; i > 0; --i) {
        if (names_[i - 1].last <= first) break;
        if (names_[i - 1].first >= first && names_[i - 1].last <= last &&
            types_of(names_[i - 1].entity) == type_bit(EntityType::place))
            place = names_[i - 1].entity;
    }
    return place;
}

std::uint32_t Antecedents::described(std::uint32_t place, std::uint32_t first,
                                     const Reference& reference) const {
    if (place == kNoEntity) return kNoEntity;
    const std::size_t back = next_name_ > kNamesBack ? next_name_ - kNamesBack : 0;
    for (std::size_t i = back; i < next_name_; ++i) {
        if (names_[i].entity != place || names_[i].first >= first) continue;
        const std::uint32_t entity = named_next_to(i, reference);
        if (entity != kNoEntity && !seats_.sits_elsewhere(entity, place)) return entity;
    }
    return kNoEntity;
}

std::uint32_t Antecedents::named_next_to(std::size_t place, const Reference& reference) const {
    const Mention& seat = names_[place];
    const auto fits = [&](std::size_t i, std::uint32_t most) {
        if (i >= next_name_ || (types_of(names_[i].entity) & reference.types) == 0) return false;
        const std::uint32_t from = std::min(names_[i].first, seat.first);
        const std::uint32_t to = std::max(names_[i].last, seat.last);
        return to - from <= most && in_one_sentence(words_, from, to);
    };
    const bool attribute = seat.genitive || seat.form != MentionForm::name;
    if (attribute && fits(place + 1, kPlaceAttribute)) return names_[place + 1].entity;
    for (const std::size_t near : {place - 1, place + 1})
        if (fits(near, kPlaceDistance)) return names_[near].entity;
    return kNoEntity;
}

void Antecedents::add(std::uint32_t first, std::uint32_t last, MentionForm form,
                      const Reference& reference, std::uint32_t entity) {
    Mention mention;
    mention.first = first;
    mention.last = last;
    mention.form = form;
    mention.plural = reference.plural;
    mention.entity = entity;
    mention.types = reference.types;
    if (entity != kNoEntity) {
        const auto common = static_cast<TypeSet>(reference.types & types_of(entity));
        if (common != 0) mention.types = common;
    }
    mention.genitive = form == MentionForm::nominal && words_.is_possessive_marker(last);
    found_.push_back(mention);
}

bool Antecedents::is_any_named(std::uint32_t from, std::uint32_t to, TypeSet types) const {
    for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= from; --i)
        if (names_[i - 1].first < to && (types_of(names_[i - 1].entity) & types) != 0) return true;
    return false;
}

bool Antecedents::gender_fits(std::uint32_t entity, const Reference& reference) const {
    if (reference.gender == 0 || genders_[entity] == 0) return true;
    return types_of(entity) != type_bit(EntityType::person) || genders_[entity] == reference.gender;
}

}  // namespace relata::extract
