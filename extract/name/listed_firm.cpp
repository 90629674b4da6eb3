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

}  // namespace relata::extract
