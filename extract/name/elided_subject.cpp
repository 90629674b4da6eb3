#include "extract/name/elided_subject.hpp"

#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kMentionsBack = 16;  // bounds the search in long enumerations

class Finder {
  public:
    Finder(const ArticleWords& words, std::span<const Mention> mentions)
        : words_(words), mentions_(mentions) {}

    std::vector<Mention> find() {
        for (const Sentence& sentence : words_.analysis.sentences) {
            begin_ = sentence.first;
            end_ = sentence.last;
            move_to(begin_);
            first_ = next_;
            for (std::uint32_t t = begin_; t + 1 < end_; ++t)
                if (joins_verbs(t)) add(t);
        }
        return std::move(found_);
    }

  private:
    void move_to(std::uint32_t t) {
        while (next_ < mentions_.size() && mentions_[next_].first < t) ++next_;
    }

    // "and is", "und gehört", "and now runs", ", is led by"
    bool joins_verbs(std::uint32_t t) const {
        return (is_verb(t + 1) || is_verb_behind_adverb(t + 1)) &&
               words_.in(words_.lists.verb_joint, t);
    }

    bool is_verb_behind_adverb(std::uint32_t t) const {
        constexpr ClassMask before_nouns = cls::determiner | cls::possessive | cls::preposition |
                                           cls::pronoun | cls::conjunction | cls::relative;
        return t + 1 < end_ && (words_.single[t] & cls::stopword) != 0 &&
               (words_.single[t] & before_nouns) == 0 &&
               !words_.in(words_.lists.indefinite_article, t) && is_verb(t + 1);
    }

    bool is_verb(std::uint32_t t) const {
        return !words_.flag(t, kCapital) &&
               (words_.has(t, kVerbs) || words_.in(words_.lists.finite_verb, t));
    }

    void add(std::uint32_t t) {
        move_to(t);
        const Mention* subject = subject_before(t);
        if (subject == nullptr) return;
        for (const Mention& one : whole_group(mentions_, *subject)) {
            Mention mention;
            mention.first = t;
            mention.last = t + 1;
            mention.form = MentionForm::elided;
            mention.types = one.types;
            mention.plural = one.plural;
            mention.entity = one.entity;
            found_.push_back(mention);
        }
    }

    // The nearest that a verb follows, unless that happens in an insertion behind another one, or
    // else what the sentence begins to speak of.
    const Mention* subject_before(std::uint32_t t) const {
        const Mention *first = nullptr, *nearest = nullptr;
        const std::size_t back = next_ - first_ > kMentionsBack ? next_ - kMentionsBack : first_;
        for (std::size_t i = next_; i > back; --i) {
            const Mention& mention = mentions_[i - 1];
            if (!may_act(mention)) continue;
            first = &mention;
            if (nearest != nullptr && has_between_commas(mention, *nearest, t)) return first;
            if (nearest == nullptr && acts(mention)) nearest = first;
        }
        if (nearest != nullptr) return nearest;
        return back == first_ ? first : nullptr;
    }

    // "Acme, which Blip bought, grew and": Blip stands between the commas behind Acme.
    bool has_between_commas(const Mention& mention, const Mention& inner, std::uint32_t t) const {
        const std::uint32_t behind = behind_insertion(words_, mention.last, end_);
        return inner.first < behind && behind <= t + 1 && is_verb(behind);
    }

    // "Acme is", "Acme, a maker of robots, is", "wird Acme", and "Acme wanted": what stands behind
    // a name in lower case is mostly a verb.
    bool acts(const Mention& mention) const {
        if (verb_follows(words_, mention.last, end_)) return true;
        if (words_.capital_nouns && mention.first > begin_ && is_verb(mention.first - 1) &&
            !has_subject(mention.first - 1))
            return true;
        constexpr ClassMask others = cls::stopword | cls::preposition | cls::conjunction |
                                     cls::determiner | cls::relative | cls::descriptor | cls::post |
                                     cls::nominal | cls::based;
        return mention.last < end_ && words_.flag(mention.last, kWord) &&
               !words_.flag(mention.last, kCapital) && !words_.flag(mention.last, kGlued) &&
               !words_.has(mention.last, others);
    }

    // "Acme kaufte Blip": who stands right before the verb does it.
    bool has_subject(std::uint32_t verb) const {
        for (std::size_t i = next_; i > first_ && next_ - i < kMentionsBack; --i)
            if (mentions_[i - 1].last == verb) return may_act(mentions_[i - 1]) && leads(i - 1);
        return false;
    }

    // Not "Anders als Acme kaufte Blip", nor "Neben Jan Roth und Acme kaufte Blip".
    bool leads(std::size_t i) const {
        const std::uint32_t at = mentions_[i].first;
        if (at == begin_) return true;
        if (words_.in(words_.lists.comparison, at - 1)) return false;
        if ((words_.single[at - 1] & cls::conjunction) == 0) return true;
        for (std::size_t other = i; other > first_; --other)
            if (mentions_[other - 1].last == at - 1) return may_act(mentions_[other - 1]);
        return true;
    }

    bool may_act(const Mention& mention) const {
        return mention.entity != kNoEntity && mention.form != MentionForm::possessive &&
               !mention.genitive && !is_modifier(words_, mention, begin_, end_) &&
               !is_governed(words_, mention, begin_);
    }

    const ArticleWords& words_;
    std::span<const Mention> mentions_;
    std::vector<Mention> found_;
    std::size_t first_ = 0, next_ = 0;  // the sentence's first mention, the first behind a token
    std::uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

std::vector<Mention> find_elided_subjects(const ArticleWords& words,
                                          std::span<const Mention> mentions) {
    return Finder(words, mentions).find();
}

}  // namespace relata::extract
