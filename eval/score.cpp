#include "eval/score.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "base/utf8.hpp"
#include "extract/symmetric_types.hpp"

namespace relata::eval {
namespace {

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Wanted in the graph, but not annotated in gold files.
bool unscored(std::string_view type) { return type == "raised" || type == "valued_at"; }

bool symmetric(const std::string& type) { return extract::symmetric_types().contains(type); }

bool overlap(Span a, Span b) { return a.first < b.second && b.first < a.second; }

Span span_of(const extract::Argument& argument) { return {argument.start, argument.end}; }

using Names = std::set<std::string>;

Names names_of(const GoldArticle& gold, const std::string& name) {
    Names names = {comparable(name)};
    for (const GoldEntity& entity : gold.entities) {
        if (entity.name != name) continue;
        for (const std::string& alias : entity.aliases) names.insert(comparable(alias));
    }
    return names;
}

bool same_names(const GoldArticle& gold, const GoldRelation& relation,
                const extract::Relation& found) {
    const Names subjects = names_of(gold, relation.subject);
    const std::string subject = comparable(found.subject.name);
    const std::string object = comparable(found.object.name);
    if (relation.type == "founded_on") {  // the year decides
        return subjects.contains(subject) && object.substr(0, 4) == relation.object.substr(0, 4);
    }
    const Names objects = names_of(gold, relation.object);
    return (subjects.contains(subject) && objects.contains(object)) ||
           (symmetric(relation.type) && objects.contains(subject) && subjects.contains(object));
}

bool same_spans(const GoldRelation& relation, const extract::Relation& found) {
    const Span subject = span_of(found.subject), object = span_of(found.object);
    return (overlap(subject, relation.subject_span) && overlap(object, relation.object_span)) ||
           (symmetric(relation.type) && overlap(subject, relation.object_span) &&
            overlap(object, relation.subject_span));
}

// With spans only the annotated passages count, each for its types.
bool counted(const GoldArticle& gold, const extract::Relation& found) {
    if (unscored(found.type)) return false;
    if (!gold.by_span) return true;
    return std::any_of(gold.passages.begin(), gold.passages.end(), [&](const Passage& passage) {
        return passage.span.first <= found.object.start &&
               found.object.start < passage.span.second &&
               std::find(passage.types.begin(), passage.types.end(), found.type) !=
                   passage.types.end();
    });
}

template <typename Change>
void tally(Report& report, const GoldArticle& gold, const std::string& type, Change change) {
    change(report.all);
    change(report.by_type[type]);
    change(report.by_language[gold.document.language]);
}

}  // namespace

double Tally::precision() const { return ratio(right, right + wrong); }
double Tally::recall() const { return ratio(right, right + missed); }
double Tally::f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}
double Tally::status() const { return ratio(status_right, right); }

Interval wilson(std::size_t part, std::size_t whole) {
    if (whole == 0) return {};
    constexpr double z = 1.96;  // 95 % of the normal distribution
    const double n = static_cast<double>(whole), p = ratio(part, whole);
    const double middle = p + z * z / (2 * n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::string comparable(std::string_view name) {
    static const RE2 quotes("[\"“”„«»‚‘’']+");
    static const RE2 article("(?i)^(the|der|die|das|dem|den|des|a|an)\\s+");
    static const RE2 legal_form(
        "(?i)[ "
        ",]+(inc|corp|corporation|company|co|ltd|limited|llc|plc|gmbh|ag|se|kg|kgaa|sa|s\\.a|nv|"
        "n\\.v|ab|oy|spa|group|holding|holdings)\\.?$");
    static const RE2 space("\\s+");
    static const RE2 edges("^[ .,]+|[ .,]+$");
    std::string text(name);
    RE2::GlobalReplace(&text, quotes, "");
    RE2::GlobalReplace(&text, "^\\s+|\\s+$", "");
    RE2::Replace(&text, article, "");
    while (RE2::Replace(&text, legal_form, "")) {
    }
    RE2::GlobalReplace(&text, space, " ");
    text = utf8::fold(text);
    RE2::GlobalReplace(&text, edges, "");
    return text;
}

void score(const GoldArticle& gold, std::span<const extract::Relation> found, Report& report) {
    std::vector<bool> matched(gold.relations.size(), false);
    std::set<std::tuple<std::string, std::string, std::string>> wrong;
    for (const extract::Relation& relation : found) {
        if (!counted(gold, relation)) continue;
        bool hit = false;
        for (std::size_t i = 0; i < gold.relations.size(); ++i) {
            const GoldRelation& wanted = gold.relations[i];
            if (wanted.type != relation.type) continue;
            if (!(gold.by_span ? same_spans(wanted, relation)
                               : same_names(gold, wanted, relation))) {
                continue;
            }
            hit = true;
            if (matched[i]) continue;
            matched[i] = true;
            if (wanted.optional) continue;
            const bool status_right = wanted.status == relation.status;
            const auto add = [&](Tally& t) { ++t.right, t.status_right += status_right ? 1U : 0U; };
            tally(report, gold, relation.type, add);
            add(report.by_rule[relation.rule]);
        }
        if (hit) continue;
        std::string subject = comparable(relation.subject.name);
        std::string object = comparable(relation.object.name);
        if (symmetric(relation.type) && object < subject) std::swap(subject, object);
        if (!wrong.emplace(relation.type, subject, object).second) continue;
        const auto add = [](Tally& t) { ++t.wrong; };
        tally(report, gold, relation.type, add);
        add(report.by_rule[relation.rule]);
        report.faults.push_back({gold.document.id, relation.type, relation.subject.name,
                                 relation.object.name, relation.rule, true});
    }
    for (std::size_t i = 0; i < gold.relations.size(); ++i) {
        const GoldRelation& wanted = gold.relations[i];
        if (matched[i] || wanted.optional) continue;
        tally(report, gold, wanted.type, [](Tally& t) { ++t.missed; });
        report.faults.push_back(
            {gold.document.id, wanted.type, wanted.subject, wanted.object, "", false});
    }
}

}  // namespace relata::eval
