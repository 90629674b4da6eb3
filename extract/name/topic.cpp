#include "extract/name/topic.hpp"

#include <string_view>

namespace relata::extract {

std::uint32_t find_topic(const Analysis& analysis, std::span<const Entity> entities,
                         std::span<const Mention> mentions) {
    // The first sentences, mostly the headline and the lead, weigh more than all others.
    constexpr int early_sentences = 3, early = 4, first = 3, certain = 2;
    constexpr TypeSet organisation = type_bit(EntityType::org);
    constexpr TypeSet candidates = organisation | type_bit(EntityType::product);
    std::vector<int> weight(entities.size(), 0);
    std::size_t sentence = 0;
    bool seen_any = false;
    for (const Mention& mention : mentions) {
        if (mention.form != MentionForm::name || mention.entity == kNoEntity) continue;
        while (sentence < analysis.sentences.size() &&
               analysis.sentences[sentence].last <= mention.first)
            ++sentence;
        const TypeSet types = entities[mention.entity].types;
        if ((types & candidates) == 0) continue;
        // "Ex-Zalando-Managerin": where somebody came from.
        if (mention.first > 0 && analysis.text(analysis.tokens[mention.first - 1]) == "-") continue;
        int points = sentence < early_sentences ? early : 1;
        if (!seen_any) points += first;
        if (types == organisation) points += certain;
        seen_any = true;
        weight[mention.entity] += points;
    }
    std::uint32_t best = kNoEntity;
    for (std::uint32_t i = 0; i < entities.size(); ++i)
        if (weight[i] > 0 && (best == kNoEntity || weight[i] > weight[best])) best = i;
    // What is mostly about a product leaves open which organisation it means.
    const bool open = best == kNoEntity || (entities[best].types & organisation) == 0;
    return open ? kNoEntity : best;
}

std::vector<LocalTopic> find_local_topics(const Analysis& analysis,
                                          std::span<const Entity> entities,
                                          std::span<const Mention> mentions) {
    std::vector<LocalTopic> topics;
    const std::string_view text = analysis.document->text;
    std::size_t next = 0;
    for (const Sentence& sentence : analysis.sentences) {
        const std::uint32_t first = sentence.first;
        while (next < mentions.size() && mentions[next].first < first) ++next;
        if (next == mentions.size()) break;
        const Mention& name = mentions[next];
        if (name.first != first || name.last >= sentence.last || name.entity == kNoEntity) continue;
        const std::uint32_t begin = first == 0 ? 0 : analysis.tokens[first - 1].end;
        const std::string_view gap = text.substr(begin, analysis.tokens[first].begin - begin);
        if (first != 0 && gap.find('\n') == std::string_view::npos) continue;
        const bool organisation = (entities[name.entity].types & type_bit(EntityType::org)) != 0;
        if (organisation && analysis.text(analysis.tokens[name.last]) == ":")
            topics.push_back({first, name.entity});
    }
    return topics;
}

}  // namespace relata::extract
