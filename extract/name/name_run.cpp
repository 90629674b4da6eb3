#include "extract/name/name_run.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

constexpr std::uint32_t kLongestRun = 24;  // tokens; bounds the work on texts in capitals

// Those that stand beside a name without being a part of it: "Acme Partner".
constexpr ClassMask kOtherNoun = cls::org_noun | cls::post;

std::vector<std::uint32_t> hits_by_token(const ArticleWords& words,
                                         std::span<const PhraseHit> hits) {
    std::vector<std::uint32_t> hit_of(words.size());
    for (std::uint32_t i = 0; i < hits.size(); ++i)
        std::fill(hit_of.begin() + hits[i].first, hit_of.begin() + hits[i].last, i + 1);
    return hit_of;
}

}  // namespace

NameRuns::NameRuns(const ArticleWords& words, std::span<const PhraseHit> hits,
                   std::span<const WordShape> shapes)
    : words_(words),
      hits_(hits),
      shapes_(shapes),
      hit_of_(hits_by_token(words, hits)),
      tails_(words, shapes, [this](std::uint32_t t) { return hit(t) != nullptr; }) {
    find_double_surnames();
}

std::uint32_t NameRuns::end(std::uint32_t first, const Sentence& sentence) const {
    std::uint32_t end = std::min(past(first), sentence.last);
    while (end < sentence.last && end - first < kLongestRun) {
        const std::uint32_t next = std::min(grow(first, end, sentence), sentence.last);
        if (next == end) break;
        end = next;
    }
    return end;
}

// The token behind the name word, or behind the listed name that begins there.
std::uint32_t NameRuns::past(std::uint32_t token) const {
    const PhraseHit* listed = hit(token);
    return listed != nullptr ? listed->last : past_head(token);
}

// The token behind the word, or behind the head of several: "Co-operative".
std::uint32_t NameRuns::past_head(std::uint32_t token) const {
    const PhraseHit* phrase = words_.capital_nouns ? nullptr : words_.phrase_at(token);
    const bool head = phrase != nullptr && (phrase->classes & cls::org_head) != 0;
    return head && words_.flag(token, kCapital) ? phrase->last : token + 1;
}

std::uint32_t NameRuns::grow(std::uint32_t first, std::uint32_t end,
                             const Sentence& sentence) const {
    if (words_.taken[end]) return end;
    if (const std::uint32_t next = past_head(end); next > end + 1) return next;
    if (const std::uint32_t next = over_legal_form(end, sentence); next != end) return next;
    // What follows a legal form is another name: "... Acme Corp. Jane Smith said".
    const std::uint32_t form = words_.is(end - 1, '.') ? end - 2 : end - 1;
    if (form > first &&
        (words_.single[form] & (cls::legal_form | cls::org_head)) == cls::legal_form &&
        (words_.single[form] & cls::particle) == 0)
        return end;
    if (const std::uint32_t next = over_name_suffix(first, end, sentence); next != end) return next;
    if (const std::uint32_t next = over_nickname(first, end, sentence); next != end) return next;
    if (next_word_belongs(first, end, sentence)) return past(end);
    if (words_.is_possessive_marker(end)) return over_possessive(first, end, sentence);
    if (words_.flag(end, kPunctuation)) {
        if (const std::uint32_t next = over_series(first, end, sentence); next != end) return next;
        if (words_.byte(end) == '&') return over_conjunction(first, end, sentence);
        return words_.flag(end, kGlued) ? over_mark(first, end, sentence) : end;
    }
    if (words_.flag(end, kGlued)) {  // "O'Reilly"
        const std::string_view word = words_.text(end);
        const bool name = word.size() > 2 && words_.flag(end, kCapital) && word[0] == '\'';
        return name ? end + 1 : end;
    }
    const char final = words_.text(end).back();  // "i9"
    if (words_.flag(end, kDigits) || (final >= '0' && final <= '9' && !words_.flag(end, kCapital)))
        return over_number(first, end, sentence);
    if (is_model_letter(end, sentence)) return end + 1;
    if (words_.flag(end, kCapital)) return end;
    if ((words_.single[end] & cls::foreign_inner) != 0)
        if (const std::uint32_t next = over_foreign(end, sentence); next != end) return next;
    if ((words_.single[end] & cls::particle) != 0)
        if (const std::uint32_t next = over_particles(first, end, sentence); next != end)
            return next;
    if ((words_.single[end] & cls::conjunction) != 0) return over_conjunction(first, end, sentence);
    if ((words_.single[end] & cls::inner) != 0) return over_inner(first, end, sentence);
    return end;
}

