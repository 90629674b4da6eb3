#include "extract/rule/program_builder.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"
#include "extract/rule/describe.hpp"
#include "extract/rule/needs.hpp"
#include "extract/text/scan.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kLongestProgram = 4000;  // instructions
constexpr std::uint32_t kNoWord = kGreatestOperand;

// Whether a program begins with an instruction at which most attempts end at once.
bool starts_strictly(const Program& program) {
    std::size_t pc = 0;
    while (program.code[pc].op == Op::save_first || program.code[pc].op == Op::save_last) ++pc;
    const Op op = program.code[pc].op;
    return op == Op::word || op == Op::one_of || op == Op::word_class || op == Op::slot ||
           op == Op::list || op == Op::sentence_start || op == Op::sentence_end;
}

bool try_right_first(const Program& left, const Program& right) {
    const bool left_strict = starts_strictly(left), right_strict = starts_strictly(right);
    if (left_strict != right_strict) return right_strict;
    return right.code.size() < left.code.size();
}

std::uint64_t hash_of(const Program& program) {
    std::uint64_t state = program.branches;
    for (std::size_t pc = 0; pc < program.code.size(); ++pc) {
        const Instruction& one = program.code[pc];
        state = mix(state, std::uint64_t{one.operand} << 32 | one.target);
        state =
            mix(state, std::uint64_t{program.wanted[pc]} << 8 | static_cast<std::uint8_t>(one.op));
    }
    return state;
}

}  // namespace

BuiltPattern ProgramBuilder::build(const std::vector<Node>& left, const std::vector<Node>& right,
                                   Place place) {
    node_tests_.clear();
    node_wanted_.clear();
    Program before = side(left, false), behind = side(right, true);
    if (before.code.size() + behind.code.size() > kLongestProgram) {
        faults_.add(place, "this pattern is too large", "use smaller numbers in its repetitions");
        return {};
    }
    BuiltPattern built;
    built.right_first = try_right_first(before, behind);
    built.left = intern(std::move(before));
    built.right = intern(std::move(behind));
    return built;
}

Program ProgramBuilder::side(const std::vector<Node>& nodes, bool forward) {
    program_ = Program{};
    sequence(nodes, forward);
    add(Op::accept, 0, Node{});
    return std::move(program_);
}

std::uint32_t ProgramBuilder::intern(Program program) {
    std::vector<std::uint32_t>& alike = programs_[hash_of(program)];
    for (const std::uint32_t number : alike)
        if (set_.programs[number] == program) return number;
    const auto number = static_cast<std::uint32_t>(set_.programs.size());
    set_.programs.push_back(std::move(program));
    alike.push_back(number);
    return number;
}

std::uint32_t ProgramBuilder::requirement(const std::vector<Node>& left,
                                          const std::vector<Node>& right) {
    const auto needs_on = [&](const std::vector<Node>& nodes) {
        std::vector<Need> needs;
        for (const NodeNeed& need : needs_of(nodes)) {
            const WordGroup words = need.words.empty() ? WordGroup{0} : word_group(need.words);
            if (need.words.empty() || words != 0) needs.push_back({need.kinds, words});
        }
        return needs;
    };
    std::vector<Need> before = needs_on(left);
    return set_.requirements.add(std::move(before), needs_on(right));
}

// 0 where a word is not in the lexicon.
WordGroup ProgramBuilder::word_group(const std::vector<const Node*>& singles) {
    std::vector<std::uint64_t> sets;
    std::vector<WordId> words;
    for (const Node* one : singles) {
        if (one->kind == Node::Kind::word_class) {
            const auto cls = lexicon_.class_named(one->text);
            if (!cls) return 0;
            const std::vector<std::uint64_t>& more = class_sets(*cls);
            sets.resize(more.size());
            for (std::size_t i = 0; i < sets.size(); ++i) sets[i] |= more[i];
            continue;
        }
        Scanner scanner(one->text);
        const WordId word = scanner.next() ? lexicon_.word(scanner.folded()) : 0;
        if (word == 0) return 0;
        words.push_back(word);
    }
    return set_.requirements.add_group(std::move(sets), std::move(words));
}

std::uint32_t ProgramBuilder::add(Op op, std::uint32_t operand, const Node& node) {
    Instruction instruction;
    instruction.op = op;
    instruction.operand = operand & kGreatestOperand;
    std::uint32_t described = 0;
    if (op == Op::split || op == Op::slot || op == Op::list || op == Op::word_class ||
        op == Op::not_next || op == Op::not_before)
        instruction.branch = static_cast<std::uint16_t>(program_.branches++);
    if (op != Op::split && op != Op::jump && op != Op::accept) {
        const auto [known, added] = node_wanted_.try_emplace(&node);
        if (added) known->second = wanted(node);
        described = known->second;
    }
    // A program that is too large is told of in build(); it need not be kept.
    if (program_.code.size() <= kLongestProgram) {
        program_.code.push_back(instruction);
        program_.wanted.push_back(described);
    }
    return here() - 1;
}

std::uint16_t ProgramBuilder::role(const std::string& name) const {
    const auto at = std::find(roles_.begin(), roles_.end(), name);
    return at == roles_.end() ? kNoRole : static_cast<std::uint16_t>(at - roles_.begin());
}

