#include "graph/query/match.hpp"

#include <algorithm>
#include <deque>

#include "graph/query/plan.hpp"
#include "graph/query/property.hpp"
#include "graph/query/value.hpp"

namespace relata::graph::query {
namespace {

using Direction = RelationPattern::Direction;

Direction reversed(Direction direction) {
    return direction == Direction::right  ? Direction::left
           : direction == Direction::left ? Direction::right
                                          : Direction::both;
}

// One run of a plan over the graph, by backtracking.
class Matcher {
  public:
    Matcher(Evaluator& evaluator, const Pattern& pattern, const Plan& plan, Row& row,
            const std::function<bool(Row&)>& found)
        : evaluator_(evaluator),
          graph_(evaluator.graph()),
          pattern_(pattern),
          plan_(plan),
          row_(row),
          found_(found) {}

    // False where `found_` stopped it. All slots that were set are null again afterwards.
    bool run(std::size_t step) {
        for (const Expression* condition : plan_.conditions_after(step)) {
            if (!evaluator_.holds(*condition, row_)) return true;
        }
        if (step == plan_.steps.size()) return report();
        const Step& s = plan_.steps[step];
        switch (s.kind) {
            case Step::Kind::check:
                return check(s, step);
            case Step::Kind::scan:
                return scan(s, step);
            case Step::Kind::expand:
                return expand(s, step);
            case Step::Kind::search:
                return search(s, step);
        }
        return true;
    }

  private:
    bool report() {
        for (const PathPattern& path : pattern_.paths) {
            if (path.slot != kNoSlot) row_[path.slot] = path_value(path);
        }
        const bool go_on = found_(row_);
        for (const PathPattern& path : pattern_.paths) {
            if (path.slot != kNoSlot) row_[path.slot] = Value();
        }
        return go_on;
    }

    PathValue path_value(const PathPattern& path) const {
        PathValue value;
        value.nodes.push_back(std::get<NodeRef>(row_[path.nodes.front().slot].data).index);
        const auto add = [&](EdgeIndex e) {
            const Edge& edge = graph_.edge(e);
            value.edges.push_back(e);
            value.nodes.push_back(edge.source == value.nodes.back() ? edge.target : edge.source);
        };
        for (const RelationPattern& relation : path.relations) {
            const Value& bound = row_[relation.slot];
            if (const auto* edge = std::get_if<EdgeRef>(&bound.data)) {
                add(edge->index);
            } else {
                for (const Value& item : std::get<Value::List>(bound.data)) {
                    add(std::get<EdgeRef>(item.data).index);
                }
            }
        }
        return value;
    }

    bool fits(NodeIndex n, Slot slot) {
        const Node& node = graph_.node(n);
        for (const NodePattern* pattern : plan_.patterns_of(slot)) {
            const auto& labels = pattern->labels;
            if (!labels.empty() &&
                std::find(labels.begin(), labels.end(), node.type) == labels.end()) {
                return false;
            }
            for (const PropertyTest& test : pattern->properties) {
                if (equals(property(node, test.name), evaluator_.evaluate(*test.value, row_)) !=
                    true) {
                    return false;
                }
            }
        }
        return true;
    }

    bool fits(EdgeIndex e, const RelationPattern& relation) {
        if (std::find(used_.begin(), used_.end(), e) != used_.end()) return false;
        const Edge& edge = graph_.edge(e);
        const auto& types = relation.types;
        if (!types.empty() && std::find(types.begin(), types.end(), edge.type) == types.end()) {
            return false;
        }
        return std::all_of(
            relation.properties.begin(), relation.properties.end(), [&](const PropertyTest& test) {
                return equals(property(edge, test.name), evaluator_.evaluate(*test.value, row_)) ==
                       true;
            });
    }

    // A node that is bound already.
    bool check(const Step& s, std::size_t step) {
        const auto* node = std::get_if<NodeRef>(&row_[s.node].data);
        if (node == nullptr || !fits(node->index, s.node)) return true;
        return run(step + 1);
    }

    // Goes on with the node bound; unbinds it.
    bool with_node(Slot slot, NodeIndex n, std::size_t step) {
        if (!fits(n, slot)) return true;
        row_[slot] = NodeRef{n};
        const bool go_on = run(step + 1);
        row_[slot] = Value();
        return go_on;
    }

    bool scan(const Step& s, std::size_t step) {
        if (s.name != nullptr) {
            const Value name = evaluator_.evaluate(*s.name, row_);
            const auto* text = std::get_if<std::string>(&name.data);
            if (text == nullptr) return true;
            for (const NodeIndex n : evaluator_.nodes_named(*text)) {
                if (!with_node(s.node, n, step)) return false;
            }
            return true;
        }
        for (NodeIndex n = 0; n < graph_.nodes().size(); ++n) {
            if (!with_node(s.node, n, step)) return false;
        }
        return true;
    }

