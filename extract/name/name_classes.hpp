// NameClasses: the word classes that a single place of the name stages asks for and that have no
// bit of a mask (word_classes.hpp), with the endings that a language inflects by. Made once a
// language (extract/language.hpp) and shared by all threads; keeps nothing of the lexicon.
//
// docs/rules.md ("Classes that the recognisers look at") says what each list holds.
#pragma once

#include <optional>
#include <string>

#include "extract/text/lexicon.hpp"

namespace relata::extract {

struct NameClasses {
    explicit NameClasses(const Lexicon& lexicon);

    std::string genitive_ending, place_adjective_ending,
        adjective_endings;  // "" where the language has none

    // A class of the lexicon; empty where the language has none of the name.
    using Class = std::optional<ClassId>;
    // Grammar.
    Class verb_joint, finite_verb, subject_helper, comparison, adverb_ending, plural_article,
        indefinite_article, neuter_relative, noun_ending, adjective_tail, plural_noun,
        general_plural, plural_pronoun, agent_preposition, deal_preposition, seat_preposition,
        date_lead, possessive_verb, example_lead;
    // Parts of names, and what stands beside them.
    Class own_head, region_part, foreign_part, kind_head, town_head, fused_head, kin_noun,
        number_word, funding_round, firm_product, product_verb, pair_noun, surname_noun,
        branch_place, member_head, genitive_article, institution_post, office_title, term_of_office,
        appoint_verb;
    // What an article is about, and what its references mean.
    Class background_name, background_noun, young_firm, grown_firm, deal_word, sale_word,
        origin_word, people, group_size, part_of_group, lead_adjective, gender_article,
        firm_pronoun, impersonal_verb, role_noun, role_adjective, known_kind, home;
};

}  // namespace relata::extract
