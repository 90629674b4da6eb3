#include "extract/name/topic.hpp"

#include <vector>

namespace relata::extract {

std::uint32_t find_topic(const Analysis& analysis, std::span<const Entity> entities,
                         std::span<const Mention> mentions) {
    // The first sentences, mostly the headline and the lead, weigh more than all others.
    constexpr int early_sentences = 3, early = 4, first = 3, certain = 2;
    constexpr TypeSet organisation = type_bit(EntityType::org);
    std::vector<int> weight(entities.size(), 0);
    std::size_t sentence = 0;
    bool seen_any = false;
    for (const Mention& mention : mentions) {
        if (mention.form != MentionForm::name || mention.entity == kNoEntity) continue;
        while (sentence < analysis.sentences.size() &&
               analysis.sentences[sentence].last <= mention.first)
            ++sentence;
        const TypeSet types = entities[mention.entity].types;
        if ((types & organisation) == 0) continue;
        int points = sentence < early_sentences ? early : 1;
        if (!seen_any) points += first;
        if (types == organisation) points += certain;
        seen_any = true;
        weight[mention.entity] += points;
    }
    std::uint32_t best = kNoEntity;
    for (std::uint32_t i = 0; i < entities.size(); ++i)
        if (weight[i] > 0 && (best == kNoEntity || weight[i] > weight[best])) best = i;
    return best;
}

}  // namespace relata::extract
