// What is known of names beforehand: the embedded list rules/lists/same_as.tsv, and the user's
// alias file, which overrules every other evidence.
//
// The user's file has one statement a line; `#` starts a comment. A name may be given its type.
//   same: Facebook = Meta Platforms
//   same: person:Bob Iger = person:Robert Iger
//   different: Apple Records = Apple
// Statements are applied at every resolution; without the file the graph is as it was before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relation.hpp"

namespace relata::graph {

struct Override {
    bool same = true;  // false: the two are different
    std::string a, b;  // names as written, without the type
    std::optional<extract::EntityType> a_type, b_type;
    bool operator==(const Override&) const = default;
};

// Reads an alias file; `path` names it in errors. Sorted, without repetitions.
// Throws relata::Error with path:line for a line that is no statement.
std::vector<Override> parse_overrides(std::string_view text, std::string_view path);

// The inverse: one statement a line.
std::string to_string(const Override& statement);

// One row of same_as.tsv: a name in some language and the one it stands for.
struct KnownName {
    std::string name;
    extract::EntityType type = extract::EntityType::org;
    std::string canonical;
};

// Reads rows `name TAB type:canonical`. Throws relata::Error with path:line for a broken row.
std::vector<KnownName> parse_known_names(std::string_view text, std::string_view path);

// The rows of the embedded rules/lists/same_as.tsv, read once.
const std::vector<KnownName>& known_names();

}  // namespace relata::graph
