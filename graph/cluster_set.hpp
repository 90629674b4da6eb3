// Disjoint sets of names with pairs that must never meet in one set.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace relata::graph {

class ClusterSet {
  public:
    explicit ClusterSet(std::size_t size) : parent_(size), members_(size), forbidden_(size) {
        std::iota(parent_.begin(), parent_.end(), 0U);
        for (std::uint32_t i = 0; i < size; ++i) members_[i] = {i};
    }

    std::uint32_t find(std::uint32_t i) const {
        while (parent_[i] != i) i = parent_[i];
        return i;
    }

    const std::vector<std::uint32_t>& members(std::uint32_t i) const { return members_[find(i)]; }

    void forbid(std::uint32_t a, std::uint32_t b) {
        forbidden_[a].push_back(b);
        forbidden_[b].push_back(a);
    }

    // Whether some member of a's set must not meet some member of b's.
    bool forbidden(std::uint32_t a, std::uint32_t b) const {
        return forbidden_between(find(a), find(b)) || forbidden_between(find(b), find(a));
    }

    // Joins the sets of a and b, whatever is forbidden. The larger set's root stays.
    void join(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        if (a == b) return;
        if (members_[a].size() < members_[b].size()) std::swap(a, b);
        parent_[b] = a;
        members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
        members_[b].clear();
    }

  private:
    bool forbidden_between(std::uint32_t a, std::uint32_t b) const {
        return std::any_of(members_[a].begin(), members_[a].end(), [&](std::uint32_t member) {
            return std::any_of(forbidden_[member].begin(), forbidden_[member].end(),
                               [&](std::uint32_t other) { return find(other) == b; });
        });
    }

    std::vector<std::uint32_t> parent_;
    std::vector<std::vector<std::uint32_t>> members_;    // of roots
    std::vector<std::vector<std::uint32_t>> forbidden_;  // by name
};

}  // namespace relata::graph
