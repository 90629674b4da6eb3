#include "extract/name/deal.hpp"

#include "extract/name/salience.hpp"

namespace relata::extract {

namespace {

constexpr std::uint32_t kNone = 0xffffffff;

// One clause with a deal: who acts stands first, what is bought later.
class Clause {
  public:
    Clause(const ArticleWords& words, const Mention& actor, const Sentence& sentence)
        : words_(words), begin_(behind_insertion(words, actor.last, sentence.last)), end_(begin_) {
        while (end_ < sentence.last && !words_.flag(end_, kClauseBreak | kQuote)) {
            if (deal_ == kNone && words_.in(words_.lists.deal_word, end_)) deal_ = end_;
            sale_ = sale_ || words_.in(words_.lists.sale_word, end_);
            ++end_;
        }
    }

    bool has_deal() const { return deal_ != kNone || sale_; }
    bool holds(const Mention& name) const { return name.first >= begin_ && name.last <= end_; }

    // The preposition that governs a name, or kNone.
    std::uint32_t governor(const Mention& name) const {
        constexpr std::uint32_t farthest = 6;
        for (std::uint32_t at = name.first; at > begin_ && name.first - at < farthest;) {
            --at;
            if (at == deal_) break;
            if (words_.has(at, cls::preposition)) return at;
        }
        return kNone;
    }

    // "buys Blip", "steigt bei Blip ein", "Übernahme von Blip"
    bool is_object(const Mention& name) const {
        if (!words_.capital_nouns && deal_ > name.first) return false;
        const std::uint32_t at = governor(name);
        if (at == kNone) return true;
        // "verkauft Blip", "trennt sich von Blip", but not "verkauft an Blip"
        if (sale_) return words_.in(words_.lists.agent_preposition, at);
        return words_.in(words_.lists.deal_preposition, at) ||
               (words_.in(words_.lists.agent_preposition, at) && at == deal_ + 1);
    }

    // "is bought by Acme", "wird vom Konzern Acme gekauft"
    bool is_agent(const Mention& name) const {
        const std::uint32_t at = governor(name);
        if (sale_ || at == kNone || !words_.in(words_.lists.agent_preposition, at)) return false;
        return words_.capital_nouns ? deal_ > name.first : at == deal_ + 1;
    }

    // "to acquire it", "will die Firma kaufen"
    bool has_reference() const {
        constexpr std::uint32_t longest = 3;  // from the article to the noun
        for (std::uint32_t t = words_.capital_nouns ? begin_ : deal_ + 1; t < end_; ++t) {
            if (!words_.capital_nouns && (words_.single[t] & cls::pronoun) != 0) return true;
            if ((words_.single[t] & cls::nominal) == 0 ||
                !words_.has(t, cls::org_noun | cls::product_noun))
                continue;
            for (std::uint32_t at = t; at > begin_ && t - at < longest;)
                if (words_.has(--at, cls::determiner)) return true;
        }
        return false;
    }

  private:
    const ArticleWords& words_;
    std::uint32_t begin_, end_, deal_ = kNone;
    bool sale_ = false;
};

}  // namespace

std::uint32_t bought_in(const ArticleWords& words, std::span<const Entity> entities,
                        std::span<const Mention> names, const Sentence& sentence,
                        std::uint32_t spoken_of) {
    std::size_t first = 0;
    const auto in_sentence = [&](std::size_t i) {
        return i < names.size() && names[i].first < sentence.last;
    };
    while (in_sentence(first) && !is_organisation(entities, names[first])) ++first;
    if (!in_sentence(first)) return kNoEntity;
    const Mention& actor = names[first];
    if (is_modifier(words, actor, sentence.first, sentence.last) || actor.genitive)
        return kNoEntity;
    const Clause clause(words, actor, sentence);
    if (!clause.has_deal()) return kNoEntity;
    for (std::size_t i = first + 1; in_sentence(i); ++i) {
        const Mention& name = names[i];
        if (!is_organisation(entities, name) || name.entity == actor.entity ||
            !clause.holds(name) || is_modifier(words, name, sentence.first, sentence.last))
            continue;
        if (clause.is_agent(name)) return actor.entity;
        if (!clause.is_object(name)) continue;
        return name.genitive || is_background(words, name, sentence.first) ? kNoEntity
                                                                           : name.entity;
    }
    return spoken_of != actor.entity && clause.has_reference() ? spoken_of : kNoEntity;
}

bool tells_origin(const ArticleWords& words, const Sentence& sentence) {
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        // "The Oslo-based group said" may be who buys.
        const bool attribute = t > sentence.first && words.is(t - 1, '-') &&
                               words.flag(t, kGlued) && words.has(t, cls::based);
        if (words.in(words.lists.origin_word, t) && !attribute) return true;
    }
    return false;
}

}  // namespace relata::extract
