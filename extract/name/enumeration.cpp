#include "extract/name/enumeration.hpp"

namespace relata::extract {

namespace {

// Are two candidates neighbours in an enumeration: only commas and "and" between them?
bool coordinated(const ArticleWords& words, const Candidate& left, const Candidate& right) {
    if (right.first <= left.last || right.first - left.last > 2) return false;
    for (std::uint32_t t = left.last; t < right.first; ++t)
        if (!words.is(t, ',') && (words.single[t] & cls::conjunction) == 0) return false;
    return true;
}

}  // namespace

// Members of an enumeration are mostly of one type: the clear ones speak for their neighbours.
void weigh_enumerations(const ArticleWords& words, std::vector<Candidate>& candidates) {
    constexpr int clear = 6, support = 2;
    for (std::size_t begin = 0; begin < candidates.size();) {
        std::size_t end = begin + 1;
        while (end < candidates.size() && coordinated(words, candidates[end - 1], candidates[end]))
            ++end;
        TypePoints votes{};
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t type = 0; type < kNameTypes; ++type)
                if (candidates[i].shape[type] + candidates[i].context[type] >= clear) ++votes[type];
        for (std::size_t i = begin; end - begin > 1 && i < end; ++i)
            for (std::size_t type = 0; type < kNameTypes; ++type)
                if (votes[type] > 0) candidates[i].context[type] += support;
        if (points_of(candidates[begin].context, EntityType::product) >= kKindOfSeries + support)
            for (std::size_t i = begin + 1; i < end; ++i)
                points_of(candidates[i].context, EntityType::product) += clear - support;
        begin = end;
    }
}

}  // namespace relata::extract
