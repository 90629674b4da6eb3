#include "cli/version.hpp"

#include <cstdio>

#include "base/embedded_files.hpp"
#include "base/hash.hpp"

namespace relata::cli {

std::string version_number() { return RELATA_VERSION; }

std::string version_text() {
    std::uint64_t rules = 0;
    for (const EmbeddedFile& file : embedded_rules())
        rules = hash(file.text, hash(file.path, rules));
    char digest[17];
    std::snprintf(digest, sizeof digest, "%016llx", static_cast<unsigned long long>(rules));
    return "relata " + version_number() + " (rules " + digest + ")";
}

}  // namespace relata::cli
