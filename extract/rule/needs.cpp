#include "extract/rule/needs.hpp"

#include <algorithm>
#include <utility>

namespace relata::extract {

namespace {

void add_needs(const Node& node, std::vector<NodeNeed>& needs);

bool is_single(const Node& node) {
    return node.kind == Node::Kind::word || node.kind == Node::Kind::exact ||
           node.kind == Node::Kind::word_class || node.kind == Node::Kind::regex;
}

// Expressions see the letters of a token, which needs do not.
void add_words(std::vector<const Node*> singles, std::vector<NodeNeed>& needs) {
    const auto is_regex = [](const Node* one) { return one->kind == Node::Kind::regex; };
    if (std::none_of(singles.begin(), singles.end(), is_regex))
        needs.push_back({0, std::move(singles)});
}

// One need of every branch together, where each has one that `chosen` takes.
template <typename Chosen>
bool add_union(const std::vector<std::vector<NodeNeed>>& branches, std::vector<NodeNeed>& needs,
               Chosen chosen) {
    NodeNeed any;
    for (const std::vector<NodeNeed>& branch : branches) {
        const auto need = std::find_if(branch.begin(), branch.end(), chosen);
        if (need == branch.end()) return false;
        any.kinds |= need->kinds;
        any.words.insert(any.words.end(), need->words.begin(), need->words.end());
    }
    needs.push_back(std::move(any));
    return true;
}

void add_choice(const Node& choice, std::vector<NodeNeed>& needs) {
    std::vector<const Node*> singles;
    if (gather_singles(choice, singles)) {
        add_words(std::move(singles), needs);
        return;
    }
    std::vector<std::vector<NodeNeed>> branches;
    for (const Node& child : choice.children) add_needs(child, branches.emplace_back());
    const bool mentions =
        add_union(branches, needs, [](const NodeNeed& need) { return need.words.empty(); });
    const bool words =
        add_union(branches, needs, [](const NodeNeed& need) { return need.kinds == 0; });
    if (!mentions && !words) add_union(branches, needs, [](const NodeNeed&) { return true; });
}

void add_needs(const Node& node, std::vector<NodeNeed>& needs) {
    switch (node.kind) {
        case Node::Kind::word:
        case Node::Kind::exact:
        case Node::Kind::word_class:
        case Node::Kind::regex:
            add_words({&node}, needs);
            return;
        case Node::Kind::slot:
        case Node::Kind::list:
            needs.push_back({kinds_of(node.slot), {}});
            return;
        case Node::Kind::choice:
            add_choice(node, needs);
            return;
        case Node::Kind::not_next:
        case Node::Kind::not_before:
            return;
        case Node::Kind::repeat:
            if (node.min == 0) return;
            break;
        default:
            break;
    }
    for (const Node& child : node.children) add_needs(child, needs);
}

}  // namespace

bool gather_singles(const Node& node, std::vector<const Node*>& singles) {
    if (is_single(node)) {
        singles.push_back(&node);
        return true;
    }
    return node.kind == Node::Kind::choice &&
           std::all_of(node.children.begin(), node.children.end(),
                       [&](const Node& child) { return gather_singles(child, singles); });
}

std::vector<NodeNeed> needs_of(const std::vector<Node>& nodes) {
    std::vector<NodeNeed> needs;
    for (const Node& node : nodes) add_needs(node, needs);
    return needs;
}

}  // namespace relata::extract
