#include "extract/name/noun_references.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/name/lead.hpp"
#include "extract/name/reference.hpp"
#include "extract/name/salience.hpp"

namespace relata::extract {

NounReferences::NounReferences(const ArticleWords& words, std::span<const Mention> names,
                               std::span<const Tie> ties, std::vector<Entity>& entities)
    : PeopleReferences(words, names, entities),
      firms_(words),
      roles_(words, ties),
      known_(words, names, entities.size()),
      lead_(lead_sentence(words.analysis)) {}

// A name of which nothing is known may be a product's too.
bool NounReferences::may_be_man(std::uint32_t entity) const {
    return (types_of(entity) & type_bit(EntityType::person)) != 0 &&
           (types_of(entity) & type_bit(EntityType::product)) == 0;
}

// "the company", "the San Diego company"; not "the company Acme", "the founder of Acme".
void NounReferences::phrase(std::uint32_t t, std::uint32_t last) {
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
    std::uint32_t head = article == kNone || acts || fronted ? kNoEntity : apposition_head(article);
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
    if (article == kNone || named != kNoEntity || (is_specified(last) && !passive) || in_name(t) ||
        (head == kNoEntity && is_told_without_name(article, last)))
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
std::uint32_t NounReferences::named_next(const Phrase& phrase) const {
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
bool NounReferences::role_phrase(std::uint32_t t, std::uint32_t last, Reference reference) {
    std::string_view roles = roles_.roles_of(t, last);
    // "the acquired company", "the parent group"
    if (roles.empty() && (reference.types & kFirm.types) != 0 && t > begin_)
        roles = roles_.roles_before(t);
    if (roles.empty() || named_after(last) != kNoEntity || is_specified(last) || in_name(t))
        return false;
    RoleNouns::Wanted wanted{.roles = roles, .sentence = sentence_, .speaker = salience_.topic()};
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
std::uint32_t NounReferences::named_with(const Phrase& phrase, std::uint32_t head) const {
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
std::uint32_t NounReferences::meant_by(const Phrase& phrase, std::uint32_t place) {
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
    const std::uint32_t entity =
        antecedent(phrase.reference, excluded, {phrase.reference.types, phrase.last - 1}, place);
    kinds_.clear();
    return entity;
}

// The noun, and the phrase from its article or from the first part of the compound on.
void NounReferences::add_phrase(const Phrase& phrase, std::uint32_t entity) {
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
std::uint32_t NounReferences::compound_begin(std::uint32_t t) const {
    while (t >= begin_ + 2 && words_.is(t - 1, '-') && words_.flag(t, kGlued) &&
           words_.flag(t - 1, kGlued))
        t -= 2;
    return t;
}

// "Windows" in "der Windows-Konzern", which is not what it makes.
std::uint32_t NounReferences::product_joined_to(std::uint32_t noun) const {
    if (noun < begin_ + 2 || !words_.is(noun - 1, '-')) return kNoEntity;
    const Mention* name = name_until(noun - 1);
    return name != nullptr && entities_[name->entity].likeliest == EntityType::product
               ? name->entity
               : kNoEntity;
}

// Those that are named from a token on.
void NounReferences::exclude_names(std::uint32_t from, Excluded& excluded) const {
    for (std::size_t i = next_name_; i > 0 && names_[i - 1].first >= from; --i)
        excluded.push_back(names_[i - 1].entity);
}

// Has the sentence named a firm so far?
bool NounReferences::names_firm() const {
    return is_any_named(begin_, end_, type_bit(EntityType::org));
}

// "Intel kauft Mobileye. Der Chipriese": not what was bought.
bool NounReferences::another_is_of_kind(std::uint32_t entity) const {
    bool rivals = false;
    return !known_.agrees(entity, kinds_) &&
           salience_.most_salient(
               {kFirm.types, std::nullopt},
               [&](std::uint32_t other) { return known_.agrees(other, kinds_); },
               rivals) != kNoEntity;
}

// The most salient of what was named; for a phrase its noun's token and the place in it.
std::uint32_t NounReferences::antecedent(const Reference& reference, const Excluded& excluded,
                                         const Salience::Wanted& wanted,
                                         std::uint32_t place) const {
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

}  // namespace relata::extract
