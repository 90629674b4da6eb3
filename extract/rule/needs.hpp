// What a part of a pattern cannot match without, for Requirements.
#pragma once

#include <vector>

#include "extract/rule/pattern.hpp"
#include "extract/rule/program.hpp"

namespace relata::extract {

// One mention of one of the kinds, or one token that one of the nodes matches (words, words to the
// letter and word classes).
struct NodeNeed {
    MentionKinds kinds = 0;
    std::vector<const Node*> words;
};

// All of them are among what the nodes match. They point into `nodes`.
std::vector<NodeNeed> needs_of(const std::vector<Node>& nodes);

// Whether the node matches single tokens and phrases of classes and nothing else; adds the words,
// classes and expressions that it is made of.
bool gather_singles(const Node& node, std::vector<const Node*>& singles);

}  // namespace relata::extract
