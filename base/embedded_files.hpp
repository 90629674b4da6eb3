// The data files under rules/ that are embedded into the program when it is built.
#pragma once

#include <span>
#include <string_view>

namespace relata {

struct EmbeddedFile {
    std::string_view path;  // relative to rules/, "en/founder.rules"
    std::string_view text;
};

// Sorted by path; lives as long as the program.
std::span<const EmbeddedFile> embedded_rules();

}  // namespace relata
