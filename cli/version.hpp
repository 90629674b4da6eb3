// What `relata --version` says.
#pragma once

#include <string>

namespace relata::cli {

// "relata 0.1.0", and the hash of the rules that are built in.
std::string version_text();

}  // namespace relata::cli
