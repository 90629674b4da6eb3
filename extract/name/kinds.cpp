#include "extract/name/kinds.hpp"

#include <algorithm>

#include "extract/name/listed_firm.hpp"

namespace relata::extract {

Kinds::Kinds(const ArticleWords& words, std::span<const Mention> names, std::size_t entities)
    : words_(words), names_(names), entities_(entities), list_(words.lists.known_kind) {}

std::vector<std::string> Kinds::named(std::uint32_t first, std::uint32_t last) const {
    std::vector<std::string> found;
    if (!list_) return found;
    for (std::uint32_t t = first; t < last; ++t) {
        std::string word;
        if (words_.in(list_, t)) {
            word = fold_words(words_.text(t));
        } else if (!words_.lists.genitive_ending.empty() &&
                   words_.text(t).ends_with(words_.lists.genitive_ending)) {  // "des Autobauers"
            word = fold_words(words_.text(t));
            word.resize(word.size() - words_.lists.genitive_ending.size());
        }
        if (!word.empty() && words_.lexicon.value(*list_, word) == word)
            found.push_back(std::move(word));
    }
    return found;
}

// Read when first asked for: most articles have no phrase that needs it.
const std::vector<std::string_view>& Kinds::kinds() const {
    if (!kinds_.empty() || entities_ == 0) return kinds_;
    kinds_.resize(entities_);
    for (const Mention& name : names_)
        if (name.entity != kNoEntity && kinds_[name.entity].empty())
            kinds_[name.entity] = value_for_firm(words_, list_, name);
    return kinds_;
}

bool Kinds::agrees(std::uint32_t entity, const std::vector<std::string>& kinds) const {
    if (kinds.empty() || entity >= entities_) return false;
    const std::string_view known = this->kinds()[entity];
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const std::string& kind) { return has_part(known, kind, ' '); });
}

bool Kinds::contradicts(std::uint32_t entity, const std::vector<std::string>& kinds) const {
    return !kinds.empty() && entity < entities_ && !this->kinds()[entity].empty() &&
           !agrees(entity, kinds);
}

}  // namespace relata::extract
