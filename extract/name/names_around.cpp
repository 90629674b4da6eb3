#include "extract/name/names_around.hpp"

namespace relata::extract {

namespace {

constexpr std::uint32_t kWordsBetween = 4;  // between an article and its noun
constexpr std::uint32_t kNamedBehind = 12;  // tokens from a phrase to a name that it is not

}  // namespace

bool NamesAround::in_name(std::uint32_t t) const {
    const auto covers = [&](std::size_t i) {
        return i < names_.size() && names_[i].form == MentionForm::name && names_[i].first <= t &&
               t < names_[i].last;
    };
    return covers(next_name_) || (next_name_ > 0 && covers(next_name_ - 1));
}

const Mention* NamesAround::name_from(std::uint32_t first) const {
    for (std::size_t i = next_name_; i < names_.size() && names_[i].first <= first; ++i)
        if (names_[i].first == first && names_[i].form == MentionForm::name) return &names_[i];
    return nullptr;
}

const Mention* NamesAround::name_until(std::uint32_t end) const {
    for (std::size_t i = next_name_; i > 0 && names_[i - 1].last >= end; --i) {
        const Mention& name = names_[i - 1];
        if (name.last == end && name.form == MentionForm::name) return &name;
    }
    return nullptr;
}

std::uint32_t NamesAround::article_before(std::uint32_t t) const {
    return before_noun(
        t, [&](std::uint32_t at) { return (words_.single[at] & cls::determiner) != 0; });
}

std::uint32_t NamesAround::possessive_before(std::uint32_t t) const {
    return before_noun(
        t, [&](std::uint32_t at) { return (words_.single[at] & cls::possessive) != 0; });
}

bool NamesAround::opens_with(std::uint32_t t) const {
    const std::uint32_t article = before_noun(t, [&](std::uint32_t at) {
        return words_.has(at, cls::determiner) || words_.in(words_.lists.indefinite_article, at);
    });
    return article == begin_;
}

std::uint32_t NamesAround::introduced_before(std::uint32_t t) const {
    const std::uint32_t article = before_noun(
        t, [&](std::uint32_t at) { return words_.in(words_.lists.indefinite_article, at); });
    if (article == kNone || article == begin_) return kNoEntity;
    if (!words_.has(article - 1, cls::copula)) return apposition_head(article);
    const Mention* name = name_until(article - 1);
    return name == nullptr ? kNoEntity : name->entity;
}

std::uint32_t NamesAround::introduced_as_owned(std::uint32_t t, std::uint32_t last) const {
    const std::uint32_t owner = before_noun(t, [&](std::uint32_t at) {
        return (words_.single[at] & (cls::possessive | cls::relative)) == cls::possessive ||
               words_.is_possessive_marker(at);
    });
    if (owner == kNone) return kNoEntity;
    const std::uint32_t behind = apposed_behind(last);
    if (behind != kNoEntity) return behind;
    const bool closed = last >= end_ || words_.flag(last, kPunctuation);
    return closed ? apposition_head(owner) : kNoEntity;
}

template <typename IsArticle>
std::uint32_t NamesAround::before_noun(std::uint32_t t, IsArticle is_article) const {
    std::uint32_t words = 0;
    for (std::uint32_t at = t; at > begin_ && words <= kWordsBetween;) {
        --at;
        if (is_article(at)) return at;
        // "the Austin, Texas-based company"
        if (words_.is(at, ',') && begin_of_region(at) != at) {
            at = begin_of_region(at);
            ++words;
            continue;
        }
        const ClassMask bits = words_.single[at];
        const bool joins =
            words_.flag(at + 1, kGlued) && (words_.is(at, '-') || words_.is(at + 1, '-'));
        if (joins || (at > begin_ && words_.flag(at, kGlued) && words_.is(at - 1, '-'))) continue;
        ++words;
        constexpr ClassMask ends = cls::stopword | cls::speech_verb | cls::conjunction |
                                   cls::copula | cls::pronoun | cls::possessive;
        // "the US company", "the IT firm"
        const bool acronym = words_.flag(at, kAllCaps) && words_.text(at).size() > 1;
        // "the former executive"
        const bool describes = words_.in(words_.lists.background_noun, at);
        if ((bits & ends) != 0 && !acronym && !describes) return kNone;
        if (words_.flag(at, kPunctuation)) return kNone;
        if (words_.is_possessive_marker(at)) return kNone;
        if (words_.capital_nouns && words_.flag(at, kCapital) && (bits & cls::noun) != 0 &&
            (bits & cls::demonym) == 0)
            return kNone;
    }
    return kNone;
}

std::uint32_t NamesAround::begin_of_region(std::uint32_t t) const {
    constexpr std::size_t most_nested = 3;  // the whole, the town, the state
    for (std::size_t i = next_name_; i > 0 && next_name_ - i < most_nested; --i) {
        const Mention& name = names_[i - 1];
        if (name.first < t && t < name.last && name.types == type_bit(EntityType::place))
            return name.first;
    }
    return t;
}

std::uint32_t NamesAround::named_after(std::uint32_t last) const {
    std::uint32_t next = last;
    // "the space agency's (Nasa) laboratory", "the think-tank The Brookings Institution"
    if (next + 1 < end_ && words_.is_possessive_marker(next) && words_.is(next + 1, '(')) ++next;
    const bool opens =
        next + 1 < end_ && (words_.flag(next, kQuote) || words_.is(next, '(') ||
                            (words_.flag(next, kCapital) && words_.has(next, cls::determiner)));
    if (opens) ++next;
    const Mention* name = next < end_ ? name_from(next) : nullptr;
    return name == nullptr ? kNoEntity : name->entity;
}

std::uint32_t NamesAround::named_inside(std::uint32_t article, std::uint32_t noun,
                                        std::span<const Entity> entities) const {
    if (words_.capital_nouns || article == kNone) return kNoEntity;
    for (std::size_t i = next_name_; i > 0 && names_[i - 1].first > article; --i) {
        const Mention& name = names_[i - 1];
        if (name.first != article + 1 || name.last > noun || name.form != MentionForm::name)
            continue;
        // Not "the Acme-backed company"
        const bool firm = entities[name.entity].likeliest == EntityType::org &&
                          !words_.joins_compound(name.last - 1);
        return firm ? name.entity : kNoEntity;
    }
    return kNoEntity;
}

bool NamesAround::is_named_before(std::uint32_t at, std::uint32_t entity) const {
    constexpr std::size_t most = 48;
    const std::size_t back = next_name_ > most ? next_name_ - most : 0;
    for (std::size_t i = next_name_; i > back; --i)
        if (names_[i - 1].first < at && names_[i - 1].entity == entity) return true;
    return false;
}

bool NamesAround::is_told_without_name(std::uint32_t article, std::uint32_t last) const {
    constexpr std::uint32_t far = 60, longest = 5;  // tokens back, and from the article to the noun
    if (words_.capital_nouns || article == kNone || last < article + 3) return false;
    const auto same = [&](std::uint32_t a, std::uint32_t b) {
        return words_.analysis.tokens[a].word != 0 &&
               words_.analysis.tokens[a].word == words_.analysis.tokens[b].word;
    };
    const std::uint32_t from = begin_ > far ? begin_ - far : 0;
    for (std::uint32_t at = begin_; at > from + 3;) {
        --at;
        if (!same(at, last - 1) || !same(at - 1, last - 2) || words_.flag(at - 1, kCapital) ||
            name_until(at + 1) != nullptr)
            continue;
        // "a shell company Acme", "called Acme", "a shell company, Acme"
        const bool goes_on = words_.has(at + 1, cls::preposition);
        for (std::uint32_t next = at + 1; next < at + (goes_on ? 2 : 3); ++next)
            if (words_.flag(next, kCapital) && !words_.flag(next, kSentenceStart)) return false;
        std::uint32_t first = at;
        while (first > from && at - first < longest &&
               !words_.in(words_.lists.indefinite_article, first))
            --first;
        // Not "Acme is a shell company", "Acme, a shell company".
        return first > from + 1 && words_.in(words_.lists.indefinite_article, first) &&
               !words_.has(first - 1, cls::copula) && !words_.flag(first - 1, kPunctuation);
    }
    return false;
}

bool NamesAround::is_specified(std::uint32_t last) const {
    if (last >= end_) return false;
    if (words_.is(last, '-') && words_.flag(last, kGlued)) return true;
    constexpr ClassMask of = cls::inner | cls::affiliation;
    if ((words_.single[last] & of) != of) return false;
    // "Das Unternehmen von Gründerin Jane Roe" is the one that is spoken of.
    constexpr ClassMask people = cls::post | cls::person_noun;
    return !(words_.capital_nouns && last + 2 < end_ && words_.has(last + 1, people) &&
             words_.flag(last + 2, kCapital));
}

std::uint32_t NamesAround::apposed_behind(std::uint32_t last) const {
    if (last + 2 >= end_ || !words_.is(last, ',')) return kNoEntity;
    const Mention* name = name_from(last + 1);
    const bool comma = name != nullptr && name->last < end_ && words_.is(name->last, ',');
    return comma ? name->entity : kNoEntity;
}

TypeSet NamesAround::types_by_noun(std::uint32_t t) const {
    TypeSet types = 0;
    const auto add_type = [&](ClassMask noun, EntityType type) {
        if (words_.has(t, noun)) types = static_cast<TypeSet>(types | type_bit(type));
    };
    add_type(cls::org_noun, EntityType::org);
    add_type(cls::person_noun, EntityType::person);
    add_type(cls::product_noun, EntityType::product);
    add_type(cls::project_noun, EntityType::project);
    return types;
}

std::uint32_t NamesAround::apposition_head(std::uint32_t article) const {
    if (article < begin_ + 2 || !(words_.is_comma(article - 1) || words_.is(article - 1, ':')))
        return kNoEntity;
    const Mention* name = name_until(article - 1);
    return name == nullptr ? kNoEntity : name->entity;
}

std::uint32_t NamesAround::article_of_participle(std::uint32_t t) const {
    constexpr std::uint32_t longest = 16;
    constexpr ClassMask ends =
        cls::speech_verb | cls::copula | cls::auxiliary | cls::pronoun | cls::relative;
    if (!words_.capital_nouns || t < begin_ + 3 || words_.flag(t - 1, kCapital) ||
        !words_.is_inflected(t - 1) || name_until(t) != nullptr)
        return kNone;
    // Is there a preposition behind the word looked at, with nothing but numbers and adverbs
    // between them?
    bool governs = false;
    for (std::uint32_t at = t - 1; at > begin_ && t - at < longest;) {
        --at;
        if (governs && (words_.single[at] & cls::determiner) != 0) return at;
        const bool preposition = words_.has(at, cls::preposition);
        if ((words_.single[at] & ends) != 0 && !preposition) return kNone;
        if (words_.flag(at, kClauseBreak) && !words_.is(at, ',')) return kNone;
        governs = preposition || (governs && !words_.flag(at, kCapital | kPunctuation));
    }
    return kNone;
}

bool NamesAround::is_named_behind(std::uint32_t noun, std::uint32_t entity) const {
    for (std::size_t i = next_name_; i < names_.size() && names_[i].first < end_; ++i) {
        if (names_[i].first > noun + kNamedBehind) break;
        if (names_[i].entity == entity && names_[i].form == MentionForm::name) return true;
    }
    return false;
}

}  // namespace relata::extract
