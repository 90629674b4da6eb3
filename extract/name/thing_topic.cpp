#include "extract/name/thing_topic.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

// What the sentence names: nothing (kNoEntity), one product, or several (kSeveral).
constexpr std::uint32_t kSeveral = kNoEntity - 1;

std::uint32_t join(std::uint32_t a, std::uint32_t b) {
    if (a == kNoEntity || a == b) return b;
    return b == kNoEntity ? a : kSeveral;
}

}  // namespace

std::vector<ThingTopic> find_thing_topics(const ArticleWords& words,
                                          std::span<const Entity> entities,
                                          std::span<const Mention> names) {
    constexpr std::size_t back = 3;  // sentences
    std::vector<ThingTopic> found;
    const std::vector<Sentence>& sentences = words.analysis.sentences;
    std::vector<std::uint32_t> named(sentences.size(), kNoEntity);
    std::size_t next = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        for (; next < names.size() && names[next].first < sentences[i].last; ++next) {
            const std::uint32_t entity = names[next].entity;
            if (entity != kNoEntity && entities[entity].likeliest == EntityType::product)
                named[i] = join(named[i], entity);
        }
        std::uint32_t topic = kNoEntity;
        if (named[i] == kNoEntity)
            for (std::size_t k = i - std::min(i, back); k < i; ++k) topic = join(topic, named[k]);
        if (topic == kSeveral) topic = kNoEntity;
        if (topic == (found.empty() ? kNoEntity : found.back().entity)) continue;
        found.push_back({sentences[i].first, topic});
    }
    return found;
}

}  // namespace relata::extract
