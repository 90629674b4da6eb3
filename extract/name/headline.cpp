#include "extract/name/headline.hpp"

#include <algorithm>
#include <utility>

namespace relata::extract {

namespace {

constexpr std::uint32_t kLongest = 6;  // words of a name that is looked for

std::string_view text_of(const ArticleWords& words, const Candidate& name) {
    return words.analysis.text(name.first, name.last);
}

// The names of several words, each once, that stand in running text, by their first word.
std::vector<const Candidate*> names_of_body(const ArticleWords& words,
                                            const std::vector<Candidate>& found) {
    std::vector<const Candidate*> names;
    for (const Candidate& name : found) {
        const std::uint32_t length = name.last - name.first;
        if (!name.headline && !name.adjective && !name.nested && !name.stem && length > 1 &&
            length <= kLongest)
            names.push_back(&name);
    }
    std::stable_sort(names.begin(), names.end(), [&](const Candidate* a, const Candidate* b) {
        const std::uint32_t one = a->last - a->first, other = b->last - b->first;
        const std::string_view first = words.text(a->first), second = words.text(b->first);
        if (first != second || one != other) return first != second ? first < second : one > other;
        return text_of(words, *a) < text_of(words, *b);
    });
    const auto again = [&](const Candidate* a, const Candidate* b) {
        return text_of(words, *a) == text_of(words, *b);
    };
    names.erase(std::unique(names.begin(), names.end(), again), names.end());
    return names;
}

bool stands_at(const ArticleWords& words, const Candidate& name, std::uint32_t at,
               std::uint32_t end) {
    const std::uint32_t length = name.last - name.first;
    if (at + length > end) return false;
    for (std::uint32_t i = 0; i < length; ++i)
        if (words.text(name.first + i) != words.text(at + i)) return false;
    return true;
}

// The longest name of the body that stands at the token `at`, or nullptr.
const Candidate* name_at(const ArticleWords& words, const std::vector<const Candidate*>& names,
                         std::uint32_t at, std::uint32_t end) {
    const auto first = std::lower_bound(names.begin(), names.end(), words.text(at),
                                        [&](const Candidate* name, std::string_view word) {
                                            return words.text(name->first) < word;
                                        });
    for (auto it = first; it != names.end() && words.text((*it)->first) == words.text(at); ++it)
        if (stands_at(words, **it, at, end)) return *it;
    return nullptr;
}

// The names, in text order, that may share a token with `here`: from the first to behind the last.
std::pair<std::size_t, std::size_t> around(const std::vector<Candidate>& found,
                                           const Candidate& here) {
    constexpr std::uint32_t longest = 64;  // tokens of any name
    const auto index = [&](std::uint32_t token) {
        return static_cast<std::size_t>(
            std::lower_bound(
                found.begin(), found.end(), token,
                [](const Candidate& name, std::uint32_t first) { return name.first < first; }) -
            found.begin());
    };
    return {index(here.first > longest ? here.first - longest : 0), index(here.last)};
}

}  // namespace

void find_in_headlines(const ArticleWords& words, std::vector<Candidate>& found) {
    std::vector<Candidate> added;
    const std::vector<const Candidate*> names = names_of_body(words, found);
    for (const Sentence& sentence : words.analysis.sentences) {
        if (!sentence.title_case || names.empty()) continue;
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
            const Candidate* name = name_at(words, names, t, sentence.last);
            if (name == nullptr) continue;
            Candidate here = *name;
            here.first = t;
            here.last = t + (name->last - name->first);
            here.headline = true;
            here.country = false;  // another word stands before it here
            here.genitive = words.is_possessive_marker(here.last);
            added.push_back(here);
            t = here.last - 1;
        }
    }
    // A longer name that was found there stands; what is part of an added one does not.
    std::vector<bool> falls(found.size(), false);
    std::erase_if(added, [&](const Candidate& here) {
        const auto [low, high] = around(found, here);
        for (std::size_t i = low; i < high; ++i)
            if (found[i].first <= here.first && here.last <= found[i].last) return true;
        for (std::size_t i = low; i < high; ++i)
            if (found[i].last > here.first) falls[i] = true;
        return false;
    });
    std::size_t at = 0;
    std::erase_if(found, [&](const Candidate&) { return falls[at++]; });
    found.insert(found.end(), added.begin(), added.end());
    std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
}

}  // namespace relata::extract
