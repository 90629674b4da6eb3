#include "extract/relation.hpp"

#include <algorithm>
#include <array>

namespace relata::extract {
namespace {

constexpr std::array<std::string_view, 7> kEntityTypes = {"person", "org",  "product", "project",
                                                          "place",  "date", "money"};
constexpr std::array<std::string_view, 5> kStatuses = {"asserted", "former", "planned", "rumoured",
                                                       "denied"};

template <typename Enum, std::size_t N>
std::optional<Enum> find_in(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view to_string(EntityType type) { return kEntityTypes[static_cast<std::size_t>(type)]; }
std::string_view to_string(Status status) { return kStatuses[static_cast<std::size_t>(status)]; }

std::optional<EntityType> entity_type_from(std::string_view name) {
    return find_in<EntityType>(kEntityTypes, name);
}
std::optional<Status> status_from(std::string_view name) {
    return find_in<Status>(kStatuses, name);
}

}  // namespace relata::extract
