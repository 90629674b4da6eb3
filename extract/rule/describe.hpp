// The text of a pattern's element, as a rule writer would write it: "who:list(person)", "%founder".
#pragma once

#include <string>

#include "extract/rule/pattern.hpp"

namespace relata::extract {

std::string describe(const Node& node);

}  // namespace relata::extract
