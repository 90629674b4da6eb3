#include "extract/rule/compile_pattern.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/rule/describe.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kLongestProgram = 4000;  // instructions
constexpr std::uint32_t kNoWord = 0xffffffff;

bool has_anchor(const Node& node) {
    return node.anchor || std::any_of(node.children.begin(), node.children.end(), has_anchor);
}

Node save_node(const Node& text_role, bool last) {
    Node node;
    node.kind = Node::Kind::save;
    node.place = text_role.place;
    node.role = text_role.role;
    node.max = last ? 1 : 0;
    return node;
}

class Cutter {
  public:
    explicit Cutter(Faults& faults) : faults_(faults) {}

    std::vector<CutPattern> cut(const Node& node) {
        if (node.anchor) {
            CutPattern cut{{}, {}, node};
            const bool mention = node.kind == Node::Kind::slot || node.kind == Node::Kind::list;
            if (mention) cut.right.push_back(node);
            return {cut};
        }
        switch (node.kind) {
            case Node::Kind::sequence:
                return cut_sequence(node);
            case Node::Kind::choice:
                return cut_choice(node);
            case Node::Kind::text_role:
                return cut_text_role(node);
            case Node::Kind::repeat:
                if (node.min == 1 && node.max == 1) return cut(node.children.front());
                faults_.add(node.place, "the anchor is in a part that is optional or repeated",
                            "put the @ on a word that must be there once");
                return {};
            default:
                faults_.add(node.place, "an anchor cannot stand here",
                            "put the @ on a word that must be there once");
                return {};
        }
    }

  private:
    std::vector<CutPattern> cut_sequence(const Node& node) {
        const auto anchored = std::find_if(node.children.begin(), node.children.end(), has_anchor);
        const auto second = std::find_if(std::next(anchored), node.children.end(), has_anchor);
        if (second != node.children.end()) {
            faults_.add(second->place, "a second anchor", "leave one @ in each alternative");
            return {};
        }
        std::vector<CutPattern> cuts = cut(*anchored);
        for (CutPattern& one : cuts) {
            one.left.insert(one.left.begin(), node.children.begin(), anchored);
            one.right.insert(one.right.end(), std::next(anchored), node.children.end());
        }
        return cuts;
    }

    std::vector<CutPattern> cut_choice(const Node& node) {
        std::vector<CutPattern> cuts;
        for (const Node& branch : node.children) {
            if (!has_anchor(branch)) {
                faults_.add(branch.place, "this branch has no anchor, but others have one",
                            "put an @ on a word of every branch, or on one outside of the group");
                continue;
            }
            std::vector<CutPattern> more = cut(branch);
            std::move(more.begin(), more.end(), std::back_inserter(cuts));
        }
        return cuts;
    }

    std::vector<CutPattern> cut_text_role(const Node& node) {
        std::vector<CutPattern> cuts = cut(node.children.front());
        for (CutPattern& one : cuts) {
            one.left.insert(one.left.begin(), save_node(node, false));
            one.right.push_back(save_node(node, true));
        }
        return cuts;
    }

    Faults& faults_;
};

class RoleCollector {
  public:
    explicit RoleCollector(Faults& faults) : faults_(faults) {}

    RoleUses collect(const Node& node) {
        RoleUses uses;
        for (const Node& child : node.children) {
            for (auto& [name, use] : collect(child)) {
                const auto [at, added] = uses.emplace(name, use);
                if (added) continue;
                if (node.kind != Node::Kind::choice)
                    faults_.add(use.place, "the role " + name + " is bound twice",
                                "name one of them differently");
                merge(at->second, use, name);
            }
        }
        if (node.kind == Node::Kind::repeat && node.max > 1 && !uses.empty()) {
            faults_.add(uses.begin()->second.place,
                        "the role " + uses.begin()->first + " is in a part that is repeated",
                        "write NAME:list(TYPE), or take the role out of the repetition");
        }
        if (node.kind == Node::Kind::not_next && !uses.empty()) {
            faults_.add(uses.begin()->second.place,
                        "the role " + uses.begin()->first + " is in a part that must not match",
                        "take it out");
        }
        if (!node.role.empty()) {
            uses.emplace(node.role, RoleUse{node.place, node.kind == Node::Kind::text_role,
                                            node.kind == Node::Kind::list, node.slot});
        }
        return uses;
    }

