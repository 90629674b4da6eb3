// How far from named entities a query looks.
#include <algorithm>
#include <set>

#include "graph/query/parser.hpp"
#include "graph/query/query.hpp"

namespace relata::graph::query {
namespace {

using Kind = Expression::Kind;

// Farther than this most of a graph is near.
constexpr std::uint32_t kMostHops = 3;

class ReachFinder {
  public:
    ReachFinder(const Query& query, const Parameters& parameters)
        : query_(query), parameters_(parameters) {}

    std::optional<Reach> find() {
        for (const Clause& clause : query_.clauses) {
            switch (clause.kind) {
                case Clause::Kind::match:
                    add_match(clause.match);
                    break;
                case Clause::Kind::unwind:
                    add_expression(clause.unwind.list.get());
                    break;
                case Clause::Kind::project:
                    add_projection(clause.project);
                    break;
            }
        }
        if (anywhere_ || names_.empty() || hops_ > kMostHops) return std::nullopt;
        return Reach{{names_.begin(), names_.end()}, hops_};
    }

  private:
    void add_match(const MatchClause& clause) {
        add_expression(clause.where.get());
        anchor_by_condition(clause.where.get());
        for (const PathPattern& path : clause.pattern.paths) add_path(path);
        // Paths that share a variable with an anchored one are anchored too.
        std::vector<const PathPattern*> open;
        for (const PathPattern& path : clause.pattern.paths) open.push_back(&path);
        for (bool changed = true; changed;) {
            changed = std::erase_if(open, [&](const PathPattern* path) {
                          const bool anchored = std::any_of(
                              path->nodes.begin(), path->nodes.end(),
                              [&](const NodePattern& n) { return near_.contains(n.slot); });
                          if (!anchored) return false;
                          for (const NodePattern& n : path->nodes) near_.insert(n.slot);
                          return true;
                      }) > 0;
        }
        anywhere_ = anywhere_ || !open.empty();
    }

    void add_path(const PathPattern& path) {
        if (path.search != PathPattern::Search::all) anywhere_ = true;
        for (const NodePattern& node : path.nodes) {
            for (const PropertyTest& test : node.properties) {
                add_expression(test.value.get());
                if (test.name == "name") anchor(node.slot, *test.value);
            }
        }
        for (const RelationPattern& relation : path.relations) {
            hops_ += relation.most;
            for (const PropertyTest& test : relation.properties) add_expression(test.value.get());
        }
    }

    // `n.name = "X"` anchors n, also inside AND.
    void anchor_by_condition(const Expression* e) {
        if (e == nullptr || e->kind != Kind::operation) return;
        if (e->op == Operator::logical_and) {
            for (const auto& part : e->parts) anchor_by_condition(part.get());
        } else if (e->op == Operator::equal) {
            anchor_by_equality(*e->parts[0], *e->parts[1]);
            anchor_by_equality(*e->parts[1], *e->parts[0]);
        }
    }

    void anchor_by_equality(const Expression& property, const Expression& value) {
        const bool is_name = property.kind == Kind::property && property.name == "name" &&
                             property.parts[0]->kind == Kind::slot;
        if (is_name) anchor(property.parts[0]->slot, value);
    }

    void anchor(Slot slot, const Expression& name) {
        const Value* value = nullptr;
        if (name.kind == Kind::literal) value = &name.value;
        if (name.kind == Kind::parameter) {
            const auto found = parameters_.find(name.name);
            if (found != parameters_.end()) value = &found->second;
        }
        const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
        if (text == nullptr) return;
        near_.insert(slot);
        names_.insert(*text);
    }

    void add_projection(const ProjectClause& clause) {
        for (const Projection& item : clause.items) {
            add_expression(item.expression.get());
            const bool is_near =
                item.expression->kind == Kind::slot && near_.contains(item.expression->slot);
            if (is_near) near_.insert(item.slot);
        }
        for (const SortKey& key : clause.order) add_expression(key.expression.get());
        add_expression(clause.where.get());
    }

    // Patterns inside conditions start at known variables and add to the distance.
    void add_expression(const Expression* e) {
        if (e == nullptr) return;
        for (const auto& part : e->parts) add_expression(part.get());
        if (!e->pattern) return;
        for (const PathPattern& path : e->pattern->paths) {
            const auto& fresh = e->pattern->new_slots;
            const bool all_new =
                std::all_of(path.nodes.begin(), path.nodes.end(), [&](const NodePattern& n) {
                    return std::find(fresh.begin(), fresh.end(), n.slot) != fresh.end();
                });
            anywhere_ = anywhere_ || all_new;
            add_path(path);
        }
    }

    const Query& query_;
    const Parameters& parameters_;
    std::set<std::string> names_;
    std::set<Slot> near_;  // nodes that are within reach
    std::uint32_t hops_ = 0;
    bool anywhere_ = false;
};

}  // namespace

std::optional<Reach> reach(std::string_view text, const Parameters& parameters) {
    const Query query = parse(text);
    return ReachFinder(query, parameters).find();
}

}  // namespace relata::graph::query
