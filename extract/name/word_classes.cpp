#include "extract/name/word_classes.hpp"

#include <algorithm>
#include <bit>
#include <string_view>

namespace relata::extract {

namespace {

struct NamedBit {
    std::string_view name;
    ClassMask bit;
};

constexpr NamedBit kNamedBits[] = {
    {"common", cls::common},
    {"noun", cls::noun},
    {"ordinary_noun", cls::noun},
    {"stopword", cls::stopword},
    {"honorific", cls::honorific},
    {"particle", cls::particle},
    {"inner", cls::inner},
    {"first_name", cls::first_name},
    {"surname", cls::surname},
    {"legal_form", cls::legal_form},
    {"org_head", cls::org_head},
    {"org_noun", cls::org_noun},
    {"person_noun", cls::person_noun},
    {"product_noun", cls::product_noun},
    {"project_noun", cls::project_noun},
    {"place_noun", cls::place_noun},
    {"known_org", cls::known_org},
    {"known_product", cls::known_product},
    {"known_person", cls::known_person},
    {"known_project", cls::known_project},
    {"place", cls::place},
    {"country", cls::country},
    {"demonym", cls::demonym},
    {"nominal", cls::nominal},
    {"pronoun", cls::pronoun},
    {"possessive", cls::possessive},
    {"determiner", cls::determiner},
    {"speech_verb", cls::speech_verb},
    {"org_verb", cls::org_verb},
    {"person_verb", cls::person_verb},
    {"post", cls::post},
    {"month", cls::calendar},
    {"weekday", cls::calendar},
    {"affiliation", cls::affiliation},
    {"org_property", cls::org_property},
    {"locative", cls::locative},
    {"release_verb", cls::release_verb},
    {"currency", cls::unit},
    {"magnitude", cls::unit},
    {"abbreviation", cls::abbreviation},
    {"not_name", cls::not_name},
    {"conjunction", cls::conjunction},
    {"copula", cls::copula},
    {"state", cls::state},
    {"based", cls::based},
    {"generic_tail", cls::generic_tail},
    {"name_suffix", cls::name_suffix},
    {"relative", cls::relative},
    {"alias_lead", cls::alias_lead},
    {"stock_exchange", cls::stock_exchange},
    {"auxiliary", cls::auxiliary},
    {"stake_noun", cls::stake_noun},
    {"linking", cls::linking},
    {"firm_verb", cls::firm_verb},
    {"bare_lead", cls::bare_lead},
    {"user_noun", cls::user_noun},
    {"ambiguous_name", cls::ambiguous_name},
    {"product_tail", cls::product_tail},
    {"maker_noun", cls::maker_noun},
    {"preposition", cls::preposition},
    {"subordinator", cls::subordinator},
    {"backer_tail", cls::backer_tail},
    {"bare_noun", cls::bare_noun},
    {"article", cls::article},
    {"naming", cls::naming},
    {"foreign_inner", cls::foreign_inner},
    {"party_noun", cls::party_noun},
};

// "month" and "weekday", "currency" and "magnitude", "noun" and "ordinary_noun" share a bit.
constexpr std::size_t kShared = 3;
constexpr std::size_t shared_bits() {
    ClassMask all = 0;
    std::size_t again = 0;
    for (const NamedBit& named : kNamedBits) {
        if ((all & named.bit) != 0) ++again;
        all |= named.bit;
    }
    return again;
}
static_assert(shared_bits() == kShared, "two classes of names have one bit");

}  // namespace

ClassMasks::ClassMasks(const Lexicon& lexicon) : masks_(lexicon.class_set_count()) {
    for (const NamedBit& named : kNamedBits)
        if (const auto id = lexicon.class_named(named.name)) rows_.push_back({named.bit, *id});
    // "Beispiel" is no "Spiel": these words only end as compounds do.
    constexpr ClassMask kinds =
        cls::descriptor | cls::nominal | cls::post | cls::org_head | cls::org_property;
    const std::optional<ClassId> only_ending = lexicon.class_named("only_ending");
    std::vector<ClassMask> bit_of(lexicon.class_names().size());
    for (const Row& row : rows_) bit_of[row.id] = row.bit;
    for (ClassSet set = 0; set < masks_.size(); ++set) {
        ClassMask& mask = masks_[set];
        std::size_t first = 0;
        for (std::uint64_t classes : lexicon.class_bits(set)) {
            for (; classes != 0; classes &= classes - 1)
                mask |= bit_of[first + static_cast<std::size_t>(std::countr_zero(classes))];
            first += 64;
        }
        if (only_ending && lexicon.has(set, *only_ending)) mask &= ~kinds;
        // Lists of given names are wide: "us" and "china" are no people.
        if ((mask & (cls::stopword | cls::country)) != 0) mask &= ~(cls::first_name | cls::surname);
    }
}

std::optional<ClassId> ClassMasks::id(ClassMask bit) const {
    for (const Row& row : rows_)
        if (row.bit == bit) return row.id;
    return std::nullopt;
}

}  // namespace relata::extract
