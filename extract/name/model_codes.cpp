#include "extract/name/model_codes.hpp"

#include <string_view>

namespace relata::extract {

namespace {

constexpr std::string_view kDigitChars = "0123456789";

// Only what somebody has or what an article shows has such a name: not "in 1080i", "10 737s".
bool is_shown(const ArticleWords& words, std::uint32_t first) {
    return first > 0 && (words.has(first - 1, cls::determiner | cls::possessive) ||
                         words.is_possessive_marker(first - 1));
}

bool is_number(const ArticleWords& words, std::uint32_t t, std::size_t digits) {
    const std::string_view text = words.text(t);
    return text.size() == digits && text.find_first_not_of(kDigitChars) == text.npos &&
           !words.taken[t];
}

// The number before the hyphen before `t`; `t` where there is none.
std::uint32_t before_hyphen(const ArticleWords& words, std::uint32_t t, std::size_t digits) {
    const bool joined = t > 1 && words.flag(t, kGlued) && words.is(t - 1, '-') &&
                        words.flag(t - 1, kGlued) && is_number(words, t - 2, digits);
    return joined ? t - 2 : t;
}

// "the 787 Dreamliner flew", "the 911 Carrera's engine"; not "the 500 Walmart stores".
bool is_called_by_number(const ArticleWords& words, std::uint32_t name) {
    constexpr ClassMask other = cls::known_org | cls::geographic | cls::demonym | cls::first_name |
                                cls::surname | cls::org_head | cls::common | cls::not_name;
    const ClassMask bits = words.single[name];
    if ((bits & other) != 0 && (bits & cls::product_tail) == 0) return false;
    const std::uint32_t next = name + 1;
    if (next >= words.size() || words.flag(next, kPunctuation | kGlued | kCapital)) return true;
    return (words.bits[next] & cls::product_noun) != 0 || !words.text(next).ends_with('s');
}

}  // namespace

bool is_model_code(const ArticleWords& words, std::uint32_t t) {
    constexpr std::size_t usual = 4;                               // "6230i"
    constexpr std::string_view variants = "aceintxACDEFHLNPRSTX";  // no unit's letter
    const std::string_view code = words.text(t);
    const std::size_t letters = code.find_first_not_of(kDigitChars);
    if (letters == code.npos || letters == 0 || words.taken[t]) return false;
    const std::string_view tail = code.substr(letters);
    // "777-200LR"
    if (const std::uint32_t first = before_hyphen(words, t, 3); first != t)
        return is_shown(words, first) && words.flag(t, kAllCaps) && tail.size() <= 2;
    if (words.flag(t, kGlued)) return false;
    // "7E7", whatever stands before
    if (tail.size() == 2 && letters == 1 && tail[0] >= 'A' && tail[0] <= 'Z' &&
        kDigitChars.find(tail[1]) != kDigitChars.npos)
        return true;
    return is_shown(words, t) && letters == usual && tail.size() == 1 &&
           variants.find(tail[0]) != variants.npos;
}

bool is_model_number(const ArticleWords& words, std::uint32_t t) {
    constexpr std::uint32_t most_adjectives = 2;
    const std::string_view text = words.text(t);
    const bool year = text.starts_with("19") || text.starts_with("20");
    if (words.capital_nouns || !(is_number(words, t, 3) || (is_number(words, t, 4) && !year)) ||
        words.flag(t, kGlued) || t + 1 >= words.size())
        return false;
    const std::uint32_t thing = t + 1;
    if (!words.has(thing, cls::product_noun) || words.flag(thing, kCapital | kGlued) ||
        words.text(thing).ends_with('s'))
        return false;
    // Not "its 300 car dealers"
    constexpr ClassMask ends = cls::stopword | cls::preposition | cls::conjunction | kVerbs;
    if (thing + 1 < words.size() && !words.flag(thing + 1, kPunctuation) &&
        !words.has(thing + 1, ends))
        return false;
    std::uint32_t first = t;
    while (first > 0 && t - first < most_adjectives && words.flag(first - 1, kWord) &&
           !words.flag(first - 1, kCapital | kGlued) && words.has(first - 1, cls::common) &&
           !words.has(first - 1, cls::determiner | cls::possessive))
        --first;
    return first > 0 &&
           (words.has(first - 1, cls::possessive) || words.is_possessive_marker(first - 1));
}

std::uint32_t number_before_model(const ArticleWords& words, std::uint32_t t) {
    constexpr std::size_t usual = 3;  // "787", "911"
    if (words.capital_nouns || t < 2) return t;
    if (words.flag(t, kDigits)) return before_hyphen(words, t, usual);
    // "its 3-Series"
    if (const std::uint32_t first = before_hyphen(words, t, 1); first != t)
        return is_shown(words, first) ? first : t;
    return !words.flag(t, kGlued) && is_number(words, t - 1, usual) && is_shown(words, t - 1) &&
                   is_called_by_number(words, t)
               ? t - 1
               : t;
}

}  // namespace relata::extract
