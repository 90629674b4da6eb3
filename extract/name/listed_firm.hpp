// Looks well-known firms up in the maps that tell something of them.
#pragma once

#include <optional>
#include <string_view>

#include "extract/name/article.hpp"

namespace relata::extract {

// What the map has for the firm that is named, with or without its legal form ("Acme Corp."); ""
// where it has nothing or is not there.
std::string_view value_for_firm(const ArticleWords& words, const std::optional<ClassId>& map,
                                const Mention& name);
// Is it one of the parts of a text, such as a map's value: "Bayern" of "Deutschland|Bayern"?
bool has_part(std::string_view text, std::string_view part, char separator);

}  // namespace relata::extract
