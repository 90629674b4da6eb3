// NounReferences: what phrases mean that refer by a noun, "the company", "the San Diego firm", "the
// buyer": the one that grammar says, else the most salient that fits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/name/firm_pronouns.hpp"
#include "extract/name/kinds.hpp"
#include "extract/name/people_references.hpp"
#include "extract/name/role_nouns.hpp"

namespace relata::extract {

class NounReferences : public PeopleReferences {
  public:
    // All must outlive this.
    NounReferences(const ArticleWords& words, std::span<const Mention> names,
                   std::span<const Tie> ties, std::vector<Entity>& entities);

    // "the company", "the San Diego company", with the noun from `t` to `last`; not "the company
    // Acme", "the founder of Acme".
    void phrase(std::uint32_t t, std::uint32_t last);
    // "the buyer", "its parent": who has that part in what was said before. Gives whether there is
    // one.
    bool role_phrase(std::uint32_t t, std::uint32_t last, Reference reference);

  protected:
    // The most salient of what was named; for a phrase its noun's token and the place in it.
    std::uint32_t antecedent(const Reference& reference, const Excluded& excluded,
                             const Salience::Wanted& wanted, std::uint32_t place = kNoEntity) const;

    FirmPronouns firms_;
    RoleNouns roles_;
    std::uint32_t bought_ = kNoEntity;  // what the sentence before bought, if this tells its origin
    std::uint32_t phrase_end_ = 0;      // of a phrase whose words are none by themselves

  private:
    // A noun that may refer to something, and what stands around it.
    struct Phrase {
        std::uint32_t article, noun, last;  // its article, its first token, behind its last
        Reference reference;
        std::uint32_t within = kNone;     // names from here on belong to it
        std::uint32_t owned = kNoEntity;  // what it owns
    };

    bool may_be_man(std::uint32_t entity) const;
    std::uint32_t named_next(const Phrase& phrase) const;
    std::uint32_t named_with(const Phrase& phrase, std::uint32_t head) const;
    std::uint32_t meant_by(const Phrase& phrase, std::uint32_t place);
    void add_phrase(const Phrase& phrase, std::uint32_t entity);
    std::uint32_t compound_begin(std::uint32_t t) const;
    std::uint32_t product_joined_to(std::uint32_t noun) const;
    void exclude_names(std::uint32_t from, Excluded& excluded) const;
    bool names_firm() const;
    bool another_is_of_kind(std::uint32_t entity) const;

    Kinds known_;
    std::optional<std::size_t> lead_;
    std::vector<std::string> kinds_;  // that the phrase in hand names
};

}  // namespace relata::extract
