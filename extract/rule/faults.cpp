#include "extract/rule/faults.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "extract/rule/compile.hpp"

namespace relata::extract {

namespace {

// Columns and caret positions count characters, not bytes.
std::uint32_t characters(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !utf8::is_continuation(c); }));
}

// Levenshtein distance over bytes.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::uint32_t line_of(std::string_view text, std::uint32_t offset) {
    const std::string_view before = text.substr(0, offset);
    return 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
}

void Faults::add(Place place, std::string cause, std::string remedy) {
    // A piece that `let` names is read once for every rule that uses it.
    for (const Fault& fault : faults_) {
        if (fault.place.file == place.file && fault.place.offset == place.offset &&
            fault.cause == cause)
            return;
    }
    faults_.push_back({place, std::move(cause), std::move(remedy)});
}

std::string Faults::show(const Fault& fault) const {
    const RuleSource& source = sources_[fault.place.file];
    const std::string_view text = source.text;
    const std::size_t at = std::min<std::size_t>(fault.place.offset, text.size());
    const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    const std::uint32_t column = characters(text.substr(begin, at - begin));

    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    const std::uint32_t cut = std::min(static_cast<std::uint32_t>(indent), column);
    std::string shown = source.path + ":" + std::to_string(line_of(text, fault.place.offset)) +
                        ":" + std::to_string(column + 1) + ": " + fault.cause + "\n    ";
    shown += line.substr(cut);
    shown += "\n    " + std::string(column - cut, ' ') + "^";
    if (!fault.remedy.empty()) shown += "\n    " + fault.remedy;
    return shown;
}

void Faults::throw_if_any() const {
    if (faults_.empty()) return;
    std::vector<Fault> sorted = faults_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Fault& a, const Fault& b) {
        return std::tie(a.place.file, a.place.offset) < std::tie(b.place.file, b.place.offset);
    });
    std::string text;
    for (const Fault& fault : sorted) text += (text.empty() ? "" : "\n") + show(fault);
    throw Error("", text);
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates,
                         std::string_view mark) {
    const std::string* nearest = nullptr;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t far = distance(word, candidate);
        if (far < least || (far == least && nearest != nullptr && candidate < *nearest)) {
            least = far;
            nearest = &candidate;
        }
    }
    return nearest == nullptr ? "" : "did you mean " + std::string(mark) + *nearest + "?";
}

}  // namespace relata::extract
