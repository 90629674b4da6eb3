#include "extract/name/ordinary_names.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

// Of what opens a sentence, what is hardly a name that is its subject.
constexpr ClassMask kNoSubject = cls::stopword | cls::descriptor | cls::post | cls::inner;

}  // namespace

bool is_capital_by_place(const ArticleWords& words, std::uint32_t token, const Sentence& sentence) {
    if (words.flag(token, kSentenceStart) || token == sentence.first) return true;
    if (words.flag(token - 1, kQuote) || words.is(token - 1, ':')) return true;
    return words.follows_dash(token);
}

void OrdinaryNames::find() {
    find_actors();
    promote_small_words();
}

bool OrdinaryNames::is_named(std::uint32_t t, const Sentence& sentence) const {
    return acts_twice(t, words_.counts(t)) || is_introduced(t, sentence);
}

bool OrdinaryNames::is_function_word_of_name(std::uint32_t t, const Sentence& sentence) const {
    return is_half_of_name(t, sentence) || opens_name(t, sentence) || is_small_name(t, sentence);
}

// "All-Clad", "Free Now": no function word has a capital inside of a sentence.
bool OrdinaryNames::is_half_of_name(std::uint32_t t, const Sentence& sentence) const {
    if (is_capital_by_place(words_, t, sentence) || sentence.title_case) return false;
    if (!words_.flag(t, kGlued) && words_.flag(t - 1, kCapital) && is_plain_name(t - 1, sentence))
        return true;
    return t + 2 < words_.size() && words_.joins_compound(t) && words_.flag(t + 2, kGlued) &&
           words_.flag(t + 2, kCapital);
}

// "is Will Wright", "the Just Add Monsters studios": inside of a sentence nothing but a name
// has the capital.
bool OrdinaryNames::opens_name(std::uint32_t t, const Sentence& sentence) const {
    if (is_capital_by_place(words_, t, sentence) || sentence.title_case || t + 1 >= sentence.last ||
        words_.flag(t, kGlued) || !words_.flag(t + 1, kCapital) ||
        words_.flag(t + 1, kGlued | kAllCaps) || (words_.single[t + 1] & cls::stopword) != 0)
        return false;
    constexpr ClassMask grammar = cls::determiner | cls::conjunction | cls::subordinator |
                                  cls::possessive | cls::pronoun | cls::preposition | cls::copula |
                                  cls::inner | cls::relative;
    return (words_.single[t] & grammar) == 0 && words_.flag(t - 1, kWord) &&
           !words_.flag(t - 1, kCapital);
}

// A capitalised word that is no function word; at the start of a sentence one that has no
// other reason for its capital.
bool OrdinaryNames::is_plain_name(std::uint32_t t, const Sentence& sentence) const {
    constexpr ClassMask other = cls::stopword | cls::honorific | cls::calendar | cls::demonym |
                                cls::pronoun | cls::possessive | cls::not_name;
    if ((words_.single[t] & other) != 0 || words_.taken[t] ||
        (words_.text(t).size() < 3 && !words_.flag(t, kAllCaps)) || words_.text(t).size() < 2)
        return false;
    return !is_capital_by_place(words_, t, sentence) || (words_.single[t] & cls::common) == 0 ||
           (words_.counts(t) != nullptr && words_.counts(t)->inside > 0);
}

// "the spinoff Also lands", "on Also's board": a function word that is a firm's name.
void OrdinaryNames::promote_small_words() {
    constexpr ClassMask other =
        cls::determiner | cls::pronoun | cls::possessive | cls::calendar | cls::conjunction;
    for (const Sentence& sentence : words_.analysis.sentences) {
        if (sentence.title_case) continue;
        for (std::uint32_t t = sentence.first + 1; t + 1 < sentence.last; ++t) {
            if (!words_.flag(t, kCapital) || (words_.single[t] & cls::stopword) == 0 ||
                (words_.single[t] & other) != 0 || words_.flag(t, kAllCaps | kGlued) ||
                words_.flag(t + 1, kCapital) || is_capital_by_place(words_, t, sentence) ||
                words_.flag(t - 1, kCapital | kPunctuation) || words_.text(t).size() < 4)
                continue;
            if (words_.is_possessive_marker(t + 1) || words_.has(t - 1, cls::org_noun))
                words_.counts_of(t).promoted = true;
        }
    }
}

