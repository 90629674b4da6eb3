// MinHash: a text -> 64 characters that tell how much of its wording it shares with another text.
// Texts of equal wording have equal signatures, whatever their case, punctuation, quotation marks
// and line breaks; of two texts, the share of places at which their signatures agree estimates the
// share of their runs of words that both have (the Jaccard index).
//
//   const std::string a = min_hash(article), b = min_hash(wire_copy);
//   if (resemblance(a, b) >= 0.45) ...  // a near-duplicate
//
// One pass over the text, no more memory than the signature, the same on every machine: signatures
// may be stored. Any thread may call it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata {

inline constexpr std::size_t kMinHashSize = 64;

// Signature of UTF-8 text, out of letters, digits, "-" and "_"; "" for a text of so few words that
// equal wording says nothing.
std::string min_hash(std::string_view text);

// Estimated Jaccard index of the texts of two signatures, 0 to 1; 0 where one is none.
double resemblance(std::string_view a, std::string_view b);

}  // namespace relata
