#include "extract/name/coreference.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <string>

#include "extract/name/clause.hpp"
#include "extract/name/names_around.hpp"
#include "extract/name/reference.hpp"
#include "extract/name/salience.hpp"
#include "extract/name/topic.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kNamesBack = 48;        // bounds the search in long enumerations
constexpr std::uint32_t kPlaceDistance = 10;  // tokens between a firm and the place it is known by
constexpr std::uint32_t kPlaceAttribute = 6;  // the same in "Russian energy giant Acme"
constexpr std::uint32_t kPhraseBack = 24;     // tokens from a relative pronoun to its phrase's head

class Resolver : NamesAround {
  public:
    Resolver(const ArticleWords& words, std::span<const Mention> names,
             std::span<const LocalTopic> topics, std::vector<Entity>& entities)
        : NamesAround(words, names),
          topics_(topics),
          entities_(entities),
          salience_(words, entities),
          genders_(entities.size(), 0) {}

    std::vector<Mention> resolve() {
        const auto& sentences = words_.analysis.sentences;
        for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
            begin_ = sentences[sentence_].first;
            end_ = sentences[sentence_].last;
            for (; next_topic_ < topics_.size() && topics_[next_topic_].token <= begin_;
                 ++next_topic_) {
                if (topics_[next_topic_].new_story)
                    salience_.begin_story(topics_[next_topic_].entity);
            }
            salience_.begin_sentence(sentence_, begin_, end_);
            if (begins_line(words_.analysis, sentences[sentence_])) quoted_ = false;
            for (std::uint32_t t = begin_; t < end_; ++t) {
                if (words_.flag(t, kQuote)) quoted_ = !quoted_;
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
            note_gender(name);
        }
    }

    // 'm' or 'f' by the given name, or 0.
    char gender_of(const Mention& name) const {
        if ((words_.single[name.first] & cls::first_name) == 0 || name.last - name.first < 2)
            return 0;
        const std::string_view value = words_.value(cls::first_name, name.first, name.first + 1);
        return value == "m" || value == "f" ? value.front() : '\0';
    }

    void note_gender(const Mention& name) {
        if (const char gender = gender_of(name); gender != 0) genders_[name.entity] = gender;
    }

    TypeSet types_of(std::uint32_t entity) const { return entities_[entity].types; }

    void refer(std::uint32_t t) {
        townspeople(t);
        const ClassMask bits = words_.bits[t] | phrase_bits(t);
        if ((bits & cls::relative) != 0 && relative(t)) return;
        if ((bits & cls::pronoun) != 0) {
            pronoun(t, cls::pronoun, MentionForm::pronoun);
        } else if ((bits & cls::possessive) != 0) {
            pronoun(t, cls::possessive, MentionForm::possessive);
        } else if ((bits & cls::nominal) != 0) {
            phrase(t);
        }
    }

