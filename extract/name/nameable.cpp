#include "extract/name/nameable.hpp"

#include <algorithm>
#include <iterator>

#include "extract/name/model_codes.hpp"

namespace relata::extract {

namespace {

constexpr ClassMask kNeverName = cls::pronoun | cls::possessive | cls::calendar;

}  // namespace

bool NameableWords::may_be_name(std::uint32_t t) const {
    if (is_model_number(words_, t)) return true;
    return words_.flag(t, kCapital | kInnerCapital | kDigits) && words_.flag(t, kWord) &&
           !words_.taken[t] && is_no_other_word(t);
}

bool NameableWords::is_no_other_word(std::uint32_t t) const {
    if ((words_.single[t] & kNeverName) != 0 && !is_given_name(t) && !is_inside_title(t) &&
        !is_day_as_surname(t) && !is_month_of_firm(t))
        return false;
    if (words_.flag(t, kDigits)) return digits_then_name(t);
    if (is_symbol_of_share(t)) return false;
    return words_.text(t).size() > 1 || is_letter_of_name(t);
}

// "ACN.N", "(ACN.TO)", "Acorn ACN.TO", "ACNb.N", but "E.ON" and "U.S."
bool NameableWords::is_symbol_of_share(std::uint32_t t) const {
    const std::string_view word = words_.text(t);
    const std::size_t stop = word.find('.');
    if (stop == word.npos || stop < 2) return false;
    std::size_t small = 0;
    for (const char c : word) small += c >= 'a' && c <= 'z' ? 1 : 0;
    const bool kind = small == 1 && stop > 3 && word[stop - 1] >= 'a' && word[stop - 1] <= 'z';
    if (!kind && !words_.flag(t, kAllCaps)) return false;
    return word.size() == stop + 2 ||
           (word.size() == stop + 3 && t > 0 &&
            (words_.is(t - 1, '(') || (stop > 2 && words_.flag(t - 1, kCapital))));
}

// "its rival May Department Stores", "June Energy has": a date would stand behind a
// preposition, and nothing with a capital between it and a verb.
bool NameableWords::is_month_of_firm(std::uint32_t t) const {
    constexpr std::uint32_t longest = 3;
    constexpr ClassMask before =
        cls::preposition | cls::determiner | cls::conjunction | cls::calendar | cls::stopword;
    if (words_.capital_nouns || (words_.single[t] & cls::calendar) == 0 || in_headline(t))
        return false;
    if (is_date_before_head(t)) return true;
    if (t == 0 || words_.flag(t, kSentenceStart) || !words_.flag(t - 1, kWord) ||
        words_.flag(t - 1, kCapital) || (words_.single[t - 1] & before) != 0 ||
        words_.in(words_.lists.date_lead, t - 1))
        return false;
    for (std::uint32_t at = t + 1; at < words_.size() && at <= t + longest; ++at) {
        if (!words_.flag(at, kCapital) || words_.flag(at, kGlued)) return false;
        if ((words_.single[at] & cls::org_head) != 0) return true;
    }
    return false;
}

// "June Energy has", "at June Energy", "Acorn, June Energy and": a head of names and no more
// behind the month.
bool NameableWords::is_date_before_head(std::uint32_t t) const {
    const std::uint32_t head = t + 1;
    if (head + 1 >= words_.size() || !words_.flag(head, kCapital) ||
        words_.flag(head, kGlued | kAllCaps) || words_.flag(head + 1, kCapital) ||
        (words_.single[head] & (cls::org_head | cls::post)) != cls::org_head)
        return false;
    if (words_.flag(t, kSentenceStart) || t == 0)
        return words_.has(head + 1, kVerbs) || words_.is_possessive_marker(head + 1);
    if (words_.is(t - 1, ',')) return t > 1 && words_.flag(t - 2, kCapital);
    return (words_.single[t - 1] & cls::affiliation) != 0 &&
           !words_.in(words_.lists.date_lead, t - 1);
}

// "Anja Freitag": the day would have a preposition.
bool NameableWords::is_day_as_surname(std::uint32_t t) const {
    return words_.capital_nouns && t > 0 && (words_.single[t] & cls::calendar) != 0 &&
           (words_.single[t - 1] & (cls::first_name | cls::calendar)) == cls::first_name &&
           words_.flag(t - 1, kCapital) && !words_.flag(t, kGlued);
}

// A single letter only as an initial or the head of a compound: "J. Smith", "Billy W Turner",
// "T-Mobile".
bool NameableWords::is_letter_of_name(std::uint32_t t) const {
    const std::uint32_t next = t + 1;
    if (next >= words_.size()) return false;
    if ((words_.single[next] & cls::legal_form) != 0 && words_.flag(next, kCapital) &&
        !words_.flag(t, kSentenceStart))
        return true;  // "X Corp."
    if (words_.flag(next, kGlued))
        return words_.is(next, '.') || words_.is(next, '&') || words_.is(next, '-');
    // "Plan B Technologies", "Planet A Foods"
    constexpr ClassMask tail = cls::org_head | cls::generic_tail | cls::backer_tail;
    if (!words_.capital_nouns && t > 0 && words_.flag(t - 1, kCapital) && !words_.flag(t, kGlued) &&
        (words_.single[next] & tail) != 0 && (words_.single[t - 1] & cls::stopword) == 0 &&
        words_.flag(next, kCapital) && !in_headline(t))
        return true;
    return t > 0 && (words_.single[t - 1] & cls::first_name) != 0 && words_.flag(next, kCapital);
}

// "Save Our Community", "the My Jeeves service": English has no other reason for the capital.
bool NameableWords::is_inside_title(std::uint32_t t) const {
    constexpr ClassMask small = cls::possessive | cls::calendar;
    if (words_.capital_nouns || (words_.single[t] & small) != cls::possessive || t == 0 ||
        t + 1 >= words_.size() || words_.text(t).size() < 2 ||
        words_.flag(t, kSentenceStart | kAllCaps | kGlued) || !words_.flag(t + 1, kCapital) ||
        words_.flag(t + 1, kAllCaps | kGlued))
        return false;
    return !words_.flag(t - 1, kPunctuation) && words_.flag(t - 1, kWord) && !in_headline(t);
}

bool NameableWords::in_headline(std::uint32_t t) const {
    const auto& sentences = words_.analysis.sentences;
    const auto after = std::upper_bound(
        sentences.begin(), sentences.end(), t,
        [](std::uint32_t token, const Sentence& sentence) { return token < sentence.first; });
    return after != sentences.begin() && std::prev(after)->title_case;
}

// "Jan Koum", "April Jones": not the month.
bool NameableWords::is_given_name(std::uint32_t t) const {
    if (t + 2 < words_.size() && words_.joins_compound(t) &&
        (words_.single[t] & words_.single[t + 2] & cls::first_name) != 0)
        return words_.flag(t + 2, kGlued) && words_.flag(t + 2, kCapital);  // "Jan-Philipp"
    // "von Jan und Eva Kehl"
    const std::uint32_t other = t + 2;
    if (other + 1 < words_.size() &&
        (words_.single[t] & (cls::first_name | cls::abbreviation)) ==
            (cls::first_name | cls::abbreviation) &&
        (words_.single[t + 1] & cls::conjunction) != 0 &&
        (words_.single[other] & (cls::first_name | cls::calendar)) == cls::first_name)
        return words_.flag(other, kCapital) && words_.flag(other + 1, kCapital);
    return (words_.single[t] & cls::first_name) != 0 && t + 1 < words_.size() &&
           words_.flag(t + 1, kCapital) &&
           (words_.single[t + 1] & (cls::surname | cls::common | cls::noun)) != cls::common &&
           (words_.single[t + 1] & (cls::stopword | cls::calendar)) == 0;
}

// "8Mbps", "2GHz"
bool NameableWords::ends_in_unit(std::string_view word) const {
    const std::size_t unit = word.find_first_not_of("0123456789.");
    if (unit == 0 || unit == word.npos) return false;
    const WordId id = words_.lexicon.word(fold_words(word.substr(unit)));
    return id != 0 &&
           (words_.masks.of(words_.lexicon.classes_of(id)) & (cls::unit | cls::not_name)) != 0;
}

// "3Com", but neither "3G" nor "40GB" nor "3rd".
bool NameableWords::digits_then_name(std::uint32_t t) const {
    const std::string_view word = words_.text(t);
    for (std::size_t i = 0; i + 1 < word.size(); ++i)
        if (word[i] >= 'A' && word[i] <= 'Z' && word[i + 1] >= 'a' && word[i + 1] <= 'z')
            return !ends_in_unit(word);
    if (words_.capital_nouns) return false;
    if (is_model_code(words_, t)) return true;
    // "20VC", "3one4 Capital"
    const std::size_t letters = word.find_first_not_of("0123456789");
    if (letters == word.npos) return false;
    const std::uint32_t next = t + 1;
    // "the security firm 3ami"
    if (letters > 0 && word.size() - letters > 2 && words_.analysis.tokens[t].word == 0 &&
        words_.single[t] == 0 && t > 1 &&
        (words_.has(t - 1, cls::org_noun) ||
         (words_.has(t - 1, cls::affiliation) && words_.has(t - 2, cls::post))))
        return true;
    return word.substr(letters) == "VC" ||
           (next < words_.size() && words_.flag(next, kCapital) && !words_.flag(next, kGlued) &&
            (words_.single[next] & cls::backer_tail) != 0 && word[letters] >= 'a');
}

}  // namespace relata::extract
