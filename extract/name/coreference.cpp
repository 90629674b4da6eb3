#include "extract/name/coreference.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/name/clause.hpp"
#include "extract/name/digest.hpp"
#include "extract/name/firm_pronouns.hpp"
#include "extract/name/kinds.hpp"
#include "extract/name/lead.hpp"
#include "extract/name/people_references.hpp"
#include "extract/name/reference.hpp"
#include "extract/name/role_nouns.hpp"
#include "extract/name/salience.hpp"
#include "extract/name/topic.hpp"

namespace relata::extract {

namespace {

class Resolver : PeopleReferences {
  public:
    Resolver(const ArticleWords& words, std::span<const Mention> names,
             std::span<const LocalTopic> topics, std::span<const Tie> ties,
             std::vector<Entity>& entities)
        : PeopleReferences(words, names, entities),
          topics_(topics),
          firms_(words),
          roles_(words, ties),
          known_(words, names, entities.size()),
          lead_(lead_sentence(words.analysis)) {}

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
            if (t >= phrase_end_) phrase(t);
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

    // A name of which nothing is known may be a product's too.
    bool may_be_man(std::uint32_t entity) const {
        return (types_of(entity) & type_bit(EntityType::person)) != 0 &&
               (types_of(entity) & type_bit(EntityType::product)) == 0;
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
        for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= who->last; --i)
            if (names_[i - 1].entity != kNoEntity && (types_of(names_[i - 1].entity) & person) != 0)
                return kNoEntity;
        return who->entity;
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

    // A noun that may refer to something, and what stands around it.
    struct Phrase {
        std::uint32_t article, noun, last;  // its article, its first token, behind its last
        Reference reference;
        std::uint32_t within = kNone;     // names from here on belong to it
        std::uint32_t owned = kNoEntity;  // what it owns
    };

    // "the company", "the San Diego company"; not "the company Acme", "the founder of Acme".
    void phrase(std::uint32_t t) {
        const std::uint32_t last = head_end_;
        const std::string_view value = words_.value(cls::nominal, t, last);
        if (value == "-") return;  // "the central bank" is always the same one
        // "The combined group" is neither of those that merge.
        if (t > 0 && words_.value(words_.lists.role_adjective, t - 1) == "-") return;
        if (!roles_.empty() && role_phrase(t, last, parse_reference(value))) return;
        Phrase phrase{article_before(t), t, last, parse_reference(value)};
        if (plural_phrase(phrase.article, t, last, phrase.reference)) return;
        const std::uint32_t named = named_after(last);
        salience_.describe(named != kNoEntity ? named : introduced_before(t), last - 1);
        salience_.describe(introduced_as_owned(t, last), last - 1);
        // "das von Acme gekaufte Unternehmen"
        if (phrase.article == kNone) phrase.article = phrase.within = article_of_participle(t);
        if (const std::uint32_t next = named_next(phrase); next != kNoEntity) {
            phrase.article = begin_;
            add_phrase(phrase, next);
            return;
        }
        const std::uint32_t article = phrase.article;
        // "Founded by two men who had left Acme, the company makes lamps"
        const bool fronted = article != kNone && article > begin_ + 1 && !words_.capital_nouns &&
                             words_.is(article - 1, ',') && words_.text(begin_).ends_with("ed");
        if (fronted) phrase.within = begin_;
        // "..., Acme and Blip, the group has since": the subject of what follows.
        constexpr ClassMask verbs = cls::copula | cls::auxiliary | cls::speech_verb;
        const bool acts = last < end_ && (words_.single[last] & verbs) != 0;
        std::uint32_t head =
            article == kNone || acts || fronted ? kNoEntity : apposition_head(article);
        // "The Acme group" is Acme, "the Acme supplier" is not.
        if (const std::uint32_t own = named_inside(article, t, entities_); own != kNoEntity) {
            const bool plain = words_.in(words_.lists.kind_head, last - 1);
            // "the South Yorkshire company" is not South Yorkshire.
            const bool sure = types_of(own) == kFirm.types || is_named_before(article, own);
            if (plain && sure) head = own;
            if (!plain || sure) phrase.within = article;
        }
        // "Acme, the company's rival"
        if (words_.is_possessive_marker(last)) std::swap(head, phrase.owned);
        salience_.describe(head, last - 1);
        // "wurde das Unternehmen von Acme gekauft": who did it
        const bool passive = words_.capital_nouns && article != kNone && article > begin_ &&
                             words_.has(article - 1, cls::auxiliary);
        if (article == kNone || named != kNoEntity || (is_specified(last) && !passive) ||
            in_name(t) || (head == kNoEntity && is_told_without_name(article, last)))
            return;
        if (phrase.reference.types == 0) phrase.reference.types = types_by_noun(last - 1);
        if (phrase.reference.types == 0) return;
        // "the parent company" is not "the company".
        if (phrase.reference.gender == kSameKind) phrase_end_ = last;
        const std::uint32_t place = place_in(article + 1, t);
        std::uint32_t entity = named_with(phrase, head);
        if (entity == kNoEntity || (types_of(entity) & phrase.reference.types) == 0)
            entity = described_as(place, article + 1, last - 1, phrase.reference);
        if (entity == kNoEntity) entity = meant_by(phrase, place);
        if (entity != kNoEntity) add_phrase(phrase, entity);
    }

