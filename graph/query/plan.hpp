// The order in which a pattern is searched: it starts at the node with the fewest candidates (by
// name if a name is given), follows edges from there, and tests conditions as soon as their
// variables are known.
#pragma once

#include <map>
#include <set>
#include <span>
#include <vector>

#include "graph/query/ast.hpp"

namespace relata::graph::query {

struct Step {
    enum class Kind : std::uint8_t {
        check,   // `node` was bound before
        scan,    // `node` runs over candidates
        expand,  // from `from` along `relation` to `node`
        search   // shortest walks from `from` to `node`, both bound
    } kind = Kind::scan;
    Slot node = kNoSlot;
    Slot from = kNoSlot;
    const RelationPattern* relation = nullptr;
    bool backwards = false;            // from the relation's right end to its left
    bool to_bound = false;             // `node` is bound when the step begins
    const Expression* name = nullptr;  // scan: the name that the node must have
    PathPattern::Search search = PathPattern::Search::all;
};

class Plan {
  public:
    Plan(const KnowledgeGraph& graph, const Pattern& pattern, const Expression* where);

    std::vector<Step> steps;

    // Conditions whose variables are all known once `done` steps are done, and not before.
    const std::vector<const Expression*>& conditions_after(std::size_t done) const {
        return conditions_[done];
    }
    // All places in which the pattern speaks of a node.
    const std::vector<const NodePattern*>& patterns_of(Slot slot) const {
        return patterns_.at(slot);
    }

  private:
    void add_bound_nodes();
    bool add_link();
    void add_scan();
    void place_conditions();
    bool known(Slot slot) const { return !new_.contains(slot) || set_.contains(slot); }
    double candidates(Slot slot) const;
    const Expression* name_of(Slot slot) const;

    const KnowledgeGraph& graph_;
    const Pattern& pattern_;
    std::vector<const Expression*> conjuncts_;
    std::set<Slot> new_;  // slots that the pattern binds
    std::set<Slot> set_;  // of those, the ones that the steps so far bind
    std::set<const RelationPattern*> done_;
    std::map<Slot, std::vector<const NodePattern*>> patterns_;
    std::vector<std::vector<const Expression*>> conditions_;
};

}  // namespace relata::graph::query
