#include "extract/rule/describe.hpp"

#include "extract/relation.hpp"

namespace relata::extract {

namespace {

std::string describe(const SlotType& type) {
    std::string text = type_names(type.types);
    const auto add = [&](std::string_view word) {
        if (!text.empty()) text += '|';
        text += word;
    };
    if (type.percent) add("percent");
    if (type.round) add("round");
    if (type.quoted) add("quoted");
    if (type.any_name) add("name");
    return text;
}

std::string forms(const SlotType& type) {
    return std::string(type.genitive ? ".gen" : "") + (type.name_only ? ".name" : "") +
           (type.topic ? ".topic" : "") + (type.plural ? ".plural" : "");
}

std::string joined(const Node& node, std::string_view between) {
    std::string text;
    for (const Node& child : node.children) {
        if (!text.empty()) text += between;
        text += describe(child);
    }
    return text;
}

std::string quantifier(const Node& node) {
    if (node.min == 0 && node.max == 1) return "?";
    return "{" + std::to_string(node.min) + "," + std::to_string(node.max) + "}";
}

}  // namespace

std::string describe(const Node& node) {
    switch (node.kind) {
        case Node::Kind::word:
            return node.text;
        case Node::Kind::exact:
            return "\"" + node.text + "\"";
        case Node::Kind::word_class:
            return "%" + node.text;
        case Node::Kind::regex:
            return "/" + node.text + "/";
        case Node::Kind::slot:
            return node.role + ":" + describe(node.slot) + forms(node.slot);
        case Node::Kind::list:
            return node.role + ":list(" + describe(node.slot) + ")" + forms(node.slot);
        case Node::Kind::text_role:
            return node.role + ":" + joined(node, " ");
        case Node::Kind::save:
            return node.role;
        case Node::Kind::gap:
            return ".";
        case Node::Kind::any:
            return "_";
        case Node::Kind::start:
            return "^";
        case Node::Kind::end:
            return "$";
        case Node::Kind::sequence:
            return joined(node, " ");
        case Node::Kind::choice:
            return "( " + joined(node, " | ") + " )";
        case Node::Kind::repeat:
            return joined(node, " ") + quantifier(node);
        case Node::Kind::not_next:
            return "!" + joined(node, " ");
        case Node::Kind::not_before:
            return "!<" + joined(node, " ");
        case Node::Kind::macro:
            return "$" + node.text;
    }
    return "";
}

}  // namespace relata::extract
