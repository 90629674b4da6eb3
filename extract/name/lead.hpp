// Leads that keep the name for the next sentence: "A US bank has said it will pay $8m. Acme Bank",
// "The founder of Acme has apologised. Jane Roe, 66,".
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "extract/name/article.hpp"

namespace relata::extract {

// The sentence that leads the article, behind a heading; nothing where no other follows it.
std::optional<std::size_t> lead_sentence(const Analysis& analysis);

// The entity of one of the types with which the sentence behind the lead begins, that the lead does
// not name and that is not so well known that it would have, or kNoEntity; a person only with an
// age or a relative clause behind. `names` are those of the article from the lead on.
std::uint32_t named_behind_lead(const ArticleWords& words, std::span<const Mention> names,
                                std::span<const Entity> entities, std::size_t lead, TypeSet types);

}  // namespace relata::extract