bool NameRuns::noun_belongs(std::uint32_t first, std::uint32_t end,
                            const Sentence& sentence) const {
    const ClassMask bits = words_.single[end];
    const std::uint32_t before = end - 1;
    // "Elisabeth Kirnbauer" although "*bauer" is a noun
    constexpr ClassMask things = (cls::descriptor & ~cls::person_noun) | cls::post;
    // "stellt der Tochter Penny Geld bereit"
    const bool object = (bits & cls::bare_noun) != 0 && first > sentence.first &&
                        words_.has(first - 1, cls::org_noun);
    const bool describes =
        object || ((bits & things) != 0 && words_.analysis.tokens[end].word != 0);
    const bool listed = !words_.flag(before, kGlued) && hit(before) != nullptr &&
                        (hit(before)->classes & (cls::known | cls::geographic)) != 0;
    // "CEO Jan Roller", whatever a roller is
    const bool behind_post = first > sentence.first && words_.has(first - 1, cls::post);
    if ((words_.single[first] & cls::first_name) != 0 && end - first == 1 && behind_post && !listed)
        return true;
    // "Jan Richter": a post would stand before the name.
    const bool judge = words_.capital_nouns && end - first == 1 && (bits & cls::post) != 0 &&
                       words_.ends_run(end) && !object;
    if ((words_.single[before] & cls::first_name) != 0 && end - first <= 4 &&
        (!describes || judge) && !listed)
        return true;
    if ((bits & cls::surname) != 0 && (words_.single[first] & cls::first_name) != 0 &&
        end - first <= 3)
        return true;
    return noun_of_firm_belongs(first, end, listed, sentence);
}

// The same of the nouns in names of firms and products. `listed`: the word before ends a name of
// the lists.
bool NameRuns::noun_of_firm_belongs(std::uint32_t first, std::uint32_t end, bool listed,
                                    const Sentence& sentence) const {
    const ClassMask bits = words_.single[end];
    const std::uint32_t before = end - 1;
    // "The Division"
    if (end - first == 1 && (words_.single[first] & cls::foreign_inner) != 0) return true;
    if (end - first == 1 && (precedes_firm_tail(first, sentence) || tails_.begins_name(first)))
        return true;
    // "der Anbieter Lyca Mobile"
    if ((bits & cls::generic_tail) != 0 && before > sentence.first &&
        words_.has(before - 1, cls::org_noun) && !words_.flag(before, kGlued))
        return true;
    // "Snapdragon 8 Elite", "Ebay Plus"
    if ((bits & cls::product_tail) != 0 &&
        (words_.flag(before, kDigits) || shapes_[before] == WordShape::name || end - first == 1) &&
        ((words_.single[first] & cls::first_name) == 0 ||
         (listed && (hit(before)->classes & cls::known_product) != 0)))
        return true;
    if (end - first == 1 && (specifies(before, end) || always_together(before, end) ||
                             is_adjective_of_head(before, sentence)))
        return true;
    if (shapes_[first] == WordShape::adjective && precedes_institution(first, sentence))
        return true;
    // "International Petroleum Investment Company"
    if (precedes_head(end, kOtherNoun, sentence)) return true;
    if ((bits & cls::org_head) == 0) return false;
    // "One Equity Partners", "Nordwald Growth Partners"
    if (end - first > 1 && (bits & cls::backer_tail) != 0 &&
        ((words_.single[before] & cls::backer_tail) != 0 ||
         (hit(before) == nullptr && (words_.single[first] & cls::first_name) == 0)))
        return true;
    if ((bits & (end - first == 1 ? kOrdinaryHead : kOtherNoun)) == 0) return true;
    // "Raiffeisen Landesbank": a mere description would be joined by a hyphen. But what stands
    // before a name describes that: "das Sony Studio Zelvana".
    if (words_.capital_nouns && end - first == 1 && (bits & cls::post) == 0 && listed)
        return (hit(before)->classes & cls::known_org) != 0 &&
               !((bits & cls::org_noun) != 0 && end + 1 < sentence.last &&
                 shapes_[end + 1] == WordShape::name && !words_.flag(end + 1, kGlued | kAllCaps) &&
                 (words_.single[end + 1] & (cls::geographic | cls::legal_form)) == 0);
    return hit(before) == nullptr && shapes_[before] != WordShape::noun;
}

