#include "extract/spread_claims.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace relata::extract {
namespace {

bool overlap(const Mention& a, const Mention& b) { return a.first < b.last && b.first < a.last; }

// Phrases are left out: "the leading company in France" may say what the firm is, and is then no
// second mention of it. So are plurals: what is said of one need not be said of all.
bool stands_for_entity(const Analysis& analysis, const Mention& mention) {
    if (whole_group(analysis.mentions, mention).size() > 1) return false;
    switch (mention.form) {
        case MentionForm::name:
        case MentionForm::pronoun:
        case MentionForm::possessive:
            return mention.entity != kNoEntity;
        case MentionForm::nominal:
        case MentionForm::elided:
        case MentionForm::quoted:
        case MentionForm::value:
        case MentionForm::topic:
            break;
    }
    return false;
}

// The mention itself, and then all others of its entity in the sentence.
std::vector<std::uint32_t> coreferent(const Analysis& analysis, const Sentence& sentence,
                                      std::uint32_t index) {
    std::vector<std::uint32_t> found{index};
    const Mention& claimed = analysis.mentions[index];
    if (claimed.entity == kNoEntity || claimed.form == MentionForm::value) return found;
    const std::uint32_t end = analysis.mentions_at[sentence.last];
    for (std::uint32_t i = analysis.mentions_at[sentence.first]; i < end; ++i) {
        const Mention& mention = analysis.mentions[i];
        if (mention.entity != claimed.entity || !stands_for_entity(analysis, mention)) continue;
        const bool known = std::any_of(found.begin(), found.end(), [&](std::uint32_t other) {
            return overlap(mention, analysis.mentions[other]);
        });
        if (!known) found.push_back(i);
    }
    return found;
}

}  // namespace

void spread_claims(const Analysis& analysis, std::vector<Claim>& claims) {
    std::vector<Claim> spread;
    spread.reserve(claims.size() * 2);
    for (Claim& claim : claims) {
        const Sentence& sentence = analysis.sentences[claim.sentence];
        const std::vector<std::uint32_t> subjects = coreferent(analysis, sentence, claim.subject);
        const std::vector<std::uint32_t> objects = coreferent(analysis, sentence, claim.object);
        for (const std::uint32_t subject : subjects) {
            for (const std::uint32_t object : objects) {
                Claim other = claim;
                other.coreferent = subject != claim.subject || object != claim.object;
                // A plural may be both sides of what was claimed: "the two firms will merge".
                if (other.coreferent &&
                    overlap(analysis.mentions[subject], analysis.mentions[object]))
                    continue;
                other.subject = subject;
                other.object = object;
                spread.push_back(std::move(other));
            }
        }
    }
    claims = std::move(spread);
}

}  // namespace relata::extract
