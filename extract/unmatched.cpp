#include "extract/unmatched.hpp"

#include <algorithm>
#include <set>

#include "base/utf8.hpp"

namespace relata::extract {
namespace {

// Names farther apart than this are seldom arguments of what stands between them.
constexpr std::uint32_t kMostTokensBetween = 8;

bool is_name(const Mention& mention) {
    return mention.form == MentionForm::name && mention.value_kind == ValueKind::none;
}

// Whether a claim that stands links the two mentions, by themselves or by others of their entities.
bool linked(const Explanation& explanation, const Mention& left, const Mention& right) {
    const auto& mentions = explanation.analysis.mentions;
    return std::any_of(explanation.claims.begin(), explanation.claims.end(),
                       [&](const Claim& claim) {
                           const std::uint32_t a = mentions[claim.subject].entity;
                           const std::uint32_t b = mentions[claim.object].entity;
                           return (a == left.entity && b == right.entity) ||
                                  (a == right.entity && b == left.entity);
                       });
}

}  // namespace

void Unmatched::add(const Explanation& explanation) {
    const Analysis& analysis = explanation.analysis;
    for (const Sentence& sentence : analysis.sentences) {
        const Mention* left = nullptr;
        for (std::uint32_t i = analysis.mentions_at[sentence.first];
             i < analysis.mentions_at[sentence.last]; ++i) {
            const Mention& right = analysis.mentions[i];
            if (!is_name(right) || right.entity == kNoEntity) continue;
            if (left != nullptr && right.first < left->last) continue;  // a name inside a name
            if (left != nullptr && left->entity != right.entity &&
                right.first - left->last <= kMostTokensBetween)
                add_pair(explanation, *left, right);
            left = &right;
        }
    }
}

void Unmatched::add_pair(const Explanation& explanation, const Mention& left,
                         const Mention& right) {
    const Analysis& analysis = explanation.analysis;
    const auto types = [&](const Mention& mention) {
        return type_names(analysis.entities[mention.entity].types);
    };
    const bool matched = linked(explanation, left, right);
    const Lexicon& lexicon = analysis.language->lexicon;
    const std::optional<ClassId> stopword = lexicon.class_named("stopword");
    std::set<std::string> words;
    for (std::uint32_t t = left.last; t < right.first; ++t) {
        const Token& token = analysis.tokens[t];
        const bool empty = stopword && lexicon.has(token.classes, *stopword);
        if ((token.flags & kWord) != 0 && !empty) words.insert(utf8::fold(analysis.text(token)));
    }
    for (const std::string& word : words) {
        Count& count = counts_[{analysis.language->code, word, types(left), types(right)}];
        ++(matched ? count.matched : count.unmatched);
        if (!matched && count.example.empty())
            count.example = analysis.text(left.first, right.last);
    }
}

std::vector<UnmatchedWord> Unmatched::rows(std::uint64_t least) const {
    std::vector<UnmatchedWord> rows;
    for (const auto& [key, count] : counts_) {
        if (count.unmatched < least) continue;
        const auto& [language, word, left, right] = key;
        rows.push_back(
            {language, word, left, right, count.unmatched, count.matched, count.example});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const UnmatchedWord& a, const UnmatchedWord& b) {
        return a.unmatched > b.unmatched;
    });
    return rows;
}

}  // namespace relata::extract
