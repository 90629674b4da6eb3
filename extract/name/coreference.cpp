#include "extract/name/coreference.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "extract/name/clause.hpp"
#include "extract/name/digest.hpp"
#include "extract/name/noun_references.hpp"
#include "extract/name/reference.hpp"
#include "extract/name/salience.hpp"
#include "extract/name/topic.hpp"

namespace relata::extract {

namespace {

class Resolver : NounReferences {
  public:
    Resolver(const ArticleWords& words, std::span<const Mention> names,
             std::span<const LocalTopic> topics, std::span<const Tie> ties,
             std::vector<Entity>& entities)
        : NounReferences(words, names, ties, entities), topics_(topics) {}

    std::vector<Mention> resolve() {
        const auto& sentences = words_.analysis.sentences;
        for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
            begin_ = sentences[sentence_].first;
            end_ = sentences[sentence_].last;
            bought_ = kNoEntity;
            for (; next_topic_ < topics_.size() && topics_[next_topic_].token <= begin_;
                 ++next_topic_) {
                const LocalTopic& topic = topics_[next_topic_];
                if (topic.new_story) {
                    salience_.begin_story(topic.entity);
                    begin_story();
                    firms_.begin_story();
                }
                if (topic.bought) bought_ = topic.entity;
            }
            salience_.begin_sentence(sentence_, begin_, end_);
            firms_.begin_sentence(sentences[sentence_]);
            if (begins_line(words_.analysis, sentences[sentence_])) quoted_ = false;
            for (std::uint32_t t = begin_; t < end_; ++t) {
                if (words_.flag(t, kQuote)) quoted_ = !quoted_;
                if (!may_refer(t)) continue;
                see_names(t);
                refer(t);
            }
            see_names(end_);
        }
        return std::move(found_);
    }

  private:
    void see_names(std::uint32_t t) {
        for (; next_name_ < names_.size() && names_[next_name_].first < t; ++next_name_) {
            const Mention& name = names_[next_name_];
            if (name.form == MentionForm::name) salience_.see(name);
            if (is_organisation(entities_, name) && !name.genitive &&
                !is_modifier(words_, name, begin_, end_))
                firms_.see(name.entity, name.first, name.last);
            note_gender(name);
        }
    }

    // Most words do not: they are of none of these classes and begin no phrase. German asks more.
    bool may_refer(std::uint32_t t) const {
        constexpr ClassMask refers = cls::relative | cls::pronoun | cls::possessive | cls::nominal;
        return words_.capital_nouns || words_.has(t, refers) || words_.flag(t, kStartsPhrase) ||
               words_.in(words_.lists.group_size, t) || roles_.has(t);
    }

    void refer(std::uint32_t t) {
        townspeople(t);
        if (people(t) || firm_pronoun(t)) return;
        const ClassMask bits = words_.bits[t] | phrase_bits(t);
        if ((bits & cls::relative) != 0 && relative(t)) return;
        if ((bits & cls::pronoun) != 0) {
            pronoun(t, cls::pronoun, MentionForm::pronoun);
        } else if ((bits & cls::possessive) != 0) {
            pronoun(t, cls::possessive, MentionForm::possessive);
        } else if ((bits & cls::nominal) != 0) {
            if (t >= phrase_end_) phrase(t, head_end_);
        } else if (roles_.has(t)) {
            role_phrase(t, t + 1, {kFirm.types | type_bit(EntityType::person)});
        } else if (words_.in(words_.lists.group_size, t)) {
            bare_number(t);
        }
    }

    // "Der Konzern wächst. Er", where nobody was spoken of whom the pronoun may mean.
    bool firm_pronoun(std::uint32_t t) {
        const std::string_view genders = firms_.genders_of(t);
        const bool formal = words_.flag(t, kCapital) && !words_.flag(t, kSentenceStart);
        if (genders.empty() || formal || quoted_ || words_.flag(t, kGlued) || has_plural_verb(t))
            return false;
        const Reference person = parse_reference(words_.value(cls::pronoun, t, t + 1));
        if (person.types != 0 && (firms_.people_before() || person_before(t, person))) return false;
        const std::uint32_t firm = firms_.meant_by(genders);
        if (firm == kNoEntity) return false;
        add(t, t + 1, MentionForm::pronoun, kFirm, firm);
        salience_.see(found_.back());
        return true;
    }

