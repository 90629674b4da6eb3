#include "extract/name/compound.hpp"

#include <string>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kLongPart = 6;   // a last part that is no chance
constexpr std::size_t kLongFirst = 5;  // bytes of a first part that is no chance
constexpr std::size_t kFirstPart = 3;  // bytes before the last part of a compound
constexpr ClassMask kNoun = cls::noun | cls::descriptor;
constexpr std::size_t kNone = std::string_view::npos;

}  // namespace

// Does the word end in a noun of the lexicon? "Facebook" does not, "Marktforschungsinstitut"
// does. Short nouns end names by chance ("Garmans"), so the part before them must be a word
// too.
bool Compounds::is_compound(std::string_view word) const {
    constexpr ClassMask tails = kNoun | cls::geographic;
    for (std::size_t at = tail(word, tails, kFirstPart); at != kNone;
         at = tail(word, tails, at + 1)) {
        if ((classes_of(word.substr(at)) & cls::geographic) != 0) return false;  // "Westaustralien"
        if (word.size() - at >= kLongPart || is_first_part(word.substr(0, at))) return true;
    }
    return begins_with_noun(word);
}

// "Zinsanstiegs", "Arbeitsweg": a noun and something behind it, though the lexicon lacks that.
bool Compounds::begins_with_noun(std::string_view word) const {
    const std::string folded = fold_words(word);
    for (std::size_t length = folded.size() - 3; length >= kLongFirst && length < folded.size();
         --length) {
        const ClassMask bits = classes_of(std::string_view(folded).substr(0, length));
        if ((bits & cls::noun) != 0 && (bits & cls::listed_name) == 0 &&
            continues_compound(std::string_view(folded).substr(length)))
            return true;
    }
    return false;
}

// What stands behind the first noun of a compound: an ending, or a word that has one.
// "Quantavo" has neither.
bool Compounds::continues_compound(std::string_view rest) const {
    constexpr ClassMask word = cls::noun | cls::common | cls::descriptor;
    constexpr std::size_t longest_ending = 2, shortest_word = 3, long_rest = 5;
    if (rest.size() <= longest_ending || rest.size() >= long_rest) return true;
    for (std::size_t from = 0; from <= longest_ending; ++from)
        for (std::size_t cut = 0; cut <= longest_ending; ++cut)
            if (from + cut + shortest_word <= rest.size() &&
                (classes_of(rest.substr(from, rest.size() - from - cut)) & word) != 0)
                return true;
    return false;
}

std::size_t Compounds::tail(std::string_view word, ClassMask classes, std::size_t from,
                            std::size_t shortest) const {
    for (std::size_t at = from; at + shortest <= word.size(); ++at)
        if (!utf8::is_continuation(word[at]) && (classes_of(word.substr(at)) & classes) != 0)
            return at;
    return kNone;
}

ClassMask Compounds::classes_of(std::string_view folded) const {
    const WordId id = words_.lexicon.word(folded);
    return id == 0 ? 0 : words_.masks.of(words_.lexicon.classes_of(id));
}

// A word of the lexicon, perhaps with a linking element behind it: "Arbeit-s".
bool Compounds::is_first_part(std::string_view part) const {
    const std::string folded = fold_words(part);
    constexpr ClassMask word = cls::noun | cls::common;
    for (std::size_t length = folded.size(); length >= 3 && length + 2 >= folded.size(); --length) {
        const ClassMask first = classes_of(std::string_view(folded).substr(0, length));
        if ((first & word) == 0 || ((first & cls::noun) == 0 && length < 4)) continue;
        if (length == folded.size() ||
            (classes_of(std::string_view(folded).substr(length)) & cls::linking) != 0)
            return true;
    }
    return false;
}

bool Compounds::ends_in_singular(std::string_view word) const {
    const std::string folded = fold_words(word);
    const std::size_t at = tail(folded, kNoun, kFirstPart);
    if (at == kNone) return false;
    return (classes_of(std::string_view(folded).substr(at, folded.size() - at - 1)) & kNoun) == 0;
}

bool Compounds::begins_with_word(std::string_view word) const {
    const std::string folded = fold_words(word);
    for (std::size_t at = tail(folded, kNoun, 2, 3); at != kNone;
         at = tail(folded, kNoun, at + 1, 3))
        if (is_first_part(std::string_view(folded).substr(0, at))) return true;
    return begins_with_noun(word);
}

bool Compounds::may_stand_bare(std::string_view word) const {
    return may_be_plural(word) || is_bare(word);
}

bool Compounds::may_be_plural(std::string_view word) const {
    const std::string folded = fold_words(word);
    std::size_t at = tail(folded, kNoun, 0);
    if (at != 0) at = tail(folded, kNoun, kFirstPart);
    if (at != kNone) return has_plural_ending(std::string_view(folded).substr(at));
    return word.ends_with("en") || word.ends_with("er");
}

// "Widerstand", "Sonnenkraft", but not "Brillenhaus" although "Haus" has no article in "zu Haus",
// nor "Elbstrom", which begins with no word.
bool Compounds::is_bare(std::string_view word) const {
    const std::string folded = fold_words(word);
    const WordId listed = words_.lexicon.word(folded);
    if (listed != 0) return (classes_of(folded) & cls::bare_noun) != 0;
    if ((words_.masks.of(words_.lexicon.classes_of_unknown(folded)) & cls::bare_noun) == 0)
        return false;
    // "Begünstigung": an ending, and no word before it
    if (words_.lists.noun_ending &&
        words_.lexicon.has(words_.lexicon.classes_of_unknown(folded), *words_.lists.noun_ending))
        return true;
    const std::size_t at = tail(folded, cls::bare_noun, kFirstPart);
    return at == kNone || folded.size() - at >= kLongPart ||
           is_first_part(std::string_view(folded).substr(0, at));
}

// "Flaschen", "Gorillas", "Häuser", and what has no ending in the plural: "Händler", "Mittel".
bool Compounds::has_plural_ending(std::string_view noun) const {
    if (noun.ends_with("er") || noun.ends_with("el") || noun.ends_with("en")) return true;
    const bool e = noun.ends_with('e');
    if (!e && !noun.ends_with('s') && !noun.ends_with('n')) return false;
    std::string stem(noun.substr(0, noun.size() - 1));
    if (stem.size() < 4) return false;  // "Haus" is no plural
    if ((classes_of(stem) & kNoun) != 0) return true;
    // "Märkte"
    constexpr std::string_view kUmlauts[][2] = {{"ä", "a"}, {"ö", "o"}, {"ü", "u"}};
    for (const auto& [umlaut, vowel] : kUmlauts)
        if (const std::size_t at = stem.rfind(umlaut); e && at != stem.npos) {
            stem.replace(at, umlaut.size(), vowel);
            return (classes_of(stem) & kNoun) != 0;
        }
    return false;
}

bool Compounds::is_noun_in_genitive(std::string_view word) const {
    const std::string folded = fold_words(word);
    if (!folded.ends_with('s')) return false;
    const std::string_view stem = std::string_view(folded).substr(0, folded.size() - 1);
    return tail(stem, kNoun, 0) != kNone;
}

}  // namespace relata::extract