  private:
    void merge(RoleUse& into, const RoleUse& use, const std::string& name) {
        if (into.text != use.text) {
            faults_.add(use.place,
                        "the role " + name + " is a mention in one branch and words in another",
                        "name one of them differently");
        }
        into.list |= use.list;
        into.type.types |= use.type.types;
        into.type.percent |= use.type.percent;
        into.type.round |= use.type.round;
        into.type.quoted |= use.type.quoted;
        into.type.any_name |= use.type.any_name;
    }

    Faults& faults_;
};

}  // namespace

MacroExpander::MacroExpander(const std::vector<LetStatement>& lets, Faults& faults)
    : lets_(lets), faults_(faults) {}

const LetStatement* MacroExpander::find(const Node& macro) {
    const auto let = std::find_if(lets_.begin(), lets_.end(),
                                  [&](const LetStatement& one) { return one.name == macro.text; });
    if (let == lets_.end()) {
        std::vector<std::string> names;
        for (const LetStatement& one : lets_) names.push_back(one.name);
        const std::string hint = did_you_mean(macro.text, names, "$");
        faults_.add(macro.place, "there is no piece $" + macro.text,
                    hint.empty() ? "add a line `let " + macro.text + " = ...`" : hint);
        return nullptr;
    }
    if (std::find(open_.begin(), open_.end(), let->name) != open_.end()) {
        faults_.add(macro.place, "$" + let->name + " contains itself",
                    "write the repetition as {0,5}");
        return nullptr;
    }
    return &*let;
}

Node MacroExpander::expand(const Node& node) {
    if (node.kind == Node::Kind::macro) {
        const LetStatement* let = find(node);
        if (let == nullptr) return Node{};
        open_.push_back(let->name);
        Node expanded = expand(let->pattern.node);
        open_.pop_back();
        return expanded;
    }
    Node copy = node;
    for (Node& child : copy.children) child = expand(child);
    return copy;
}

std::vector<CutPattern> cut_at_anchors(const Pattern& pattern, Faults& faults) {
    if (!has_anchor(pattern.node)) {
        faults.add(pattern.place, "a pattern without an anchor",
                   "put an @ before the rarest of its words");
        return {};
    }
    return Cutter(faults).cut(pattern.node);
}

RoleUses roles_of(const Node& node, Faults& faults) { return RoleCollector(faults).collect(node); }

Program ProgramBuilder::build(const std::vector<Node>& left, const std::vector<Node>& right,
                              Place place) {
    program_ = Program{};
    program_.left = here();
    sequence(left, false);
    add(Op::accept, 0, Node{});
    program_.right = here();
    sequence(right, true);
    add(Op::accept, 0, Node{});
    if (program_.code.size() > kLongestProgram)
        faults_.add(place, "this pattern is too large", "use smaller numbers in its repetitions");
    return std::move(program_);
}

std::uint32_t ProgramBuilder::add(Op op, std::uint32_t operand, const Node& node) {
    Instruction instruction;
    instruction.op = op;
    instruction.operand = operand;
    if (op == Op::split || op == Op::slot || op == Op::list || op == Op::word_class ||
        op == Op::not_next)
        instruction.branch = static_cast<std::uint16_t>(program_.branches++);
    if (op != Op::split && op != Op::jump && op != Op::accept) instruction.wanted = wanted(node);
    // A program that is too large is told of in build(); it need not be kept.
    if (program_.code.size() <= kLongestProgram) program_.code.push_back(instruction);
    return here() - 1;
}

std::uint16_t ProgramBuilder::role(const std::string& name) const {
    const auto at = std::find(roles_.begin(), roles_.end(), name);
    return at == roles_.end() ? kNoRole : static_cast<std::uint16_t>(at - roles_.begin());
}

std::uint32_t ProgramBuilder::wanted(const Node& node) {
    std::string text = describe(node);
    const auto at = std::find(set_.wanted.begin(), set_.wanted.end(), text);
    if (at != set_.wanted.end()) return static_cast<std::uint32_t>(at - set_.wanted.begin());
    set_.wanted.push_back(std::move(text));
    return static_cast<std::uint32_t>(set_.wanted.size() - 1);
}

