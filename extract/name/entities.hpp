// Joins the names of an article that stand for one entity: equal names, surnames and first names of
// a person ("Altman"), short forms of an organisation ("Park National" for "Park National
// Corporation"), acronyms ("Federal Bureau of Investigation (FBI)"), products with and without
// their brand ("Apple iPod", "iPod"), countries and their adjectives.
//
// Names join only where the types that they may have agree. Where two people share a surname, a
// bare surname is the one named last.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

// Sets Candidate::entity. The entities are in the order of their first mention; their mention lists
// are empty. Time grows with n log n in the number of candidates.
std::vector<Entity> join_entities(const ArticleWords& words, std::vector<Candidate>& candidates);

using EntitiesByName = std::map<std::string, std::uint32_t, std::less<>>;

// By the canonical name, the first that has it of the entities that fit.
template <typename Fits>
EntitiesByName entities_by_name(std::span<const Entity> entities, Fits fits) {
    EntitiesByName found;
    for (std::uint32_t i = 0; i < entities.size(); ++i)
        if (fits(entities[i])) found.emplace(entities[i].name, i);
    return found;
}

}  // namespace relata::extract
