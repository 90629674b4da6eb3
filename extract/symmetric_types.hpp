// Relation types without direction, as the embedded catalogue marks them.
#pragma once

#include <set>
#include <string>

namespace relata::extract {

// Names such as "partner_of"; read once. Safe from any thread.
const std::set<std::string>& symmetric_types();

}  // namespace relata::extract
