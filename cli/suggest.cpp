#include "cli/suggest.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace relata::cli {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                next[j] = std::min(next[j], before[j - 2] + 1);
        }
        std::swap(before, row);
        std::swap(row, next);
    }
    return row[b.size()];
}

std::vector<std::string> near_names(std::string_view word, std::span<const std::string> names) {
    const std::string folded = utf8::fold(word);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string& name : names) {
        const std::string other = utf8::fold(name);
        const std::size_t longest = std::max(folded.size(), other.size());
        const std::size_t allowed = longest <= 4 ? 1 : longest <= 8 ? 2 : 3;
        const bool begins = folded.size() >= 3 && other.starts_with(folded);
        const std::size_t distance = begins ? 1 : edit_distance(folded, other);
        if (distance <= allowed) near.emplace_back(distance, name);
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    if (near.size() > 3) near.resize(3);
    std::vector<std::string> result;
    for (auto& [distance, name] : near) result.push_back(std::move(name));
    return result;
}

std::string alternatives(std::span<const std::string> names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "did you mean " : i + 1 == names.size() ? " or " : ", ") + names[i];
    return names.empty() ? "" : text + "?";
}

std::string did_you_mean(std::string_view word, std::span<const std::string> names) {
    return alternatives(near_names(word, names));
}

}  // namespace relata::cli
