#include "extract/name/plural_references.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/name/salience.hpp"

namespace relata::extract {

bool PluralReferences::has_plural_verb(std::uint32_t t) const {
    if (!words_.in(words_.lists.plural_pronoun, t)) return false;
    const auto plural = [&](std::uint32_t at) {
        constexpr ClassMask others = cls::preposition | cls::determiner | cls::conjunction;
        return at >= begin_ && at < end_ && !words_.flag(at, kCapital | kPunctuation) &&
               (words_.single[at] & others) == 0 && words_.text(at).ends_with("en");
    };
    return plural(t + 1) || (t > begin_ && plural(t - 1));
}

bool PluralReferences::refer_to_series(std::uint32_t t, EntityType type, MentionForm form,
                                       Reference reference) {
    reference.types &= type_bit(type);
    if (reference.types == 0 || others_named_before(t)) return false;
    const Groups::Wanted wanted{.types = reference.types, .sentences = 1, .series = true};
    return add_group(group_before(t, wanted), t, t + 1, form, reference);
}

bool PluralReferences::refer_again(std::uint32_t t, MentionForm form, const Reference& reference) {
    const bool opens = t == begin_ && sentence_ > story_;
    const std::uint32_t from = opens ? words_.analysis.sentences[sentence_ - 1].first : begin_;
    std::size_t last = found_.size();
    while (last > 0 && found_[last - 1].first >= from && !found_[last - 1].plural) --last;
    if (last == 0 || found_[last - 1].first < from) return false;
    const Mention spoken_of = found_[last - 1];
    if (spoken_of.entity == kNoEntity || (spoken_of.types & reference.types) == 0 ||
        (!opens && others_named_before(spoken_of.first)) ||
        is_any_named(spoken_of.last, t, reference.types))
        return false;
    Members members;
    for (; last > 0 && found_[last - 1].first == spoken_of.first &&
           found_[last - 1].last == spoken_of.last;
         --last)
        members.insert(members.begin(), found_[last - 1].entity);
    return members.size() > 1 && add_group(members, t, t + 1, form, {spoken_of.types});
}

bool PluralReferences::others_named_before(std::uint32_t t) const {
    constexpr ClassMask people = cls::person_noun | cls::post | cls::nominal;
    for (std::uint32_t at = begin_; at < t; ++at)
        if ((words_.single[at] & people) != 0 && words_.text(at).ends_with('s') &&
            (at == begin_ || !words_.flag(at, kCapital)))
            return true;
    return false;
}

bool PluralReferences::plural_phrase(std::uint32_t article, std::uint32_t t, std::uint32_t last,
                                     Reference reference) {
    if (article == kNone) return reference.plural;
    std::uint32_t first = article;
    std::size_t size = 0;
    for (std::uint32_t at = first; at <= t; ++at) size = std::max(size, size_said(at));
    if (!is_plural(t, first, size, reference)) return false;
    // "die beiden Unternehmen": with the article, and of two heads the noun
    if (first > begin_ && words_.has(first - 1, cls::determiner)) --first;
    const bool whole = size_said(t) == 0 || last >= end_ || !words_.flag(last, kCapital);
    if (!whole || is_part(first) || means_others(first, t) || is_specified(last) ||
        named_after(last) != kNoEntity || in_name(t))
        return true;
    if (reference.types == 0) reference.types = types_by_noun(last - 1);
    refer_to_group(first, t, last, reference, size);
    return true;
}

bool PluralReferences::is_plural(std::uint32_t t, std::uint32_t first, std::size_t size,
                                 const Reference& reference) const {
    return reference.plural || size != 0 ||
           (words_.in(words_.lists.plural_noun, t) &&
            words_.in(words_.lists.plural_article, first));
}

bool PluralReferences::is_part(std::uint32_t first) const {
    const std::uint32_t of = words_.capital_nouns ? 0 : 1;
    return first >= begin_ + 1 + of && words_.in(words_.lists.part_of_group, first - 1 - of) &&
           (of == 0 || words_.has(first - 1, cls::affiliation));
}

bool PluralReferences::means_others(std::uint32_t first, std::uint32_t noun) const {
    for (std::uint32_t at = first + 1; at < noun; ++at)
        if (words_.in(words_.lists.part_of_group, at)) return true;
    return false;
}

// "The carmakers" without their number or seat are mostly others than those that were named.
void PluralReferences::refer_to_group(std::uint32_t first, std::uint32_t noun, std::uint32_t last,
                                      const Reference& reference, std::size_t size) {
    constexpr std::size_t near = 2, counted = 4, far = 9;  // sentences
    const std::uint32_t place = place_in(first + 1, noun);
    const bool seated = place != kNoEntity;
    if (size == 0 && !seated && !words_.in(words_.lists.general_plural, noun)) return;
    Groups::Wanted wanted;
    wanted.types = reference.types;
    wanted.size = size;
    wanted.series = size == 0;
    wanted.sentences = seated ? far : size != 0 ? counted : near;
    const Members members = group_before(first, wanted);
    if (seated && !is_group_of(members, place, size)) return;
    add_group(members, first, last, MentionForm::nominal, reference);
    // "The two Acme companies": not so where one is named in between.
    add_group(group_before(noun, wanted), noun, last, MentionForm::nominal, reference);
}

bool PluralReferences::is_group_of(const Members& members, std::uint32_t place,
                                   std::size_t size) const {
    const std::string& name = entities_[place].name;
    return std::ranges::none_of(
               members, [&](auto member) { return seats_.sits_elsewhere(member, place); }) &&
           (size != 0 || std::ranges::any_of(
                             members, [&](auto member) { return seats_.sits_in(member, name); }));
}

void PluralReferences::bare_number(std::uint32_t t) {
    const bool article = t > begin_ && words_.has(t - 1, cls::determiner);
    const std::uint32_t first = article ? t - 1 : t;
    if (t + 1 >= end_ || !words_.has(t + 1, kVerbs) || words_.flag(t + 1, kCapital) ||
        !words_.has(first, cls::determiner))
        return;
    const std::size_t size = size_said(t);
    for (const EntityType type : {EntityType::person, EntityType::org}) {
        const Groups::Wanted wanted{.types = type_bit(type), .size = size, .sentences = 1};
        const Members members = group_before(first, wanted);
        if (add_group(members, first, t + 1, MentionForm::pronoun, {wanted.types})) return;
    }
}

PluralReferences::Members PluralReferences::group_before(std::uint32_t t,
                                                         Groups::Wanted wanted) const {
    wanted.sentences = std::min(wanted.sentences, sentence_ - story_);
    return groups_.before(t, sentence_, wanted);
}

bool PluralReferences::add_group(const Members& members, std::uint32_t first, std::uint32_t last,
                                 MentionForm form, Reference reference) {
    reference.plural = true;
    for (const std::uint32_t member : members) add(first, last, form, reference, member);
    return !members.empty();
}

std::size_t PluralReferences::size_said(std::uint32_t t) const {
    if (!words_.in(words_.lists.group_size, t)) return 0;
    const std::string_view size = words_.value(words_.lists.group_size, t);
    const bool digit = size.size() == 1 && size.front() >= '2' && size.front() <= '9';
    return digit ? static_cast<std::size_t>(size.front() - '0') : 0;
}

}  // namespace relata::extract