bool NameRuns::next_word_belongs(std::uint32_t first, std::uint32_t end,
                                 const Sentence& sentence) const {
    if (words_.flag(end, kGlued) || is_possessor(end - 1)) return false;
    if (words_.is_roman(end) && words_.has_digit(end - 1)) return true;  // "A7 III"
    const ClassMask bits = words_.single[end];
    switch (shapes_[end]) {
        case WordShape::name:
            if (sentence.title_case && acts_in_headline(end, sentence)) return false;
            return !is_other_firm(first, end) && !follows_institution(end) &&
                   !follows_fund(first, end, sentence) && !follows_place(first, end, sentence);
        case WordShape::start:
            if ((bits & cls::not_name) != 0) return closes_name(end, sentence);
            return sentence.title_case && !words_.capital_nouns && (bits & cls::org_head) != 0 &&
                   !acts_in_headline(end, sentence);
        case WordShape::noun:
            return noun_belongs(first, end, sentence);
        case WordShape::adjective:
        case WordShape::other: {  // "iPad Pro"
            constexpr ClassMask small = cls::pronoun | cls::determiner | cls::conjunction;
            if (!words_.capital_nouns || !words_.flag(end, kCapital) || (bits & small) != 0)
                return false;
            if (shapes_[end] == WordShape::adjective &&
                ((words_.single[end - 1] & cls::first_name) != 0 ||  // "Maria Lang"
                 (end - first == 1 && shapes_[first] == WordShape::adjective &&
                  precedes_institution(first, sentence))))
                return true;
            const bool one_noun = end - first == 1 && shapes_[first] == WordShape::noun;
            if (one_noun && (bits & cls::product_tail) != 0) return true;  // "Nimbus Pro"
            if (one_noun && follows_kind(first, sentence)) return true;    // "Brotzeit Digital"
            if (shapes_[end - 1] == WordShape::name && closes_foreign_name(end)) return true;
            const PhraseHit* listed = hit(end - 1);
            return listed != nullptr && (listed->classes & cls::known_product) != 0;
        }
    }
    return false;
}

// "Acme Partners With Blip", "Acme Teams Up With Blip"
bool NameRuns::acts_in_headline(std::uint32_t t, const Sentence& sentence) const {
    const std::uint32_t next = t + 1;
    return (words_.single[t] & cls::org_verb) != 0 && next < sentence.last &&
           (words_.has(next, cls::preposition) ||
            (next + 1 < sentence.last && (words_.single[next] & cls::stopword) != 0 &&
             words_.has(next + 1, cls::preposition)));
}

// "greift Quantavo Google an": behind a word that no list has or another firm a listed firm is a
// name of its own. "Robert Bosch" and "Banco Santander" are one.
bool NameRuns::is_other_firm(std::uint32_t first, std::uint32_t end) const {
    const PhraseHit* next = hit(end);
    if (!words_.capital_nouns || next == nullptr || next->first != end ||
        (next->classes & cls::known_org) == 0 || shapes_[end - 1] != WordShape::name)
        return false;
    const PhraseHit* before = hit(end - 1);
    if (before != nullptr) return (before->classes & cls::known_org) != 0;
    return end - first == 1 && (words_.single[first] & (cls::first_name | cls::org_head)) == 0;
}