std::uint32_t ProgramBuilder::wanted(const Node& node) {
    const auto [at, added] =
        wanted_.emplace(describe(node), static_cast<std::uint32_t>(set_.wanted.size()));
    if (added) set_.wanted.push_back(at->first);
    return at->second;
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
            if (const std::string fault = set_.regexes.back().fault(); !fault.empty())
                faults_.add(node.place, "not an RE2 expression: " + fault, "mend the expression");
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

const std::vector<std::uint64_t>& ProgramBuilder::class_sets(ClassId cls) {
    const auto [at, added] = class_sets_.try_emplace(cls);
    if (added) {
        const std::size_t count = lexicon_.class_set_count();
        at->second.assign(count / 64 + 1, 0);
        for (ClassSet set = 0; set < count && cls < lexicon_.class_names().size(); ++set) {
            if (lexicon_.has(set, cls)) at->second[set / 64] |= std::uint64_t{1} << (set % 64);
        }
    }
    return at->second;
}

TokenTest ProgramBuilder::make_test(const std::vector<const Node*>& singles) {
    TokenTest test;
    for (const Node* one : singles) {
        const std::uint32_t number = operand(*one);
        if (one->kind == Node::Kind::word) {
            test.add_word(number);
        } else if (one->kind == Node::Kind::exact) {
            test.exact_words.push_back(number);
        } else if (one->kind == Node::Kind::regex) {
            test.regexes.push_back(number);
        } else {
            const std::vector<std::uint64_t>& sets = class_sets(static_cast<ClassId>(number));
            test.class_sets.resize(sets.size());
            for (std::size_t i = 0; i < sets.size(); ++i) test.class_sets[i] |= sets[i];
        }
    }
    return test;
}

std::uint32_t ProgramBuilder::test(const Node& node, const std::vector<const Node*>& singles) {
    const auto [known, new_node] = node_tests_.try_emplace(&node);
    if (!new_node) return known->second;
    std::string key;
    for (const Node* one : singles) key += describe(*one) + " | ";
    const auto [at, added] = tests_.emplace(key, static_cast<std::uint32_t>(set_.tests.size()));
    if (added) set_.tests.push_back(make_test(singles));
    return known->second = at->second;
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
        case Node::Kind::exact:
        case Node::Kind::word_class:
        case Node::Kind::regex:
            single(node);
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
        case Node::Kind::not_before:
            excluded(Op::not_before, node);
            return;
        case Node::Kind::macro:
            return;  // expanded before
    }
}

void ProgramBuilder::single(const Node& node) {
    if (node.kind == Node::Kind::word) {
        add(Op::word, operand(node), node);
    } else if (node.kind == Node::Kind::word_class) {
        add(Op::word_class, test(node, {&node}), node);
    } else {
        add(Op::one_of, test(node, {&node}), node);
    }
}

// Neighbours that are words, classes and expressions make one branch together.
void ProgramBuilder::choice(const Node& choice, bool forward) {
    std::vector<std::uint32_t> jumps;
    for (std::size_t i = 0; i < choice.children.size();) {
        const Node& first = choice.children[i];
        std::vector<const Node*> singles;
        for (; i < choice.children.size(); ++i) {
            std::vector<const Node*> more;
            if (!gather_singles(choice.children[i], more)) break;
            singles.insert(singles.end(), more.begin(), more.end());
        }
        const std::size_t next = singles.empty() ? i + 1 : i;
        const bool last = next == choice.children.size();
        const std::uint32_t split = last ? 0 : add(Op::split, here() + 1, choice);
        if (singles.empty())
            node(first, forward);
        else if (singles.size() == 1)
            single(*singles.front());
        else
            choice_of_singles(choice, singles);
        i = next;
        if (last) break;
        jumps.push_back(add(Op::jump, 0, choice));
        lead_here(split);
    }
    for (const std::uint32_t jump : jumps) lead_here(jump);
}

// They make one test, as a class of its own would.
void ProgramBuilder::choice_of_singles(const Node& choice,
                                       const std::vector<const Node*>& singles) {
    const std::uint32_t number = test(*singles.front(), singles);
    const bool phrases = !set_.tests[number].class_sets.empty();
    add(phrases ? Op::word_class : Op::one_of, number, choice);
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
        lead_here(split);
        if (!lazy) continue;
        Instruction& instruction = program_.code.at(split);
        const auto first = static_cast<std::uint16_t>(instruction.operand);
        instruction.operand = instruction.target;
        instruction.target = first;
    }
}

void ProgramBuilder::not_next(const Node& negated) {
    std::vector<const Node*> singles;
    if (gather_singles(negated.children.front(), singles)) {
        add(Op::none_of, test(negated, singles), negated);
        return;
    }
    excluded(Op::not_next, negated);
}

// What must not match stands behind the instruction, and is passed over.
void ProgramBuilder::excluded(Op op, const Node& negated) {
    const std::uint32_t instruction = add(op, here() + 1, negated);
    node(negated.children.front(), op == Op::not_next);
    add(Op::accept, 0, negated);
    lead_here(instruction);
}

}  // namespace relata::extract
