// "did you mean": the known names that a mistyped one may have meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata::cli {

// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The names near `word`, nearest first, at most three.
std::vector<std::string> near_names(std::string_view word, std::span<const std::string> names);

// "did you mean A, B or C?", or "" for no names.
std::string alternatives(std::span<const std::string> names);

// "did you mean build?", "did you mean build or merge?" or "" where no name is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> names);

}  // namespace relata::cli
