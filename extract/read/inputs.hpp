// What users name as inputs -> the files to read: folders are searched, globs expanded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/read/reader.hpp"

namespace relata::extract {

struct InputFile {
    std::string path;        // "-" is standard input
    bool found = false;      // found in a folder: passed over in silence where it is no text
    std::uint64_t size = 0;  // in bytes; 0 where that is unknown
    bool size_known = true;
};

// Whether the name says that the file is no article.
bool has_foreign_ending(std::string_view path);

// In the order of the inputs; what is inside a folder is sorted by name. Hidden files and folders
// and files whose names say that they are no articles (pictures, style sheets, scripts) are left
// out, and every folder is entered once, also where links lead to it several times. An input that
// cannot be found or entered is told to `on_fault`.
std::vector<InputFile> list_inputs(const std::vector<std::string>& inputs,
                                   const FaultHandler& on_fault);

}  // namespace relata::extract
