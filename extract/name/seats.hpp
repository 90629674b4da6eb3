// Seats: where the firms of an article sit, as far as its words say so ("Acme of Oslo", "the Oslo
// start-up Acme", "der Kölner Konzern Acme", "Acme aus Köln"), for references that name the place:
// "the Oslo company", "die Kölner", "die Amerikaner". The countries of well-known firms come from
// the list `home_country`.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

class Seats {
  public:
    // `names` are the names of the article in text order, with their entities. `entities` may grow
    // later.
    Seats(const ArticleWords& words, std::span<const Mention> names,
          const std::vector<Entity>& entities);

    bool sits_at(std::uint32_t entity, std::uint32_t place) const;
    // Is another town than this town known, another country than this country, and not this one?
    bool sits_elsewhere(std::uint32_t entity, std::uint32_t place) const;
    // Is any place known?
    bool is_known(std::uint32_t entity) const;
    // The place of a name ("USA"), or kNoEntity.
    std::uint32_t place_named(std::string_view name) const;

  private:
    void add(std::uint32_t entity, std::uint32_t place);
    bool is_attribute(const ArticleWords& words, const Mention& place, const Mention& firm) const;

    static constexpr std::size_t kMost = 4;  // places of one firm

    const std::vector<Entity>& entities_;
    std::vector<std::vector<std::uint32_t>> places_;  // by entity
    std::vector<bool> country_;                       // by entity
    // By entity: the country of a well-known firm and, of a country that firms are listed for,
    // its own name; else "".
    std::vector<std::string_view> home_;
    std::vector<std::uint32_t> by_name_;  // the places, sorted by name
};

}  // namespace relata::extract
