// A name where it stands: what the words around it say of its type is asked on its left
// (weigh_left) and on its right (weigh_right), in points of the name's context.
#pragma once

#include <cstdint>
#include <span>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"

namespace relata::extract {

class NamePlace {
  public:
    // `name` is one of `all`, which are in text order, and stands in the sentence of the tokens
    // from `begin` to `end`.
    NamePlace(const ArticleWords& words, std::span<const Candidate> all, Candidate& name,
              std::uint32_t begin, std::uint32_t end)
        : words_(words), all_(all), c_(&name), begin_(begin), end_(end) {}

    // Does it stand behind "called", "namens"?
    bool is_named() const {
        return c_->first > begin_ && words_.has(c_->first - 1, cls::naming) &&
               !words_.has(c_->first, cls::naming) && !opens_sentence(c_->first - 1);
    }

  protected:
    void context(EntityType type, int points) const { points_of(c_->context, type) += points; }

    bool opens_sentence(std::uint32_t preposition) const {
        return words_.capital_nouns && preposition == begin_ &&
               words_.has(preposition, cls::preposition);
    }

    // Can a government be called by the name: one word, and neither a country's nor a firm's?
    bool is_leader() const {
        constexpr ClassMask other = cls::known_org | cls::known_product | cls::geographic;
        return c_->last - c_->first == 1 && (c_->listed & other) == 0 &&
               (words_.single[c_->first] & (cls::geographic | cls::demonym)) == 0 &&
               !words_.flag(c_->first, kAllCaps | kInnerCapital);
    }

    const ArticleWords& words_;
    std::span<const Candidate> all_;
    Candidate* c_;
    std::uint32_t begin_, end_;
};

void weigh_left(const NamePlace& place);
void weigh_right(const NamePlace& place);

}  // namespace relata::extract
