// Seats: where the firms of an article sit, as far as its words say so ("Acme of Oslo", "the Oslo
// start-up Acme", "der Kölner Konzern Acme", "Acme aus Köln"), for references that name the place:
// "the Oslo company", "die Kölner", "die Amerikaner". Where well-known firms sit comes from the map
// `home`: country, region and town, parted by "|".
#pragma once

#include <cstdint>
#include <span>
#include <string>
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

    // Does it sit at the place of that name ("USA")? The article need not speak of the place.
    bool sits_in(std::uint32_t entity, std::string_view place) const;
    // Is another town than this town known, another country than this country, and not this one?
    bool sits_elsewhere(std::uint32_t entity, std::uint32_t place) const;
    // Is any place known?
    bool is_known(std::uint32_t entity) const;
    // Does the article speak of the place of a name ("USA")?
    bool is_named(std::string_view place) const;

  private:
    void add(std::uint32_t entity, std::uint32_t place);
    bool is_attribute(const ArticleWords& words, const Mention& place, const Mention& firm) const;

    static constexpr std::size_t kMost = 4;  // places of one firm

    const std::vector<Entity>& entities_;
    std::vector<std::vector<std::uint32_t>> places_;  // by entity
    std::vector<bool> country_;                       // by entity
    // By entity: the places of a well-known firm, its country first, and, of a country that firms
    // are listed for, its own name; else "". Read when first asked for.
    const std::vector<std::string_view>& home() const;
    std::string_view country_of(std::string_view place, ClassId homes) const;

    const ArticleWords& words_;
    std::span<const Mention> names_;
    mutable std::vector<std::string_view> home_;
    std::vector<std::string> place_names_, country_names_;  // sorted; `entities_` may move its own
};

}  // namespace relata::extract
