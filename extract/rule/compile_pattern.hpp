// From the Nodes of a pattern to programs: puts in what `let` names, cuts at the anchor, and makes
// instructions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/rule/faults.hpp"
#include "extract/rule/pattern.hpp"
#include "extract/rule/rule_set_impl.hpp"
#include "extract/text/lexicon.hpp"

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

// Makes instructions; what they share goes into `set`.
class ProgramBuilder {
  public:
    // `roles` are the names whose index is the role's number.
    ProgramBuilder(RuleSet::Impl& set, const Lexicon& lexicon,
                   const std::vector<std::string>& roles, Faults& faults)
        : set_(set), lexicon_(lexicon), roles_(roles), faults_(faults) {}

    Program build(const std::vector<Node>& left, const std::vector<Node>& right, Place place);
    // The operand of the instruction that matches a word, class or expression.
    std::uint32_t operand(const Node& node);
    std::uint32_t wanted(const Node& node);

  private:
    void sequence(const std::vector<Node>& nodes, bool forward);
    void node(const Node& node, bool forward);
    void choice(const Node& node, bool forward);
    void repeat(const Node& node, bool forward);
    void not_next(const Node& node);
    std::uint32_t add(Op op, std::uint32_t operand, const Node& node);
    void save(const Node& node, bool last);
    std::uint16_t role(const std::string& name) const;
    std::uint32_t here() const { return static_cast<std::uint32_t>(program_.code.size()); }

    RuleSet::Impl& set_;
    const Lexicon& lexicon_;
    const std::vector<std::string>& roles_;
    Faults& faults_;
    Program program_;
};

}  // namespace relata::extract