    // Was a person whom the pronoun may mean named or referred to in this sentence or the last one?
    bool person_before(std::uint32_t t, const Reference& reference) const {
        constexpr TypeSet person = type_bit(EntityType::person);
        const std::uint32_t from =
            sentence_ == 0 ? begin_ : words_.analysis.sentences[sentence_ - 1].first;
        const auto any = [&](std::span<const Mention> mentions) {
            for (std::size_t i = mentions.size(); i > 0 && mentions[i - 1].first >= from; --i) {
                const Mention& mention = mentions[i - 1];
                if (mention.first < t && mention.entity != kNoEntity &&
                    types_of(mention.entity) == person && gender_fits(mention.entity, reference))
                    return true;
            }
            return false;
        };
        return any(names_.first(next_name_)) || any(found_);
    }

    // Moves to the phrases that start at `t`; the longest is kept in phrase_.
    ClassMask phrase_bits(std::uint32_t t) {
        while (next_phrase_ < words_.phrases.size() && words_.phrases[next_phrase_].first < t)
            ++next_phrase_;
        head_end_ = t + 1;
        for (std::size_t i = next_phrase_;
             i < words_.phrases.size() && words_.phrases[i].first == t; ++i)
            if ((words_.phrases[i].classes & cls::nominal) != 0) {
                head_end_ = words_.phrases[i].last;
                return cls::nominal;
            }
        return 0;
    }

    void pronoun(std::uint32_t t, ClassMask map, MentionForm form) {
        // "US", "IT", and the formal "Sie"
        if (words_.flag(t, kAllCaps)) return;
        if (words_.capital_nouns && words_.flag(t, kCapital) && !words_.flag(t, kSentenceStart))
            return;
        if (words_.flag(t, kGlued) && t > 0 && !words_.flag(t - 1, kQuote)) return;
        if (in_name(t) || (form == MentionForm::possessive && owns_nothing(t))) return;
        Reference reference = parse_reference(words_.value(map, t, t + 1));
        if (reference.types == 0) return;
        if (form == MentionForm::possessive && is_of_country(t, reference)) return;
        if (has_plural_verb(t) && refer_to_series(t, EntityType::person, form, reference)) return;
        std::uint32_t entity = kNoEntity;
        if (form == MentionForm::possessive && t == begin_ && words_.has(t, cls::relative))
            entity = named_last(reference);
        if (entity == kNoEntity && !reference.plural && reference.gender != kSpeaker) {
            const bool object = form == MentionForm::pronoun;
            const Excluded excluded = object ? excluded_for(t, t + 1, reference.types) : Excluded{};
            entity = one_meant(t, form, reference, excluded);
            if (entity == kNoEntity && !excluded.empty()) return;
        }
        if (reference.gender == kSpeaker && quoted_) {
            const std::uint32_t firm = firm_of_speaker(t);
            if (firm != kNoEntity && (types_of(firm) & reference.types) != 0)
                add(t, t + 1, form, reference, firm);
            return;
        }
        if (reference.plural) {
            if (refer_again(t, form, reference)) return;
            if (refer_to_series(t, EntityType::person, form, reference)) return;
            if (form != MentionForm::possessive || !follows_plural_pronoun())
                entity = only_firm_before(t);
            // Not "their owners": whose, is too vague.
            if (entity == kNoEntity && form == MentionForm::pronoun &&
                refer_to_series(t, EntityType::org, form, reference))
                return;
        }
        // Several firms are nothing that a relation may have; people are.
        if (reference.plural && entity == kNoEntity && !words_.capital_nouns)
            reference.types &= type_bit(EntityType::person);
        if (reference.types == 0) return;
        if (entity == kNoEntity) entity = subject_behind(t, reference);
        if (!reference.plural && entity == kNoEntity) entity = unnamed(reference);
        add(t, t + 1, form, reference, entity);
        if (entity != kNoEntity && !reference.plural && !entities_[entity].name.empty())
            salience_.see(found_.back());
    }