    // Calls visit(edge, other end) for the edges at a node in a direction until it returns false.
    template <typename Visit>
    bool for_each_edge(NodeIndex at, Direction direction, Visit visit) {
        if (direction != Direction::left) {
            for (const EdgeIndex e : graph_.out_edges(at)) {
                if (!visit(e, graph_.edge(e).target)) return false;
            }
        }
        if (direction != Direction::right) {
            for (const EdgeIndex e : graph_.in_edges(at)) {
                if (!visit(e, graph_.edge(e).source)) return false;
            }
        }
        return true;
    }

    bool expand(const Step& s, std::size_t step) {
        const auto* from = std::get_if<NodeRef>(&row_[s.from].data);
        if (from == nullptr) return true;
        const Direction direction =
            s.backwards ? reversed(s.relation->direction) : s.relation->direction;
        if (s.relation->variable_length) {
            std::vector<EdgeIndex> trail;
            return walk(s, step, from->index, direction, trail);
        }
        return for_each_edge(from->index, direction, [&](EdgeIndex e, NodeIndex other) {
            if (!fits(e, *s.relation)) return true;
            used_.push_back(e);
            row_[s.relation->slot] = EdgeRef{e};
            const bool go_on = arrive(s, other, step);
            row_[s.relation->slot] = Value();
            used_.pop_back();
            return go_on;
        });
    }

    // Goes on at the other end of an edge or walk.
    bool arrive(const Step& s, NodeIndex n, std::size_t step) {
        if (!s.to_bound) return with_node(s.node, n, step);
        const auto* bound = std::get_if<NodeRef>(&row_[s.node].data);
        return bound == nullptr || bound->index != n || run(step + 1);
    }

    bool walk(const Step& s, std::size_t step, NodeIndex at, Direction direction,
              std::vector<EdgeIndex>& trail) {
        if (trail.size() >= s.relation->least && !arrive_by(s, step, at, trail)) return false;
        if (trail.size() == s.relation->most) return true;
        return for_each_edge(at, direction, [&](EdgeIndex e, NodeIndex other) {
            if (!fits(e, *s.relation)) return true;
            used_.push_back(e);
            trail.push_back(e);
            const bool go_on = walk(s, step, other, direction, trail);
            trail.pop_back();
            used_.pop_back();
            return go_on;
        });
    }

    bool arrive_by(const Step& s, std::size_t step, NodeIndex at,
                   const std::vector<EdgeIndex>& trail) {
        Value::List list;
        for (const EdgeIndex e : trail) list.push_back(EdgeRef{e});
        if (s.backwards) std::reverse(list.begin(), list.end());
        row_[s.relation->slot] = Value(std::move(list));
        const bool go_on = arrive(s, at, step);
        row_[s.relation->slot] = Value();
        return go_on;
    }

    // Shortest walks between two bound nodes: distances from the end, then down from the start.
    bool search(const Step& s, std::size_t step) {
        const auto* from = std::get_if<NodeRef>(&row_[s.from].data);
        const auto* to = std::get_if<NodeRef>(&row_[s.node].data);
        if (from == nullptr || to == nullptr || from->index == to->index) return true;
        constexpr std::uint32_t kFar = 0xffffffff;
        std::vector<std::uint32_t> distance(graph_.nodes().size(), kFar);
        std::deque<NodeIndex> queue = {to->index};
        distance[to->index] = 0;
        while (!queue.empty() && distance[from->index] == kFar) {
            const NodeIndex at = queue.front();
            queue.pop_front();
            if (distance[at] == s.relation->most) break;
            for_each_edge(at, reversed(s.relation->direction), [&](EdgeIndex e, NodeIndex other) {
                if (distance[other] == kFar && fits(e, *s.relation)) {
                    distance[other] = distance[at] + 1;
                    queue.push_back(other);
                }
                return true;
            });
        }
        if (distance[from->index] == kFar) return true;
        std::vector<EdgeIndex> trail;
        bool reached = false;
        return descend(s, step, from->index, distance, trail, reached);
    }

    bool descend(const Step& s, std::size_t step, NodeIndex at,
                 const std::vector<std::uint32_t>& distance, std::vector<EdgeIndex>& trail,
                 bool& reached) {
        if (distance[at] == 0) {
            reached = true;
            return arrive_by(s, step, at, trail);
        }
        return for_each_edge(at, s.relation->direction, [&](EdgeIndex e, NodeIndex other) {
            const bool one_is_enough = s.search == PathPattern::Search::shortest && reached;
            if (one_is_enough || distance[other] + 1 != distance[at] || !fits(e, *s.relation)) {
                return true;
            }
            trail.push_back(e);
            const bool go_on = descend(s, step, other, distance, trail, reached);
            trail.pop_back();
            return go_on;
        });
    }

    Evaluator& evaluator_;
    const KnowledgeGraph& graph_;
    const Pattern& pattern_;
    const Plan& plan_;
    Row& row_;
    const std::function<bool(Row&)>& found_;
    std::vector<EdgeIndex> used_;
};

}  // namespace

bool match_pattern(Evaluator& evaluator, const Pattern& pattern, const Expression* where, Row& row,
                   const std::function<bool(Row&)>& found) {
    const Plan plan(evaluator.graph(), pattern, where);
    return Matcher(evaluator, pattern, plan, row, found).run(0);
}

}  // namespace relata::graph::query
