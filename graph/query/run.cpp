#include <algorithm>
#include <memory>

#include "graph/query/function.hpp"
#include "graph/query/match.hpp"
#include "graph/query/parser.hpp"
#include "graph/query/project.hpp"
#include "graph/query/property.hpp"
#include "graph/query/query.hpp"

namespace relata::graph::query {
namespace {

// Drives rows through the clauses of a query.
class Runner {
  public:
    Runner(const KnowledgeGraph& graph, const Query& query, const Parameters& parameters)
        : query_(query), evaluator_(graph, parameters, query.text) {
        projectors_.resize(query.clauses.size());
        for (std::size_t c = 0; c < query.clauses.size(); ++c) {
            if (query.clauses[c].kind != Clause::Kind::project) continue;
            projectors_[c] =
                std::make_unique<Projector>(evaluator_, query.clauses[c].project, query.slots,
                                            [this, c](Row& row) { return apply(c + 1, row); });
        }
        for (const Projection& item : query.clauses.back().project.items) {
            if (!item.hidden) result_.columns.push_back(item.name);
        }
    }

    QueryResult run() {
        Row row(query_.slots);
        apply(0, row);
        for (const auto& projector : projectors_) {
            if (projector) projector->finish();
        }
        return std::move(result_);
    }

  private:
    // Hands a row to a clause; false where it wants no more.
    bool apply(std::size_t clause, Row& row) {
        if (clause == query_.clauses.size()) return emit(row);
        const Clause& c = query_.clauses[clause];
        switch (c.kind) {
            case Clause::Kind::match:
                return match(c.match, clause, row);
            case Clause::Kind::unwind:
                return unwind(c.unwind, clause, row);
            case Clause::Kind::project:
                return projectors_[clause]->add(row);
        }
        return true;
    }

    bool match(const MatchClause& clause, std::size_t index, Row& row) {
        bool found = false;
        const bool go_on =
            match_pattern(evaluator_, clause.pattern, clause.where.get(), row, [&](Row& matched) {
                found = true;
                return apply(index + 1, matched);
            });
        if (found || !clause.optional) return go_on;
        return apply(index + 1, row);  // the new variables are null
    }

    bool unwind(const UnwindClause& clause, std::size_t index, Row& row) {
        const Value value = evaluator_.evaluate(*clause.list, row);
        if (value.is_null()) return true;
        const auto* list = std::get_if<Value::List>(&value.data);
        const Value::List items = list != nullptr ? *list : Value::List{value};
        for (const Value& item : items) {
            row[clause.slot] = item;
            if (!apply(index + 1, row)) return false;
        }
        return true;
    }

    bool emit(const Row& row) {
        std::vector<Value>& values = result_.rows.emplace_back();
        for (const Projection& item : query_.clauses.back().project.items) {
            if (!item.hidden) values.push_back(row[item.slot]);
        }
        return true;
    }

    const Query& query_;
    Evaluator evaluator_;
    std::vector<std::unique_ptr<Projector>> projectors_;  // by clause
    QueryResult result_;
};

}  // namespace

QueryResult run(const KnowledgeGraph& graph, std::string_view text, const Parameters& parameters) {
    const Query query = parse(text);
    return Runner(graph, query, parameters).run();
}

std::vector<std::string> vocabulary() {
    std::vector<std::string> words = {"ALL",
                                      "AND",
                                      "ANY",
                                      "AS",
                                      "ASC",
                                      "BY",
                                      "CASE",
                                      "CONTAINS",
                                      "DESC",
                                      "DISTINCT",
                                      "ELSE",
                                      "END",
                                      "ENDS",
                                      "EXISTS",
                                      "FALSE",
                                      "IN",
                                      "IS",
                                      "LIMIT",
                                      "MATCH",
                                      "NONE",
                                      "NOT",
                                      "NULL",
                                      "OPTIONAL",
                                      "OR",
                                      "ORDER",
                                      "RETURN",
                                      "SINGLE",
                                      "SKIP",
                                      "STARTS",
                                      "THEN",
                                      "TRUE",
                                      "UNWIND",
                                      "WHEN",
                                      "WHERE",
                                      "WITH",
                                      "XOR",
                                      "allShortestPaths",
                                      "shortestPath"};
    for (const FunctionRow& function : functions()) words.emplace_back(function.name);
    for (std::string& name : property_names()) words.push_back(std::move(name));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace relata::graph::query
