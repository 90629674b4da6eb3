// NameRun: grows a name from its first word to the right, over everything that can belong to it.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/noun_tails.hpp"
#include "extract/name/word_shape.hpp"

namespace relata::extract {

// Heads of names that are also nouns of their own: "Bank", "Partner".
inline constexpr ClassMask kOrdinaryHead = cls::org_noun | cls::post | cls::org_property;

class NameRuns {
  public:
    NameRuns(const ArticleWords& words, std::span<const PhraseHit> hits,
             std::span<const WordShape> shapes);

    // Can a name begin at this token?
    bool starts(std::uint32_t token, const Sentence& sentence) const;
    // The end of the longest run that begins at `first`.
    std::uint32_t end(std::uint32_t first, const Sentence& sentence) const;
    // The hit of a list of names that covers the token, or nullptr.
    const PhraseHit* hit(std::uint32_t token) const {
        return hit_of_[token] == 0 ? nullptr : &hits_[hit_of_[token] - 1];
    }
    // Does a name begin with the ordinary noun at `t`, behind what says what it names?
    bool follows_kind(std::uint32_t t, const Sentence& sentence) const;
    // Does an ordinary word that opens a sentence stand before a legal form?
    bool is_before_legal_form(std::uint32_t token, const Sentence& sentence) const;
    // "Quenzer Systems": an unknown word and the head of a firm's name.
    bool is_plain_firm(std::uint32_t first, std::uint32_t last) const;
    WordShape shape(std::uint32_t token) const { return shapes_[token]; }
    // The last word that hyphens join to the word at `t`, before `end`: "Verband" in
    // "Journalisten-Verband"; `t` where none is.
    std::uint32_t last_joined(std::uint32_t t, std::uint32_t end) const;

