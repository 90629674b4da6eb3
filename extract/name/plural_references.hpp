// PluralReferences: what "they", "the two firms", "die deutschen Hersteller" and "the three are"
// refer to. A plural is a mention for each that it means (groups.hpp), all of the same words; one
// that means nothing clear is none.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/name/antecedents.hpp"
#include "extract/name/groups.hpp"

namespace relata::extract {

class PluralReferences : public Antecedents {
  public:
    PluralReferences(const ArticleWords& words, std::span<const Mention> names,
                     std::vector<Entity>& entities)
        : Antecedents(words, names, entities), groups_(words, names, found_, entities) {}

    // Another story: nothing before it is meant.
    void begin_story() { story_ = sentence_; }
    // The phrase with that article, or kNone, whose noun is the words from `t` to `last`. Gives
    // whether it is a plural, known or not.
    bool plural_phrase(std::uint32_t article, std::uint32_t t, std::uint32_t last,
                       Reference reference);
    // "Sie gründeten", "haben sie": a pronoun of plural_pronoun beside a verb in the plural.
    bool has_plural_verb(std::uint32_t t) const;
    // "they", "their": people or organisations that were named together. Gives whether there are
    // any.
    bool refer_to_series(std::uint32_t t, EntityType type, MentionForm form, Reference reference);
    // "The two firms said they", "Both firms and their": the several that were referred to last.
    // Gives whether there are any.
    bool refer_again(std::uint32_t t, MentionForm form, const Reference& reference);
    // "The three are", "Both have", "die drei wollen": a number from group_size with a verb.
    void bare_number(std::uint32_t t);

  private:
    using Members = std::vector<std::uint32_t>;
    // Groups::before within the story.
    Members group_before(std::uint32_t t, Groups::Wanted wanted) const;
    // Gives whether there are any members.
    bool add_group(const Members& members, std::uint32_t first, std::uint32_t last,
                   MentionForm form, Reference reference);
    // "Lawyers said they", before the pronoun at `t`: no names are meant. For plurals in -s, as in
    // English: German tells its plural by the verb.
    bool others_named_before(std::uint32_t t) const;
    // How many a word says that are meant, "both", "trio", or 0.
    std::size_t size_said(std::uint32_t t) const;
    // Is the noun at `t` a plural: "the two companies", "both firms", "die beiden Autobauer", "the
    // pair"? `first` is its article, `size` what was said of their number.
    bool is_plural(std::uint32_t t, std::uint32_t first, std::size_t size,
                   const Reference& reference) const;
    // "one of the two firms", "eine der beiden Firmen": the phrase begins at `first`.
    bool is_part(std::uint32_t first) const;
    // "the other companies", "die meisten Hersteller": the words between article and noun leave
    // some out, or mean others.
    bool means_others(std::uint32_t first, std::uint32_t noun) const;
    // "The two Japanese firms": none is known to sit elsewhere and, where their number is not
    // said, one is known to sit there.
    bool is_group_of(const Members& members, std::uint32_t place, std::size_t size) const;
    void refer_to_group(std::uint32_t first, std::uint32_t noun, std::uint32_t last,
                        const Reference& reference, std::size_t size);

    Groups groups_;
    std::size_t story_ = 0;  // its first sentence
};

}  // namespace relata::extract
