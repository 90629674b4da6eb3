// What of a graph a query looks at: how far from named entities, which types, whether evidence.
#include <algorithm>
#include <map>
#include <set>

#include "graph/query/function.hpp"
#include "graph/query/parser.hpp"
#include "graph/query/query.hpp"

namespace relata::graph::query {
namespace {

using Kind = Expression::Kind;

// Farther than this most of a graph is near.
constexpr std::uint32_t kMostHops = 3;

// Properties that are read from the evidence.
bool is_of_evidence(std::string_view property) {
    return property == "quote" || property == "url" || property == "source" ||
           property == "document" || property == "evidence";
}

// Finds which properties a query may ask for.
class PropertyFinder {
  public:
    explicit PropertyFinder(const Query& query) {
        for (const Clause& clause : query.clauses) {
            add_pattern(clause.match.pattern);
            add(clause.match.where.get(), false);
            add(clause.unwind.list.get(), false);
            add_projection(clause.project, &clause == &query.clauses.back());
        }
    }

    bool evidence = false;
    bool seen_dates = false;

  private:
    void add_pattern(const Pattern& pattern) {
        for (const PathPattern& path : pattern.paths) {
            for (const NodePattern& node : path.nodes) {
                nodes_.insert(node.slot);
                add_tests(node.properties);
            }
            for (const RelationPattern& relation : path.relations) add_tests(relation.properties);
        }
    }

    void add_tests(const std::vector<PropertyTest>& tests) {
        for (const PropertyTest& test : tests) {
            add_name(test.name);
            add(test.value.get(), false);
        }
    }

    void add_projection(const ProjectClause& clause, bool is_result) {
        for (const Projection& item : clause.items) {
            add(item.expression.get(), is_result);
            const bool is_node =
                item.expression->kind == Kind::slot && nodes_.contains(item.expression->slot);
            if (is_node) nodes_.insert(item.slot);
        }
        for (const SortKey& key : clause.order) add(key.expression.get(), false);
        add(clause.where.get(), false);
    }

    void add_name(std::string_view property) {
        evidence = evidence || is_of_evidence(property);
        seen_dates = seen_dates || property == "first_seen" || property == "last_seen";
    }

    // `whole`: whether the value itself, with all its properties, is asked for.
    void add(const Expression* e, bool whole) {
        if (e == nullptr) return;
        if (e->kind == Kind::slot && whole) {
            seen_dates = true;
            evidence = evidence || !nodes_.contains(e->slot);
        }
        if (e->kind == Kind::property) add_name(e->name);
        if (e->pattern) add_pattern(*e->pattern);
        for (std::size_t i = 0; i < e->parts.size(); ++i) {
            add(e->parts[i].get(), asks_for_whole(*e, i, whole));
        }
    }

    static bool asks_for_whole(const Expression& e, std::size_t part, bool whole) {
        switch (e.kind) {
            case Kind::property:
                return false;
            case Kind::index:  // r[$name] may be any property
                return part == 0 && (whole || e.parts[1]->kind != Kind::literal ||
                                     std::holds_alternative<std::string>(e.parts[1]->value.data));
            case Kind::quantifier:
                return whole && part != 1;
            case Kind::aggregate:
            case Kind::call:
                return part == 0 && asks_for_whole(e.function, whole);
            default:
                return whole;
        }
    }

    static bool asks_for_whole(Function function, bool whole) {
        switch (function) {
            case Function::keys:
            case Function::properties:
                return true;
            case Function::count:
            case Function::id:
            case Function::labels:
            case Function::length:
            case Function::size:
            case Function::type:
                return false;
            default:
                return whole;
        }
    }

    std::set<Slot> nodes_;  // variables that are nodes
};

// Finds how far from named entities a query looks.
class ReachFinder {
  public:
    ReachFinder(const Query& query, const Parameters& parameters)
        : query_(query), parameters_(parameters) {}