// "in Las Vegas Microsoft said", "hat in München Planqc gegründet"
bool NameRuns::follows_place(std::uint32_t first, std::uint32_t end,
                             const Sentence& sentence) const {
    const PhraseHit* place = hit(first);
    const PhraseHit* firm = hit(end);
    if (first == sentence.first || !words_.has(first - 1, cls::locative) || place == nullptr ||
        place->first != first || place->last != end || (place->classes & cls::place) == 0)
        return false;
    if (firm != nullptr) return firm->first == end && (firm->classes & cls::known_org) != 0;
    return words_.capital_nouns && words_.single[end] == 0 && end + 1 < sentence.last &&
           !words_.flag(end + 1, kCapital | kGlued);
}

// "die Justus-Liebig-Universität Deep Harbor": only a place or an acronym goes on such a name.
bool NameRuns::follows_institution(std::uint32_t end) const {
    return words_.capital_nouns && end >= 2 && words_.flag(end - 1, kGlued) &&
           words_.is(end - 2, '-') && words_.analysis.tokens[end - 1].word != 0 &&
           (words_.single[end - 1] & (cls::org_head | cls::noun)) == (cls::org_head | cls::noun) &&
           (words_.single[end] & cls::geographic) == 0 && !words_.flag(end, kAllCaps);
}

// "hat Elm Ventures Algenia finanziert": "Ventures" is the end, but for another head or a town.
bool NameRuns::follows_fund(std::uint32_t first, std::uint32_t end,
                            const Sentence& sentence) const {
    constexpr ClassMask goes_on =
        cls::geographic | cls::backer_tail | cls::org_head | cls::legal_form | cls::generic_tail;
    return words_.capital_nouns && end - first > 1 &&
           (words_.single[end - 1] & cls::backer_tail) != 0 &&
           (words_.single[end] & goes_on) == 0 && !words_.flag(end, kAllCaps) &&
           over_legal_form(end + 1 < sentence.last ? end + 1 : end, sentence) <= end + 1;
}

// "Nvidias" in "Nvidias H100", but "Theaters" in "des Theaters Bonn"
bool NameRuns::is_possessor(std::uint32_t t) const {
    if (!words_.capital_nouns || hit(t) != nullptr || (words_.single[t] & cls::listed_name) != 0 ||
        (words_.single[t] & cls::org_head) != 0 || !words_.stem_is_known(t))
        return false;
    // "Dimitris Mardas" although "Dimitri" is a given name
    const ClassMask stem = words_.stem_classes(t);
    const bool given =
        (stem & cls::first_name) != 0 && (stem & (cls::known | cls::geographic)) == 0;
    return !given || t + 1 >= words_.size() || shapes_[t + 1] != WordShape::name;
}

// "Liquid AI raised", "PC Pro magazine"; but "Google AI researchers" speaks of Google.
bool NameRuns::closes_name(std::uint32_t t, const Sentence& sentence) const {
    if (words_.capital_nouns) return false;
    if (t + 1 >= sentence.last || words_.flag(t + 1, kPunctuation)) return true;
    if (shapes_[t + 1] == WordShape::name) return true;
    constexpr ClassMask fine = cls::stopword | cls::org_verb | cls::speech_verb | cls::person_verb |
                               cls::copula | cls::conjunction;
    return words_.has(t + 1, fine) || words_.in(words_.lists.product_verb, t + 1);
}

// "Sky Online", "DeepL Write Pro": a capital and no ending, which an adjective used as a noun has
// ("Neues", "Deutsche").
bool NameRuns::closes_foreign_name(std::uint32_t t) const {
    if ((words_.single[t] & cls::product_tail) != 0) return true;
    if (shapes_[t] != WordShape::adjective) return false;
    return !words_.is_inflected(t);
}

bool NameRuns::is_initial(std::uint32_t token) const {
    return words_.flag(token, kCapital) && words_.text(token).size() == 1;
}

