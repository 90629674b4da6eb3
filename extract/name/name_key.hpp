// NameKey: what two mentions of one entity have in common when their spelling differs in case,
// legal form, leading article, full stops or a genitive ending: the hashes of the words that count.
//
//   "The Acme, Inc."  "ACME"  "Acmes" (genitive)    all have the key of "acme"
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

struct NameKey {
    std::vector<std::uint64_t> words;  // hashes of the folded words
    std::string initials;              // of its capitalised words, folded: "fbi"
    std::string all_initials;          // of all words: "doj"
    std::uint64_t whole = 0;           // hash of all words, joined: "Time Warner" is "TimeWarner"
};

NameKey name_key(const ArticleWords& words, const Candidate& candidate);
// The name as it is shown: without genitive ending and final full stop, blanks as single spaces.
std::string display_name(const ArticleWords& words, const Candidate& candidate);
// Of the name in the text, in bytes, with the surname that it shares.
std::size_t written_length(const ArticleWords& words, const Candidate& candidate);
// The last word of the name, before its full stop.
std::uint32_t last_word(const ArticleWords& words, const Candidate& candidate);
bool ends_in(const ArticleWords& words, const Candidate& candidate, ClassMask classes);
// The same of the last word that is no legal form.
bool ends_in_own(const ArticleWords& words, const Candidate& candidate, ClassMask classes);
// Adds a name to sorted ones that has not yet come; most mentions repeat one that has.
void add_name(std::vector<std::string>& names, std::string name);

}  // namespace relata::extract
