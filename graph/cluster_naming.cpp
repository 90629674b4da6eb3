#include "graph/cluster_naming.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "graph/name_key.hpp"

namespace relata::graph {

using extract::EntityType;
using Index = std::uint32_t;

std::string typed(EntityType type, std::string_view key) {
    std::string result(extract::to_string(type));
    result += ':';
    result += key;
    return result;
}

EntityType type_of_id(std::string_view id) {
    return *extract::entity_type_from(id.substr(0, id.find(':')));
}

Cluster ClusterNaming::cluster(std::vector<Index> members) const {
    Cluster result;
    result.members = std::move(members);
    std::sort(result.members.begin(), result.members.end());
    result.id = known_id(result.members);
    result.type = result.id.empty() ? main_type(result.members) : type_of_id(result.id);
    if (result.id.empty())
        result.id = typed(result.type, shortest_key(result.members, result.type));
    result.name = names_[main_name(result.members, result.type)].name;
    std::set<std::string> aliases;
    for (const Index member : result.members) {
        aliases.insert(names_[member].name);
        for (const auto& [alias, documents] : names_[member].aliases) aliases.insert(alias);
    }
    aliases.erase(result.name);
    aliases.erase("");
    result.aliases.assign(aliases.begin(), aliases.end());
    return result;
}

EntityType ClusterNaming::main_type(const std::vector<Index>& members) const {
    std::map<EntityType, std::uint64_t> votes;
    for (const Index member : members) votes[names_[member].type] += names_[member].documents;
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

Index ClusterNaming::main_name(const std::vector<Index>& members, EntityType type) const {
    return *std::min_element(members.begin(), members.end(), [&](Index a, Index b) {
        const auto rank = [&](Index i) {
            return std::tuple(names_[i].type != type, -std::int64_t{names_[i].documents},
                              -static_cast<std::int64_t>(names_[i].name.size()),
                              std::string_view(names_[i].name));
        };
        return rank(a) < rank(b);
    });
}

// The id of the well-known entity that the members are, or "".
std::string ClusterNaming::known_id(const std::vector<Index>& members) const {
    std::string best;
    for (const Index member : members) {
        const auto known = known_ids_.find(member);
        if (known != known_ids_.end() && (best.empty() || known->second < best)) {
            best = known->second;
        }
    }
    return best;
}

// The shortest key of a member: it changes least as a graph grows.
std::string ClusterNaming::shortest_key(const std::vector<Index>& members, EntityType type) const {
    std::string best;
    for (const Index member : members) {
        if (names_[member].type != type) continue;
        const std::string& key = keys_[member].empty() ? names_[member].name : keys_[member];
        if (best.empty() || std::pair(key.size(), key) < std::pair(best.size(), best)) {
            best = key;
        }
    }
    return best;
}

void make_ids_unique(std::vector<Cluster>& clusters) {
    const auto by_id = [](const Cluster& a, const Cluster& b) {
        return std::tie(a.id, a.name) < std::tie(b.id, b.name);
    };
    std::sort(clusters.begin(), clusters.end(), by_id);
    std::unordered_set<std::string> taken;
    for (const Cluster& c : clusters) taken.insert(c.id);
    std::string before;
    for (Cluster& c : clusters) {
        if (c.id != before) {
            before = c.id;
            continue;
        }
        std::string id = typed(c.type, folded_key(c.name));
        for (int n = 2; !taken.insert(id).second; ++n) {
            id = typed(c.type, folded_key(c.name)) + "~" + std::to_string(n);
        }
        c.id = id;
    }
    std::sort(clusters.begin(), clusters.end(), by_id);
}

}  // namespace relata::graph
