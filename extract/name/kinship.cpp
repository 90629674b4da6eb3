#include "extract/name/kinship.hpp"

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

}  // namespace relata::extract
