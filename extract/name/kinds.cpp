#include "extract/name/kinds.hpp"

#include <algorithm>

#include "extract/name/listed_firm.hpp"

namespace relata::extract {

namespace {

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos;
         at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
            return true;
    }
    return false;
}

}  // namespace

Kinds::Kinds(const ArticleWords& words, std::span<const Mention> names, std::size_t entities)
    : words_(words), list_(words.lexicon.class_named("known_kind")), kinds_(entities) {
    if (!list_) return;
    for (const Mention& name : names)
        if (name.entity != kNoEntity && kinds_[name.entity].empty())
            kinds_[name.entity] = value_for_firm(words, list_, name);
}

std::vector<std::string> Kinds::named(std::uint32_t first, std::uint32_t last) const {
    std::vector<std::string> found;
    if (!list_) return found;
    for (std::uint32_t t = first; t < last; ++t) {
        std::string word = fold_words(words_.text(t));
        // "des Autobauers"
        if (words_.lexicon.value(*list_, word).empty() && word.ends_with(words_.genitive_ending))
            word.resize(word.size() - words_.genitive_ending.size());
        if (words_.lexicon.value(*list_, word) == word) found.push_back(std::move(word));
    }
    return found;
}

bool Kinds::agrees(std::uint32_t entity, const std::vector<std::string>& kinds) const {
    if (entity >= kinds_.size()) return false;
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const std::string& kind) { return has_word(kinds_[entity], kind); });
}

bool Kinds::contradicts(std::uint32_t entity, const std::vector<std::string>& kinds) const {
    return entity < kinds_.size() && !kinds_[entity].empty() && !kinds.empty() &&
           !agrees(entity, kinds);
}

}  // namespace relata::extract