    Reach find() {
        for (const Clause& clause : query_.clauses) {
            add_pattern(clause.match.pattern, clause.match.where.get());
            add_expression(clause.match.where.get());
            add_expression(clause.unwind.list.get());
            add_projection(clause.project);
        }
        Reach reach;
        reach.names.assign(names_.begin(), names_.end());
        reach.types = types_;
        reach.extent.rim = false;
        if (!any_type_) reach.extent.types = types_;
        if (searches_.size() == 1 && relations_ == 1) add_ends(*searches_[0], reach);
        anywhere_ = anywhere_ || !searches_.empty();
        if (anywhere_ || names_.empty() || hops_ > kMostHops) return reach;
        reach.extent.around = reach.names;
        reach.extent.hops = hops_;
        return reach;
    }

  private:
    // A search between two names, along relations of which nothing but the types is asked.
    void add_ends(const PathPattern& path, Reach& reach) const {
        const auto from = name_of_.find(path.nodes.front().slot);
        const auto to = name_of_.find(path.nodes.back().slot);
        const RelationPattern& relation = path.relations[0];
        const bool plain = from != name_of_.end() && to != name_of_.end() &&
                           relation.properties.empty() && path.relations.size() == 1;
        if (!plain || anywhere_) return;
        reach.ends = {from->second, to->second};
        if (relation.direction == RelationPattern::Direction::left)
            std::swap(reach.ends->first, reach.ends->second);
        reach.connections.paths.directed = relation.direction != RelationPattern::Direction::both;
        reach.connections.paths.denied = true;
        reach.connections.paths.max_hops = relation.most;
        reach.connections.types.insert(relation.types.begin(), relation.types.end());
    }

    void add_pattern(const Pattern& pattern, const Expression* where) {
        new_.insert(pattern.new_slots.begin(), pattern.new_slots.end());
        for (const PathPattern& path : pattern.paths) {
            for (const NodePattern& node : path.nodes) {
                for (const PropertyTest& test : node.properties) {
                    if (is_name(test.name)) anchor(node.slot, *test.value);
                }
            }
        }
        anchor_by_condition(where);
        new_.clear();
        while (spread(pattern)) {
        }
        for (const PathPattern& path : pattern.paths) measure(path);
    }

    // Nodes are as near as the pattern's other nodes let them be; false where nothing changed.
    bool spread(const Pattern& pattern) {
        bool changed = false;
        const auto nearer = [&](Slot from, Slot to, std::uint32_t hops) {
            const auto near = distance_.find(from);
            if (near == distance_.end()) return;
            const std::uint32_t distance = near->second + hops;
            const auto [known, fresh] = distance_.emplace(to, distance);
            if (!fresh && known->second <= distance) return;
            known->second = distance;
            changed = true;
        };
        for (const PathPattern& path : pattern.paths) {
            for (std::size_t i = 0; i < path.relations.size(); ++i) {
                const std::uint32_t most = path.relations[i].most;
                nearer(path.nodes[i].slot, path.nodes[i + 1].slot, most);
                nearer(path.nodes[i + 1].slot, path.nodes[i].slot, most);
            }
        }
        return changed;
    }

    void measure(const PathPattern& path) {
        for (const NodePattern& node : path.nodes) {
            anywhere_ = anywhere_ || !distance_.contains(node.slot);
            for (const PropertyTest& test : node.properties) add_expression(test.value.get());
        }
        if (path.search != PathPattern::Search::all) searches_.push_back(&path);
        for (std::size_t i = 0; i < path.relations.size(); ++i) {
            const RelationPattern& relation = path.relations[i];
            ++relations_;
            types_.insert(relation.types.begin(), relation.types.end());
            any_type_ = any_type_ || relation.types.empty();
            for (const PropertyTest& test : relation.properties) add_expression(test.value.get());
            if (anywhere_) continue;
            const std::uint32_t near =
                std::min(distance_.at(path.nodes[i].slot), distance_.at(path.nodes[i + 1].slot));
            hops_ = std::max(hops_, near + relation.most);
        }
    }

    static bool is_name(std::string_view property) {
        return property == "name" || property == "id";
    }

