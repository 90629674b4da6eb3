// Makes instructions from the Nodes of a pattern. One builder serves all patterns of a rule set, so
// that what they share (tests of tokens, expressions, descriptions) is made once.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/rule/faults.hpp"
#include "extract/rule/pattern.hpp"
#include "extract/rule/rule_set_impl.hpp"
#include "extract/text/lexicon.hpp"

namespace relata::extract {

// The two sides of a pattern, as numbers in RuleSet::Impl::programs.
struct BuiltPattern {
    std::uint32_t left = 0, right = 0;
    bool right_first = false;  // the right side is the cheaper one to try
};

class ProgramBuilder {
  public:
    // Adds to `set`; the arguments outlive the builder. Unknown word classes become faults.
    ProgramBuilder(RuleSet::Impl& set, const Lexicon& lexicon, Faults& faults)
        : set_(set), lexicon_(lexicon), faults_(faults) {}

    // The names whose index is the role's number, for the patterns that follow.
    void set_roles(const std::vector<std::string>& roles) { roles_ = roles; }
    // `left` stands before the anchor and `right` behind it, both in the order of the text.
    BuiltPattern build(const std::vector<Node>& left, const std::vector<Node>& right, Place place);

    // What the sides need, as a number of RuleSet::Impl::requirements.
    std::uint32_t requirement(const std::vector<Node>& left, const std::vector<Node>& right);

    // The number of a word, a word to the letter, a class, or an expression.
    std::uint32_t operand(const Node& node);
    // The index of a node's description in RuleSet::Impl::wanted.
    std::uint32_t wanted(const Node& node);
    // The ClassSets that have the class, as bits.
    const std::vector<std::uint64_t>& class_sets(ClassId cls);

  private:
    // The index of the test that the words, classes and expressions make together; they are those
    // of `node`.
    std::uint32_t test(const Node& node, const std::vector<const Node*>& singles);
    TokenTest make_test(const std::vector<const Node*>& singles);
    WordGroup word_group(const std::vector<const Node*>& singles);
    void sequence(const std::vector<Node>& nodes, bool forward);
    void node(const Node& node, bool forward);
    void single(const Node& node);
    void choice(const Node& choice, bool forward);
    void choice_of_singles(const Node& choice, const std::vector<const Node*>& singles);
    void repeat(const Node& repeat, bool forward);
    void not_next(const Node& negated);
    void excluded(Op op, const Node& negated);
    Program side(const std::vector<Node>& nodes, bool forward);
    std::uint32_t intern(Program program);
    std::uint32_t add(Op op, std::uint32_t operand, const Node& node);
    void save(const Node& node, bool last);
    std::uint16_t role(const std::string& name) const;
    void lead_here(std::uint32_t instruction) {
        program_.code.at(instruction).target = static_cast<std::uint16_t>(here());
    }
    std::uint32_t here() const { return static_cast<std::uint32_t>(program_.code.size()); }

    RuleSet::Impl& set_;
    const Lexicon& lexicon_;
    Faults& faults_;
    std::vector<std::string> roles_;
    Program program_;
    std::map<std::string, std::uint32_t> tests_, wanted_;  // by description
    // The same by the nodes of the pattern that is being built: repetitions build a node many
    // times.
    std::unordered_map<const Node*, std::uint32_t> node_tests_, node_wanted_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> programs_;  // by hash
    std::map<ClassId, std::vector<std::uint64_t>> class_sets_;
};

}  // namespace relata::extract
