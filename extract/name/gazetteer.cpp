#include "extract/name/gazetteer.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

bool is_written_as_name(const ArticleWords& words, std::uint32_t first, std::uint32_t last) {
    const unsigned flags = words.analysis.tokens[first].flags;
    if ((flags & (kCapital | kInnerCapital | kDigits)) != 0) return true;
    for (std::uint32_t t = first; t < last; ++t)
        for (const char c : words.text(t))
            if (c == '.' || (c >= '0' && c <= '9')) return true;  // "ver.di", "a16z"
    return false;
}

// A noun at the start of a sentence, without article and straight before a verb or a hyphen, may be
// a name; before other words it is an ordinary noun.
bool verb_is_far(const ArticleWords& words, std::uint32_t t) {
    if (t + 1 >= words.size()) return true;
    constexpr ClassMask verb = cls::org_verb | cls::speech_verb | cls::person_verb | cls::copula;
    if (words.has(t + 1, verb) && !words.flag(t + 1, kCapital)) return false;
    return !(words.flag(t + 1, kGlued) && words.is(t + 1, '-'));
}

// A single word that is in a list of names and in a list of ordinary words.
bool is_ordinary_here(const ArticleWords& words, std::uint32_t t, ClassMask classes) {
    if (!words.has(t, cls::common | cls::noun | cls::stopword)) return false;
    if (words.flag(t, kInnerCapital)) return false;
    const WordCounts* seen = words.counts(t);
    if (words.flag(t, kSentenceStart)) {
        if (words.has(t, cls::stopword)) return true;
        if (seen != nullptr && seen->inside > 0) return false;
        // "Google said" but not "Shell shares"; a well-known name outweighs a word.
        if (words.capital_nouns && words.has(t, cls::noun)) return verb_is_far(words, t);
        return (classes & cls::known_org) == 0;
    }
    // German nouns are capitalised everywhere; those of the stop list are never names.
    return words.capital_nouns && words.has(t, cls::noun) &&
           (classes & (cls::known | cls::country)) == 0;
}

}  // namespace

std::vector<PhraseHit> gazetteer_hits(const ArticleWords& words) {
    constexpr ClassMask wanted = cls::known | cls::geographic;
    std::vector<PhraseHit> hits;
    std::size_t phrase = 0;
    for (std::uint32_t t = 0; t < words.size(); ++t) {
        while (phrase < words.phrases.size() && words.phrases[phrase].first < t) ++phrase;
        bool found = false;
        for (std::size_t i = phrase; i < words.phrases.size() && words.phrases[i].first == t; ++i) {
            const PhraseHit& hit = words.phrases[i];
            if ((hit.classes & wanted) == 0 || !is_written_as_name(words, hit.first, hit.last))
                continue;
            hits.push_back({hit.first, hit.last, hit.classes & wanted});
            t = hit.last - 1;
            found = true;
            break;
        }
        if (found || (words.single[t] & wanted) == 0 || words.taken[t]) continue;
        if (!is_written_as_name(words, t, t + 1) || is_ordinary_here(words, t, words.single[t]))
            continue;
        hits.push_back({t, t + 1, words.single[t] & wanted});
    }
    return hits;
}

}  // namespace relata::extract
