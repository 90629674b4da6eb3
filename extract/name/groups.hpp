// Groups: several people or organisations that one reference means, "they", "the two firms", "die
// beiden Autobauer": those that were last named in one series ("Acme, Blip and Foo"), or the only
// ones that a sentence names.
//
//   const std::vector<std::uint32_t> firms =
//       groups.before(token, sentence, {type_bit(EntityType::org), 2});
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/article.hpp"

namespace relata::extract {

class Groups {
  public:
    // `names` are the article's in text order, `references` those that were resolved so far.
    Groups(const ArticleWords& words, std::span<const Mention> names,
           const std::vector<Mention>& references, const std::vector<Entity>& entities)
        : words_(words), names_(names), references_(references), entities_(entities) {}

    struct Wanted {
        TypeSet types = 0;
        std::size_t size = 0;       // how many, or 0: any number
        std::size_t sentences = 2;  // how far back, beside the sentence itself
        bool series = false;        // only names that were joined by "and"
    };
    // The entities that a reference at token `t` of a sentence means, at least two, in text order;
    // empty where it is not clear.
    std::vector<std::uint32_t> before(std::uint32_t t, std::size_t sentence,
                                      const Wanted& wanted) const;

  private:
    using Members = std::vector<std::uint32_t>;
    bool fits(const Mention& mention, TypeSet types) const;
    bool is_institution(const Mention& name) const;
    // The names of [begin, end) that may be meant, without those inside of others.
    std::vector<const Mention*> names_in(std::uint32_t begin, std::uint32_t end,
                                         TypeSet types) const;
    // Each entity that [begin, end) speaks of, references included.
    Members spoken_of(std::uint32_t begin, std::uint32_t end, TypeSet types) const;
    Members last_series(std::span<const Mention* const> names, std::size_t size) const;
    enum class Joint { none, comma, coordinator };
    Joint joint(const Mention& left, const Mention& right) const;

    const ArticleWords& words_;
    std::span<const Mention> names_;
    const std::vector<Mention>& references_;
    const std::vector<Entity>& entities_;
};

}  // namespace relata::extract
