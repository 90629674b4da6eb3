#include "extract/rule/compile_pattern.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace relata::extract {

namespace {

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
        const bool negated =
            node.kind == Node::Kind::not_next || node.kind == Node::Kind::not_before;
        if (negated && !uses.empty()) {
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

}  // namespace relata::extract
