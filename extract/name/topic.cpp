#include "extract/name/topic.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/name/deal.hpp"
#include "extract/name/digest.hpp"
#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

// By entity: "Schwarzwald statt Silicon Valley" names neither again. Nothing where the article has
// no heading.
std::vector<bool> named_only_in_heading(const Analysis& analysis, std::span<const Entity> entities,
                                        std::span<const Mention> mentions) {
    std::vector<bool> only(entities.size(), false);
    const std::vector<Sentence>& sentences = analysis.sentences;
    if (!has_heading(analysis)) return only;
    only.assign(entities.size(), true);
    for (const Mention& mention : mentions)
        if (mention.first >= sentences[1].first && mention.entity != kNoEntity)
            only[mention.entity] = false;
    return only;
}

// By entity: how often the article names it.
std::vector<std::uint32_t> times_named(std::span<const Entity> entities,
                                       std::span<const Mention> mentions) {
    std::vector<std::uint32_t> named(entities.size(), 0);
    for (const Mention& mention : mentions)
        if (mention.entity != kNoEntity) ++named[mention.entity];
    return named;
}

// The organisation that an article names twice as often as any other, and three times at least: it
// is about that one, though it be an investor or a newspaper. Else nothing.
std::uint32_t most_named(std::span<const Entity> entities,
                         const std::vector<std::uint32_t>& named) {
    constexpr std::uint32_t least = 3;
    std::uint32_t best = kNoEntity, most = 0, second = 0;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        if ((entities[i].types & type_bit(EntityType::org)) == 0 || named[i] <= second) continue;
        if (named[i] > most) {
            second = std::exchange(most, named[i]);
            best = i;
        } else {
            second = named[i];
        }
    }
    return most >= least && most >= 2 * second ? best : kNoEntity;
}

// Weighs the organisations that an article names.
class TopicFinder {
  public:
    TopicFinder(const ArticleWords& words, std::span<const Entity> entities,
                std::span<const Mention> mentions)
        : words_(words),
          entities_(entities),
          mentions_(mentions),
          weight_(entities.size(), 0),
          named_(times_named(entities, mentions)),
          star_(most_named(entities, named_)) {}