    // "Kazakhstan has been ruled by its president": where the sentence has no organisation so far
    // and its subject is a place, that is meant.
    bool is_of_country(std::uint32_t t, const Reference& reference) const {
        if (reference.gender != 0 || (reference.types & kFirm.types) == 0) return false;
        if (!found_.empty() && found_.back().first >= begin_) return false;
        bool of_place = false;
        for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= begin_; --i) {
            const Mention& name = names_[i - 1];
            const bool governed = is_governed(words_, name, begin_);
            const bool firm = (types_of(name.entity) & kFirm.types) != 0;
            // "Since the end of the Soviet Union, Kazakhstan has": what stands before is no matter.
            if (firm && !(of_place && governed)) return false;
            of_place = of_place || (name.first < t && !name.genitive && !governed &&
                                    types_of(name.entity) == type_bit(EntityType::place) &&
                                    verb_follows(words_, name.last, end_));
        }
        return of_place;
    }

    // "They are on Acme with their phones": theirs, whoever they are, is not Acme's.
    bool follows_plural_pronoun() const {
        for (std::size_t i = found_.size(); i > 0 && found_[i - 1].first >= begin_; --i) {
            const Mention& before = found_[i - 1];
            if (before.form == MentionForm::pronoun && before.entity == kNoEntity &&
                (words_.single[before.first] & cls::pronoun) != 0)
                return parse_reference(words_.value(cls::pronoun, before.first, before.last))
                    .plural;
        }
        return false;
    }

    // What a pronoun in the singular at `t` stands for; not for `excluded`, who act upon it.
    std::uint32_t one_meant(std::uint32_t t, MentionForm form, const Reference& reference,
                            const Excluded& excluded) const {
        std::uint32_t entity = kNoEntity;
        if (form == MentionForm::possessive) entity = owner_before(t, reference);
        if (form == MentionForm::possessive && entity == kNoEntity)
            entity = who_launches(t, reference);
        if (form == MentionForm::pronoun && words_.text(t).ends_with("self"))
            entity = itself(t, reference, excluded);
        if (entity == kNoEntity) entity = head_of_open_clause(t, reference);
        if (entity == kNoEntity) {
            entity = who_says(t, reference);
            if (entity != kNoEntity && !gender_fits(entity, reference)) entity = kNoEntity;
        }
        if (entity != kNoEntity) return entity;
        return antecedent(reference, excluded, {reference.types, std::nullopt, opens_clause(t)});
    }

    // "when it", but not "said that it"
    bool opens_clause(std::uint32_t t) const {
        return t > begin_ + 1 && (words_.single[t - 1] & cls::subordinator) != 0 &&
               (words_.single[t - 2] & cls::speech_verb) == 0;
    }

    // "Jane Roe, who joined Acme when it bought her firm": her of whom the clause is that has no
    // end yet and names nobody else.
    std::uint32_t head_of_open_clause(std::uint32_t t, const Reference& reference) const {
        constexpr TypeSet person = type_bit(EntityType::person);
        if (reference.types != person || found_.empty()) return kNoEntity;
        const Mention* who = nullptr;
        for (std::size_t i = found_.size(); i > 0 && found_[i - 1].first >= begin_; --i) {
            const std::uint32_t entity = found_[i - 1].entity;
            if (entity == kNoEntity || types_of(entity) != person) continue;
            if ((words_.single[found_[i - 1].first] & cls::relative) != 0) who = &found_[i - 1];
            break;
        }
        if (who == nullptr || !gender_fits(who->entity, reference)) return kNoEntity;
        for (std::uint32_t at = who->last; at < t; ++at)
            if (words_.flag(at, kClauseBreak)) return kNoEntity;
        return is_any_named(who->last, t, person) ? kNoEntity : who->entity;
    }

