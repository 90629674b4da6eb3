#include "extract/name/name_classes.hpp"

#include <string_view>

namespace relata::extract {

namespace {

struct NamedClass {
    NameClasses::Class NameClasses::*member;
    std::string_view name;
};

constexpr NamedClass kNamedClasses[] = {
    {&NameClasses::verb_joint, "verb_joint"},
    {&NameClasses::finite_verb, "finite_verb"},
    {&NameClasses::subject_helper, "subject_helper"},
    {&NameClasses::comparison, "comparison"},
    {&NameClasses::adverb_ending, "adverb_ending"},
    {&NameClasses::plural_article, "plural_article"},
    {&NameClasses::indefinite_article, "indefinite_article"},
    {&NameClasses::neuter_relative, "neuter_relative"},
    {&NameClasses::noun_ending, "noun_ending"},
    {&NameClasses::adjective_tail, "adjective_tail"},
    {&NameClasses::plural_noun, "plural_noun"},
    {&NameClasses::general_plural, "general_plural"},
    {&NameClasses::plural_pronoun, "plural_pronoun"},
    {&NameClasses::agent_preposition, "agent_preposition"},
    {&NameClasses::deal_preposition, "deal_preposition"},
    {&NameClasses::seat_preposition, "seat_preposition"},
    {&NameClasses::date_lead, "date_lead"},
    {&NameClasses::possessive_verb, "possessive_verb"},
    {&NameClasses::example_lead, "example_lead"},
    {&NameClasses::own_head, "own_head"},
    {&NameClasses::region_part, "region_part"},
    {&NameClasses::foreign_part, "foreign_part"},
    {&NameClasses::kind_head, "kind_head"},
    {&NameClasses::town_head, "town_head"},
    {&NameClasses::fused_head, "fused_head"},
    {&NameClasses::kin_noun, "kin_noun"},
    {&NameClasses::number_word, "number"},
    {&NameClasses::funding_round, "round"},
    {&NameClasses::firm_product, "firm_product"},
    {&NameClasses::product_verb, "product_verb"},
    {&NameClasses::pair_noun, "pair_noun"},
    {&NameClasses::surname_noun, "surname_noun"},
    {&NameClasses::branch_place, "branch_place"},
    {&NameClasses::member_head, "member_head"},
    {&NameClasses::genitive_article, "genitive_article"},
    {&NameClasses::institution_post, "institution_post"},
    {&NameClasses::office_title, "office_title"},
    {&NameClasses::term_of_office, "term_of_office"},
    {&NameClasses::appoint_verb, "appoint_verb"},
    {&NameClasses::background_name, "background_name"},
    {&NameClasses::background_noun, "background_noun"},
    {&NameClasses::young_firm, "young_firm"},
    {&NameClasses::grown_firm, "grown_firm"},
    {&NameClasses::deal_word, "deal_word"},
    {&NameClasses::sale_word, "sale_word"},
    {&NameClasses::origin_word, "origin_word"},
    {&NameClasses::people, "people"},
    {&NameClasses::group_size, "group_size"},
    {&NameClasses::part_of_group, "part_of_group"},
    {&NameClasses::lead_adjective, "lead_adjective"},
    {&NameClasses::gender_article, "gender_article"},
    {&NameClasses::firm_pronoun, "firm_pronoun"},
    {&NameClasses::impersonal_verb, "impersonal_verb"},
    {&NameClasses::role_noun, "role_noun"},
    {&NameClasses::role_adjective, "role_adjective"},
    {&NameClasses::known_kind, "known_kind"},
    {&NameClasses::home, "home"},
};

std::string ending_of(const Lexicon& lexicon, std::string_view list) {
    const NameClasses::Class endings = lexicon.class_named(list);
    return endings ? std::string(lexicon.value(*endings, "ending")) : "";
}

}  // namespace

NameClasses::NameClasses(const Lexicon& lexicon)
    : genitive_ending(ending_of(lexicon, "genitive_ending")),
      place_adjective_ending(ending_of(lexicon, "place_adjective_ending")),
      adjective_endings(ending_of(lexicon, "adjective_ending")) {
    for (const NamedClass& named : kNamedClasses)
        this->*named.member = lexicon.class_named(named.name);
}

}  // namespace relata::extract