    std::uint32_t find() {
        const std::vector<Sentence>& sentences = words_.analysis.sentences;
        const std::vector<bool> only_heading =
            named_only_in_heading(words_.analysis, entities_, mentions_);
        std::size_t next = 0;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            begin_sentence(i, sentences[i]);
            for (; next < mentions_.size() && mentions_[next].first < sentences[i].last; ++next) {
                const Mention& name = mentions_[next];
                if (name.form == MentionForm::name && name.entity != kNoEntity &&
                    !only_heading[name.entity])
                    read(name, i, sentences[i]);
            }
        }
        return heaviest();
    }

  private:
    static constexpr TypeSet kOrganisation = type_bit(EntityType::org);
    static constexpr TypeSet kCandidates = kOrganisation | type_bit(EntityType::product);

    // The first sentences, mostly the headline and the lead, weigh more than all others.
    static int points(std::size_t sentence, int early) {
        constexpr std::size_t early_sentences = 3;
        return sentence >= early_sentences ? 1 : early;
    }

    void add(std::uint32_t entity, int points) {
        constexpr int certain = 1;
        weight_[entity] += entities_[entity].types == kOrganisation ? points + certain : points;
    }

    // "Acme grows. The Oslo start-up makes": that is Acme again.
    void begin_sentence(std::size_t index, const Sentence& sentence) {
        constexpr std::size_t longest = 2;  // sentences without a firm between
        if (subject_ != kNoEntity && goes_on(sentence)) {
            add(subject_, points(named_in_, kSubject));
            named_in_ = index;
        } else if (index > named_in_ + longest) {
            subject_ = kNoEntity;
        }
        has_subject_ = false;
    }

    bool goes_on(const Sentence& sentence) const {
        constexpr std::uint32_t longest = 4;  // from the article to the noun
        if (!words_.has(sentence.first, cls::determiner)) return false;
        const std::uint32_t end = std::min(sentence.last, sentence.first + longest);
        for (std::uint32_t t = sentence.first + 1; t < end; ++t) {
            const bool in_phrase = (words_.single[t] & cls::org_noun) == 0;  // "start-up"
            if (words_.has(t, cls::org_noun) &&
                (in_phrase || (words_.single[t] & cls::nominal) != 0)) {
                while (in_phrase && t + 1 < sentence.last && words_.has(t + 1, cls::org_noun)) ++t;
                return t + 1 < sentence.last && !words_.flag(t + 1, kCapital) &&
                       !words_.is(t + 1, '-');
            }
            if (words_.has(t, kVerbs) || words_.flag(t, kPunctuation)) return false;
        }
        return false;
    }

    void read(const Mention& name, std::size_t index, const Sentence& sentence) {
        constexpr int beside = 2, first = 3;
        if ((entities_[name.entity].types & kCandidates) == 0 ||
            entities_[name.entity].likeliest == EntityType::person)
            return;
        // "Ex-Zalando-Managerin": where somebody came from.
        if (name.first > 0 && words_.is(name.first - 1, '-')) return;
        if (name.entity != star_ && is_background(words_, name, sentence.first) &&
            !is_told_by_another(words_, name, sentence.first))
            return;
        if (tells_of_others(words_, name, sentence.last)) return;
        // "backed by Acme", "by the Acme Guild"
        const bool has_article =
            name.first > sentence.first && words_.has(name.first - 1, cls::determiner);
        const std::uint32_t before = name.first - (has_article ? 1 : 0);
        if (!words_.capital_nouns && before > sentence.first &&
            words_.in(words_.lists.agent_preposition, before - 1))
            return;
        // The subject of a sentence weighs more than whom it deals with.
        const bool governed = is_governed(words_, name, sentence.first) ||
                              in_relative_clause(words_, name, sentence.first);
        const bool modifies = is_modifier(words_, name, sentence.first, sentence.last);
        // "Acme-Chefin" speaks of Acme, "Acme-Anleitungen" of something else.
        const bool of_another = modifies && words_.capital_nouns &&
                                words_.joins_compound(name.last - 1) &&
                                !words_.leads_post(name.last - 1);
        const bool is_subject = !has_subject_ && !governed && !of_another;
        if (!modifies) {
            // "Jane Roe invested in Acme. The start-up makes": what the sentence names last, if no
            // firm is its subject.
            if (!has_subject_ && (!governed || subject_ == kNoEntity)) {
                subject_ = name.entity;
                named_in_ = index;
            }
            has_subject_ = has_subject_ || !governed;
        }
        int weight = points(index, is_subject ? kSubject : beside);
        // What is named but once is hardly what the article is about, though it stands first.
        if (!seen_any_ && named_[name.entity] > 1) weight += first;
        seen_any_ = true;
        // "Insolvenz bei Acme: Der Händler hat": what follows speaks of it.
        if (words_.capital_nouns && name.last + 1 < sentence.last && words_.is(name.last, ':') &&
            words_.has(name.last + 1, cls::determiner))
            weight += first;
        add(name.entity, weight);
    }

    std::uint32_t heaviest() const {
        std::uint32_t best = kNoEntity, firm = kNoEntity;
        for (std::uint32_t i = 0; i < entities_.size(); ++i) {
            if (weight_[i] == 0) continue;
            if (best == kNoEntity || weight_[i] > weight_[best]) best = i;
            if ((entities_[i].types & kOrganisation) != 0 &&
                (firm == kNoEntity || weight_[i] > weight_[firm]))
                firm = i;
        }
        // What is mostly about a product leaves open which organisation it means, unless it names
        // one nearly as often.
        return firm != kNoEntity && 3 * weight_[firm] >= weight_[best] ? firm : kNoEntity;
    }

    static constexpr int kSubject = 4;

    const ArticleWords& words_;
    std::span<const Entity> entities_;
    std::span<const Mention> mentions_;
    std::vector<int> weight_;            // by entity
    std::vector<std::uint32_t> named_;   // by entity: how often
    std::uint32_t star_;                 // what the article names far more often than all else
    std::uint32_t subject_ = kNoEntity;  // of the sentence, or of the one before
    std::size_t named_in_ = 0;           // the sentence that names it
    bool has_subject_ = false, seen_any_ = false;
};

}  // namespace

std::uint32_t find_topic(const ArticleWords& words, std::span<const Entity> entities,
                         std::span<const Mention> mentions) {
    return TopicFinder(words, entities, mentions).find();
}

namespace {

// Follows the sentences of an article and says what each is about.
class LocalTopics {
  public:
    LocalTopics(const ArticleWords& words, std::span<const Entity> entities,
                std::span<const Mention> mentions)
        : words_(words),
          entities_(entities),
          mentions_(mentions),
          named_(times_named(entities, mentions)) {}

    std::vector<LocalTopic> find() {
        const std::vector<std::uint32_t> stories = find_stories(words_, entities_, mentions_);
        std::size_t paragraph = 0;
        for (const Sentence& sentence : words_.analysis.sentences) {
            while (next_ < mentions_.size() && mentions_[next_].first < sentence.first) ++next_;
            const bool new_line = begins_line(words_.analysis, sentence);
            if (new_line) first_ = kNoEntity;
            const std::uint32_t story = new_line ? stories[paragraph++] : kNoEntity;
            if (story != kNoEntity) {
                story_ = story;
                topics_.push_back({sentence.first, story_, true});
                bought_ = kNoEntity;
            } else if (bought_ != kNoEntity && tells_origin(words_, sentence)) {
                topics_.push_back({sentence.first, bought_, false, true});
            } else {
                const std::uint32_t now = topic();
                if (now != (topics_.empty() ? words_.analysis.topic : topics_.back().entity))
                    topics_.push_back({sentence.first, now, false});
            }
            note_deal(sentence);
            read_names(sentence);
        }
        return std::move(topics_);
    }

