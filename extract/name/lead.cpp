#include "extract/name/lead.hpp"

#include <algorithm>

#include "extract/name/digest.hpp"
#include "extract/name/salience.hpp"

namespace relata::extract {

std::optional<std::size_t> lead_sentence(const Analysis& analysis) {
    const std::size_t lead = has_heading(analysis) ? 1 : 0;
    if (lead + 1 < analysis.sentences.size()) return lead;
    return std::nullopt;
}

std::uint32_t named_behind_lead(const ArticleWords& words, std::span<const Mention> names,
                                std::span<const Entity> entities, std::size_t lead, TypeSet types) {
    const Sentence& next = words.analysis.sentences[lead + 1];
    const auto name = std::find_if(names.begin(), names.end(), [&](const Mention& mention) {
        return mention.first >= next.first && mention.form == MentionForm::name;
    });
    if (name == names.end() || name->last >= next.last || name->genitive) return kNoEntity;
    const Entity& entity = entities[name->entity];
    if ((type_bit(entity.likeliest) & types) == 0) return kNoEntity;
    const bool named_before = std::any_of(names.begin(), name, [&](const Mention& mention) {
        return mention.entity == name->entity;
    });
    const bool begins =
        name->first == next.first ||
        (name->first == next.first + 1 && words.has(next.first, cls::determiner | cls::honorific));
    if (named_before || !begins || is_modifier(words, *name, next.first, next.last))
        return kNoEntity;
    // Who is well known is named at once.
    constexpr ClassMask known = cls::known_org | cls::known_person;
    const ClassMask listed = name->last - name->first == 1
                                 ? words.single[name->first]
                                 : words.listed(name->first, name->last, false);
    if ((listed & known) != 0) return kNoEntity;
    const std::uint32_t comma = name->last;
    if (entity.likeliest == EntityType::org)
        return words.is_comma(comma) || verb_follows(words, comma, next.last) ? name->entity
                                                                              : kNoEntity;
    // "Jane Roe, 66, was", "Jane Roe, who", but not "Jane Roe, a lawyer, said", "Jane Roe called".
    const bool same = words.is_comma(comma) && comma + 1 < next.last &&
                      (words.flag(comma + 1, kDigits) || words.has(comma + 1, cls::relative));
    return same ? name->entity : kNoEntity;
}

}  // namespace relata::extract
