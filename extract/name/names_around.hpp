// NamesAround: questions about the noun phrases of a sentence that may refer to something: where
// their article stands, which name belongs to them. The place that is looked at moves on with the
// words of the article; names are in text order.
#pragma once

#include <cstdint>
#include <span>

#include "extract/name/article.hpp"

namespace relata::extract {

class NamesAround {
  public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    NamesAround(const ArticleWords& words, std::span<const Mention> names)
        : words_(words), names_(names) {}

    bool in_name(std::uint32_t t) const;
    // The name that begins at `first`, and the one that ends before `end`, near the current token.
    const Mention* name_from(std::uint32_t first) const;
    const Mention* name_until(std::uint32_t end) const;
    // "the San Francisco-based design company", "the buy-now-pay-later group": a compound with
    // hyphens counts as one word.
    std::uint32_t article_before(std::uint32_t t) const;
    // "its parent", "ihre frühere Mutter": the possessive that the noun at `t` has.
    std::uint32_t possessive_before(std::uint32_t t) const;
    // Does the sentence open with the noun at `t` and its article: "A small Danish bank"?
    bool opens_with(std::uint32_t t) const;
    // "Acme, an Oslo publisher,", "Acme is a publisher": the name, for the noun at `t`.
    std::uint32_t introduced_before(std::uint32_t t) const;
    // "Blip, its lamp unit", "Acme's lamp unit, Blip,": the name, for the noun from `t` to `last`.
    std::uint32_t introduced_as_owned(std::uint32_t t, std::uint32_t last) const;
    // "the startup Celonis", "das Projekt „Orion“": the name behind a noun.
    std::uint32_t named_after(std::uint32_t last) const;
    // "the Acme car company": the firm named between the article and its noun.
    std::uint32_t named_inside(std::uint32_t article, std::uint32_t noun,
                               std::span<const Entity> entities) const;
    // Is the entity among the last names before the token `at`?
    bool is_named_before(std::uint32_t at, std::uint32_t entity) const;
    // "It was sold to a shell company. The shell company": does the phrase from the article to
    // `last` say again what was told of without a name?
    bool is_told_without_name(std::uint32_t article, std::uint32_t last) const;
    // Does something follow that specifies the noun ("the founder of")?
    bool is_specified(std::uint32_t last) const;
    // "The company, Acme, has": the name between the commas.
    std::uint32_t apposed_behind(std::uint32_t last) const;
    TypeSet types_by_noun(std::uint32_t t) const;
    // "Acme, the Oslo company behind Foo,": the name before the comma.
    std::uint32_t apposition_head(std::uint32_t article) const;
    // "Das 2020 von Jane Roe gestartete Unternehmen": its article, for the noun at `t`.
    std::uint32_t article_of_participle(std::uint32_t t) const;
    // "The Spanish bank which buys Acme" is not Acme.
    bool is_named_behind(std::uint32_t noun, std::uint32_t entity) const;

  protected:
    const ArticleWords& words_;
    std::span<const Mention> names_;
    std::size_t next_name_ = 0;          // the first name at or behind the token looked at
    std::uint32_t begin_ = 0, end_ = 0;  // its sentence

  private:
    // The nearest article of a kind that the noun at `t` may have.
    template <typename IsArticle>
    std::uint32_t before_noun(std::uint32_t t, IsArticle is_article) const;
    // The first token of the place "Austin, Texas" that the token is in, or the token itself.
    std::uint32_t begin_of_region(std::uint32_t t) const;
};

}  // namespace relata::extract
