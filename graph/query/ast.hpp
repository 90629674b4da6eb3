// A parsed query. Variables are resolved to slots of a row; everything keeps its place in the text
// for messages.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/query/query.hpp"

namespace relata::graph::query {

using Slot = std::uint32_t;  // index into a row
inline constexpr Slot kNoSlot = 0xffffffff;

struct Expression;
struct Pattern;
using ExpressionPtr = std::shared_ptr<const Expression>;
using PatternPtr = std::shared_ptr<const Pattern>;

enum class Operator : std::uint8_t {
    logical_or,
    logical_xor,
    logical_and,
    logical_not,
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    in,
    starts_with,
    ends_with,
    contains,
    matches,
    add,
    subtract,
    multiply,
    divide,
    modulo,
    negate,
    is_null,
    is_not_null
};

enum class Function : std::uint8_t;  // query/function.hpp

struct Expression {
    enum class Kind : std::uint8_t {
        literal,    // value
        slot,       // slot
        parameter,  // name
        property,   // parts[0] . name
        operation,  // op over parts
        call,       // function over parts
        aggregate,  // function over parts, `distinct`; parts empty: count(*)
        list,       // parts
        map,        // keys and parts
        index,      // parts[0] [ parts[1] ]
        pattern,    // whether `pattern` is found
        choice,     // CASE: condition, result, condition, result, ..., [default]
        quantifier  // any/all/none/single/filter: parts[0] the list, slot the element, parts[1] the
                    // condition, parts[2] the result (list comprehension)
    } kind = Kind::literal;
    std::size_t offset = 0;  // in the query
    Value value;
    Slot slot = kNoSlot;
    std::string name;
    Operator op = Operator::logical_or;
    Function function{};
    bool distinct = false;
    std::uint32_t aggregate = 0;  // number of the aggregate in its clause
    std::vector<ExpressionPtr> parts;
    std::vector<std::string> keys;
    PatternPtr pattern;
};

struct PropertyTest {
    std::string name;
    ExpressionPtr value;
};

struct NodePattern {
    Slot slot = kNoSlot;
    std::vector<EntityType> labels;  // any of them; empty: all
    std::vector<PropertyTest> properties;
    std::size_t offset = 0;
};

struct RelationPattern {
    enum class Direction : std::uint8_t { right, left, both } direction = Direction::both;
    Slot slot = kNoSlot;             // of the edge, or of the list of edges
    std::vector<std::string> types;  // any of them, lower case; empty: all
    std::vector<PropertyTest> properties;
    bool variable_length = false;
    std::uint32_t least = 1, most = 1;  // hops
    std::size_t offset = 0;
};

// One path: nodes[0] relations[0] nodes[1] ...
struct PathPattern {
    enum class Search : std::uint8_t { all, shortest, all_shortest } search = Search::all;
    Slot slot = kNoSlot;  // of the path
    std::vector<NodePattern> nodes;
    std::vector<RelationPattern> relations;
};

struct Pattern {
    std::vector<PathPattern> paths;
    std::vector<Slot> new_slots;  // variables that are bound here first
};

struct MatchClause {
    bool optional = false;
    Pattern pattern;
    ExpressionPtr where;  // may be null
};

struct UnwindClause {
    ExpressionPtr list;
    Slot slot = kNoSlot;
};

struct Projection {
    std::string name;
    ExpressionPtr expression;
    Slot slot = kNoSlot;  // where its value goes
    bool aggregates = false;
    bool hidden = false;  // only for ORDER BY
};

struct SortKey {
    Slot slot = kNoSlot;       // of a projection, or
    ExpressionPtr expression;  // evaluated after projection
    bool descending = false;
};

// WITH or RETURN.
struct ProjectClause {
    bool distinct = false;
    std::vector<Projection> items;
    std::vector<ExpressionPtr> aggregates;  // by their number
    std::vector<SortKey> order;
    ExpressionPtr skip, limit;  // may be null
    ExpressionPtr where;        // of WITH; may be null
};

struct Clause {
    enum class Kind : std::uint8_t { match, unwind, project } kind = Kind::match;
    MatchClause match;
    UnwindClause unwind;
    ProjectClause project;
};

struct Query {
    std::string text;
    std::vector<Clause> clauses;  // the last one is RETURN
    std::uint32_t slots = 0;      // of a row
};

}  // namespace relata::graph::query
