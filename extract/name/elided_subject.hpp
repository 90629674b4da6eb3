// The subject that a second verb does not say again: "Acme makes robots and is based in Rome",
// "Acme wurde 2019 gegründet und gehört Blip". The conjunction is then a mention of form elided,
// and rules need no patterns of their own for sentences that go on in this way.
#pragma once

#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

// `mentions` are names and references in text order, with their entities.
std::vector<Mention> find_elided_subjects(const ArticleWords& words,
                                          std::span<const Mention> mentions);

}  // namespace relata::extract