    // "A US bank has said", "The founder of Acme has apologised", where the next sentence begins
    // with a name that explains itself no further than the lead has done.
    std::uint32_t named_next(const Phrase& phrase) const {
        constexpr TypeSet person = type_bit(EntityType::person);
        const TypeSet types = phrase.reference.types;
        if (lead_ != sentence_ || (types != kFirm.types && types != person)) return kNoEntity;
        if (named_after(phrase.last) != kNoEntity || !opens_with(phrase.noun)) return kNoEntity;
        const bool defined = !words_.in(words_.lists.indefinite_article, begin_);
        // "The company has" is said of one that is known, "An analyst at Acme has" of one of many.
        if (defined != (types == person)) return kNoEntity;
        if (types == person && !is_specified(phrase.last)) return kNoEntity;
        const std::size_t seen = static_cast<std::size_t>(
            std::lower_bound(names_.begin(), names_.end(), begin_,
                             [](const Mention& name, std::uint32_t t) { return name.first < t; }) -
            names_.begin());
        return named_behind_lead(words_, names_.subspan(seen), entities_, sentence_, types);
    }

    // "the buyer", "its parent": who has that part in what was said before.
    bool role_phrase(std::uint32_t t, std::uint32_t last, Reference reference) {
        std::string_view roles = roles_.roles_of(t, last);
        // "the acquired company", "the parent group"
        if (roles.empty() && (reference.types & kFirm.types) != 0 && t > begin_)
            roles = roles_.roles_before(t);
        if (roles.empty() || named_after(last) != kNoEntity || is_specified(last) || in_name(t))
            return false;
        RoleNouns::Wanted wanted{
            .roles = roles, .sentence = sentence_, .speaker = salience_.topic()};
        std::uint32_t article = article_before(t);
        if (article == kNone) {
            article = possessive_before(t);
            if (article == kNone || found_.empty() || found_.back().first != article) return false;
            wanted.owner = found_.back().entity;
            if (wanted.owner == kNoEntity) return false;
        }
        wanted.before = article;
        wanted.person = reference.types == type_bit(EntityType::person);
        constexpr TypeSet may_act = type_bit(EntityType::org) | type_bit(EntityType::person);
        const std::uint32_t entity = roles_.holder(wanted, [&](std::uint32_t holder) {
            return (types_of(holder) & may_act) != 0 && gender_fits(holder, reference) &&
                   !is_named_behind(last - 1, holder);
        });
        if (entity == kNoEntity) return false;
        reference.types = static_cast<TypeSet>(types_of(entity) & may_act);
        add_phrase({article, t, last, reference}, entity);
        return true;
    }

