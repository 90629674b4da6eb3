// Kinds: what kind of firm the well-known ones of an article are ("search", "carmaker"), for
// phrases that speak of them by it: "the search giant", "der Autobauer". All of it is data: the map
// `known_kind`, in which a firm has the words of its kinds, and each such word itself.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

class Kinds {
  public:
    // `names` are the names of the article in text order, with their entities.
    Kinds(const ArticleWords& words, std::span<const Mention> names, std::size_t entities);

    // The words of kinds among those from `first` to `last`.
    std::vector<std::string> named(std::uint32_t first, std::uint32_t last) const;
    // Is the entity known to be of one of these kinds?
    bool agrees(std::uint32_t entity, const std::vector<std::string>& kinds) const;
    // Is it known to be of other kinds only?
    bool contradicts(std::uint32_t entity, const std::vector<std::string>& kinds) const;

  private:
    const std::vector<std::string_view>& kinds() const;  // by entity: parted by spaces

    const ArticleWords& words_;
    std::span<const Mention> names_;
    std::size_t entities_;
    std::optional<ClassId> list_;
    mutable std::vector<std::string_view> kinds_;  // as kinds() gives it; empty until it is asked
};

}  // namespace relata::extract
