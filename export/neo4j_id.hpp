// Ids as Neo4j can index them: a value of more than about 8,000 bytes cannot be in an index, so a
// uniqueness constraint refuses it. Longer ids become their beginning and a hash of the whole.
#pragma once

#include <string>
#include <string_view>

namespace relata::exporting {

inline constexpr std::size_t kLongestNeo4jId = 1000;  // bytes

// `id` itself, or for a long one a shorter id, which lives in `storage`.
std::string_view neo4j_id(std::string_view id, std::string& storage);

}  // namespace relata::exporting
