#include "extract/analysis.hpp"

namespace relata::extract {

std::string type_names(TypeSet types, std::string_view separator) {
    std::string names;
    for (unsigned i = 0; i <= static_cast<unsigned>(EntityType::money); ++i) {
        const auto type = static_cast<EntityType>(i);
        if ((types & type_bit(type)) == 0) continue;
        if (!names.empty()) names += separator;
        names += to_string(type);
    }
    return names;
}

std::string_view to_string(MentionForm form) {
    switch (form) {
        case MentionForm::name:
            return "name";
        case MentionForm::nominal:
            return "nominal";
        case MentionForm::pronoun:
            return "pronoun";
        case MentionForm::elided:
            return "elided";
        case MentionForm::possessive:
            return "possessive";
        case MentionForm::quoted:
            return "quoted";
        case MentionForm::value:
            return "value";
        case MentionForm::topic:
            return "topic";
    }
    return "";
}

std::span<const Mention> whole_group(std::span<const Mention> all, const Mention& one) {
    const auto belongs = [&](const Mention& other) {
        return other.plural && other.first == one.first && other.last == one.last &&
               other.form == one.form;
    };
    std::size_t begin = static_cast<std::size_t>(&one - all.data());
    std::size_t end = begin + 1;
    if (!one.plural) return all.subspan(begin, 1);
    while (begin > 0 && belongs(all[begin - 1])) --begin;
    while (end < all.size() && belongs(all[end])) ++end;
    return all.subspan(begin, end - begin);
}

}  // namespace relata::extract
