// What `relata --version` says.
#pragma once

#include <string>

namespace relata::cli {

std::string version_number();  // "0.1.0"
// "relata 0.1.0", and the hash of the rules that are built in.
std::string version_text();

}  // namespace relata::cli
