#include "extract/name/recognise.hpp"

#include <algorithm>
#include <vector>

#include "extract/name/article.hpp"
#include "extract/name/candidate.hpp"
#include "extract/name/coreference.hpp"
#include "extract/name/elided_subject.hpp"
#include "extract/name/entities.hpp"
#include "extract/name/fused_names.hpp"
#include "extract/name/headline.hpp"
#include "extract/name/institutions.hpp"
#include "extract/name/name_finder.hpp"
#include "extract/name/name_typing.hpp"
#include "extract/name/quotes.hpp"
#include "extract/name/shared_surname.hpp"
#include "extract/name/thing_topic.hpp"
#include "extract/name/topic.hpp"

namespace relata::extract {

namespace {

// "Director", "Director General"
bool ends_with_post(const ArticleWords& words, const Candidate& candidate) {
    if ((words.single[candidate.last - 1] & cls::post) != 0) return true;
    for (std::uint32_t at = candidate.first; at + 1 < candidate.last; ++at) {
        const PhraseHit* phrase = words.phrase_at(at);
        if (phrase != nullptr && (phrase->classes & cls::post) != 0 &&
            phrase->last == candidate.last)
            return true;
    }
    return false;
}

// "Managing Director", "Senior Vice President": titles with capitals are no names. Languages that
// write every noun with a capital tell them by other means.
void drop_titles(const ArticleWords& words, std::vector<Candidate>& candidates) {
    if (words.capital_nouns) return;
    std::erase_if(candidates, [&](const Candidate& candidate) {
        if (candidate.listed != 0 || candidate.last - candidate.first < 2) return false;
        if (!ends_with_post(words, candidate)) return false;
        for (std::uint32_t at = candidate.first; at < candidate.last; ++at) {
            constexpr ClassMask plain = cls::common | cls::post;
            // "National Association of Corporate Directors" is more than a title.
            if ((words.single[at] & cls::inner) != 0) return false;
            if ((words.single[at] & plain) == 0 && !words.is(at, '-')) return false;
        }
        return true;
    });
}

Mention to_mention(const Candidate& candidate, const std::vector<Entity>& entities) {
    Mention mention;
    mention.first = candidate.first;
    mention.last = candidate.last;
    mention.types = entities[candidate.entity].types;
    // "Chinese" refers to a country without being its name.
    mention.form = candidate.adjective ? MentionForm::nominal : MentionForm::name;
    mention.genitive = candidate.genitive;
    mention.entity = candidate.entity;
    return mention;
}

void sort_mentions(std::vector<Mention>& mentions) {
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
}

void index_mentions(Analysis& analysis) {
    const std::size_t tokens = analysis.tokens.size();
    analysis.mentions_at.assign(tokens + 1, 0);
    for (const Mention& mention : analysis.mentions) ++analysis.mentions_at[mention.first + 1];
    for (std::size_t t = 1; t <= tokens; ++t)
        analysis.mentions_at[t] += analysis.mentions_at[t - 1];
    for (std::uint32_t i = 0; i < analysis.mentions.size(); ++i) {
        const std::uint32_t entity = analysis.mentions[i].entity;
        const bool has_words = analysis.mentions[i].form != MentionForm::elided;
        if (entity != kNoEntity && has_words) analysis.entities[entity].mentions.push_back(i);
    }
}

// The topic of the article first, then those of its paragraphs, each of no width at the token from
// which it holds.
void add_topics(Analysis& analysis, const std::vector<LocalTopic>& local,
                const std::vector<ThingTopic>& things) {
    Mention topic;
    topic.form = MentionForm::topic;
    topic.types = type_bit(EntityType::product);
    for (const ThingTopic& thing : things) {
        topic.first = topic.last = thing.token;
        topic.entity = thing.entity;
        analysis.mentions.push_back(topic);
    }
    if (analysis.topic == kNoEntity) return;
    topic.types = type_bit(EntityType::org);
    topic.first = topic.last = 0;
    topic.entity = analysis.topic;
    analysis.mentions.push_back(topic);
    for (const LocalTopic& paragraph : local) {
        topic.first = topic.last = paragraph.token;
        topic.entity = paragraph.entity;
        analysis.mentions.push_back(topic);
    }
}

}  // namespace

void recognise_names(Analysis& analysis) { recognise_names(analysis, {}); }

void recognise_names(Analysis& analysis, std::span<const Tie> ties) {
    ArticleWords words(analysis);
    std::vector<Candidate> candidates = find_names(words);
    drop_titles(words, candidates);
    if (!words.capital_nouns) find_in_headlines(words, candidates);
    weigh_types(words, candidates);
    share_surnames(words, candidates);
    analysis.entities = join_entities(words, candidates);

    std::vector<Mention> names;
    names.reserve(candidates.size());
    for (const Candidate& candidate : candidates)
        names.push_back(to_mention(candidate, analysis.entities));
    refer_to_institutions(words, analysis.entities, names);
    analysis.topic = find_topic(words, analysis.entities, names);
    const std::vector<LocalTopic> topics = find_local_topics(words, analysis.entities, names);
    const std::vector<ThingTopic> things = find_thing_topics(words, analysis.entities, names);
    std::vector<Mention> references =
        resolve_references(words, names, topics, ties, analysis.entities);

    std::vector<Mention>& all = analysis.mentions;
    all.insert(all.end(), names.begin(), names.end());
    all.insert(all.end(), references.begin(), references.end());
    const std::vector<Mention> fused = find_fused_names(words, analysis.entities);
    all.insert(all.end(), fused.begin(), fused.end());
    const std::vector<Mention> posts = find_institution_posts(words, analysis.entities);
    all.insert(all.end(), posts.begin(), posts.end());
    sort_mentions(all);
    const std::vector<Mention> elided = find_elided_subjects(words, all);
    all.insert(all.end(), elided.begin(), elided.end());
    find_quotes(analysis, all);
    sort_mentions(all);
    index_mentions(analysis);
    add_topics(analysis, topics, things);
}

}  // namespace relata::extract
