#include "extract/rule/sentence_view.hpp"

#include <algorithm>

namespace relata::extract {

SentenceView::SentenceView(const Analysis& analysis, const Lexicon& lexicon)
    : analysis_(analysis), lexicon_(lexicon) {
    // Mentions of form topic are the last ones, those of products first; each kind in the order of
    // the text.
    const auto before = [&](std::uint32_t end, EntityType type) {
        while (end > 0 && mention(end - 1).form == MentionForm::topic &&
               (mention(end - 1).types & type_bit(type)) != 0)
            --end;
        return end;
    };
    const auto count = static_cast<std::uint32_t>(analysis.mentions.size());
    first_topic_ = before(count, EntityType::org);
    first_thing_topic_ = before(first_topic_, EntityType::product);
}

std::uint32_t SentenceView::topic_at(std::uint32_t token, std::uint32_t begin,
                                     std::uint32_t end) const {
    const std::span topics(analysis_.mentions.data() + begin, end - begin);
    const auto after = std::ranges::upper_bound(topics, token, {}, &Mention::first);
    if (after == topics.begin()) return kNoMention;
    return begin + static_cast<std::uint32_t>(after - topics.begin()) - 1;
}

// After many sentences that do not speak of it, what a sentence leaves out is something else.
bool SentenceView::is_stale(std::uint32_t topic, std::uint32_t sentence) const {
    constexpr std::uint32_t most = 4;  // sentences back to a name or a reference
    const std::uint32_t entity = mention(topic).entity;
    if (sentence <= most || entity == kNoEntity) return false;
    const std::vector<std::uint32_t>& mentions = analysis_.entities[entity].mentions;
    const auto behind =
        std::partition_point(mentions.begin(), mentions.end(),
                             [&](std::uint32_t i) { return mention(i).first < first_; });
    return behind != mentions.begin() &&
           mention(*std::prev(behind)).first < analysis_.sentences[sentence - most].first;
}

void SentenceView::load(std::uint32_t sentence) {
    first_ = analysis_.sentences[sentence].first;
    last_ = analysis_.sentences[sentence].last;
    const auto phrase_from = [&](std::uint32_t token) {
        return std::ranges::lower_bound(analysis_.phrases, token, {}, &Phrase::first);
    };
    phrases_ = std::span(phrase_from(first_), phrase_from(last_));
    thing_topic_ = topic_at(first_, first_thing_topic_, first_topic_);
    if (thing_topic_ != kNoMention && mention(thing_topic_).entity == kNoEntity)
        thing_topic_ = kNoMention;
    topic_ = topic_at(first_, first_topic_, static_cast<std::uint32_t>(analysis_.mentions.size()));
    if (topic_ != kNoMention && is_stale(topic_, sentence)) topic_ = kNoMention;
    const std::uint32_t begin = analysis_.mentions_at[first_];
    const std::uint32_t end = analysis_.mentions_at[last_];
    mention_count_ = end - begin;
    kinds_ = 0;
    for (std::uint32_t i = begin; i < end; ++i) kinds_ |= kinds_of(mention(i));
    for (const std::uint32_t topic : {thing_topic_, topic_}) {
        if (topic == kNoMention) continue;
        ++mention_count_;
        kinds_ |= kinds_of(mention(topic));
    }
}

void SentenceView::find_kinds(std::uint32_t begin, std::uint32_t end) {
    const std::size_t count = last_ - first_ + 1;
    MentionKinds everywhere = 0;
    for (const std::uint32_t topic : {thing_topic_, topic_})
        if (topic != kNoMention) everywhere |= kinds_of(mention(topic));
    before_.assign(count, everywhere);
    after_.assign(count, everywhere);
    for (std::uint32_t i = begin; i < end; ++i) {
        const Mention& one = mention(i);
        if (one.last > last_ || one.last < first_) continue;
        before_[one.last - first_] |= kinds_of(one);
        after_[one.first - first_] |= kinds_of(one);
    }
    for (std::size_t i = 1; i < count; ++i) before_[i] |= before_[i - 1];
    for (std::size_t i = count - 1; i > 0; --i) after_[i - 1] |= after_[i];
}

void SentenceView::prepare() {
    const std::size_t count = last_ - first_ + 1;
    bits_.assign(count, 0);
    ending_rows_.assign(count + 1, 0);
    for (const Phrase& phrase : phrases_) {
        bits_[phrase.first - first_] |= kPhraseStarts;
        bits_[phrase.last - first_] |= kPhraseEnds;
    }
    const std::uint32_t begin = analysis_.mentions_at[first_];
    const std::uint32_t end = analysis_.mentions_at[last_];
    for (std::uint32_t i = begin; i < end; ++i) {
        const Mention& one = mention(i);
        if (one.last > last_) continue;
        ++ending_rows_[one.last - first_ + 1];
        if (one.form != MentionForm::name && one.form != MentionForm::quoted) continue;
        for (std::uint32_t at = one.first; at < one.last; ++at) bits_[at - first_] |= kInName;
    }
    find_kinds(begin, end);
    for (std::size_t i = 1; i <= count; ++i) ending_rows_[i] += ending_rows_[i - 1];
    endings_.resize(ending_rows_[count]);
    // Mentions come by their first token, so those that end together come longest first.
    cursors_.assign(ending_rows_.begin(), ending_rows_.end());
    for (std::uint32_t i = begin; i < end; ++i) {
        if (mention(i).last <= last_) endings_[cursors_[mention(i).last - first_]++] = i;
    }
}

}  // namespace relata::extract