// Behind quotation marks an ordinary word is `start`: '"Ace"', '" Hale'.
bool NameRuns::is_part_of_nickname(std::uint32_t t) const {
    return shapes_[t] == WordShape::name ||
           (!words_.capital_nouns && shapes_[t] == WordShape::start && words_.flag(t - 1, kQuote));
}

// 'Samuel D. "Sam" Waksal', "Robert (Bob) Korsec"
std::uint32_t NameRuns::over_nickname(std::uint32_t first, std::uint32_t end,
                                      const Sentence& sentence) const {
    if (!words_.flag(end, kQuote) && !words_.is(end, '(')) return end;
    if (end + 3 >= sentence.last || (words_.single[first] & cls::first_name) == 0 ||
        !is_part_of_nickname(end + 1) || !is_part_of_nickname(end + 3) ||
        words_.flag(end + 3, kGlued))
        return end;
    return words_.flag(end + 2, kQuote) || words_.is(end + 2, ')') ? past(end + 3) : end;
}

// ", Jr.", "Zap III"
std::uint32_t NameRuns::over_name_suffix(std::uint32_t first, std::uint32_t end,
                                         const Sentence& sentence) const {
    std::uint32_t at = end;
    const bool numeral = !words_.capital_nouns && words_.flag(end, kAllCaps);
    if (end - first < 2 && !numeral) return end;
    if (words_.is(at, ',') && at + 1 < sentence.last) ++at;
    if ((words_.single[at] & cls::name_suffix) == 0 || !words_.flag(at, kCapital)) return end;
    ++at;
    return at + 1 < sentence.last && words_.is(at, '.') && words_.flag(at, kGlued) ? at + 1 : at;
}

std::uint32_t NameRuns::over_legal_form(std::uint32_t end, const Sentence& sentence) const {
    std::uint32_t form = end;
    if (words_.is(form, ',') && form + 1 < sentence.last) ++form;
    const bool joins = (words_.single[form] & cls::conjunction) != 0 && form + 1 < sentence.last &&
                       words_.flag(form + 1, kCapital);
    if (!words_.flag(form, kCapital) && !joins) return end;
    std::uint32_t last = form;
    const auto phrase = std::lower_bound(
        words_.phrases.begin(), words_.phrases.end(), form,
        [](const PhraseHit& hit, std::uint32_t token) { return hit.first < token; });
    for (auto it = phrase; it != words_.phrases.end() && it->first == form; ++it)
        if ((it->classes & cls::legal_form) != 0) last = std::max(last, it->last);
    if (last == form && (words_.single[form] & cls::legal_form) != 0) {
        const bool ordinary = (words_.single[form] & (cls::stopword | cls::inner)) != 0;
        if (!ordinary || words_.flag(form, kAllCaps)) last = form + 1;
    }
    if (last == form) return end;
    // "Mentor von Apple, Google & Co.", "Spiele wie Tetris & Co"
    if (words_.capital_nouns && words_.byte(form) == '&' && hit(end - 1) != nullptr &&
        (hit(end - 1)->classes & (cls::known_org | cls::known_product)) != 0 && last - form < 4 &&
        words_.text(form + 1).size() == 2 && words_.text(last - 1).size() < 3 &&
        !words_.flag(last - 1, kAllCaps))
        return end;
    if (joins && last < sentence.last && words_.is(last, '-') && words_.flag(last, kGlued))
        return end;  // "Executive Officer and Co-Founder"
    if (form != end && words_.has(form, cls::org_head)) return end;  // "Acme, Holding ..."
    // The full stop of "Inc." belongs to the name where the sentence goes on: "Acme Inc. Chairman".
    if (last + 1 < sentence.last && words_.is(last, '.') && words_.flag(last, kGlued) &&
        (!words_.flag(last + 1, kCapital) || words_.has(last + 1, cls::post) ||
         (shapes_[last + 1] != WordShape::name && !words_.has(last + 1, cls::stopword))))
        ++last;
    return last;
}

}  // namespace relata::extract
