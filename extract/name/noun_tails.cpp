#include "extract/name/noun_tails.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

constexpr std::uint32_t kWordsBefore = 6;  // "Das Hamburger Start-up" before the name

// "Marx", "Heinz", "Atlas" have a genitive without an ending.
bool may_be_genitive(std::string_view word) {
    constexpr std::string_view sharp = "ß";
    return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
           word.ends_with(sharp);
}

}  // namespace

bool NounTails::is_pair(std::uint32_t name) const {
    const std::uint32_t noun = name + 1;
    constexpr ClassMask people = cls::post | cls::person_noun | cls::org_property;
    constexpr ClassMask listed = cls::first_name | cls::geographic | cls::known | cls::demonym;
    // "Bluestone Energie": a word that only looks like a compound
    const bool unknown = shapes_[name] == WordShape::noun &&
                         words_.analysis.tokens[name].word == 0 &&
                         (words_.bits[name] & (cls::descriptor | cls::post)) == 0;
    return (shapes_[name] == WordShape::name || unknown) && shapes_[noun] == WordShape::noun &&
           !words_.flag(name, kGlued) && !words_.flag(noun, kGlued) &&
           words_.flag(noun, kCapital) && !may_be_genitive(words_.text(name)) &&
           (words_.single[name] & listed) == 0 && (words_.bits[noun] & people) == 0 &&
           !words_.taken[noun];
}

// "sitzt", "wächst", "übernahm", in the singular.
bool NounTails::is_singular_verb(std::uint32_t t) const {
    const std::string_view word = words_.text(t);
    if (!words_.flag(t, kWord) || words_.flag(t, kCapital | kGlued) || word.ends_with('n'))
        return false;
    if (words_.has(t, kVerbs | cls::firm_verb)) return true;
    return word.size() > 3 && word.ends_with('t') &&
           (words_.single[t] & (cls::stopword | cls::preposition)) == 0;
}

// ", ein Start-up aus Oslo," and ", das"
bool NounTails::is_apposed(std::uint32_t comma, const Sentence& sentence) const {
    return comma + 1 < sentence.last && words_.is(comma, ',') &&
           (words_.in(words_.lists.indefinite_article, comma + 1) ||
            words_.has(comma + 1, cls::determiner));
}

// First of its sentence, perhaps behind what kind of firm it is: "Das Start-up Larko Energie".
bool NounTails::opens_sentence(std::uint32_t name, const Sentence& sentence) const {
    if (name == sentence.first || words_.flag(name, kSentenceStart)) return true;
    if (!words_.has(name - 1, cls::org_noun)) return false;
    std::uint32_t at = name - 1;
    while (at > sentence.first && name - at <= kWordsBefore &&
           (!words_.flag(at, kPunctuation) || words_.is(at, '-')) &&
           !words_.has(at, cls::preposition | cls::auxiliary | cls::copula))
        --at;
    return at == sentence.first && words_.has(at, cls::determiner);
}

bool NounTails::is_one_thing(std::uint32_t name, const Sentence& sentence) const {
    const std::uint32_t behind = name + 2;
    if (opens_sentence(name, sentence))
        return is_singular_verb(behind) || is_apposed(behind, sentence);
    // "die Chefin von Larko Energie."
    return name > sentence.first + 1 && words_.has(name - 1, cls::affiliation) &&
           words_.has(name - 2, cls::post | cls::stake_noun) && words_.flag(behind, kPunctuation) &&
           !words_.is(behind, '-');
}

void NounTails::note(std::uint32_t name) { pairs_.push_back(words_.analysis.text(name, name + 2)); }

bool NounTails::begins_name(std::uint32_t name) const {
    return !pairs_.empty() && name + 1 < words_.size() &&
           std::ranges::find(pairs_, words_.analysis.text(name, name + 2)) != pairs_.end();
}

}  // namespace relata::extract
