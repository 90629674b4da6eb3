// From the Nodes of a pattern to programs: puts in what `let` names, cuts at the anchor, finds
// roles. program_builder.hpp makes instructions of the parts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/rule/faults.hpp"
#include "extract/rule/pattern.hpp"

namespace relata::extract {

// Replaces $NAME by what `let` calls so, everywhere in `node`.
class MacroExpander {
  public:
    MacroExpander(const std::vector<LetStatement>& lets, Faults& faults);
    Node expand(const Node& node);

  private:
    const LetStatement* find(const Node& macro);

    const std::vector<LetStatement>& lets_;
    Faults& faults_;
    std::vector<std::string> open_;  // lets that are being expanded
};

// A pattern, cut at one of its anchors.
struct CutPattern {
    std::vector<Node> left, right;  // both in the order of the text
    Node anchor;
};

// One for every branch that has an anchor of its own. Adds a fault and gives nothing where an
// anchor is missing, stands twice, or stands in an optional or repeated group.
std::vector<CutPattern> cut_at_anchors(const Pattern& pattern, Faults& faults);

// What a role is in one pattern.
struct RoleUse {
    Place place;
    bool text = false;  // role:( ... )
    bool list = false;
    SlotType type;  // of all its slots together
};
using RoleUses = std::map<std::string, RoleUse>;

// Adds faults for roles that are bound twice on one way through the pattern, or in a repetition.
RoleUses roles_of(const Node& node, Faults& faults);

}  // namespace relata::extract
