#include "extract/settle_types.hpp"

#include <array>
#include <bit>
#include <cstddef>

namespace relata::extract {
namespace {

constexpr std::size_t kTypes = 7;
using Votes = std::array<int, kTypes>;

// Of types with equal votes the likeliest by the name's own evidence wins, else the first in this
// order: it is how often each type takes part in relations of technology news.
constexpr std::array<EntityType, kTypes> kPreference = {
    EntityType::org,     EntityType::person, EntityType::product, EntityType::place,
    EntityType::project, EntityType::money,  EntityType::date};

// A claim speaks for the types that its slot allows, the more so the fewer they are.
void vote(Votes& votes, TypeSet possible, TypeSet slot, int priority) {
    const auto both = static_cast<TypeSet>(possible & slot);
    if (both == 0) return;
    const int share = 2 * priority / std::popcount(both);
    for (std::size_t type = 0; type < kTypes; ++type) {
        if ((both >> type & 1U) != 0) votes[type] += share;
    }
}

TypeSet winner(const Votes& votes, const Entity& entity) {
    const TypeSet possible = entity.types;
    TypeSet best = static_cast<TypeSet>(possible & type_bit(entity.likeliest));
    int most = best == 0 ? -1 : votes[static_cast<std::size_t>(entity.likeliest)];
    for (const EntityType type : kPreference) {
        const int count = votes[static_cast<std::size_t>(type)];
        if ((possible & type_bit(type)) != 0 && count > most) {
            best = type_bit(type);
            most = count;
        }
    }
    return best;
}

// A rule that states the type ("emit ... as product") knows more than the look of the name does:
// "the developer of StitchAI".
void widen(Analysis& analysis, std::uint32_t mention, TypeSet slot) {
    const std::uint32_t entity = analysis.mentions[mention].entity;
    if (entity == kNoEntity || std::popcount(slot) != 1) return;
    TypeSet& types = analysis.entities[entity].types;
    if ((types & slot) == 0) types = static_cast<TypeSet>(types | slot);
}

}  // namespace

void settle_types(Analysis& analysis, const RuleSet& rules, std::vector<Claim>& claims) {
    for (const Claim& claim : claims) {
        widen(analysis, claim.subject, claim.subject_types);
        widen(analysis, claim.object, claim.object_types);
    }
    std::vector<Votes> votes(analysis.entities.size(), Votes{});
    const auto listen = [&](std::uint32_t mention, TypeSet slot, int priority) {
        const std::uint32_t entity = analysis.mentions[mention].entity;
        if (entity != kNoEntity)
            vote(votes[entity], analysis.entities[entity].types, slot, priority);
    };
    for (const Claim& claim : claims) {
        const int priority = rules.rules()[claim.rule].priority;
        listen(claim.subject, claim.subject_types, priority);
        listen(claim.object, claim.object_types, priority);
    }
    for (std::size_t i = 0; i < analysis.entities.size(); ++i) {
        analysis.entities[i].types = winner(votes[i], analysis.entities[i]);
    }
    const auto fits = [&](std::uint32_t mention, TypeSet slot) {
        const std::uint32_t entity = analysis.mentions[mention].entity;
        return entity == kNoEntity || (analysis.entities[entity].types & slot) != 0;
    };
    std::erase_if(claims, [&](const Claim& claim) {
        return !fits(claim.subject, claim.subject_types) || !fits(claim.object, claim.object_types);
    });
}

}  // namespace relata::extract
