#include "extract/name/listed_firm.hpp"

namespace relata::extract {

std::string_view value_for_firm(const ArticleWords& words, const std::optional<ClassId>& map,
                                const Mention& name) {
    if (!map) return {};
    std::uint32_t last = name.last;
    while (last > name.first + 1 &&
           (words.is(last - 1, '.') || (words.single[last - 1] & cls::legal_form) != 0))
        --last;
    const std::string_view value =
        words.lexicon.value(*map, fold_words(words.analysis.text(name.first, name.last)));
    if (!value.empty() || last == name.last) return value;
    return words.lexicon.value(*map, fold_words(words.analysis.text(name.first, last)));
}

bool has_part(std::string_view text, std::string_view part, char separator) {
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        if ((at == 0 || text[at - 1] == separator) &&
            (end == text.size() || text[end] == separator))
            return true;
    }
    return false;
}

}  // namespace relata::extract
