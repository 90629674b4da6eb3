// Reads patterns ("who:list(person) , $PRE @%founder of org:org") into Nodes.
#pragma once

#include <string_view>

#include "extract/rule/cursor.hpp"
#include "extract/rule/faults.hpp"
#include "extract/rule/pattern.hpp"

namespace relata::extract {

// Reads up to the end of the cursor's statement or, with `until_set`, up to " set key=". Faults are
// added to `faults`; the node is then of no use.
Pattern parse_pattern(Cursor& cursor, Faults& faults, bool until_set = false);

}  // namespace relata::extract
