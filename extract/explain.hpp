// Explain: what was recognised in an article, which rule matched where, and why the nearest rules
// did not. It listens to the same matcher that extraction runs, so it cannot disagree with it.
//
//   std::cout << describe(explain(extractor, document), extractor.knowledge().catalogue());
#pragma once

#include <string>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/catalogue.hpp"
#include "extract/extractor.hpp"
#include "extract/rule/match.hpp"

namespace relata::extract {

// A rule whose anchor occurred and that failed.
struct NearMiss {
    RuleIndex rule = 0;
    std::uint32_t alternative = 0;
    std::uint32_t anchor = 0;  // token
    std::uint32_t at = 0;  // token at which it failed; the number of tokens where the text ended
    std::string wanted;    // the element of the pattern
};

struct Explanation {
    Analysis analysis;             // points into the document
    std::vector<Claim> claims;     // that stand
    std::vector<Claim> overruled;  // that matched and gave way to others or to the settled types
    std::vector<NearMiss> misses;  // in the order of the text
};

// `document` must outlive the result.
Explanation explain(const Extractor& extractor, const Document& document);

// As text for people: sentence by sentence the tokens, mentions, relations and at most
// `misses_per_sentence` near misses, those that came farthest first.
std::string describe(const Explanation& explanation, const Catalogue& catalogue,
                     std::size_t misses_per_sentence = 3);

}  // namespace relata::extract
