#include "export/neo4j_id.hpp"

#include <cstdint>

#include "base/utf8.hpp"
#include "export/writer.hpp"

namespace relata::exporting {

namespace {

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

}  // namespace

std::string_view neo4j_id(std::string_view id, std::string& storage) {
    if (id.size() <= kLongestNeo4jId) return id;
    std::size_t cut = kLongestNeo4jId - 24;  // room for "~" and twenty digits
    while (utf8::is_continuation(id[cut])) --cut;
    Writer shortened;
    shortened << id.substr(0, cut) << '~' << fnv1a(id);
    storage = shortened.view();
    return storage;
}

}  // namespace relata::exporting
