#include "extract/name/place_adjective.hpp"

namespace relata::extract {

// "South African firm", "des New Yorker Beraters": an adjective of two words before what it
// describes; "South African Airways" and "der New Yorker" are names.
std::uint32_t PlaceAdjectives::end_of_phrase(std::uint32_t t, const Sentence& sentence) const {
    const PhraseHit* phrase = phrase_at(t);
    if (phrase == nullptr || phrase->last >= sentence.last) return t;
    const std::uint32_t next = phrase->last;
    if (words_.capital_nouns)
        return runs_.shape(next) == WordShape::noun && !words_.flag(next, kGlued) ? next : t;
    if (!words_.flag(next, kWord) || words_.flag(next, kCapital | kGlued)) return t;
    // "New Zealand has" is the country.
    constexpr ClassMask noun = cls::descriptor | cls::post | cls::demonym;
    const bool country = (phrase->classes & cls::geographic) != 0;
    return country && !words_.has(next, noun) ? t : next;
}

std::uint32_t PlaceAdjectives::end_before_name(std::uint32_t t, std::uint32_t last) const {
    const PhraseHit* phrase = words_.capital_nouns ? nullptr : phrase_at(t);
    return phrase != nullptr && phrase->last < last && describes(phrase->last - 1, last)
               ? phrase->last
               : t;
}

const PhraseHit* PlaceAdjectives::phrase_at(std::uint32_t t) const {
    if (!words_.flag(t, kCapital) || !words_.flag(t, kStartsPhrase)) return nullptr;
    const PhraseHit* phrase = words_.phrase_at(t);
    return phrase != nullptr && (phrase->classes & cls::demonym) != 0 ? phrase : nullptr;
}

bool PlaceAdjectives::is_all_caps_country(std::uint32_t t) const {
    return (words_.single[t] & cls::country) != 0 && words_.flag(t, kAllCaps) &&
           words_.text(t).size() <= 4;
}

// "German Siemens", "US Federal Bureau" against "British Airways", "Deutsche Bank".
bool PlaceAdjectives::describes(std::uint32_t t, std::uint32_t last) const {
    if (words_.flag(t + 1, kGlued)) return false;  // "EU-Kommission"
    if (words_.capital_nouns)                      // "den Deutschen Christoph Roth"
        return runs_.shape(t) != WordShape::adjective || has_own_form(t) ||
               (words_.single[t + 1] & cls::first_name) != 0;
    const ClassMask next = words_.single[t + 1];
    if ((next & (cls::first_name | cls::honorific | cls::post)) != 0) return true;
    if (const PhraseHit* listed = runs_.hit(t + 1);
        listed != nullptr && (listed->classes & cls::geographic) == 0)
        return listed->last == last || (words_.single[last - 1] & cls::org_head) == 0;
    if ((next & (cls::common | cls::org_head | cls::geographic)) == 0) return true;
    return is_all_caps_country(t) && last - t > 2;
}

// "Münchner" is capitalised everywhere, "Deutsche" only as part of a name.
bool PlaceAdjectives::has_own_form(std::uint32_t t) const {
    // "Schweizer" is written so everywhere, "Deutscher" is an ending of "deutsche".
    const std::string_view word = words_.text(t);
    if (word.ends_with("er") && word.size() > 4) {
        const WordId other = words_.lexicon.word(fold_words(word.substr(0, word.size() - 1)));
        constexpr ClassMask inflected = cls::demonym | cls::common;
        if (other == 0 || (words_.masks.of(words_.lexicon.classes_of(other)) & inflected) == 0)
            return true;
    }
    const std::string_view place = words_.value(cls::demonym, t, t + 1);
    const WordId id = place.empty() ? 0 : words_.lexicon.word(fold_words(place));
    return id != 0 && (words_.masks.of(words_.lexicon.classes_of(id)) & cls::country) == 0;
}

bool PlaceAdjectives::is_of_town(std::uint32_t t, const Sentence& sentence) const {
    const std::string_view ending = words_.lists.place_adjective_ending;
    if (ending.empty() || !words_.flag(t, kCapital)) return false;
    const std::string_view word = words_.text(t);
    if (word.size() < ending.size() + 3 || !word.ends_with(ending)) return false;
    if (t + 1 >= sentence.last || words_.has(t, cls::noun) ||
        !(words_.flag(t + 1, kCapital) || stands_for_people(t, sentence)))
        return false;
    const WordId stem =
        words_.lexicon.word(fold_words(word.substr(0, word.size() - ending.size())));
    return stem != 0 && (words_.masks.of(words_.lexicon.classes_of(stem)) & cls::place) != 0;
}

// "die Bonner wollen"
bool PlaceAdjectives::stands_for_people(std::uint32_t t, const Sentence& sentence) const {
    return t > sentence.first && t + 1 < sentence.last &&
           words_.in(words_.lists.plural_article, t - 1) && words_.flag(t + 1, kWord) &&
           words_.text(t + 1).ends_with('n');
}

// "Chinese", and "US" before a noun; "the US" is the country itself.
bool PlaceAdjectives::stands_for_country(std::uint32_t t, const Sentence& sentence) const {
    const ClassMask bits = words_.single[t];
    if ((bits & cls::demonym) == 0) return false;
    if ((bits & cls::country) == 0) return true;
    if (t + 1 >= sentence.last || !words_.flag(t + 1, kWord | kPunctuation)) return false;
    if (words_.joins_compound(t)) return true;
    constexpr ClassMask noun = cls::descriptor | cls::post | cls::org_property;
    for (std::uint32_t next = t + 1; next < sentence.last && next <= t + 3; ++next) {
        if (!words_.flag(next, kWord) || words_.flag(next, kCapital)) return false;
        if ((words_.single[next] & (cls::stopword | cls::inner)) != 0) return false;
        if ((words_.bits[next] & noun) != 0) return true;
    }
    return false;
}

}  // namespace relata::extract