  private:
    void note_deal(const Sentence& sentence) {
        constexpr int longest = 3;  // sentences for which a deal counts
        const std::uint32_t bought =
            bought_in(words_, entities_, mentions_.subspan(next_), sentence, topic());
        if (bought != kNoEntity) {
            bought_ = bought;
            since_deal_ = 0;
        } else if (++since_deal_ >= longest) {
            bought_ = kNoEntity;
        }
    }

    // Not "Rainer", unless the article is about it, nor what is named but once and may be anything.
    bool is_doubtful(const Mention& name) const {
        constexpr TypeSet person = type_bit(EntityType::person);
        constexpr TypeSet product = type_bit(EntityType::product);
        const TypeSet types = entities_[name.entity].types;
        return words_.capital_nouns && name.entity != all() && (types & person) != 0 &&
               ((types & product) == 0 || named_[name.entity] < 2);
    }

    std::uint32_t all() const { return story_ != kNoEntity ? story_ : words_.analysis.topic; }

    // Of the next sentence, by what the paragraph has named so far. "Rival Blip's profit fell. But
    // Acme is growing. Chief executive Jane Roe": of two named as often, the one named later, not
    // so in German.
    std::uint32_t topic() const {
        const bool returns =
            !words_.capital_nouns && all_named_ == first_named_ && all_named_in_ > first_named_in_;
        return first_ == kNoEntity || all_named_ > first_named_ || returns ? all() : first_;
    }

    // "Das Start-up wurde von ...": the paragraph goes on about what it is all about.
    bool goes_on_before(const Mention& name, const Sentence& sentence) const {
        if (!words_.capital_nouns) return false;
        for (std::uint32_t t = sentence.first; t < name.first; ++t) {
            if ((words_.single[t] & cls::nominal) == 0 || (words_.bits[t] & cls::org_noun) == 0 ||
                (t > sentence.first && words_.is(t - 1, '-') && words_.flag(t - 1, kGlued)))
                continue;
            return t + 1 < name.first && words_.has(sentence.first, cls::determiner);
        }
        return false;
    }

    void read_names(const Sentence& sentence) {
        for (std::size_t i = next_; i < mentions_.size() && mentions_[i].last <= sentence.last;
             ++i) {
            const Mention& name = mentions_[i];
            if (!is_organisation(entities_, name) || is_doubtful(name) ||
                is_modifier(words_, name, sentence.first, sentence.last) ||
                (name.entity != all() && is_background(words_, name, sentence.first)))
                continue;
            if (first_ == kNoEntity && goes_on_before(name, sentence)) first_ = all();
            if (first_ == kNoEntity && is_aside(words_, name, sentence.first, sentence.last))
                continue;
            if (first_ == kNoEntity) {
                // Not "20 million for Acme: The start-up".
                const bool heads = name.last < sentence.last && words_.is(name.last, ':');
                if (!heads && is_governed(words_, name, sentence.first)) continue;
                first_ = name.entity;
                first_named_ = all_named_ = 0;
                all_named_in_ = 0;
            }
            if (name.entity == first_) {
                ++first_named_;
                first_named_in_ = sentence.first;
            }
            if (name.entity == all()) {
                ++all_named_;
                all_named_in_ = sentence.first;
            }
        }
    }

    const ArticleWords& words_;
    std::span<const Entity> entities_;
    std::span<const Mention> mentions_;
    std::vector<std::uint32_t> named_;  // by entity: how often
    std::vector<LocalTopic> topics_;
    std::size_t next_ = 0;
    std::uint32_t story_ = kNoEntity;              // of a digest
    std::uint32_t bought_ = kNoEntity;             // in one of the last sentences
    int since_deal_ = 0;                           // sentences
    std::uint32_t first_ = kNoEntity;              // the paragraph's first organisation
    std::size_t first_named_ = 0, all_named_ = 0;  // how often the paragraph names it, and all()
    std::uint32_t first_named_in_ = 0, all_named_in_ = 0;  // the last sentence that does
};

}  // namespace

std::vector<LocalTopic> find_local_topics(const ArticleWords& words,
                                          std::span<const Entity> entities,
                                          std::span<const Mention> mentions) {
    return LocalTopics(words, entities, mentions).find();
}

}  // namespace relata::extract