    // "muss billig sein, sagte er", "wird bald zu haben sein": the verb, which no noun follows.
    bool owns_nothing(std::uint32_t t) const {
        constexpr ClassMask no_noun =
            cls::auxiliary | cls::conjunction | cls::subordinator | cls::preposition;
        if (!words_.in(words_.lists.possessive_verb, t) || words_.flag(t, kCapital)) return false;
        return t + 1 >= end_ || words_.flag(t + 1, kClauseBreak) ||
               (words_.flag(t + 1, kPunctuation) && !words_.flag(t + 1, kQuote)) ||
               (!words_.flag(t + 1, kCapital) && words_.has(t + 1, no_noun));
    }

    // "Acme sold itself to Blip", "Acme was sold to Blip, itself a unit of Zorn"
    std::uint32_t itself(std::uint32_t t, const Reference& reference,
                         const Excluded& excluded) const {
        const auto fits = [&](std::uint32_t entity) {
            return (types_of(entity) & reference.types) != 0 && gender_fits(entity, reference);
        };
        const Mention* before = t > begin_ && words_.is_comma(t - 1) ? name_until(t - 1) : nullptr;
        if (before != nullptr && fits(before->entity)) return before->entity;
        std::uint32_t found = kNoEntity;
        for (const std::uint32_t mate : excluded)
            if (fits(mate)) found = mate;
        return found;
    }

    // The entity without a name that "he", "his", "I", "we" stand for where the article names none.
    std::uint32_t unnamed(const Reference& reference) {
        for (const std::uint32_t entity : unnamed_) {
            if (genders_[entity] == reference.gender && (types_of(entity) & reference.types) != 0)
                return entity;
        }
        unnamed_.push_back(add_entity(reference.types, reference.gender));
        return unnamed_.back();
    }

    // "Acme, which makes", "Jane Roe, who", "Acme (ACM), where", "Acme, a firm in Rome that".
    bool relative(std::uint32_t t) {
        const Reference reference = parse_reference(words_.value(cls::relative, t, t + 1));
        if (reference.types == 0) return false;
        // "Acme announced that"
        if ((words_.single[t] & cls::subordinator) != 0 && t > begin_ &&
            words_.has(t - 1, kVerbs | cls::release_verb))
            return false;
        const std::uint32_t before = before_comma(t);
        if (before == begin_) return false;
        const bool person = reference.types == type_bit(EntityType::person);
        // "has its seat in India, where": the place.
        const Mention* name = name_until(before);
        const TypeSet named = name == nullptr ? TypeSet{0} : types_of(name->entity);
        constexpr TypeSet place = type_bit(EntityType::place);
        if (reference.types == type_bit(EntityType::org) && named == place) return false;
        std::uint32_t entity = ending_at(before_brackets(words_, begin_, before), reference);
        // Not "the house Jane Roe, which": neither a place nor what describes another one.
        const bool names_other = named != 0 && (named & place) == 0;
        if (entity == kNoEntity && (person || !names_other))
            entity = described_before(before, reference);
        const bool possessive = (words_.single[t] & cls::possessive) != 0;
        // "Acme hatte Blip gekauft, dessen Chef", "lobt Blip und prüft dessen Zahlen", "Anders
        // Blip: Dessen Chef": the last that was named.
        const bool behind_verb = !words_.flag(before - 1, kCapital | kPunctuation) &&
                                 (words_.is(before, ',') || before == t);
        if (entity == kNoEntity && possessive && words_.capital_nouns &&
            (behind_verb || words_.is(t - 1, ':') ||
             (words_.single[before] & cls::conjunction) != 0))
            entity = nearest_before(before, reference);
        if (entity == kNoEntity) return false;
        add(t, t + 1, possessive ? MentionForm::possessive : MentionForm::pronoun, reference,
            entity);
        return true;
    }

    std::span<const LocalTopic> topics_;
    std::size_t next_topic_ = 0;
    std::vector<std::uint32_t> unnamed_;
    bool quoted_ = false;  // inside of quotation marks
    std::size_t next_phrase_ = 0;
    std::uint32_t head_end_ = 0;
};

}  // namespace

std::vector<Mention> resolve_references(const ArticleWords& words, std::span<const Mention> names,
                                        std::span<const LocalTopic> topics,
                                        std::span<const Tie> ties, std::vector<Entity>& entities) {
    return Resolver(words, names, topics, ties, entities).resolve();
}

}  // namespace relata::extract
