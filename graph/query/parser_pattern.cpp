// Patterns: (a:org {name: "X"})-[r:acquired*1..3]->(b)
#include <algorithm>
#include <charconv>

#include "graph/query/fault.hpp"
#include "graph/query/parser.hpp"

namespace relata::graph::query {
namespace {

// Where a query gives no upper bound.
constexpr std::uint32_t kMostHops = 10;
constexpr std::uint32_t kMostShortestHops = 30;

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

}  // namespace

Pattern Parser::parse_pattern() {
    Pattern pattern;
    new_slots_ = &pattern.new_slots;
    do {
        pattern.paths.push_back(parse_path());
    } while (accept_symbol(","));
    new_slots_ = nullptr;
    return pattern;
}

PathPattern Parser::parse_path() {
    Slot slot = kNoSlot;
    if (peek().kind == Token::Kind::name && at_symbol("=", 1)) {
        slot = use_or_declare(tokens_[at_], Variable::Kind::path);
        at_ += 2;
    }
    const bool all = at_keyword("ALLSHORTESTPATHS");
    PathPattern path;
    if (all || at_keyword("SHORTESTPATH")) {
        const Token& name = tokens_[at_++];
        expect_symbol("(", "after shortestPath");
        path = parse_chain();
        expect_symbol(")", "at the end of shortestPath");
        if (path.relations.size() != 1 || !path.relations[0].variable_length) {
            fail(name, "shortestPath takes one relation of variable length",
                 "write shortestPath((a)-[*..6]-(b))");
        }
        if (path.relations[0].most == kMostHops) path.relations[0].most = kMostShortestHops;
        path.search = all ? PathPattern::Search::all_shortest : PathPattern::Search::shortest;
    } else {
        path = parse_chain();
    }
    path.slot = slot;
    return path;
}

PathPattern Parser::parse_chain() {
    PathPattern path;
    path.nodes.push_back(parse_node());
    while (at_symbol("-") || at_symbol("<")) {
        path.relations.push_back(parse_relation());
        path.nodes.push_back(parse_node());
    }
    return path;
}

NodePattern Parser::parse_node() {
    NodePattern node;
    node.offset = peek().offset;
    if (!accept_symbol("(")) unexpected("a node such as (a:org)");
    if (peek().kind == Token::Kind::name) {
        const Token& name = tokens_[at_++];
        node.slot = use_or_declare(name, Variable::Kind::node);
    } else {
        node.slot = new_slot();
        if (new_slots_ != nullptr) new_slots_->push_back(node.slot);
    }
    if (accept_symbol(":")) {
        do {
            node.labels.push_back(parse_label());
        } while (accept_symbol("|"));
        if (at_symbol(":")) fail(peek(), "an entity has one type", "write :person|org for either");
    }
    if (at_symbol("{")) node.properties = parse_properties();
    expect_symbol(")", "at the end of the node");
    return node;
}

EntityType Parser::parse_label() {
    const Token& name = expect_name("an entity type after `:`");
    const auto type = extract::entity_type_from(lower(name.text));
    if (!type) {
        fail(name, "`" + name.text + "` is no entity type",
             "types are person, org, product, project, place, date, money");
    }
    return *type;
}

RelationPattern Parser::parse_relation() {
    RelationPattern relation;
    relation.offset = peek().offset;
    const bool left = accept_symbol("<");
    expect_symbol("-", "in a relation");
    if (accept_symbol("[")) {
        parse_relation_detail(relation);
        expect_symbol("]", "at the end of the relation");
    }
    if (relation.slot == kNoSlot) {
        relation.slot = new_slot();
        if (new_slots_ != nullptr) new_slots_->push_back(relation.slot);
    }
    expect_symbol("-", "after the relation");
    const bool right = accept_symbol(">");
    using Direction = RelationPattern::Direction;
    relation.direction = left == right ? Direction::both
                         : left        ? Direction::left
                                       : Direction::right;
    return relation;
}

void Parser::parse_relation_detail(RelationPattern& relation) {
    if (peek().kind == Token::Kind::name) {
        const Token& name = tokens_[at_++];
        relation.slot = use_or_declare(name, Variable::Kind::relation);
    }
    if (accept_symbol(":")) {
        do {
            accept_symbol(":");  // :A|:B is an older spelling of :A|B
            relation.types.push_back(lower(expect_name("a relation type").text));
        } while (accept_symbol("|"));
    }
    if (accept_symbol("*")) parse_hops(relation);
    if (at_symbol("{")) relation.properties = parse_properties();
}

void Parser::parse_hops(RelationPattern& relation) {
    relation.variable_length = true;
    relation.most = kMostHops;
    const auto number = [&](std::uint32_t& target) {
        if (peek().kind != Token::Kind::integer) return false;
        const std::string& digits = peek().text;
        std::from_chars(digits.data(), digits.data() + digits.size(), target);
        if (digits.size() > 3) fail(peek(), "too many hops");
        ++at_;
        return true;
    };
    const Token& first = peek();
    const bool lower_bound = number(relation.least);
    if (accept_symbol("..")) {
        number(relation.most);
    } else if (lower_bound) {
        relation.most = relation.least;
    }
    if (relation.least > relation.most) fail(first, "the least number of hops is above the most");
}

std::vector<PropertyTest> Parser::parse_properties() {
    std::vector<PropertyTest> result;
    expect_symbol("{", "before properties");
    if (accept_symbol("}")) return result;
    do {
        PropertyTest test;
        test.name = expect_name("a property's name").text;
        expect_symbol(":", "after a property's name");
        test.value = parse_expression();
        result.push_back(std::move(test));
    } while (accept_symbol(","));
    expect_symbol("}", "after properties");
    return result;
}

// Whether a parenthesis opens a pattern: (a)-[, (a:org)--(, ()<-[ ...
bool Parser::looks_like_pattern() const {
    std::size_t depth = 0, i = 0;
    for (;; ++i) {
        if (peek(i).kind == Token::Kind::end) return false;
        if (at_symbol("(", i)) ++depth;
        if (at_symbol(")", i) && --depth == 0) break;
    }
    ++i;
    if (at_symbol("<", i) && at_symbol("-", i + 1)) {
        return at_symbol("[", i + 2) || at_symbol("-", i + 2);
    }
    if (!at_symbol("-", i)) return false;
    return at_symbol("[", i + 1) ||
           (at_symbol("-", i + 1) && (at_symbol("(", i + 2) || at_symbol(">", i + 2)));
}

}  // namespace relata::graph::query
