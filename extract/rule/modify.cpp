#include "extract/rule/modify.hpp"

#include <algorithm>

#include "extract/rule/claims.hpp"

namespace relata::extract {

namespace {

// The tokens around the anchor in which the modifier looks: up to the next ; on either side.
TokenBounds window(const Modifier& modifier, const SentenceView& view, std::uint32_t anchor) {
    const auto clamp = [&](int distance) {
        const std::int64_t at = std::int64_t{anchor} + distance;
        return static_cast<std::uint32_t>(
            std::clamp<std::int64_t>(at, view.first(), view.last() - 1));
    };
    TokenBounds bounds{clamp(modifier.window_first), clamp(modifier.window_last) + 1};
    for (std::uint32_t at = bounds.low; at < bounds.high; ++at) {
        if (view.text(at) != ";") continue;
        if (at < anchor) bounds.low = at + 1;
        if (at > anchor) bounds.high = at;
    }
    return bounds;
}

// No match lies in a name: "Pension Plan" plans nothing, nor does "Will Smith".
bool find(const Program& program, const SentenceView& view, Machine& machine, TokenBounds bounds) {
    for (std::uint32_t at = bounds.low; at < bounds.high; ++at) {
        const auto [first, last] = view.starting_at(at);
        const bool in_name = view.in_name(at);
        if ((in_name && first == last) || !machine.match_from(program, at, bounds)) continue;
        if (!in_name || machine.last() > view.mention(first).last) return true;
    }
    return false;
}

// Whether the rule itself sets the status of this relation: "will succeed Joe as chair" says of one
// that he was it, and leaves open when the other will be.
bool has_status(const RuleSet::Impl& rules, const Claim& claim) {
    const std::vector<Emission>& emissions = rules.rules[claim.rule].emissions;
    return std::any_of(emissions.begin(), emissions.end(), [&](const Emission& emission) {
        return emission.type == claim.type && emission.status == claim.status;
    });
}

}  // namespace

void modify_claims(const RuleSet::Impl& rules, const RuleChoice& choice, const SentenceView& view,
                   SentenceWords& words, Machine& machine, std::span<Claim> claims) {
    if (!choice.modifiers) return;
    std::vector<bool> settled(claims.size());  // a modifier has set the status
    for (const Modifier& modifier : rules.modifiers) {
        if (choice.only_modifier && *choice.only_modifier != modifier.rule) continue;
        for (std::size_t i = 0; i < claims.size(); ++i) {
            Claim& claim = claims[i];
            if (!modifier.types.empty() && !modifier.types[claim.type]) continue;
            const TokenBounds bounds = window(modifier, view, claim.anchor);
            for (const ModifierMatch& match : modifier.matches) {
                if (!words.may_match(match.requirement) ||
                    !find(rules.programs[match.program], view, machine, bounds))
                    continue;
                if (match.status && !settled[i] && (match.force || !has_status(rules, claim))) {
                    claim.status = *match.status;
                    settled[i] = true;
                }
                set_attributes(match.attributes, view.analysis(), machine, claim.attributes);
                break;
            }
        }
    }
}

}  // namespace relata::extract
