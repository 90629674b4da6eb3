// Second names that an article introduces beside the first: "Federal Bureau of Investigation
// (FBI)", "Acme (formerly Blip GmbH)", "Acme Corp. (NYSE: ACM)", "Acme, now known as Blip", "Acme
// (French: Blip, BLP)". The words between the names come from the classes `alias_lead` and
// `stock_exchange`; without them a name in brackets must be short for the one before it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

struct IntroducedAlias {
    std::uint32_t name = 0, alias = 0;  // indices of candidates
    bool stated = false;  // by words, so that the alias is not what the entity is called first
};

// In the order of the text. `candidates` are the names of the article in text order.
std::vector<IntroducedAlias> introduced_aliases(const ArticleWords& words,
                                                std::span<const Candidate> candidates);

}  // namespace relata::extract