    // "Die Münchner wollen", before `t`: the firm that was named with the town.
    void townspeople(std::uint32_t t) {
        if (!words_.capital_nouns || t < begin_ + 2 || next_name_ == 0) return;
        const Mention& town = names_[next_name_ - 1];
        if (town.last != t || town.first + 1 != t || town.form != MentionForm::nominal ||
            !words_.in(words_.plural_article, town.first - 1) || words_.flag(t, kCapital | kGlued))
            return;
        const bool plural = words_.text(t).ends_with('n') ||
                            (town.first > begin_ + 1 && words_.text(town.first - 2).ends_with('n'));
        if (!plural) return;
        const Reference firm{type_bit(EntityType::org)};
        const std::uint32_t entity = described(town.first, t, firm);
        if (entity != kNoEntity) add(town.first - 1, t, MentionForm::nominal, firm, entity);
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

    // "Acme and its backers", "Acme, its chief executive Jane Roe and": what stands straight
    // before.
    std::uint32_t owner_before(std::uint32_t t, const Reference& reference) const {
        std::uint32_t at = t;
        if (at > begin_ && words_.has(at - 1, cls::preposition)) --at;
        if (at < begin_ + 2) return kNoEntity;
        const bool joined = (words_.single[at - 1] & cls::conjunction) != 0;
        const bool post = at == t && words_.is(at - 1, ',') && t + 2 < end_ &&
                          (words_.has(t + 1, cls::post) || words_.has(t + 2, cls::post));
        if (!joined && !post) return kNoEntity;
        const std::uint32_t before = ending_at(at - 1, reference);
        return before == kNoEntity && joined ? genitive_before(at - 1, reference) : before;
    }

    // "Acme's sixty employees and its founder"
    std::uint32_t genitive_before(std::uint32_t conjunction, const Reference& reference) const {
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

    void pronoun(std::uint32_t t, ClassMask map, MentionForm form) {
        // "US", "IT", and the formal "Sie"
        if (words_.flag(t, kAllCaps)) return;
        if (words_.capital_nouns && words_.flag(t, kCapital) && !words_.flag(t, kSentenceStart))
            return;
        if (words_.flag(t, kGlued) && t > 0 && !words_.flag(t - 1, kQuote)) return;
        if (in_name(t)) return;
        Reference reference = parse_reference(words_.value(map, t, t + 1));
        if (reference.types == 0) return;
        std::uint32_t entity = kNoEntity;
        if (form == MentionForm::possessive && t == begin_ && words_.has(t, cls::relative))
            entity = named_last(reference);
        if (entity == kNoEntity && !reference.plural && reference.gender != kSpeaker) {
            const bool object = form == MentionForm::pronoun;
            const Excluded excluded = object ? excluded_for(t, t + 1) : Excluded{};
            if (form == MentionForm::possessive) entity = owner_before(t, reference);
            if (entity == kNoEntity) entity = antecedent(reference, excluded);
            if (entity == kNoEntity && !excluded.empty()) return;
        }
        if (reference.gender == kSpeaker && quoted_) return;
        if (reference.plural) entity = only_firm_before(t);
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

    // "Dessen Chef": of what the sentence before ends with, as "sein Chef" is not.
    std::uint32_t named_last(const Reference& reference) const {
        if (sentence_ == 0) return kNoEntity;
        for (std::size_t i = next_name_; i > 0; --i) {
            const Mention& name = names_[i - 1];
            if (name.first < words_.analysis.sentences[sentence_ - 1].first) break;
            if (name.form == MentionForm::name && (types_of(name.entity) & reference.types) != 0)
                return name.entity;
        }
        return kNoEntity;
    }

    // "Nachdem sie Acme gegründet hatte, zog Jane Roe um": who the main clause is about.
    std::uint32_t subject_behind(std::uint32_t t, const Reference& reference) const {
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
            const bool fits = name.first - comma <= before_subject &&
                              name.form == MentionForm::name &&
                              types_of(name.entity) == reference.types &&
                              (gender_of(name) == 0 || gender_of(name) == reference.gender);
            return fits ? name.entity : kNoEntity;
        }
        return kNoEntity;
    }

    // "Acme said they": a firm may be more than one, where the sentence names no other.
    std::uint32_t only_firm_before(std::uint32_t t) const {
        std::uint32_t only = kNoEntity;
        for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= begin_; --i) {
            const Mention& name = names_[i - 1];
            if (name.form != MentionForm::name || name.last > t) continue;
            const TypeSet types = types_of(name.entity);
            if ((types & type_bit(EntityType::org)) == 0) continue;
            if (only != kNoEntity && only != name.entity) return kNoEntity;
            only = name.entity;
        }
        return only;
    }

    // The entity without a name that "he", "his", "I", "we" stand for where the article names none.
    std::uint32_t unnamed(const Reference& reference) {
        for (const std::uint32_t entity : unnamed_) {
            if (genders_[entity] == reference.gender && (types_of(entity) & reference.types) != 0)
                return entity;
        }
        const auto entity = static_cast<std::uint32_t>(entities_.size());
        entities_.emplace_back().types = reference.types;
        genders_.push_back(reference.gender);
        unnamed_.push_back(entity);
        return entity;
    }

    // "Acme, which makes", "Jane Roe, who", "Acme (ACM), where", "Acme, a firm in Rome that".
    bool relative(std::uint32_t t) {
        const Reference reference = parse_reference(words_.value(cls::relative, t, t + 1));
        if (reference.types == 0) return false;
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
        // "Acme hatte Blip gekauft, dessen Chef": behind the verb that ends the clause
        if (entity == kNoEntity && possessive && words_.capital_nouns && words_.is(before, ',') &&
            !words_.flag(before - 1, kCapital | kPunctuation))
            entity = nearest_before(before, reference);
        if (entity == kNoEntity) return false;
        add(t, t + 1, possessive ? MentionForm::possessive : MentionForm::pronoun, reference,
            entity);
        return true;
    }

    // ", which", ", through which"
    std::uint32_t before_comma(std::uint32_t t) const {
        if (t > begin_ && words_.is(t - 1, ',')) return t - 1;
        const bool preposition =
            t > begin_ + 1 && words_.is(t - 2, ',') && (words_.single[t - 1] & cls::stopword) != 0;
        if (preposition) return t - 2;
        // "Acme und dessen Chef"
        const bool joined = t > begin_ + 1 && words_.capital_nouns &&
                            (words_.single[t] & cls::possessive) != 0 &&
                            (words_.single[t - 1] & cls::conjunction) != 0;
        return joined ? t - 1 : t;
    }

    // What a name or a phrase that ends before `end` stands for.
    std::uint32_t ending_at(std::uint32_t end, const Reference& reference) const {
        const auto fits = [&](std::uint32_t entity) {
            return entity != kNoEntity && (types_of(entity) & reference.types) != 0;
        };
        const Mention* name = name_until(end);
        if (name != nullptr && fits(name->entity)) return name->entity;
        if (found_.empty() || found_.back().last != end) return kNoEntity;
        return fits(found_.back().entity) ? found_.back().entity : kNoEntity;
    }

    // "Acme, a maker of robots that", "Jane Roe is an engineer who": the pronoun means a phrase
    // that describes what stands before its comma or its "is".
    std::uint32_t described_before(std::uint32_t before, const Reference& reference) const {
        bool described = false;  // the phrase has a noun for such a thing
        for (std::uint32_t at = before; at > begin_ && before - at < kPhraseBack;) {
            --at;
            if (words_.is(at, ';')) break;
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

    bool is_noun_for(std::uint32_t at, const Reference& reference) const {
        TypeSet types = types_by_noun(at);
        if (words_.has(at, cls::post)) types |= type_bit(EntityType::person);
        types |= parse_reference(words_.value(cls::nominal, at, at + 1)).types;
        return (types & reference.types) != 0;
    }

    // The last name or phrase of the sentence before a token that may be what is referred to.
    std::uint32_t nearest_before(std::uint32_t end, const Reference& reference) const {
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

    void add(std::uint32_t first, std::uint32_t last, MentionForm form, const Reference& reference,
             std::uint32_t entity) {
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

    // "the company", "the San Diego company"; not "the company Acme", "the founder of Acme".
    void phrase(std::uint32_t t) {
        const std::uint32_t last = head_end_;
        const std::uint32_t named = named_after(last);
        if (named != kNoEntity) salience_.describe(named, last - 1);
        std::uint32_t article = article_before(t);
        const bool participle = article == kNone && follows_participle(t);
        if (participle) article = begin_;
        // "..., Acme and Blip, the group has since": the subject of what follows.
        constexpr ClassMask verbs = cls::copula | cls::auxiliary | cls::speech_verb;
        const bool acts = last < end_ && (words_.single[last] & verbs) != 0;
        const std::uint32_t head = article == kNone || acts ? kNoEntity : apposition_head(article);
        salience_.describe(head, last - 1);
        if (article == kNone || named != kNoEntity || is_specified(last) || in_name(t)) return;
        Reference reference = parse_reference(words_.value(cls::nominal, t, last));
        if (reference.types == 0) reference.types = types_by_noun(last - 1);
        if (reference.types == 0 || reference.plural) return;
        std::uint32_t entity = head;
        // "Acme has become the largest company"
        if (article > begin_ && words_.has(article - 1, cls::copula))
            entity = nearest_before(article - 1, reference);
        const std::uint32_t apposed = apposed_behind(last);
        if (apposed != kNoEntity && (types_of(apposed) & reference.types) != 0) entity = apposed;
        if (entity == kNoEntity || (types_of(entity) & reference.types) == 0)
            entity = described(article + 1, t, reference);
        if (entity == kNoEntity) {
            Excluded excluded = excluded_for(article, last);
            // "das von Acme gekaufte Unternehmen"
            for (std::size_t i = next_name_; participle && i > 0 && names_[i - 1].first > article;)
                excluded.push_back(names_[--i].entity);
            entity = antecedent(reference, excluded, last - 1);
        }
        if (entity == kNoEntity) return;
        if (article + 1 == t) add(article, last, MentionForm::nominal, reference, entity);
        add(t, last, MentionForm::nominal, reference, entity);
        salience_.see(found_.back());
    }

    // "the San Diego company": a firm that was named next to that place.
    std::uint32_t described(std::uint32_t first, std::uint32_t last, const Reference& reference) {
        std::uint32_t place = kNoEntity;
        for (std::size_t i = next_name_; i > 0; --i) {
            if (names_[i - 1].last <= first) break;
            if (names_[i - 1].first >= first && names_[i - 1].last <= last &&
                types_of(names_[i - 1].entity) == type_bit(EntityType::place))
                place = names_[i - 1].entity;
        }
        if (place == kNoEntity) return kNoEntity;
        const std::size_t back = next_name_ > kNamesBack ? next_name_ - kNamesBack : 0;
        for (std::size_t i = back; i < next_name_; ++i) {
            if (names_[i].entity != place || names_[i].first >= first) continue;
            const std::uint32_t entity = named_next_to(i, reference);
            if (entity != kNoEntity) return entity;
        }
        return kNoEntity;
    }

    // "Acme of Oslo", "Acme, an Oslo firm"; but "Russia's Acme and India's Blip", "the Russian
    // giant Acme": a place in the genitive or as an adjective belongs to what follows closely.
    std::uint32_t named_next_to(std::size_t place, const Reference& reference) const {
        const Mention& seat = names_[place];
        const auto fits = [&](std::size_t i, std::uint32_t most) {
            if (i >= next_name_ || (types_of(names_[i].entity) & reference.types) == 0)
                return false;
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

    bool gender_fits(std::uint32_t entity, const Reference& reference) const {
        if (reference.gender == 0 || genders_[entity] == 0) return true;
        return types_of(entity) != type_bit(EntityType::person) ||
               genders_[entity] == reference.gender;
    }

    // What the reference at [first, last) cannot mean: what acts on it in its own clause.
    using Excluded = std::vector<std::uint32_t>;
    Excluded excluded_for(std::uint32_t first, std::uint32_t last) const {
        if (!is_object(words_, first, last, begin_, end_)) return {};
        return clause_mates(words_, names_.first(next_name_), found_, begin_, first);
    }

    // The most salient of what was named; for a phrase its noun's token.
    std::uint32_t antecedent(const Reference& reference, const Excluded& excluded,
                             std::optional<std::uint32_t> noun = std::nullopt) const {
        const auto is_excluded = [&](std::uint32_t entity) {
            return std::find(excluded.begin(), excluded.end(), entity) != excluded.end();
        };
        bool rivals = false;
        const bool kin = noun && reference.gender == kSameKind;
        // "the software" is nothing that may be a firm.
        const bool product = noun && reference.types == type_bit(EntityType::product);
        const std::uint32_t best = salience_.most_salient(
            {reference.types, noun},
            [&](std::uint32_t entity) {
                if ((kin || (product && types_of(entity) != reference.types)) &&
                    !salience_.is_described_by(entity, *noun))
                    return false;
                return gender_fits(entity, reference) && !is_excluded(entity) &&
                       !(noun && is_named_behind(*noun, entity));
            },
            rivals);
        // "the founder" among several people is too vague.
        if (noun && rivals && reference.types == type_bit(EntityType::person)) return kNoEntity;
        if (!noun && !excluded.empty() && best != salience_.topic()) {
            bool others = false;
            const std::uint32_t nearest = salience_.most_salient(
                {reference.types, noun},
                [&](std::uint32_t entity) { return gender_fits(entity, reference); }, others);
            if (nearest != best) return kNoEntity;
        }
        if (best != kNoEntity || !noun || kin || reference.types != type_bit(EntityType::org))
            return best;
        const std::uint32_t topic = salience_.topic();
        return is_named_behind(*noun, topic) || is_excluded(topic) ? kNoEntity : topic;
    }

    std::span<const LocalTopic> topics_;
    std::vector<Entity>& entities_;
    Salience salience_;
    std::size_t next_topic_ = 0;
    std::vector<char> genders_;  // by entity: 'm', 'f', kSpeaker or 0
    std::vector<std::uint32_t> unnamed_;
    std::vector<Mention> found_;
    bool quoted_ = false;  // inside of quotation marks
    std::size_t sentence_ = 0, next_phrase_ = 0;
    std::uint32_t head_end_ = 0;
};

}  // namespace

std::vector<Mention> resolve_references(const ArticleWords& words, std::span<const Mention> names,
                                        std::span<const LocalTopic> topics,
                                        std::vector<Entity>& entities) {
    return Resolver(words, names, topics, entities).resolve();
}

}  // namespace relata::extract