std::uint32_t ProgramBuilder::operand(const Node& node) {
    switch (node.kind) {
        case Node::Kind::word: {
            const WordId word = lexicon_.word(node.text);
            return word == 0 ? kNoWord : word;  // 0 would match every unknown word
        }
        case Node::Kind::exact:
            set_.exact_words.push_back(node.text);
            return static_cast<std::uint32_t>(set_.exact_words.size() - 1);
        case Node::Kind::regex: {
            for (std::size_t i = 0; i < set_.regexes.size(); ++i) {
                if (set_.regexes[i].pattern() == node.text) return static_cast<std::uint32_t>(i);
            }
            set_.regexes.emplace_back(node.text);
            return static_cast<std::uint32_t>(set_.regexes.size() - 1);
        }
        case Node::Kind::word_class: {
            if (const auto cls = lexicon_.class_named(node.text)) return *cls;
            const std::string hint = did_you_mean(node.text, lexicon_.class_names(), "%");
            faults_.add(node.place, "there is no word class %" + node.text,
                        hint.empty() ? "add a line `words " + node.text + " = ...` or a list " +
                                           node.text + ".txt"
                                     : hint);
            return 0;
        }
        default:
            return 0;
    }
}

void ProgramBuilder::sequence(const std::vector<Node>& nodes, bool forward) {
    if (forward) {
        for (const Node& one : nodes) node(one, true);
    } else {
        for (auto one = nodes.rbegin(); one != nodes.rend(); ++one) node(*one, false);
    }
}

void ProgramBuilder::save(const Node& node, bool last) {
    add(last ? Op::save_last : Op::save_first, role(node.role), node);
}

void ProgramBuilder::node(const Node& node, bool forward) {
    switch (node.kind) {
        case Node::Kind::word:
            add(Op::word, operand(node), node);
            return;
        case Node::Kind::exact:
            add(Op::exact, operand(node), node);
            return;
        case Node::Kind::word_class:
            add(Op::word_class, operand(node), node);
            return;
        case Node::Kind::regex:
            add(Op::regex, operand(node), node);
            return;
        case Node::Kind::gap:
            add(Op::gap, 0, node);
            return;
        case Node::Kind::any:
            add(Op::any, 0, node);
            return;
        case Node::Kind::start:
            add(Op::sentence_start, 0, node);
            return;
        case Node::Kind::end:
            add(Op::sentence_end, 0, node);
            return;
        case Node::Kind::save:
            save(node, node.max == 1);
            return;
        case Node::Kind::slot:
        case Node::Kind::list:
            program_.slots.push_back({node.slot, role(node.role)});
            add(node.kind == Node::Kind::slot ? Op::slot : Op::list,
                static_cast<std::uint32_t>(program_.slots.size() - 1), node);
            return;
        case Node::Kind::text_role:
            save(node, !forward);
            sequence(node.children, forward);
            save(node, forward);
            return;
        case Node::Kind::sequence:
            sequence(node.children, forward);
            return;
        case Node::Kind::choice:
            choice(node, forward);
            return;
        case Node::Kind::repeat:
            repeat(node, forward);
            return;
        case Node::Kind::not_next:
            not_next(node);
            return;
        case Node::Kind::macro:
            return;  // expanded before
    }
}

void ProgramBuilder::choice(const Node& choice, bool forward) {
    std::vector<std::uint32_t> jumps;
    for (std::size_t i = 0; i < choice.children.size(); ++i) {
        const bool last = i + 1 == choice.children.size();
        const std::uint32_t split = last ? 0 : add(Op::split, here() + 1, choice);
        node(choice.children[i], forward);
        if (last) break;
        jumps.push_back(add(Op::jump, 0, choice));
        program_.code[split].target = here();
    }
    for (const std::uint32_t jump : jumps) program_.code[jump].target = here();
}

// Unrolled: the copies that must be there, then nested optional ones.
void ProgramBuilder::repeat(const Node& repeat, bool forward) {
    const Node& child = repeat.children.front();
    const bool lazy = child.kind == Node::Kind::gap || child.kind == Node::Kind::any;
    for (unsigned i = 0; i < repeat.min; ++i) node(child, forward);
    std::vector<std::uint32_t> splits;
    for (unsigned i = repeat.min; i < repeat.max; ++i) {
        splits.push_back(add(Op::split, here() + 1, repeat));
        node(child, forward);
    }
    for (const std::uint32_t split : splits) {
        Instruction& instruction = program_.code[split];
        instruction.target = here();
        if (lazy) std::swap(instruction.operand, instruction.target);
    }
}

void ProgramBuilder::not_next(const Node& negated) {
    const std::uint32_t instruction = add(Op::not_next, here() + 1, negated);
    node(negated.children.front(), true);
    add(Op::accept, 0, negated);
    program_.code[instruction].target = here();
}

}  // namespace relata::extract
