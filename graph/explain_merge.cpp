#include <algorithm>
#include <deque>
#include <map>

#include "base/error.hpp"
#include "graph/name_key.hpp"
#include "graph/resolve.hpp"

namespace relata::graph {
namespace {

using Index = std::uint32_t;

// Names that are spelled so, else names with that key; of all types.
std::vector<Index> named(std::span<const NameUse> names, std::string_view name) {
    std::vector<Index> spelled, keyed;
    for (Index i = 0; i < names.size(); ++i) {
        if (names[i].name == name) spelled.push_back(i);
        if (match_key(canonical_key(names[i].name, names[i].type)) ==
            match_key(canonical_key(name, names[i].type))) {
            keyed.push_back(i);
        }
    }
    if (spelled.empty()) spelled = std::move(keyed);
    if (spelled.empty()) {
        throw Error("\"" + std::string(name) + "\"", "no record uses this name",
                    "look for its spelling with `relata show`");
    }
    return spelled;
}

// The reasons that lead from one name to another of its cluster, in order.
std::vector<std::string> chain(const Resolution& resolution, Index from, Index to) {
    std::map<Index, std::vector<const Reason*>> joined;
    for (const Reason& reason : resolution.reasons) {
        if (!reason.joined) continue;
        joined[reason.a].push_back(&reason);
        joined[reason.b].push_back(&reason);
    }
    std::map<Index, const Reason*> came_by = {{from, nullptr}};
    std::deque<Index> queue = {from};
    while (!queue.empty() && !came_by.contains(to)) {
        const Index at = queue.front();
        queue.pop_front();
        for (const Reason* reason : joined[at]) {
            const Index next = reason->a == at ? reason->b : reason->a;
            if (came_by.emplace(next, reason).second) queue.push_back(next);
        }
    }
    std::vector<std::string> result;
    for (Index at = to; at != from;) {
        const Reason* reason = came_by.at(at);
        result.push_back(reason->text);
        at = reason->a == at ? reason->b : reason->a;
    }
    std::reverse(result.begin(), result.end());
    return result;
}

std::string described(const NameUse& use) {
    return "\"" + use.name + "\" is " + std::string(extract::to_string(use.type)) +
           " with the key " + canonical_key(use.name, use.type);
}

MergeExplanation explain_same(std::span<const NameUse> names, const Resolution& resolution, Index a,
                              Index b) {
    MergeExplanation result;
    result.same = true;
    if (a == b) {
        result.reasons.push_back("both are the name \"" + names[a].name + "\"");
    } else {
        result.reasons = chain(resolution, a, b);
    }
    return result;
}

MergeExplanation explain_different(std::span<const NameUse> names, const Resolution& resolution,
                                   Index a, Index b) {
    MergeExplanation result;
    const Index of_a = resolution.cluster_of[a], of_b = resolution.cluster_of[b];
    for (const Reason& reason : resolution.reasons) {
        const Index first = resolution.cluster_of[reason.a];
        const Index second = resolution.cluster_of[reason.b];
        if (std::minmax(first, second) == std::minmax(of_a, of_b)) {
            result.reasons.push_back(reason.text);
        }
    }
    if (names[a].type != names[b].type) result.reasons.push_back("their types differ");
    result.reasons.push_back(described(names[a]));
    result.reasons.push_back(described(names[b]));
    return result;
}

}  // namespace

MergeExplanation explain_merge(std::span<const NameUse> names,
                               std::span<const std::pair<Index, Index>> related,
                               std::span<const Override> overrides, std::string_view a,
                               std::string_view b) {
    const std::vector<Index> as = named(names, a), bs = named(names, b);
    const Resolution resolution = resolve(names, related, overrides);
    for (const Index i : as) {
        for (const Index j : bs) {
            if (resolution.cluster_of[i] == resolution.cluster_of[j]) {
                return explain_same(names, resolution, i, j);
            }
        }
    }
    // Names of the same type tell more than the first ones.
    for (const Index i : as) {
        for (const Index j : bs) {
            if (names[i].type == names[j].type) return explain_different(names, resolution, i, j);
        }
    }
    return explain_different(names, resolution, as.front(), bs.front());
}

}  // namespace relata::graph