    // What its sentence says that the phrase is; `head` is what it is an apposition to.
    std::uint32_t named_with(const Phrase& phrase, std::uint32_t head) const {
        const std::uint32_t article = phrase.article;
        std::uint32_t entity = head;
        // "Acme has become the largest company", "Nach Blip ist Acme das größte Unternehmen"
        if (article > begin_ && words_.has(article - 1, cls::copula))
            entity = nearest_before(article - 1, phrase.reference);
        const Mention* subject = words_.capital_nouns ? name_until(article) : nullptr;
        if (subject != nullptr && subject->first > begin_ &&
            words_.has(subject->first - 1, cls::copula))
            entity = subject->entity;
        if (entity == kNoEntity) entity = subject_before_colon(article, phrase.reference);
        const std::uint32_t apposed = apposed_behind(phrase.last);
        const bool fits = apposed != kNoEntity && (types_of(apposed) & phrase.reference.types) != 0;
        return fits ? apposed : entity;
    }

    // What was named before and is meant; `place` is the one that the phrase has.
    std::uint32_t meant_by(const Phrase& phrase, std::uint32_t place) {
        Excluded excluded = excluded_for(phrase.article, phrase.last, phrase.reference.types);
        if (place != kNoEntity && phrase.reference.types == kFirm.types) {
            const std::uint32_t seated = seated_at(entities_[place].name, excluded);
            if (seated != kNoEntity) return seated;
        }
        for (const std::uint32_t other :
             {phrase.owned, head_of_relative(phrase.article), product_joined_to(phrase.noun)})
            if (other != kNoEntity) excluded.push_back(other);
        if (phrase.within != kNone) exclude_names(phrase.within, excluded);
        kinds_ = known_.named(phrase.article + 1, phrase.last);
        const std::uint32_t entity = antecedent(phrase.reference, excluded,
                                                {phrase.reference.types, phrase.last - 1}, place);
        kinds_.clear();
        return entity;
    }

    // The noun, and the phrase from its article or from the first part of the compound on.
    void add_phrase(const Phrase& phrase, std::uint32_t entity) {
        const std::uint32_t compound = compound_begin(phrase.noun);
        const std::uint32_t first = phrase.article + 1 == compound ? phrase.article : compound;
        if (first != phrase.noun)
            add(first, phrase.last, MentionForm::nominal, phrase.reference, entity);
        add(phrase.noun, phrase.last, MentionForm::nominal, phrase.reference, entity);
        salience_.see(found_.back());
        if ((types_of(entity) & type_bit(EntityType::org)) != 0)
            firms_.see(entity, phrase.noun, phrase.last);
    }

    // "Cloud" in "der Cloud-Anbieter".
    std::uint32_t compound_begin(std::uint32_t t) const {
        while (t >= begin_ + 2 && words_.is(t - 1, '-') && words_.flag(t, kGlued) &&
               words_.flag(t - 1, kGlued))
            t -= 2;
        return t;
    }

    // "Windows" in "der Windows-Konzern", which is not what it makes.
    std::uint32_t product_joined_to(std::uint32_t noun) const {
        if (noun < begin_ + 2 || !words_.is(noun - 1, '-')) return kNoEntity;
        const Mention* name = name_until(noun - 1);
        return name != nullptr && entities_[name->entity].likeliest == EntityType::product
                   ? name->entity
                   : kNoEntity;
    }

    // Those that are named from a token on.
    void exclude_names(std::uint32_t from, Excluded& excluded) const {
        for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= from; --i)
            excluded.push_back(names_[i - 1].entity);
    }

    // Has the sentence named a firm so far?
    bool names_firm() const {
        for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= begin_; --i)
            if ((types_of(names_[i - 1].entity) & type_bit(EntityType::org)) != 0) return true;
        return false;
    }

    // "Intel kauft Mobileye. Der Chipriese": not what was bought.
    bool another_is_of_kind(std::uint32_t entity) const {
        bool rivals = false;
        return !known_.agrees(entity, kinds_) &&
               salience_.most_salient(
                   {kFirm.types, std::nullopt},
                   [&](std::uint32_t other) { return known_.agrees(other, kinds_); },
                   rivals) != kNoEntity;
    }

