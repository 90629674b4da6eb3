// The part of NameRuns that goes over hyphens and full stops: "T-Mobile", "Jan-Philipp", "J.
// Smith".
#include "extract/name/name_run.hpp"

namespace relata::extract {

// Full stops of initials and titles, and hyphens.
std::uint32_t NameRuns::over_mark(std::uint32_t first, std::uint32_t end,
                                  const Sentence& sentence) const {
    if (words_.is(end, '-')) return over_hyphen(first, end, sentence);
    // "Flux.2"
    if (words_.capital_nouns && words_.is(end, '.') && end + 1 < sentence.last &&
        end - first == 1 && words_.flag(end + 1, kGlued) && words_.flag(end + 1, kDigits) &&
        !words_.taken[end + 1] && words_.text(end + 1).size() <= 2)
        return end + 2;
    // "NRW.Bank"
    if (words_.is(end, '.') && end + 1 < sentence.last && words_.flag(end + 1, kGlued) &&
        words_.flag(end + 1, kCapital) && (words_.single[end + 1] & cls::org_head) != 0 &&
        !is_initial(end - 1))
        return end + 2;
    // "FRITZ!Box"
    if (words_.is(end, '!') && end + 1 < sentence.last && words_.flag(end + 1, kGlued) &&
        words_.flag(end + 1, kCapital))
        return past(end + 1);
    // "Blue Gene/L"
    if (words_.is(end, '/') && end + 1 < sentence.last && words_.flag(end + 1, kGlued) &&
        is_initial(end + 1) && !is_initial(end - 1))
        return end + 2;
    // "Nielsen/NetRatings"
    if (words_.is(end, '/') && end + 1 < sentence.last && words_.flag(end + 1, kGlued) &&
        hit(end - 1) == nullptr && hit(end + 1) == nullptr && end - first == 1 &&
        shapes_[end + 1] == WordShape::name)
        return past(end + 1);
    if (words_.is(end, '.') && end + 1 < sentence.last && shapes_[end + 1] != WordShape::other &&
        (is_initial(end - 1) || words_.has(end - 1, cls::honorific | cls::abbreviation)) &&
        (hit(end - 1) == nullptr || (hit(end - 1)->classes & cls::known_product) == 0))
        return past(end + 1);  // not "Model Y. William Lee"
    if (words_.is(end, '.') && end + 1 < sentence.last && is_initial(end - 1) &&
        is_initial(end + 1) && words_.flag(end + 1, kGlued))
        return end + 2;
    return end;
}

// "Dae-jung Park": a given name whose second half is small, and a surname.
bool NameRuns::is_small_half(std::uint32_t half, const Sentence& sentence) const {
    constexpr std::size_t longest = 6;
    constexpr ClassMask ordinary =
        cls::common | cls::based | cls::stopword | cls::descriptor | cls::post | cls::geographic;
    const std::uint32_t first = half - 2, surname = half + 1;
    if (words_.capital_nouns && (words_.text(first).size() < 2 || words_.flag(first, kAllCaps)))
        return false;  // "E-mail"
    return !words_.flag(first, kGlued) && surname < sentence.last && hit(first) == nullptr &&
           (words_.bits[half] & ordinary) == 0 && words_.flag(half, kWord) &&
           !words_.flag(half, kCapital | kDigits) && words_.text(half).size() <= longest &&
           words_.text(first).size() <= longest && !words_.flag(surname, kGlued | kAllCaps) &&
           (shapes_[surname] == WordShape::name ||
            (shapes_[surname] == WordShape::noun && words_.analysis.tokens[first].word == 0));
}

// "Lee Kun-hee", "Choi Tae-won": a given name behind the surname.
bool NameRuns::is_given_name_behind(std::uint32_t first, std::uint32_t half) const {
    constexpr std::size_t longest = 6;
    const std::uint32_t start = half - 2, surname = start - 1;
    if (start <= first || words_.flag(start, kGlued | kAllCaps) || hit(start) != nullptr ||
        shapes_[surname] != WordShape::name || words_.text(start).size() > longest ||
        !words_.flag(half, kWord) || words_.flag(half, kCapital | kDigits) ||
        words_.text(half).size() > longest)
        return false;
    ClassMask ordinary = cls::based | cls::stopword | cls::descriptor | cls::post;
    const bool sure =
        (words_.single[surname] & cls::surname) != 0 && words_.analysis.tokens[start].word == 0;
    if (!sure) ordinary |= cls::common;
    return (words_.bits[half] & ordinary) == 0 &&
           (!words_.capital_nouns || sure || words_.analysis.tokens[half].word == 0);
}

// "Maria Potisk-Eibensteiner", "Peter Schäfer-Klug", "Pamela Rendi-Wagner": behind a given name and
// a surname, or without the given name where the article has it elsewhere.
bool NameRuns::is_double_surname(std::uint32_t first, std::uint32_t end, std::uint32_t next) const {
    constexpr ClassMask other = cls::descriptor | cls::post | cls::org_property | cls::honorific |
                                cls::user_noun | cls::maker_noun | cls::bare_noun;
    const std::uint32_t surname = end - 1;
    if (double_surnames_.contains({words_.text(surname), words_.text(next)})) return true;
    if (!words_.capital_nouns || end - first < 2 || (words_.single[first] & cls::first_name) == 0 ||
        words_.flag(surname, kGlued) || hit(surname) != nullptr || !words_.flag(next, kCapital) ||
        words_.flag(next, kAllCaps | kInnerCapital))
        return false;
    if ((words_.single[next] & (cls::surname | cls::first_name)) != 0 ||
        words_.in(words_.lists.surname_noun, next))
        return true;
    return words_.analysis.tokens[next].word == 0 ? (words_.bits[next] & cls::post) == 0
                                                  : (words_.bits[next] & (other | cls::noun)) == 0;
}

void NameRuns::find_double_surnames() {
    if (!words_.capital_nouns) return;
    for (std::uint32_t end = 2; end + 1 < words_.size(); ++end)
        if (words_.is(end, '-') && words_.flag(end + 1, kGlued) &&
            is_double_surname(end - 2, end, end + 1))
            double_surnames_.emplace(words_.text(end - 1), words_.text(end + 1));
}

// "Blu-ray" twice, and never "Blu" alone or before another hyphen.
bool NameRuns::is_small_word_of_name(std::uint32_t end, std::uint32_t half) const {
    constexpr std::size_t longest = 5;
    const std::uint32_t name = end - 1;
    constexpr ClassMask known = cls::listed_name | cls::demonym | cls::common;
    const WordCounts* seen = words_.counts(name);
    return !words_.capital_nouns && !words_.flag(name, kGlued) && seen != nullptr &&
           (words_.single[name] & known) == 0 && seen->inside + seen->at_start > 1 &&
           seen->inside + seen->at_start == seen->compounds && words_.flag(half, kWord) &&
           !words_.flag(half, kCapital | kDigits) && words_.text(half).size() <= longest &&
           !words_.text(half).ends_with("ed") && !words_.text(half).ends_with("like") &&
           (words_.bits[half] & (cls::based | cls::descriptor | cls::post | cls::stopword)) == 0;
}

// "the Acme-Blip Systems merger": two firms.
bool NameRuns::are_paired(std::uint32_t half, const Sentence& sentence) const {
    constexpr std::uint32_t longest = 3;
    std::uint32_t behind = half;
    while (behind < sentence.last && behind - half < longest && words_.flag(behind, kCapital) &&
           (behind == half || !words_.flag(behind, kGlued)))
        ++behind;
    return behind > half && behind < sentence.last && !words_.flag(behind, kGlued) &&
           words_.in(words_.lists.pair_noun, behind);
}

std::uint32_t NameRuns::over_hyphen(std::uint32_t first, std::uint32_t end,
                                    const Sentence& sentence) const {
    const std::uint32_t next = end + 1;
    if (next >= sentence.last) return end;
    if (!words_.flag(next, kGlued)) {
        const std::uint32_t head = compound_head(end - 1, sentence), form = head + 1;
        const bool whole = (words_.single[head] & cls::org_head) != 0 ||
                           (form < sentence.last && is_short_legal_form(form));
        return head > end && whole ? head + 1 : end;
    }
    if (words_.text(end - 1).size() > 1 && are_paired(next, sentence)) return end;
    // "T-Systems", in German only before what is no word
    if (words_.text(end - 1).size() == 1 && words_.flag(next, kCapital) &&
        (!words_.capital_nouns ||
         (shapes_[next] == WordShape::name && words_.analysis.tokens[next].word == 0)))
        return past(next);
    if (is_small_half(next, sentence)) return next + 2;
    if (is_given_name_behind(first, next)) return next + 1;
    if (is_small_word_of_name(end, next)) return next + 1;
    constexpr ClassMask describes = cls::descriptor | cls::post | cls::org_property;
    if (is_double_surname(first, end, next)) return next + 1;
    const PhraseHit* left = hit(end - 1);
    if (is_type_code(end, next) || is_double_acronym(end, next)) return next + 1;
    if (is_named(first) && words_.flag(next, kCapital) && hit(next) == nullptr) return next + 1;
    // "Ludwig-Maximilians-Universität", whatever stands behind it
    if (words_.capital_nouns && words_.flag(end - 1, kGlued) && left == nullptr &&
        (words_.single[next] & (cls::noun | cls::org_head)) == (cls::noun | cls::org_head) &&
        (words_.bits[next] & cls::post) == 0)
        return next + 1;
    if (words_.in(words_.lists.own_head, next)) return next + 1;  // "Axel-Springer-Verlag"
    if (ends_firm(end, next, sentence)) return next + 1;
    if (is_tail_before_post(next, sentence)) return next + 1;
    if (shapes_[next] == WordShape::name) {
        if ((words_.bits[next] & describes) != 0 && hit(next) == nullptr) return end;
        // "Android-Launcher": a name of the lists stands for itself; "Sky-Fi" is another name.
        const bool other_name = !words_.capital_nouns && hit(next) == nullptr &&
                                (words_.single[next] & cls::common) == 0;
        const bool left_is_whole =
            left != nullptr && words_.text(end - 1).size() > 1 && !other_name;
        return left_is_whole && (words_.single[first] & cls::first_name) == 0 ? end : past(next);
    }
    // "der Climate-Fonds World Fund" is a description, "Ludwig-Maximilians-Universität" is not.
    if (words_.capital_nouns && (words_.bits[next] & cls::org_noun) != 0 &&
        (words_.single[first] & cls::first_name) == 0 && next + 1 < sentence.last &&
        shapes_[next + 1] == WordShape::name && !words_.flag(next + 1, kGlued) &&
        (words_.single[next + 1] & cls::geographic) == 0)
        return end;
    if (shapes_[next] == WordShape::noun && (words_.single[next] & cls::org_head) != 0 &&
        (words_.single[next] & cls::post) == 0 &&
        (left == nullptr || (left->classes & (cls::known_org | cls::known_product)) == 0 ||
         (words_.single[next] & cls::generic_tail) != 0))  // "die Henkel-Gruppe"
        return next + 1;
    return end;
}

std::uint32_t NameRuns::last_joined(std::uint32_t t, std::uint32_t end) const {
    while (words_.joins_compound(t) && t + 2 < end && words_.flag(t + 2, kGlued)) t += 2;
    return t;
}

// "Verband" in "Journalisten-Verband", "Gemeindebund" in "Städte- und Gemeindebund"; the word
// itself where it is no compound.
std::uint32_t NameRuns::compound_head(std::uint32_t noun, const Sentence& sentence) const {
    const std::uint32_t head = last_joined(noun, sentence.last);
    const std::uint32_t conjunction = head + 2, last = head + 3;
    const bool cut_off = words_.capital_nouns && words_.joins_compound(head) &&
                         last < sentence.last &&
                         (words_.single[conjunction] & cls::conjunction) != 0 &&
                         words_.flag(last, kCapital) && !words_.flag(last, kGlued);
    return cut_off ? last : head;
}

// "Landesversicherungs-AG", "ÖBB-Personenverkehr AG", "Attac-Österreich"
bool NameRuns::ends_firm(std::uint32_t hyphen, std::uint32_t half, const Sentence& sentence) const {
    if (!words_.capital_nouns || words_.joins_compound(half)) return false;
    if (is_short_legal_form(half)) return true;
    const PhraseHit* left = hit(hyphen - 1);
    if (words_.in(words_.lists.branch_place, half))
        return shapes_[hyphen - 1] == WordShape::name && !words_.behind_hyphen(hyphen - 1) &&
               (words_.single[hyphen - 1] & (cls::geographic | cls::first_name)) == 0 &&
               (left == nullptr || (left->classes & cls::geographic) == 0);
    const std::uint32_t form = half + 1;
    return form < sentence.last && is_short_legal_form(form) && !words_.flag(form, kGlued) &&
           (words_.bits[half] & (cls::descriptor | cls::post)) == 0;
}

// "AG", "GmbH": capitals that nothing else has.
bool NameRuns::is_short_legal_form(std::uint32_t t) const {
    return (words_.single[t] & cls::legal_form) != 0 && words_.flag(t, kAllCaps | kInnerCapital) &&
           words_.flag(t, kCapital);
}

// "Quenzer-Systems-Chef": the last word of a firm's name before what somebody is there; but the
// "Acme-Software-Chef" is that of software.
bool NameRuns::is_tail_before_post(std::uint32_t tail, const Sentence& sentence) const {
    const std::uint32_t post = tail + 2;
    const bool ends_firm = (words_.single[tail] & (cls::org_head | cls::generic_tail)) != 0 &&
                           words_.text(tail).ends_with(words_.lists.genitive_ending);
    return words_.capital_nouns && ends_firm && hit(tail - 2) == nullptr && post < sentence.last &&
           words_.joins_compound(tail) && words_.flag(post, kGlued) &&
           (words_.bits[post] & (cls::post | cls::org_property | cls::org_noun)) != 0;
}

// "HX-9", "A-400", "SGH-i310", "Lumera-70B", "Orbita-3": capitals, a hyphen and a number or a code
// that ends with a digit, or a name and a number with a letter, or a name that no list has and a
// digit.
bool NameRuns::is_type_code(std::uint32_t end, std::uint32_t number) const {
    constexpr std::size_t longest = 4;
    const std::uint32_t code = end - 1;
    const char final = words_.text(number).back();
    const bool digits = words_.flag(number, kDigits), ends = final >= '0' && final <= '9';
    const PhraseHit* listed = hit(code);
    if (!(digits || ends) || words_.taken[number] || words_.behind_hyphen(code) ||
        words_.text(number).size() > longest ||
        (number + 1 < words_.size() && words_.is(number + 1, '-')))
        return false;
    if (listed != nullptr)  // "Boeing 737-800"
        return digits && words_.flag(code, kDigits) &&
               (listed->classes & cls::known_product) != 0 && words_.text(number).size() > 2;
    if (words_.flag(code, kAllCaps)) return words_.text(code).size() <= longest;
    if (!digits) return false;
    if (!words_.flag(code, kCapital)) return false;
    if (words_.flag(number, kWord)) return (words_.single[code] & cls::descriptor) == 0;
    const bool ordinary = words_.capital_nouns
                              ? (words_.bits[code] & cls::noun) != 0
                              : (words_.single[code] & (cls::common | cls::not_name)) != 0;
    return words_.text(number).size() == 1 && !ordinary;
}

// "BM-T", "GPA-djp": two acronyms with a hyphen; a post may be joined to them.
bool NameRuns::is_double_acronym(std::uint32_t end, std::uint32_t right) const {
    constexpr std::size_t longest = 4;
    const std::uint32_t left = end - 1;
    if (!words_.capital_nouns || hit(left) != nullptr || !words_.flag(left, kAllCaps) ||
        words_.behind_hyphen(left) || words_.text(left).size() < 2 ||
        words_.text(left).size() > longest || words_.text(right).size() > longest ||
        !words_.flag(right, kWord) || words_.flag(right, kDigits) ||
        (words_.joins_compound(right) && !words_.leads_post(right)))
        return false;
    if (words_.flag(right, kCapital)) return words_.text(right).size() == 1;
    return words_.analysis.tokens[right].word == 0 && words_.single[right] == 0;
}

// "unter dem Namen Prisma-Kern", "called Lumen"
bool NameRuns::is_named(std::uint32_t first) const {
    return first > 0 && words_.has(first - 1, cls::naming) && !words_.has(first, cls::naming);
}

}  // namespace relata::extract
