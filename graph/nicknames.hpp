// Short forms of first names: the embedded list rules/lists/nickname.tsv.
//
//   full_name_keys("bill-gates")  -> {"william-gates"}
//   full_name_keys("chris-smith") -> {"christian-smith", "christine-smith", "christopher-smith"...}
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relata::graph {

// The canonical keys (graph/name_key) of persons whose first name a key's first word is short for,
// sorted; none for a first name that is no nickname and for a name of one word. Safe from any
// thread.
std::vector<std::string> full_name_keys(std::string_view key);

}  // namespace relata::graph