// Stands the firm that is called as a function word here? At the start of a sentence only as
// its subject: "Also, the small-EV company that".
bool OrdinaryNames::is_small_name(std::uint32_t t, const Sentence& sentence) const {
    const WordCounts* seen = words_.counts(t);
    if (seen == nullptr || !seen->promoted || words_.flag(t, kGlued) || t + 2 >= sentence.last)
        return false;
    if (!is_capital_by_place(words_, t, sentence))
        return !sentence.title_case || words_.has(t - 1, cls::org_noun);
    constexpr ClassMask verb = cls::org_verb | cls::speech_verb | cls::auxiliary;
    const bool described = words_.is(t + 1, ',') && (words_.single[t + 2] & cls::determiner) != 0;
    return described || words_.is_possessive_marker(t + 1) ||
           (words_.has(t + 1, verb) && !words_.flag(t + 1, kCapital));
}

// "Docker acquires ...", "Rabbit founder ...": ordinary words that open a sentence as a
// subject.
void OrdinaryNames::find_actors() {
    constexpr ClassMask follows =
        cls::org_verb | cls::speech_verb | cls::person_verb | cls::copula | cls::post;
    for (const Sentence& sentence : words_.analysis.sentences) {
        const std::uint32_t t = sentence.first;
        if (t + 1 >= sentence.last || !words_.flag(t, kCapital) ||
            words_.analysis.tokens[t].word == 0 || (words_.bits[t] & kNoSubject) != 0 ||
            words_.flag(t + 1, kCapital))
            continue;
        if (words_.has(t + 1, follows) || words_.is_possessive_marker(t + 1))
            actors_.push_back(words_.analysis.tokens[t].word);
    }
    std::sort(actors_.begin(), actors_.end());
}

// "raised", "has closed", "priced its IPO": a verb without a subject of its own before it.
bool OrdinaryNames::begins_predicate(std::uint32_t t, const Sentence& sentence) const {
    constexpr ClassMask verb =
        cls::org_verb | cls::speech_verb | cls::copula | cls::auxiliary | cls::firm_verb;
    if (words_.flag(t, kCapital)) return false;
    if (words_.has(t, verb)) return true;
    return words_.text(t).ends_with("ed") && t + 1 < sentence.last &&
           (words_.single[t + 1] & (cls::determiner | cls::possessive)) != 0;
}

// "Front, a startup in Paris, makes": no adverb has an apposition and a verb behind it. Not
// "Experience, the company says, is".
bool OrdinaryNames::is_introduced(std::uint32_t t, const Sentence& sentence) const {
    constexpr std::uint32_t longest = 16;
    constexpr ClassMask firms = cls::org_noun | cls::maker_noun;
    if (t != sentence.first || t + 3 >= sentence.last || !words_.is(t + 1, ',')) return false;
    const std::string_view second = words_.text(t + 2);
    // "Quill, which makes apps, hired"
    const bool clause = (words_.single[t + 2] & cls::relative) != 0 && second == "which";
    const bool makes = clause && words_.has(t + 3, cls::org_verb);
    if (!makes && second != "a" && second != "an" && second != "the") return false;
    bool firm = makes;
    bool described = makes;  // "that", "which": from here on verbs are those of a relative clause
    for (std::uint32_t at = t + 3; at + 1 < sentence.last && at < t + longest; ++at) {
        if (words_.is(at, ',')) return firm && begins_predicate(at + 1, sentence);
        if (words_.flag(at, kClauseBreak)) return false;
        described = described || (words_.single[at] & cls::relative) != 0;
        if (!described && words_.has(at, cls::speech_verb)) return false;
        firm = firm || words_.has(at, firms) || words_.in(words_.lists.firm_product, at);
    }
    return false;
}

// An ordinary word that opens two sentences, one of them as a subject, and never stands in
// lower case is a name.
bool OrdinaryNames::acts_twice(std::uint32_t t, const WordCounts* seen) const {
    if (seen == nullptr || seen->at_start < 2 || (words_.bits[t] & kNoSubject) != 0) return false;
    return std::binary_search(actors_.begin(), actors_.end(), words_.analysis.tokens[t].word);
}

}  // namespace relata::extract
