#include "graph/query/plan.hpp"

#include <algorithm>

namespace relata::graph::query {
namespace {

using Kind = Expression::Kind;

void split(const Expression* e, std::vector<const Expression*>& conjuncts) {
    if (e == nullptr) return;
    if (e->kind == Kind::operation && e->op == Operator::logical_and) {
        for (const auto& part : e->parts) split(part.get(), conjuncts);
    } else {
        conjuncts.push_back(e);
    }
}

void collect_slots(const Expression& e, std::set<Slot>& slots) {
    if (e.kind == Kind::slot) slots.insert(e.slot);
    for (const auto& part : e.parts) collect_slots(*part, slots);
    if (!e.pattern) return;
    for (const PathPattern& path : e.pattern->paths) {
        for (const NodePattern& node : path.nodes) {
            slots.insert(node.slot);
            for (const PropertyTest& test : node.properties) collect_slots(*test.value, slots);
        }
        for (const RelationPattern& relation : path.relations) {
            for (const PropertyTest& test : relation.properties) collect_slots(*test.value, slots);
        }
    }
}

}  // namespace

Plan::Plan(const KnowledgeGraph& graph, const Pattern& pattern, const Expression* where)
    : graph_(graph), pattern_(pattern), new_(pattern.new_slots.begin(), pattern.new_slots.end()) {
    split(where, conjuncts_);
    for (const PathPattern& path : pattern.paths) {
        for (const NodePattern& node : path.nodes) patterns_[node.slot].push_back(&node);
    }
    add_bound_nodes();
    for (;;) {
        while (add_link()) {
        }
        const bool all_known = std::all_of(patterns_.begin(), patterns_.end(),
                                           [&](const auto& entry) { return known(entry.first); });
        if (all_known) break;
        add_scan();
    }
    place_conditions();
}

void Plan::add_bound_nodes() {
    for (const auto& [slot, patterns] : patterns_) {
        if (!new_.contains(slot)) {
            Step step;
            step.kind = Step::Kind::check;
            step.node = slot;
            steps.push_back(step);
        }
    }
}

// Adds the cheapest relation that touches a known node; false where there is none.
bool Plan::add_link() {
    Step best;
    int best_cost = 100;
    for (const PathPattern& path : pattern_.paths) {
        for (std::size_t i = 0; i < path.relations.size(); ++i) {
            const RelationPattern& relation = path.relations[i];
            const Slot left = path.nodes[i].slot, right = path.nodes[i + 1].slot;
            const bool both = known(left) && known(right);
            const bool search = path.search != PathPattern::Search::all;
            if (done_.contains(&relation) || (search ? !both : !known(left) && !known(right))) {
                continue;
            }
            const int cost = (both ? 0 : 2) + (relation.variable_length ? 1 : 0);
            if (cost >= best_cost) continue;
            best_cost = cost;
            best.kind = search ? Step::Kind::search : Step::Kind::expand;
            best.search = path.search;
            best.relation = &relation;
            best.backwards = !known(left);
            best.from = best.backwards ? right : left;
            best.node = best.backwards ? left : right;
            best.to_bound = both || left == right;
        }
    }
    if (best.relation == nullptr) return false;
    done_.insert(best.relation);
    set_.insert(best.node);
    set_.insert(best.relation->slot);
    steps.push_back(best);
    return true;
}

void Plan::add_scan() {
    Step step;
    double fewest = 0;
    for (const auto& [slot, patterns] : patterns_) {
        if (known(slot)) continue;
        const double count = candidates(slot);
        if (step.node != kNoSlot && count >= fewest) continue;
        fewest = count;
        step.node = slot;
    }
    step.kind = Step::Kind::scan;
    step.name = name_of(step.node);
    set_.insert(step.node);
    steps.push_back(step);
}

// A rough number of nodes that a slot may stand for.
double Plan::candidates(Slot slot) const {
    if (name_of(slot) != nullptr) return 1;
    double count = static_cast<double>(graph_.nodes().size()) + 2;
    for (const NodePattern* pattern : patterns_.at(slot)) {
        if (!pattern->labels.empty()) count *= 0.4;
        if (!pattern->properties.empty()) count *= 0.01;
    }
    for (const Expression* conjunct : conjuncts_) {
        std::set<Slot> slots;
        collect_slots(*conjunct, slots);
        std::erase_if(slots, [&](Slot s) { return known(s); });
        if (slots == std::set<Slot>{slot}) count *= 0.1;
    }
    return count;
}

// What the node's name must be equal to, by {name: x} or `n.name = x`, if x is known; else null.
const Expression* Plan::name_of(Slot slot) const {
    const auto is_known = [&](const Expression& e) {
        std::set<Slot> slots;
        collect_slots(e, slots);
        return std::all_of(slots.begin(), slots.end(), [&](Slot s) { return known(s); });
    };
    for (const NodePattern* pattern : patterns_.at(slot)) {
        for (const PropertyTest& test : pattern->properties) {
            if (test.name == "name" && is_known(*test.value)) return test.value.get();
        }
    }
    const auto is_name = [&](const Expression& e) {
        return e.kind == Kind::property && e.name == "name" && e.parts[0]->kind == Kind::slot &&
               e.parts[0]->slot == slot;
    };
    for (const Expression* e : conjuncts_) {
        if (e->kind != Kind::operation || e->op != Operator::equal) continue;
        if (is_name(*e->parts[0]) && is_known(*e->parts[1])) return e->parts[1].get();
        if (is_name(*e->parts[1]) && is_known(*e->parts[0])) return e->parts[0].get();
    }
    return nullptr;
}

void Plan::place_conditions() {
    conditions_.resize(steps.size() + 1);
    std::set<Slot> bound;
    std::vector<const Expression*> open = conjuncts_;
    for (std::size_t done = 0; done <= steps.size(); ++done) {
        if (done > 0) {
            bound.insert(steps[done - 1].node);
            if (steps[done - 1].relation != nullptr) bound.insert(steps[done - 1].relation->slot);
        }
        std::erase_if(open, [&](const Expression* e) {
            std::set<Slot> slots;
            collect_slots(*e, slots);
            const bool ready = std::all_of(slots.begin(), slots.end(), [&](Slot s) {
                return !new_.contains(s) || bound.contains(s);
            });
            if (ready) conditions_[done].push_back(e);
            return ready;
        });
    }
}

}  // namespace relata::graph::query