    // The most salient of what was named; for a phrase its noun's token and the place in it.
    std::uint32_t antecedent(const Reference& reference, const Excluded& excluded,
                             const Salience::Wanted& wanted,
                             std::uint32_t place = kNoEntity) const {
        const std::optional<std::uint32_t> noun = wanted.noun;
        const auto is_excluded = [&](std::uint32_t entity) {
            return std::find(excluded.begin(), excluded.end(), entity) != excluded.end();
        };
        if (bought_ != kNoEntity && !names_firm() && (types_of(bought_) & reference.types) != 0 &&
            !(!kinds_.empty() && another_is_of_kind(bought_)) &&
            reference.types != type_bit(EntityType::product) && !is_excluded(bought_) &&
            !(place != kNoEntity && seats_.sits_elsewhere(bought_, place)) &&
            !(noun && is_named_behind(*noun, bought_)))
            return bought_;
        bool rivals = false;
        const bool kin = noun && reference.gender == kSameKind;
        // "the software" is nothing that may be a firm.
        const bool product = noun && reference.types == type_bit(EntityType::product);
        // Nor is "the company" a man whose name may be a firm's.
        const bool firm = noun && reference.types == type_bit(EntityType::org);
        const auto fits = [&](std::uint32_t entity) {
            const bool doubtful = kin || (product && types_of(entity) != reference.types) ||
                                  (firm && entity != salience_.topic() && may_be_man(entity));
            if (doubtful && !salience_.is_described_by(entity, *noun) &&
                !(kin && known_.agrees(entity, kinds_)))
                return false;
            if (place != kNoEntity && seats_.sits_elsewhere(entity, place)) return false;
            return gender_fits(entity, reference) && !is_excluded(entity) &&
                   !known_.contradicts(entity, kinds_) && !(noun && is_named_behind(*noun, entity));
        };
        std::uint32_t best = salience_.most_salient(wanted, fits, rivals);
        // "the search giant", if no other was called a giant
        if (!kinds_.empty() && !(best != kNoEntity && salience_.is_described_by(best, *noun))) {
            const std::uint32_t known = salience_.most_salient(
                {reference.types, noun},
                [&](std::uint32_t entity) { return known_.agrees(entity, kinds_) && fits(entity); },
                rivals);
            if (known != kNoEntity) best = known;
        }
        // "the founder" among several people is too vague.
        if (noun && rivals && reference.types == type_bit(EntityType::person)) return kNoEntity;
        if (!noun && !excluded.empty() && best != salience_.topic()) {
            bool others = false;
            const std::uint32_t nearest = salience_.most_salient(
                {reference.types, noun},
                [&](std::uint32_t entity) { return gender_fits(entity, reference); }, others);
            if (nearest != best && rivals) return kNoEntity;
        }
        if (best != kNoEntity || !noun || kin || reference.types != type_bit(EntityType::org))
            return best;
        const std::uint32_t topic = salience_.topic();
        if (topic == kNoEntity || known_.contradicts(topic, kinds_) ||
            (place != kNoEntity && seats_.sits_elsewhere(topic, place)))
            return kNoEntity;
        return is_named_behind(*noun, topic) || is_excluded(topic) ? kNoEntity : topic;
    }

    std::span<const LocalTopic> topics_;
    FirmPronouns firms_;
    RoleNouns roles_;
    Kinds known_;
    std::optional<std::size_t> lead_;
    std::vector<std::string> kinds_;  // that the phrase in hand names
    std::size_t next_topic_ = 0;
    std::uint32_t bought_ = kNoEntity;  // what the sentence before bought, if this tells its origin
    std::vector<std::uint32_t> unnamed_;
    bool quoted_ = false;  // inside of quotation marks
    std::size_t next_phrase_ = 0;
    std::uint32_t head_end_ = 0;
    std::uint32_t phrase_end_ = 0;  // of a phrase whose words are none by themselves
};

}  // namespace

std::vector<Mention> resolve_references(const ArticleWords& words, std::span<const Mention> names,
                                        std::span<const LocalTopic> topics,
                                        std::span<const Tie> ties, std::vector<Entity>& entities) {
    return Resolver(words, names, topics, ties, entities).resolve();
}

}  // namespace relata::extract
