#include "extract/name/institutions.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extract/name/entities.hpp"
#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

// Takes the part before the first '|' off.
std::string_view take_part(std::string_view& rest) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    const std::string_view part = rest.substr(0, bar);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    return part;
}

// What institution_post says of the post that the name leads, "EU-Kommissar", "EU trade
// commissioner", or "".
std::string_view post_led_by(const ArticleWords& words, const Mention& name) {
    constexpr std::uint32_t farthest = 4;  // tokens
    constexpr ClassMask others =
        kVerbs | cls::conjunction | cls::preposition | cls::determiner | cls::possessive;
    const std::uint32_t end = std::min(words.size(), name.last + farthest);
    // German writes the post as a compound.
    if (words.capital_nouns && !(name.last < end && words.is(name.last, '-'))) return {};
    for (std::uint32_t t = name.last; t < end && !words.flag(t, kSentenceStart); ++t) {
        if (words.in(words.lists.institution_post, t))
            return words.value(words.lists.institution_post, t);
        if ((words.single[t] & others) != 0) break;
        if (words.flag(t, kPunctuation) && !words.is(t, '-')) break;
    }
    return {};
}

}  // namespace

void refer_to_institutions(const ArticleWords& words, std::span<const Entity> entities,
                           std::span<Mention> names) {
    if (!words.lists.institution_post) return;
    std::optional<EntitiesByName> named;
    for (Mention& name : names) {
        std::string_view rest = post_led_by(words, name);
        if (name.form != MentionForm::name || rest.empty() ||
            take_part(rest) != words.analysis.text(name.first, name.last))
            continue;
        if (!named) named = entities_by_name(entities, [](const Entity&) { return true; });
        while (!rest.empty()) {
            const auto at = named->find(take_part(rest));
            if (at == named->end()) continue;
            const Entity& called = entities[at->second];
            if (called.likeliest != EntityType::org) continue;
            name.entity = at->second;
            name.types = called.types;
            name.form = MentionForm::nominal;
            break;
        }
    }
}

}  // namespace relata::extract
