#include "extract/name/gazetteer.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

bool is_written_as_name(const ArticleWords& words, std::uint32_t first, std::uint32_t last) {
    const unsigned flags = words.analysis.tokens[first].flags;
    if ((flags & (kCapital | kInnerCapital | kDigits)) != 0) return true;
    // "ifo-Institut"
    if (last - first > 2 && words.is(first + 1, '-') && words.flag(first + 2, kCapital))
        return true;
    // "vida-Chef", "die Firma adidas": in small letters where only a name can stand.
    constexpr ClassMask word = cls::common | cls::noun | cls::stopword;
    if (words.capital_nouns && (words.single[first] & word) == 0 &&
        (words.leads_post(last - 1) || (first > 0 && words.flag(first - 1, kCapital) &&
                                        words.has(first - 1, cls::org_noun | cls::org_head))))
        return true;
    for (std::uint32_t t = first; t < last; ++t)
        for (const char c : words.text(t))
            if (c == '.' || (c >= '0' && c <= '9')) return true;  // "ver.di", "a16z"
    return false;
}

// "IBB", "ABA": three capitals are an acronym, not the town of Ibb.
bool is_acronym_of_other(const ArticleWords& words, std::uint32_t t) {
    return words.flag(t, kAllCaps) && words.text(t).size() == 3 &&
           (words.single[t] & (cls::known | cls::geographic)) == cls::place;
}

// A single word that is in a list of names and in a list of ordinary words.
bool is_ordinary_here(const ArticleWords& words, std::uint32_t t, ClassMask classes) {
    if (!words.has(t, cls::common | cls::noun | cls::stopword)) return false;
    if (words.flag(t, kInnerCapital) || (classes & cls::country) != 0) return false;
    if (t + 2 < words.size() && words.is(t + 1, '-') && words.has(t + 2, cls::based))
        return false;  // "Berlin-based"
    const bool start = words.flag(t, kSentenceStart) || t == 0;
    if (start && words.has(t, cls::stopword)) return true;
    // "Drei Monate", but "Drei baut das Netz aus"
    if (start && words.in(words.lists.number_word, t) && t + 1 < words.size() &&
        words.flag(t + 1, kCapital))
        return true;
    if (words.capital_nouns) {
        if (!words.has(t, cls::noun)) return false;
        const bool compound =
            t + 1 < words.size() && words.is(t + 1, '-') && words.flag(t + 1, kGlued);
        if (compound) return false;
        // "die Switch 2"
        if ((classes & cls::known_product) != 0 && t + 1 < words.size() &&
            words.flag(t + 1, kDigits) && words.text(t + 1).size() < 3)
            return false;
        constexpr ClassMask preposition = cls::locative | cls::affiliation;
        if ((classes & cls::known) == 0) return start || !words.has(t - 1, preposition);
        // "die Zeit", "der Stern": with an article the noun, without one the name.
        constexpr ClassMask article = cls::determiner | cls::possessive | cls::article;
        if ((words.single[t] & cls::ambiguous_name) == 0) return false;
        // "Metas Messenger Threema": a noun that says what the name behind it is
        const bool kind = words.has(t, cls::product_noun) && t + 1 < words.size() &&
                          words.flag(t + 1, kCapital) && !words.flag(t + 1, kGlued);
        return !start && (kind || words.has(t - 1, article));
    }
    if (!start) return false;
    if (const WordCounts* seen = words.counts(t); seen != nullptr && seen->inside > 0) return false;
    // "Google said" but not "Shell shares"; a well-known name outweighs a word.
    if ((classes & cls::known_org) != 0) return false;
    return t + 1 >= words.size() || !words.flag(t + 1, kCapital | kDigits);
}

// "Die Zeit drängt" speaks of time, "Die Zeit berichtet" of a newspaper. Also behind a colon.
bool is_phrase_by_chance(const ArticleWords& words, const PhraseHit& hit) {
    const bool start =
        words.flag(hit.first, kSentenceStart) || (hit.first > 0 && words.is(hit.first - 1, ':'));
    if (!start || !words.has(hit.first, cls::determiner) || hit.last - hit.first != 2 ||
        !words.has(hit.first + 1, cls::noun | cls::common))
        return false;
    return hit.last >= words.size() || !words.has(hit.last, cls::speech_verb);
}

// "Deutsche-Bank-Chef": in a compound the words of a listed organisation are joined by hyphens.
PhraseHit hyphenated(const ArticleWords& words, std::uint32_t t) {
    if (!words.capital_nouns || !words.flag(t, kCapital)) return {};
    const auto joins = [&](std::uint32_t at) {
        return at + 1 < words.size() && words.is(at, '-') && words.flag(at, kGlued) &&
               words.flag(at + 1, kGlued);
    };
    const WordId first = words.analysis.tokens[t].word;
    if (first == 0 || !joins(t + 1)) return {};
    PhraseHit hit;
    PhraseNode node = words.lexicon.phrase_start(first);
    for (std::uint32_t end = t + 1; node != 0 && joins(end); end += 2) {
        const WordId next = words.analysis.tokens[end + 1].word;
        if (next == 0) break;
        node = words.lexicon.phrase_next(node, next);
        if (node == 0 || !joins(end + 2)) break;
        const ClassMask classes = words.masks.of(words.lexicon.phrase_classes(node)) & cls::known;
        if ((classes & cls::known_org) != 0) hit = {t, end + 2, classes};
    }
    return hit;
}

}  // namespace

std::vector<PhraseHit> gazetteer_hits(const ArticleWords& words) {
    constexpr ClassMask wanted = cls::known | cls::geographic | cls::state;
    std::vector<PhraseHit> hits;
    auto phrase = words.phrases.begin();
    const auto end = words.phrases.end();
    for (std::uint32_t t = 0; t < words.size(); ++t) {
        while (phrase != end && phrase->first < t) ++phrase;
        const bool listed = (words.single[t] & wanted) != 0;
        const bool begins = phrase != end && phrase->first == t;
        // Words that are joined by hyphens are none of the text's phrases.
        if (!listed && !begins && !words.flag(t, kStartsPhrase)) continue;
        bool found = false;
        if (const PhraseHit joined = hyphenated(words, t); joined.last != 0) {
            hits.push_back(joined);
            t = joined.last - 1;
            continue;
        }
        for (auto it = phrase; it != end && it->first == t; ++it) {
            const PhraseHit& hit = *it;
            if ((hit.classes & wanted) == 0 || !is_written_as_name(words, hit.first, hit.last) ||
                is_phrase_by_chance(words, hit))
                continue;
            hits.push_back({hit.first, hit.last, hit.classes & wanted});
            t = hit.last - 1;
            found = true;
            break;
        }
        if (found || !listed || words.taken[t]) continue;
        // "MA" and "Wash." only behind a town
        constexpr std::size_t longest_code = 2, longest_short_form = 5;
        const std::size_t length = words.text(t).size();
        if ((words.single[t] & wanted) == cls::state && length <= longest_short_form &&
            (t == 0 || !words.is(t - 1, ',') ||
             (length <= longest_code && !words.flag(t, kAllCaps))))
            continue;
        if (!is_written_as_name(words, t, t + 1) || is_acronym_of_other(words, t) ||
            is_ordinary_here(words, t, words.single[t]))
            continue;
        hits.push_back({t, t + 1, words.single[t] & wanted});
    }
    return hits;
}

}  // namespace relata::extract
