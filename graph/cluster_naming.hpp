// What a cluster of names is called: its id, its type, its name, its aliases. Functions of the set
// of members, never of their order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/resolve.hpp"

namespace relata::graph {

// "org:deepseek"
std::string typed(extract::EntityType type, std::string_view key);
extract::EntityType type_of_id(std::string_view id);

// All references must outlive it. Safe from any thread.
class ClusterNaming {
  public:
    // `keys`: canonical keys of the names; `known_ids`: typed keys of well-known names.
    ClusterNaming(std::span<const NameUse> names, const std::vector<std::string>& keys,
                  const std::unordered_map<std::uint32_t, std::string>& known_ids)
        : names_(names), keys_(keys), known_ids_(known_ids) {}

    Cluster cluster(std::vector<std::uint32_t> members) const;

  private:
    std::string known_id(const std::vector<std::uint32_t>& members) const;
    extract::EntityType main_type(const std::vector<std::uint32_t>& members) const;
    std::uint32_t main_name(const std::vector<std::uint32_t>& members,
                            extract::EntityType type) const;
    std::string shortest_key(const std::vector<std::uint32_t>& members,
                             extract::EntityType type) const;

    std::span<const NameUse> names_;
    const std::vector<std::string>& keys_;
    const std::unordered_map<std::uint32_t, std::string>& known_ids_;
};

// Sorts clusters by id. Names that the user holds apart although their keys are equal get ids of
// their own.
void make_ids_unique(std::vector<Cluster>& clusters);

}  // namespace relata::graph
