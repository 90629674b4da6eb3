#include "extract/name/kinship.hpp"

#include "extract/name/name_key.hpp"

namespace relata::extract {

namespace {

constexpr std::uint32_t kMostBetween = 7;  // tokens

}  // namespace

bool sets_apart(const ArticleWords& words, const Candidate& one, const Candidate& other) {
    const std::uint32_t from = one.last, to = other.first;
    if (from >= to || to - from > kMostBetween) return false;
    std::uint32_t noun = to - 1;
    while (noun > from && words.has(noun, cls::determiner | cls::inner | cls::preposition)) --noun;
    if (!words.has(noun, cls::org_property)) return false;
    const bool joined = from == noun || words.is(from, ',') ||
                        words.has(from, cls::copula | cls::conjunction) ||
                        words.is_possessive_marker(from);
    if (!joined) return false;
    for (std::uint32_t at = from; at < noun; ++at)
        if (words.flag(at, kSentenceStart) ||
            words.has(at, cls::speech_verb | cls::org_verb | cls::person_verb))
            return false;
    return true;
}

bool is_made_of(const ArticleWords& words, const Candidate& full, std::size_t brief) {
    const auto next = full.first + static_cast<std::uint32_t>(brief);
    if (!words.capital_nouns || next >= full.last) return false;
    if (words.is(next, '-'))
        return words.flag(next, kGlued) &&
               !ends_in(words, full, cls::generic_tail | cls::legal_form);
    return next + 1 == full.last && words.flag(next, kDigits) && !words.flag(next, kWord);
}

}  // namespace relata::extract
