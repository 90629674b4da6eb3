// Is a name in the genitive? "Acme's", "Lars' ", and where the language has an ending for it
// "Garmans Aussagen", whose name is "Garman" if the article or a list says so.
#pragma once

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"
#include "extract/name/name_run.hpp"

namespace relata::extract {

// Sets `genitive`, and `stem` and `listed` where the name is the text without its ending.
void set_genitive(const ArticleWords& words, const NameRuns& runs, const Sentence& sentence,
                  Candidate& candidate);

}  // namespace relata::extract
