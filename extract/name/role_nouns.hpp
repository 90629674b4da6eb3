// Role nouns: "the buyer", "the parent company", "die Tochter", "der Kläger" mean who has that part
// in what the text said before, however near other names are. The map `role_noun` says which part:
// `buyer` -> `acquired subject|shareholder_of subject`.
//
// Only the rules know who bought whom, and they run behind the recognition of names; so an article
// that has such a noun is read twice, the second time with what the rules claimed the first time
// (Extractor).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/tie.hpp"

namespace relata::extract {

// Does the article speak of somebody by such a noun? For analyses with tokens and phrases.
bool has_role_nouns(const Analysis& analysis);

class RoleNouns {
  public:
    // `ties` in text order; the view must outlive this.
    RoleNouns(const ArticleWords& words, std::span<const Tie> ties);

    bool empty() const { return ties_.empty() || !list_; }
    bool has(std::uint32_t token) const { return !empty() && words_.in(list_, token); }
    // "acquired subject|shareholder_of subject" for the words from `first` to `last`, or "".
    std::string_view roles_of(std::uint32_t first, std::uint32_t last) const;

    // The same for "the acquired company", whose noun is at `noun`: by the word before it.
    std::string_view roles_before(std::uint32_t noun) const;

    // Who is looked for.
    struct Wanted {
        std::string_view roles;             // the likeliest first
        std::uint32_t before = 0;           // the token at which the phrase begins
        std::size_t sentence = 0;           // its sentence
        std::uint32_t owner = kNoEntity;    // "its parent": whose
        std::uint32_t speaker = kNoEntity;  // whom the article is about: "the rival" is another
        bool person = false;                // of people a text names too many to take the last
    };
    // Who had that part last, among those for whom `fits` holds; kNoEntity where the nearest
    // sentence tells of several.
    std::uint32_t holder(const Wanted& wanted,
                         const std::function<bool(std::uint32_t)>& fits) const;

  private:
    static std::uint32_t part_of(const Tie& tie, std::string_view role, const Wanted& wanted);
    std::uint32_t holder_of(std::string_view role, const Wanted& wanted,
                            const std::function<bool(std::uint32_t)>& fits) const;

    const ArticleWords& words_;
    std::span<const Tie> ties_;
    std::optional<ClassId> list_, adjectives_;
};

}  // namespace relata::extract
