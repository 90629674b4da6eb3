// The part of NameRuns that tells where a name can begin, above all with a noun.
#include "extract/name/compound.hpp"
#include "extract/name/name_run.hpp"

namespace relata::extract {

bool NameRuns::starts(std::uint32_t t, const Sentence& sentence) const {
    const bool more = t + 1 < sentence.last;
    const ClassMask bits = words_.single[t];
    switch (shapes_[t]) {
        case WordShape::other:
            return false;
        case WordShape::name:
            return !is_half_of_acronym(t);
        case WordShape::start:
            if (is_before_legal_form(t, sentence)) return true;
            if (words_.capital_nouns || sentence.title_case)
                return (bits & cls::first_name) != 0 && more && shapes_[t + 1] == WordShape::name;
            if (more && shapes_[t + 1] == WordShape::name) return true;
            return (bits & cls::org_head) != 0 && !is_kind_of_things(t) &&
                   over_inner(t, t + 1, sentence) > t + 1;
        case WordShape::adjective:
            // not "nach dem Ausscheiden Rudolf Kemlers"
            if (words_.capital_nouns && more && (bits & (cls::demonym | cls::first_name)) == 0 &&
                (words_.single[t + 1] & cls::first_name) != 0)
                return false;
            return more && (shapes_[t + 1] == WordShape::name ||
                            (shapes_[t + 1] == WordShape::noun &&
                             (words_.single[t + 1] & cls::org_head) != 0) ||
                            precedes_institution(t, sentence));
        case WordShape::noun:
            if (!more) return false;
            if ((bits & cls::first_name) != 0 &&
                ((words_.single[t + 1] & cls::surname) != 0 ||
                 (shapes_[t + 1] == WordShape::name && hit(t + 1) == nullptr)) &&
                words_.flag(t + 1, kCapital) && !words_.flag(t + 1, kGlued))
                return true;
            return noun_starts(t, sentence);
    }
    return false;
}

// "Games for the DS", "Technology for": what else ends the names of firms.
bool NameRuns::is_kind_of_things(std::uint32_t t) const {
    return !words_.capital_nouns &&
           (words_.text(t).ends_with('s') || (words_.single[t] & cls::generic_tail) != 0);
}

// "DO" in "EV-DO", "ROM" in "CD-ROM": the first half is no name, so the second is none.
bool NameRuns::is_half_of_acronym(std::uint32_t t) const {
    constexpr std::size_t longest = 4;
    return !words_.capital_nouns && t > 1 && words_.flag(t, kGlued) && words_.flag(t, kAllCaps) &&
           words_.is(t - 1, '-') && words_.flag(t - 1, kGlued) && words_.flag(t - 2, kAllCaps) &&
           words_.text(t).size() <= longest && words_.text(t - 2).size() <= longest &&
           hit(t) == nullptr;
}

// "Acorn Inc. has": in English an ordinary word that opens a sentence is a name there.
bool NameRuns::is_before_legal_form(std::uint32_t t, const Sentence& sentence) const {
    const std::uint32_t form = t + 1;
    return !words_.capital_nouns && form < sentence.last &&
           (words_.single[form] & (cls::legal_form | cls::org_noun)) == cls::legal_form &&
           words_.flag(form, kCapital) && !words_.flag(form, kGlued) &&
           !(sentence.title_case && (words_.single[form] & cls::common) != 0) &&
           (words_.bits[t] & (cls::descriptor | cls::post)) == 0;
}

// "das Spiel Star Fox", "das Start-up Brotzeit Digital": the second word of the name is none that
// the language has, and the first stands behind what kind of thing it is.
bool NameRuns::follows_kind(std::uint32_t t, const Sentence& sentence) const {
    constexpr ClassMask kinds = cls::org_noun | cls::product_noun | cls::project_noun;
    const std::uint32_t next = t + 1;
    if (t == sentence.first || next >= sentence.last || words_.behind_hyphen(t) ||
        words_.flag(next, kGlued) || !words_.flag(next, kCapital) || !words_.has(t - 1, kinds))
        return false;
    const bool more = next + 1 < sentence.last && shapes_[next + 1] == WordShape::name;
    if (hit(next) != nullptr && !more) return false;
    std::uint32_t head = t - 1;  // "Start-up"
    while (head > sentence.first && words_.flag(head, kGlued)) --head;
    if (!words_.flag(head, kCapital)) return false;
    const bool by_ending = words_.analysis.tokens[t].word == 0;
    constexpr ClassMask other =
        (cls::descriptor & ~cls::person_noun) | cls::post | cls::org_property;
    if ((words_.single[next] & (cls::geographic | cls::first_name | cls::demonym)) != 0 ||
        (!by_ending && (words_.bits[t] & other) != 0))
        return false;
    return shapes_[next] == WordShape::name || closes_foreign_name(next) ||
           (words_.single[next] & cls::generic_tail) != 0;
}

// "Star Fox" twice, and neither word without the other.
bool NameRuns::only_in_pair(std::uint32_t noun) const {
    const std::uint32_t name = noun + 1;
    if (shapes_[name] != WordShape::name || hit(name) != nullptr ||
        words_.text(name).ends_with(words_.lists.genitive_ending) ||
        (words_.bits[noun] & ((cls::descriptor & ~cls::person_noun) | cls::post)) != 0)
        return false;
    const WordCounts* first = words_.counts(noun);
    const WordCounts* second = words_.counts(name);
    return first != nullptr && second != nullptr && first->determined == 0 &&
           first->compounds == 0 && second->inside > 1 && second->at_start == 0 &&
           first->inside + first->at_start == second->inside;
}

// "bei Brückner Logistik", "von Waldhorn Systeme": no noun in the singular stands bare there.
bool NameRuns::precedes_firm_tail(std::uint32_t t, const Sentence& sentence) const {
    constexpr ClassMask ordinary =
        cls::bare_noun | cls::descriptor | cls::post | cls::org_property | cls::calendar;
    const std::uint32_t tail = t + 1;
    if (t == sentence.first || tail >= sentence.last || hit(t) != nullptr ||
        (words_.single[tail] & cls::generic_tail) == 0 || !words_.flag(tail, kCapital) ||
        words_.flag(tail, kGlued) || words_.behind_hyphen(t) ||
        !words_.has(t - 1, cls::preposition) || words_.has(t - 1, cls::article) ||
        (tail + 1 < sentence.last && words_.flag(tail + 1, kCapital)))
        return false;
    // "bei Novalis Communications", but "Zelvanas Technik"
    if (shapes_[t] == WordShape::name)
        return !words_.text(t).ends_with('s') || (words_.single[tail] & cls::noun) == 0;
    return words_.has(t - 1, cls::bare_lead) && (words_.bits[t] & ordinary) == 0 &&
           !Compounds(words_).may_stand_bare(words_.text(t));
}

bool NameRuns::noun_starts(std::uint32_t t, const Sentence& sentence) const {
    const ClassMask bits = words_.single[t], next = words_.single[t + 1];
    if (names_group(t, sentence) || follows_kind(t, sentence)) return true;
    if (precedes_firm_tail(t, sentence) || tails_.begins_name(t)) return true;
    // "Fischer & Zelvana"
    constexpr ClassMask thing =
        cls::org_noun | cls::product_noun | cls::project_noun | cls::org_property | cls::bare_noun;
    if (words_.is(t + 1, '&') && t + 2 < sentence.last && shapes_[t + 2] == WordShape::name &&
        (words_.bits[t] & thing) == 0)
        return true;
    // "Lumen-70B"
    if (words_.joins_compound(t) && t + 2 < sentence.last && words_.flag(t + 2, kGlued) &&
        is_type_code(t + 1, t + 2))
        return true;
    // "Landesversicherungs-AG"
    if (words_.joins_compound(t) && t + 2 < sentence.last && is_short_legal_form(t + 2))
        return true;
    if ((next & cls::foreign_inner) != 0 && !words_.has(t, cls::post | cls::descriptor))
        return over_foreign(t + 1, sentence) > t + 1;  // "Bikes and More"
    // "Outlet-Center Mendrisio"
    if (words_.behind_hyphen(t) && (bits & cls::org_head) != 0) return false;
    if (!words_.flag(t + 1, kGlued) && only_in_pair(t)) return true;
    if (!words_.flag(t + 1, kCapital) || words_.flag(t + 1, kGlued))
        return (bits & cls::org_head) != 0 && over_inner(t, t + 1, sentence) > t + 1;
    // "Lux Capital", "Cloud Labs": two nouns side by side, the second of which only ends names.
    constexpr ClassMask describes = (cls::descriptor & ~cls::product_noun) | cls::post;
    if ((next & (cls::org_head | kOrdinaryHead)) == cls::org_head && (bits & describes) == 0)
        return true;
    // "Nimbus Pro"
    if ((next & cls::product_tail) != 0 &&
        (bits & (cls::descriptor | cls::post | cls::org_head)) == 0)
        return true;
    if (precedes_head(t + 1, kOrdinaryHead, sentence) &&
        (bits & (cls::descriptor | cls::post)) == 0)
        return true;
    if (is_adjective_of_head(t, sentence)) return true;
    if ((bits & cls::org_head) == 0) return false;
    if (shapes_[t + 1] == WordShape::name) {
        // "Hochschule München", but "das Netzwerk Facebook", "der Verlag Springer"
        if (const PhraseHit* listed = hit(t + 1);
            listed != nullptr && (listed->classes & cls::known) != 0)
            return false;
        return (next & cls::geographic) != 0 || (bits & cls::descriptor) == 0;
    }
    return shapes_[t + 1] == WordShape::noun && specifies(t, t + 1);
}

// "der Deutsche Journalisten-Verband", "die Deutsche Physikalische Gesellschaft"
bool NameRuns::precedes_institution(std::uint32_t adjective, const Sentence& sentence) const {
    std::uint32_t noun = adjective + 1;
    if (noun + 1 < sentence.last && shapes_[noun] == WordShape::adjective &&
        words_.is_inflected(noun) && !words_.flag(noun, kGlued))
        ++noun;
    if (!words_.capital_nouns || noun >= sentence.last || shapes_[noun] != WordShape::noun ||
        words_.flag(noun, kGlued))
        return false;
    const std::uint32_t head = compound_head(noun, sentence), behind = head + 1;
    return (head != noun || noun != adjective + 1) &&
           (words_.single[head] & (cls::org_head | cls::post)) == cls::org_head &&
           (behind >= sentence.last || (!words_.flag(behind, kCapital) && !words_.is(behind, '-')));
}

// "die Internationale Agentur für Luftfahrt": an adjective that is a noun too.
bool NameRuns::is_adjective_of_head(std::uint32_t t, const Sentence& sentence) const {
    const std::uint32_t head = t + 1;
    return (words_.single[t] & cls::common) != 0 && words_.is_inflected(t) &&
           (words_.single[head] & cls::org_head) != 0 && shapes_[head] == WordShape::noun &&
           over_inner(head, head + 1, sentence) > head + 1;
}

bool NameRuns::has_plural_ending(std::uint32_t noun) const {
    const std::string_view word = words_.text(noun);
    return word.ends_with('s') || word.ends_with('e') || word.ends_with('n') ||
           word.ends_with("er");
}

// "die Wendel-Gruppe": ordinary nouns are written together with such a head.
bool NameRuns::names_group(std::uint32_t t, const Sentence& sentence) const {
    const std::uint32_t head = t + 2;
    if (t == sentence.first || head >= sentence.last || !words_.is(t + 1, '-') ||
        !words_.flag(t + 1, kGlued) || !words_.flag(head, kGlued) ||
        shapes_[head] != WordShape::noun)
        return false;
    constexpr ClassMask ordinary = cls::descriptor | cls::post | cls::org_property | cls::not_name |
                                   cls::bare_noun | cls::org_head;
    return (words_.single[head] & cls::generic_tail) != 0 && words_.has(t - 1, cls::determiner) &&
           (words_.bits[t] & ordinary) == 0 && !has_plural_ending(t) &&
           !(head + 1 < sentence.last && words_.is(head + 1, '-')) &&
           !(head + 1 < sentence.last && shapes_[head + 1] == WordShape::name);
}

// "Peak" in "Granite Peak Capital": a noun before a word that only ends names; or, behind another
// word of a name, before "Management", which firms have too.
bool NameRuns::precedes_head(std::uint32_t noun, ClassMask ordinary,
                             const Sentence& sentence) const {
    const std::uint32_t head = noun + 1;
    return head < sentence.last && shapes_[noun] == WordShape::noun &&
           (words_.bits[noun] & (cls::descriptor | cls::post | cls::org_property)) == 0 &&
           words_.flag(head, kCapital) && !words_.flag(noun, kGlued) &&
           !words_.flag(head, kGlued) &&
           (words_.single[head] & (cls::org_head | ordinary)) == cls::org_head;
}

// "Bundesvereinigung Logistik": a noun straight after a head that only names have.
bool NameRuns::specifies(std::uint32_t head, std::uint32_t noun) const {
    return (words_.single[head] & (cls::org_head | kOrdinaryHead)) == cls::org_head &&
           (words_.bits[noun] & (cls::descriptor | cls::post | cls::org_property)) == 0;
}

// "Daily Mail", "KoBold Metals": an unknown word and a noun that never stand apart in the article.
bool NameRuns::always_together(std::uint32_t name, std::uint32_t noun) const {
    if (hit(name) != nullptr || words_.stem_is_known(name) || words_.has(noun, cls::bare_noun) ||
        shapes_[name] != WordShape::name ||
        (words_.bits[noun] & (cls::descriptor | cls::post | cls::org_property)) != 0)
        return false;
    const std::string_view word = words_.text(name);
    if (word.ends_with(words_.lists.genitive_ending)) return false;
    const WordCounts* first = words_.counts(name);
    const WordCounts* second = words_.counts(noun);
    if (first == nullptr || second == nullptr) return false;
    // "Im Mai streicht Acme Stellen"
    constexpr ClassMask verbs = cls::org_verb | cls::firm_verb | cls::auxiliary | cls::person_verb;
    if (name > 0 && words_.has(name - 1, verbs) && !words_.flag(name - 1, kCapital) &&
        (words_.text(noun).ends_with('n') || words_.text(noun).ends_with('e')) &&
        second->inside < 2)
        return false;
    const int alone = first->inside + first->at_start,
              noun_count = second->inside + second->at_start;
    return alone == noun_count || (alone <= 2 && alone < noun_count);
}

}  // namespace relata::extract
