#include "extract/name/fused_names.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>

namespace relata::extract {

namespace {

constexpr std::size_t kShortest = 3;  // bytes: "VW" is written with a hyphen

// The organisations of an article by each of their names.
std::unordered_map<std::string_view, std::uint32_t> by_name(std::span<const Entity> entities) {
    std::unordered_map<std::string_view, std::uint32_t> found;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        if (entities[i].likeliest != EntityType::org) continue;
        found.emplace(entities[i].name, i);
        for (const std::string& alias : entities[i].aliases) found.emplace(alias, i);
    }
    return found;
}

}  // namespace

std::vector<Mention> find_fused_names(const ArticleWords& words, std::span<const Entity> entities) {
    std::vector<Mention> found;
    if (!words.lists.fused_head) return found;
    std::optional<std::unordered_map<std::string_view, std::uint32_t>> named;
    for (std::uint32_t t = 0; t + 1 < words.size(); ++t) {
        if (!words.in(words.lists.fused_head, t) || !words.flag(t, kCapital)) continue;
        if (!words.flag(t + 1, kCapital) || words.flag(t + 1, kSentenceStart)) continue;
        const std::string_view word = words.text(t);
        const std::string_view head = words.value(words.lists.fused_head, t);
        if (head.empty() || word.size() < head.size() + kShortest) continue;
        if (!named) named = by_name(entities);
        const auto at = named->find(word.substr(0, word.size() - head.size()));
        if (at == named->end()) continue;
        Mention mention;
        mention.first = t;
        mention.last = t + 1;
        mention.types = type_bit(EntityType::org);
        mention.form = MentionForm::possessive;
        mention.entity = at->second;
        found.push_back(mention);
    }
    return found;
}

}  // namespace relata::extract