    // `n.name = "X"` and `n.name IN ["X", "Y"]` anchor n, also inside AND.
    void anchor_by_condition(const Expression* e) {
        if (e == nullptr || e->kind != Kind::operation) return;
        if (e->op == Operator::logical_and) {
            for (const auto& part : e->parts) anchor_by_condition(part.get());
        } else if (e->op == Operator::equal) {
            anchor_by_equality(*e->parts[0], *e->parts[1]);
            anchor_by_equality(*e->parts[1], *e->parts[0]);
        } else if (e->op == Operator::in) {
            anchor_by_equality(*e->parts[0], *e->parts[1]);
        }
    }

    void anchor_by_equality(const Expression& property, const Expression& value) {
        const bool names_node = property.kind == Kind::property && is_name(property.name) &&
                                property.parts[0]->kind == Kind::slot;
        if (names_node) anchor(property.parts[0]->slot, value);
    }

    // A variable of an earlier clause is not anchored by this one: there it stood for all.
    void anchor(Slot slot, const Expression& value) {
        std::vector<std::string> names;
        if (!new_.contains(slot) || !add_names(value, names)) return;
        distance_[slot] = 0;
        if (names.size() == 1) name_of_[slot] = names[0];
        names_.insert(names.begin(), names.end());
    }

    // The string or list of strings that an expression is; false where that cannot be told.
    bool add_names(const Expression& e, std::vector<std::string>& names) const {
        if (e.kind == Kind::list) {
            return std::all_of(e.parts.begin(), e.parts.end(),
                               [&](const auto& part) { return add_names(*part, names); });
        }
        if (e.kind == Kind::literal) return add_names(e.value, names);
        if (e.kind != Kind::parameter) return false;
        const auto found = parameters_.find(e.name);
        return found != parameters_.end() && add_names(found->second, names);
    }

    static bool add_names(const Value& value, std::vector<std::string>& names) {
        if (const auto* list = std::get_if<Value::List>(&value.data)) {
            return std::all_of(list->begin(), list->end(),
                               [&](const Value& item) { return add_names(item, names); });
        }
        const auto* text = std::get_if<std::string>(&value.data);
        if (text != nullptr) names.push_back(*text);
        return text != nullptr;
    }

    void add_projection(const ProjectClause& clause) {
        for (const Projection& item : clause.items) {
            add_expression(item.expression.get());
            if (item.expression->kind != Kind::slot) continue;
            const auto near = distance_.find(item.expression->slot);
            if (near != distance_.end()) distance_.emplace(item.slot, near->second);
        }
        for (const SortKey& key : clause.order) add_expression(key.expression.get());
        add_expression(clause.where.get());
    }

    // Patterns inside conditions start at known variables.
    void add_expression(const Expression* e) {
        if (e == nullptr) return;
        for (const auto& part : e->parts) add_expression(part.get());
        if (e->pattern) add_pattern(*e->pattern, nullptr);
    }

    const Query& query_;
    const Parameters& parameters_;
    std::set<std::string> names_;
    std::map<Slot, std::uint32_t> distance_;  // of nodes from a named one, at most
    std::set<Slot> new_;                      // variables of the clause at hand
    std::set<std::string> types_;
    bool any_type_ = false;
    std::map<Slot, std::string> name_of_;  // of nodes for which one name is given
    std::vector<const PathPattern*> searches_;
    std::size_t relations_ = 0;  // of all patterns
    std::uint32_t hops_ = 0;
    bool anywhere_ = false;
};

}  // namespace

Reach reach(std::string_view text, const Parameters& parameters) {
    const Query query = parse(text);
    const PropertyFinder properties(query);
    Reach reach = ReachFinder(query, parameters).find();
    reach.seen_dates = properties.seen_dates;
    reach.extent.evidence = reach.connections.evidence = properties.evidence;
    reach.connections.best_only = false;
    return reach;
}

KnowledgeGraph load(const std::filesystem::path& path, const Reach& reach) {
    if (reach.ends) {
        const std::vector<std::string> from = entities_named(path, reach.ends->first);
        const std::vector<std::string> to = entities_named(path, reach.ends->second);
        if (from.size() == 1 && to.size() == 1)
            return load_connections(path, from[0], to[0], reach.connections);
    }
    return graph::load(path, reach.extent);
}

}  // namespace relata::graph::query
