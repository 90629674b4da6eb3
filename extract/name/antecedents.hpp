// Antecedents: what grammar says that a reference means, whatever the article is about: the name
// before a relative pronoun, the owner that "and its" joins to, the firm that was named with the
// place of "the San Diego company". The place that is looked at moves on with the words of the
// article, as in NamesAround; references are known once they were added to found_.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/names_around.hpp"
#include "extract/name/reference.hpp"
#include "extract/name/seats.hpp"

namespace relata::extract {

class Antecedents : public NamesAround {
  public:
    Antecedents(const ArticleWords& words, std::span<const Mention> names,
                std::vector<Entity>& entities)
        : NamesAround(words, names),
          entities_(entities),
          seats_(words, names, entities),
          genders_(entities.size(), 0) {}

    TypeSet types_of(std::uint32_t entity) const { return entities_[entity].types; }

    // 'm' or 'f' by the given name, or 0.
    char gender_of(const Mention& name) const;
    void note_gender(const Mention& name);
    // "Acme and its backers", "Acme, its chief executive Jane Roe and": what stands straight
    // before.
    std::uint32_t owner_before(std::uint32_t t, const Reference& reference) const;
    // "talk that Blip may unveil its phone": who launches what is its own.
    std::uint32_t who_launches(std::uint32_t t, const Reference& reference) const;
    // "Dessen Chef": of what the sentence before ends with, as "sein Chef" is not.
    std::uint32_t named_last(const Reference& reference) const;
    // Is the firm behind a quotation that ends at `close` the speaker's, not the one spoken to?
    bool speaks_for(const Mention& firm, std::uint32_t close) const;
    // '"We have bought Blip," said Acme chief executive Jane Roe': the only firm behind the
    // quotation, which speaks, for the "we" at `t`.
    std::uint32_t firm_of_speaker(std::uint32_t t) const;
    // "Blip rose after Acme said on Monday that it would": who says it, not whom the sentence is
    // about.
    std::uint32_t who_says(std::uint32_t t, const Reference& reference) const;
    // "Nachdem sie Acme gegründet hatte, zog Jane Roe um": who the main clause is about.
    std::uint32_t subject_behind(std::uint32_t t, const Reference& reference) const;
    // "Acme kann sich freuen: Das Start-up bekommt": who acts before the colon, if the last named.
    std::uint32_t subject_before_colon(std::uint32_t article, const Reference& reference) const;
    // "Acme said they": a firm may be more than one, where the sentence names no other.
    std::uint32_t only_firm_before(std::uint32_t t) const;
    // ", which", "— which", ", through which"
    std::uint32_t before_comma(std::uint32_t t) const;
    // What a name or a phrase that ends before `end` stands for.
    std::uint32_t ending_at(std::uint32_t end, const Reference& reference) const;
    // "Acme, a maker of robots that", "Jane Roe is an engineer who": the pronoun means a phrase
    // that describes what stands before its comma or its "is".
    std::uint32_t described_before(std::uint32_t before, const Reference& reference) const;
    // The last name or phrase of the sentence before a token that may be what is referred to.
    std::uint32_t nearest_before(std::uint32_t end, const Reference& reference) const;
    // The place among the words of a phrase: "the San Diego company".
    std::uint32_t place_in(std::uint32_t first, std::uint32_t last) const;
    // A firm that was named next to that place before the token `first`, and is not known to sit
    // elsewhere.
    std::uint32_t described(std::uint32_t place, std::uint32_t first,
                            const Reference& reference) const;
    // "Acme, das die Firma gekauft hat": what the relative clause that begins before `t` describes.
    std::uint32_t head_of_relative(std::uint32_t t) const;
    bool gender_fits(std::uint32_t entity, const Reference& reference) const;
    // Is something named between two tokens that may be of one of the types?
    bool is_any_named(std::uint32_t from, std::uint32_t to, TypeSet types) const;

  protected:
    // Takes in a reference to an entity, or to kNoEntity.
    void add(std::uint32_t first, std::uint32_t last, MentionForm form, const Reference& reference,
             std::uint32_t entity);

    std::vector<Entity>& entities_;
    Seats seats_;
    std::vector<char> genders_;  // by entity: 'm', 'f', kSpeaker or 0
    std::vector<Mention> found_;
    std::size_t sentence_ = 0;

  private:
    // "Acme has met Blip, its chief executive Jane Roe said": begins the "its" at `t` that clause?
    bool opens_report(std::uint32_t t) const;
    // "Acme bosses have met Blip": who acts last before `t`.
    std::uint32_t acts_before(std::uint32_t t, const Reference& reference) const;
    // "Acme, an dem Blip beteiligt ist": the comma of the relative clause that Blip at `t` begins,
    // or kNone.
    std::uint32_t comma_of_relative(std::uint32_t t) const;
    // "Acme took a stake in Blip and hired its chief": the people are those of what was bought.
    std::uint32_t bought_with_people(std::uint32_t t, const Reference& reference) const;
    // "Acme's sixty employees and its founder"
    std::uint32_t genitive_before(std::uint32_t conjunction, const Reference& reference) const;
    bool is_noun_for(std::uint32_t at, const Reference& reference) const;
    // "Acme of Oslo", "Acme, an Oslo firm"; but "Russia's Acme and India's Blip", "the Russian
    // giant Acme": a place in the genitive or as an adjective belongs to what follows closely.
    std::uint32_t named_next_to(std::size_t place, const Reference& reference) const;
};

}  // namespace relata::extract
