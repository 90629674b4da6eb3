// Which tokens can be part of a name at all, by how they are written: capitals, digits that a name
// begins with ("3Com"), single letters ("J. Smith"), months and days that are names ("Jan Koum",
// "May Department Stores"), but no symbols of shares.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/name/article.hpp"

namespace relata::extract {

class NameableWords {
  public:
    // `words` must outlive this.
    explicit NameableWords(const ArticleWords& words) : words_(words) {}

    bool may_be_name(std::uint32_t t) const;
    // "Save Our Community": a possessive that a title holds.
    bool is_inside_title(std::uint32_t t) const;

  private:
    bool is_no_other_word(std::uint32_t t) const;
    bool is_symbol_of_share(std::uint32_t t) const;
    bool is_month_of_firm(std::uint32_t t) const;
    bool is_date_before_head(std::uint32_t t) const;
    bool is_day_as_surname(std::uint32_t t) const;
    bool is_letter_of_name(std::uint32_t t) const;
    bool in_headline(std::uint32_t t) const;
    bool is_given_name(std::uint32_t t) const;
    bool ends_in_unit(std::string_view word) const;
    bool digits_then_name(std::uint32_t t) const;

    const ArticleWords& words_;
};

}  // namespace relata::extract