  private:
    std::uint32_t grow(std::uint32_t first, std::uint32_t end, const Sentence& sentence) const;
    std::uint32_t past(std::uint32_t token) const;
    std::uint32_t past_head(std::uint32_t token) const;
    bool next_word_belongs(std::uint32_t first, std::uint32_t end, const Sentence& sentence) const;
    bool noun_belongs(std::uint32_t first, std::uint32_t end, const Sentence& sentence) const;
    bool noun_of_firm_belongs(std::uint32_t first, std::uint32_t end, bool listed,
                              const Sentence& sentence) const;
    std::uint32_t over_nickname(std::uint32_t first, std::uint32_t end,
                                const Sentence& sentence) const;
    std::uint32_t over_name_suffix(std::uint32_t first, std::uint32_t end,
                                   const Sentence& sentence) const;
    std::uint32_t over_possessive(std::uint32_t first, std::uint32_t end,
                                  const Sentence& sentence) const;
    bool is_plural_possessor(std::uint32_t token) const;
    bool takes_particle(std::uint32_t first, std::uint32_t end, const Sentence& sentence) const;
    bool acts_in_headline(std::uint32_t token, const Sentence& sentence) const;
    bool is_other_firm(std::uint32_t first, std::uint32_t end) const;
    bool follows_place(std::uint32_t first, std::uint32_t end, const Sentence& sentence) const;
    bool follows_institution(std::uint32_t end) const;
    bool follows_fund(std::uint32_t first, std::uint32_t end, const Sentence& sentence) const;
    bool is_description_of(std::uint32_t noun, std::uint32_t preposition) const;
    bool precedes_institution(std::uint32_t adjective, const Sentence& sentence) const;
    std::uint32_t compound_head(std::uint32_t noun, const Sentence& sentence) const;
    bool is_adjective_of_head(std::uint32_t t, const Sentence& sentence) const;
    bool has_plural_ending(std::uint32_t noun) const;
    bool names_group(std::uint32_t token, const Sentence& sentence) const;
    bool counts_nothing(std::uint32_t number, const Sentence& sentence) const;
    bool takes_model_number(std::uint32_t first, std::uint32_t end, const Sentence& sentence) const;
    bool is_model(std::uint32_t token) const;
    bool is_tail_before_post(std::uint32_t tail, const Sentence& sentence) const;
    bool ends_firm(std::uint32_t hyphen, std::uint32_t half, const Sentence& sentence) const;
    bool is_short_legal_form(std::uint32_t token) const;
    bool is_type_code(std::uint32_t end, std::uint32_t number) const;
    bool is_double_acronym(std::uint32_t end, std::uint32_t right) const;
    bool is_model_letter(std::uint32_t end, const Sentence& sentence) const;
    bool is_named(std::uint32_t first) const;
    void find_double_surnames();
    bool is_double_surname(std::uint32_t first, std::uint32_t end, std::uint32_t next) const;
    bool is_small_word_of_name(std::uint32_t end, std::uint32_t half) const;
    bool is_firm_of_town(std::uint32_t first, std::uint32_t end, std::uint32_t town) const;
    bool precedes_firm_tail(std::uint32_t token, const Sentence& sentence) const;
    bool only_in_pair(std::uint32_t noun) const;
    bool is_possessor(std::uint32_t token) const;
    bool noun_starts(std::uint32_t token, const Sentence& sentence) const;
    bool precedes_head(std::uint32_t noun, ClassMask ordinary, const Sentence& sentence) const;
    bool specifies(std::uint32_t head, std::uint32_t noun) const;
    bool always_together(std::uint32_t name, std::uint32_t noun) const;
    bool closes_name(std::uint32_t token, const Sentence& sentence) const;
    std::uint32_t over_mark(std::uint32_t first, std::uint32_t end, const Sentence& sentence) const;
    bool is_given_name_behind(std::uint32_t first, std::uint32_t half) const;
    bool are_paired(std::uint32_t half, const Sentence& sentence) const;
    bool is_small_half(std::uint32_t half, const Sentence& sentence) const;
    bool is_numbered(std::uint32_t first, std::uint32_t number, const Sentence& sentence) const;
    bool is_variant(std::string_view number, std::size_t shortest) const;
    std::uint32_t over_code(std::uint32_t code, bool product, bool owned,
                            const Sentence& sentence) const;
    bool is_amount(std::uint32_t number, const Sentence& sentence) const;
    bool counts_what_follows(std::uint32_t first, std::uint32_t number, bool possessed,
                             const Sentence& sentence) const;
    bool is_small_variant(std::string_view number) const;
    bool is_year(std::string_view number) const;
    bool is_code(std::string_view number) const;
    bool is_half_of_acronym(std::uint32_t token) const;
    bool is_kind_of_things(std::uint32_t token) const;
    bool is_part_of_nickname(std::uint32_t token) const;
    std::uint32_t over_hyphen(std::uint32_t first, std::uint32_t end,
                              const Sentence& sentence) const;
    std::uint32_t over_inner(std::uint32_t first, std::uint32_t end,
                             const Sentence& sentence) const;
    std::uint32_t over_foreign(std::uint32_t end, const Sentence& sentence) const;
    std::uint32_t over_particles(std::uint32_t first, std::uint32_t end,
                                 const Sentence& sentence) const;
    std::uint32_t over_conjunction(std::uint32_t first, std::uint32_t end,
                                   const Sentence& sentence) const;
    bool is_saint(std::uint32_t first, std::uint32_t end) const;
    bool joins_to_head(std::uint32_t token) const;
    bool has_begun_institution(std::uint32_t first, std::uint32_t end) const;
    bool are_partners(std::uint32_t first, std::uint32_t comma, const Sentence& sentence) const;
    std::uint32_t over_series(std::uint32_t first, std::uint32_t end,
                              const Sentence& sentence) const;
    std::uint32_t over_purpose(std::uint32_t end, const Sentence& sentence) const;
    bool ends_in_known_product(std::uint32_t first, std::uint32_t end) const;
    std::uint32_t over_number(std::uint32_t first, std::uint32_t end,
                              const Sentence& sentence) const;
    std::uint32_t over_legal_form(std::uint32_t end, const Sentence& sentence) const;
    bool says_purpose(std::uint32_t first, std::uint32_t end) const;
    bool heads_organisation(std::uint32_t first, std::uint32_t end) const;
    bool is_titled_project(std::uint32_t first, std::uint32_t end, const Sentence& sentence) const;
    bool closes_foreign_name(std::uint32_t token) const;
    bool is_initial(std::uint32_t token) const;

    const ArticleWords& words_;
    std::span<const PhraseHit> hits_;
    std::span<const WordShape> shapes_;
    std::vector<std::uint32_t> hit_of_;  // by token: index of its hit + 1, or 0
    // The double surnames that stand behind a given name in the article: their two halves.
    std::set<std::pair<std::string_view, std::string_view>> double_surnames_;
    NounTails tails_;
};

}  // namespace relata::extract
