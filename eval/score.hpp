// Scores relations against a gold file: precision, recall, F1 and the share of right statuses, by
// type, by language and by rule. A relation is right when type, subject and object are those of a
// gold relation of the same article; names are compared case-folded, without leading article and
// legal form. Micro-averaged; a gold relation counts once an article, and so does a wrong one.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "eval/gold.hpp"
#include "extract/relation.hpp"

namespace relata::eval {

struct Tally {
    std::size_t right = 0, wrong = 0, missed = 0;
    std::size_t status_right = 0;  // of `right`
    double precision() const;      // all in [0, 1]; 0 where there is nothing to divide
    double recall() const;
    double f1() const;
    double status() const;
};

// Where a share lies with 95 % confidence.
struct Interval {
    double low = 0, high = 1;
};
// The Wilson score interval of `part` out of `whole` (E. B. Wilson, JASA 22, 1927); [0, 1] for
// nothing.
Interval wilson(std::size_t part, std::size_t whole);

struct Fault {
    std::string document, type, subject, object;
    std::string detail;  // the rule of a wrong relation; "" for a missed one
    bool wrong = false;  // else missed
};

struct Report {
    std::map<std::string, Tally> by_type, by_language, by_rule;  // rules have no `missed`
    Tally all;
    std::vector<Fault> faults;  // in the order of the articles
};

// The form in which names are compared.
std::string comparable(std::string_view name);

// Adds one article and the relations that were extracted from it.
void score(const GoldArticle& gold, std::span<const extract::Relation> found, Report& report);

}  // namespace relata::eval
