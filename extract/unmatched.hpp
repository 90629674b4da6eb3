// Unmatched: which words stand between two names where no rule found a relation, by frequency.
// It shows a rule author what articles say and the rules do not understand yet.
//
//   Unmatched unmatched;
//   for (const Document& document : documents) unmatched.add(explain(extractor, document));
//   for (const UnmatchedWord& row : unmatched.rows(5)) show(row.word, row.unmatched, row.example);
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "extract/explain.hpp"

namespace relata::extract {

// A word between two neighbouring names of the same sentence, with what the names may be.
struct UnmatchedWord {
    std::string language;
    std::string word;         // folded: "acquired"
    std::string left, right;  // types of the names before and behind it: "org", "org|product"
    std::uint64_t unmatched = 0, matched = 0;  // such pairs without and with a relation
    std::string example;                       // the first pair without one: from name to name
};

class Unmatched {
  public:
    // Counts one article. Its text is not kept.
    void add(const Explanation& explanation);

    // Words that stand in at least `least` unmatched pairs; the most frequent first, those of equal
    // frequency by language, word and types.
    std::vector<UnmatchedWord> rows(std::uint64_t least) const;

  private:
    using Key = std::tuple<std::string, std::string, std::string, std::string>;
    struct Count {
        std::uint64_t unmatched = 0, matched = 0;
        std::string example;
    };
    void add_pair(const Explanation& explanation, const Mention& left, const Mention& right);

    std::map<Key, Count> counts_;  // by language, word, types of the left and the right name
};

}  // namespace relata::extract
