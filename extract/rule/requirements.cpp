#include "extract/rule/requirements.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace relata::extract {

WordGroup Requirements::add_group(std::vector<std::uint64_t> class_sets,
                                  std::vector<WordId> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const auto next = static_cast<WordGroup>(groups_.size() + 1);
    return groups_.try_emplace({std::move(class_sets), std::move(words)}, next).first->second;
}

std::uint32_t Requirements::add(std::vector<Need> left, std::vector<Need> right) {
    for (std::vector<Need>* side : {&left, &right}) {
        std::sort(side->begin(), side->end());
        side->erase(std::unique(side->begin(), side->end()), side->end());
    }
    const auto next = static_cast<std::uint32_t>(rows_.size());
    const auto [known, added] = numbers_.try_emplace({left, right}, next);
    if (added) {
        rows_.push_back({static_cast<std::uint32_t>(needs_.size()),
                         static_cast<std::uint16_t>(left.size()),
                         static_cast<std::uint16_t>(right.size()),
                         {}});
        needs_.insert(needs_.end(), left.begin(), left.end());
        needs_.insert(needs_.end(), right.begin(), right.end());
    }
    return known->second;
}

void Requirements::index(const Lexicon& lexicon) {
    index_groups(lexicon.class_set_count());
    choose_gates(lexicon);
}

// The narrowest kinds of mentions, and the words that are hardly in any sentence: no stop words,
// and of few classes.
void Requirements::choose_gates(const Lexicon& lexicon) {
    const auto stopword = lexicon.class_named("stopword");
    const auto is_stopword = [&](ClassSet set) { return stopword && lexicon.has(set, *stopword); };
    std::vector<std::size_t> frequency(groups_.size() + 1);  // by WordGroup; only which is greater
    for (const auto& [group, number] : groups_) {
        const auto& [class_sets, words] = group;
        bool common = std::any_of(words.begin(), words.end(), [&](WordId word) {
            return is_stopword(lexicon.classes_of(word));
        });
        frequency[number] = words.size();
        for (ClassSet set = 0; set < class_sets.size() * 64; ++set) {
            if ((class_sets[set / 64] >> (set % 64) & 1U) == 0) continue;
            ++frequency[number];
            common |= is_stopword(set);
        }
        if (common) frequency[number] += lexicon.class_set_count();
    }
    for (std::uint32_t number = 0; number < rows_.size(); ++number) {
        Gate& gate = rows_[number].gate;
        for (const Need& need : needs(number)) {
            if (need.words == 0) {
                const bool narrower = std::popcount(need.kinds) < std::popcount(gate.kinds);
                if (gate.kinds == 0 || narrower) gate.kinds = need.kinds;
            } else if (need.kinds == 0) {
                const bool rarer = frequency[need.words] < frequency[gate.words];
                if (gate.words == 0 || rarer) gate.words = need.words;
            }
        }
    }
}

void Requirements::index_groups(std::size_t class_set_count) {
    using Groups = std::vector<GroupRow>;
    stride_ = groups_.size() / 64 + 1;
    const auto set = [&](Groups& row, WordGroup group) {
        row.resize(stride_);
        row[group / 64] |= GroupRow{1} << (group % 64);
    };
    std::vector<Groups> of_sets(class_set_count);
    std::map<WordId, Groups> of_words;
    for (const auto& [group, number] : groups_) {
        const auto& [class_sets, words] = group;
        for (std::size_t i = 0; i < class_set_count && i / 64 < class_sets.size(); ++i)
            if ((class_sets[i / 64] >> (i % 64) & 1U) != 0) set(of_sets[i], number);
        for (const WordId word : words) set(of_words[word], number);
    }
    std::map<Groups, std::uint32_t> known;
    const auto number_of = [&](const Groups& row) {
        const auto next = static_cast<std::uint32_t>(known.size());
        const auto [at, added] = known.try_emplace(row, next);
        if (added) bits_.insert(bits_.end(), row.begin(), row.end());
        return at->second;
    };
    for (const Groups& row : of_sets)
        class_rows_.push_back(row.empty() ? kNoGroups : number_of(row));
    for (const auto& [word, row] : of_words) word_rows_.add(word, number_of(row));
}

}  // namespace relata::extract
