#include "extract/rule/match.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "extract/language.hpp"
#include "extract/rule/claims.hpp"
#include "extract/rule/engine.hpp"
#include "extract/rule/machine.hpp"
#include "extract/rule/modify.hpp"
#include "extract/rule/rule_set_impl.hpp"
#include "extract/rule/sentence_view.hpp"
#include "extract/rule/sentence_words.hpp"

namespace relata::extract {

namespace {

// An alternative whose anchor occurs at tokens first to last, half-open.
struct Trigger {
    std::uint32_t first = 0;
    std::uint32_t alternative = 0;
    std::uint32_t last = 0;
};

// In the order in which they are tried: by place, then rule and match line, then the longest
// anchor.
bool operator<(const Trigger& a, const Trigger& b) {
    return std::tie(a.first, a.alternative, b.last) < std::tie(b.first, b.alternative, a.last);
}

class ArticleMatcher {
  public:
    ArticleMatcher(const RuleSet::Impl& rules, const Catalogue& catalogue, const Analysis& analysis,
                   const RuleChoice& choice, MatchListener* listener)
        : rules_(rules),
          catalogue_(catalogue),
          analysis_(analysis),
          choice_(choice),
          listener_(listener),
          view_(analysis, analysis.language->lexicon),
          words_(rules.requirements, view_),
          machine_(rules, view_),
          passing_(rules.anchors.size()) {
        machine_.trace(listener != nullptr);
    }

    std::vector<Claim> run() {
        std::vector<Claim> all;
        for (std::uint32_t i = 0; i < analysis_.sentences.size(); ++i) {
            sentence_ = i;
            view_.load(i);
            // A relation needs two mentions; a listener wants to know what failed all the same.
            if (view_.mention_count() < 2 && listener_ == nullptr) continue;
            words_.next_sentence();
            passed_.clear();
            find_triggers();
            if (triggers_.empty()) continue;
            view_.prepare();
            try_triggers();
            if (claims_.empty()) continue;
            settle_claims(rules_, catalogue_, analysis_, claims_);
            modify_claims(rules_, choice_, view_, words_, machine_, claims_);
            std::move(claims_.begin(), claims_.end(), std::back_inserter(all));
            claims_.clear();
        }
        return all;
    }

    std::uint64_t steps() const { return machine_.steps(); }

  private:
    void find_triggers() {
        triggers_.clear();
        for (std::uint32_t at = view_.first(); at < view_.last(); ++at) {
            const Token& token = view_.token(at);
            for (const std::uint32_t anchor : rules_.anchors.of_classes(token.classes))
                add_passing(anchor, at, at + 1);
            if (token.word != 0) {
                const std::uint32_t anchor = rules_.anchors.of_word(token.word);
                if (anchor != Anchors::kNone) add_passing(anchor, at, at + 1);
            }
        }
        for (const Phrase& phrase : view_.phrases()) {
            for (const std::uint32_t anchor : rules_.anchors.of_classes(phrase.classes))
                add_passing(anchor, phrase.first, phrase.last);
        }
        if (!rules_.regex_triggers.empty()) regex_triggers();
        if (!rules_.mention_triggers.empty()) mention_triggers();
    }

    void add(std::uint32_t alternative, std::uint32_t first, std::uint32_t last) {
        triggers_.push_back({first, alternative, last});
    }

    // Whether the machine is to try it. A listener wants to know where each attempt ends.
    bool is_due(const Trigger& trigger) {
        if (listener_ == nullptr && !words_.may_match(rules_.requirement_of[trigger.alternative],
                                                      trigger.first, trigger.last))
            return false;
        const Alternative& one = rules_.alternatives[trigger.alternative];
        if (choice_.only_rule && one.rule != *choice_.only_rule) return false;
        return one.anchor != AnchorKind::exact ||
               view_.text(trigger.first) == rules_.exact_words[one.operand];
    }

    bool may_match(std::uint32_t alternative) {
        return listener_ != nullptr || words_.may_match(rules_.requirement_of[alternative]);
    }

    // The alternatives of the anchor that may match in the sentence.
    std::span<const std::uint32_t> passing(std::uint32_t anchor) {
        Passing& passing = passing_[anchor];
        if (passing.sentence != sentence_ + 1) {
            const auto begin = static_cast<std::uint32_t>(passed_.size());
            for (const AnchorRun& run : rules_.anchors.runs(anchor))
                if (listener_ != nullptr || words_.passes(run.gate)) add_passed(run);
            passing = {sentence_ + 1, begin, static_cast<std::uint32_t>(passed_.size()) - begin};
        }
        return std::span(passed_).subspan(passing.begin, passing.count);
    }

    void add_passed(const AnchorRun& run) {
        std::uint32_t asked = ~0U;  // requirement; branches of one rule mostly have the same
        bool met = false;
        for (const std::uint32_t alternative : rules_.anchors.alternatives(run)) {
            if (const std::uint32_t now = rules_.requirement_of[alternative]; now != asked) {
                asked = now;
                met = may_match(alternative);
            }
            if (met) passed_.push_back(alternative);
        }
    }

    void add_passing(std::uint32_t anchor, std::uint32_t first, std::uint32_t last) {
        for (const std::uint32_t alternative : passing(anchor)) add(alternative, first, last);
    }

    // Expressions are asked about words only where the rest of their patterns may match.
    void regex_triggers() {
        for (const RuleSet::Impl::RegexTrigger& trigger : rules_.regex_triggers) {
            if (!may_match(trigger.alternative)) continue;
            const TokenRegex& regex = rules_.regexes[trigger.regex];
            for (std::uint32_t at = view_.first(); at < view_.last(); ++at)
                if ((view_.token(at).flags & kWord) != 0 && regex.matches(view_.text(at)))
                    add(trigger.alternative, at, at + 1);
        }
    }

    // A mention in quotation marks begins with the mark before it.
    void mention_triggers() {
        mention_alternatives_.clear();
        for (const std::uint32_t alternative : rules_.mention_triggers) {
            if (may_match(alternative)) mention_alternatives_.push_back(alternative);
        }
        if (mention_alternatives_.empty()) return;
        const TokenBounds bounds{view_.first(), view_.last()};
        std::uint32_t next = view_.first();  // tokens before it have been tried
        const auto try_at = [&](std::uint32_t at) {
            for (const std::uint32_t alternative : mention_alternatives_) {
                const SlotType& slot = rules_.alternatives[alternative].slot;
                if (for_each_fill<true>(view_, bounds, slot, at, [](Fill) { return true; }))
                    add(alternative, at, at);
            }
        };
        const std::uint32_t end = analysis_.mentions_at[view_.last()];
        for (std::uint32_t i = analysis_.mentions_at[view_.first()]; i < end; ++i) {
            const std::uint32_t first = view_.mention(i).first;
            if (first < next) continue;
            if (first > next) try_at(first - 1);
            try_at(first);
            next = first + 1;
        }
    }

    void try_triggers() {
        std::erase_if(triggers_, [&](const Trigger& trigger) { return !is_due(trigger); });
        for (const Trigger& trigger : triggers_)
            machine_.prefetch(rules_.alternatives[trigger.alternative]);
        std::sort(triggers_.begin(), triggers_.end());
        std::pair<std::uint32_t, RuleIndex> matched{~0U, ~0U};  // anchor and rule
        for (const Trigger& trigger : triggers_) {
            const Alternative& alternative = rules_.alternatives[trigger.alternative];
            const std::pair<std::uint32_t, RuleIndex> here{trigger.first, alternative.rule};
            if (here == matched) continue;
            if (machine_.match(alternative, trigger.first, trigger.last)) {
                matched = here;
                take_match(alternative, trigger);
            } else if (listener_ != nullptr) {
                listener_->failed(alternative.rule, alternative.number, trigger.first,
                                  machine_.failed_at(), rules_.wanted[machine_.wanted()]);
            }
        }
    }

    void take_match(const Alternative& alternative, const Trigger& trigger) {
        Claim blank;
        blank.rule = alternative.rule;
        blank.alternative = alternative.number;
        blank.anchor = trigger.first;
        blank.first = machine_.first();
        blank.last = machine_.last();
        blank.sentence = sentence_;
        const std::size_t before = claims_.size();
        add_claims(rules_, analysis_, alternative, machine_, blank, claims_);
        for (std::size_t i = before; listener_ != nullptr && i < claims_.size(); ++i)
            listener_->matched(claims_[i]);
    }

    const RuleSet::Impl& rules_;
    const Catalogue& catalogue_;
    const Analysis& analysis_;
    const RuleChoice& choice_;
    MatchListener* listener_;
    SentenceView view_;
    SentenceWords words_;
    Machine machine_;
    std::uint32_t sentence_ = 0;
    // What an anchor has in passed_, and the sentence for which that was found, counted from 1.
    struct Passing {
        std::uint32_t sentence = 0, begin = 0, count = 0;
    };
    std::vector<Passing> passing_;  // by anchor
    std::vector<std::uint32_t> passed_;
    std::vector<Trigger> triggers_;
    std::vector<std::uint32_t> mention_alternatives_;  // those that may match in the sentence
    std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> match_chosen(const RuleSet& rules, const Catalogue& catalogue,
                                const Analysis& analysis, const RuleChoice& choice,
                                MatchListener* listener) {
    if (rules.impl().alternatives.empty()) return {};
    return ArticleMatcher(rules.impl(), catalogue, analysis, choice, listener).run();
}

std::vector<Claim> match_rules(const RuleSet& rules, const Catalogue& catalogue,
                               const Analysis& analysis, MatchListener* listener,
                               std::uint64_t* steps) {
    if (rules.impl().alternatives.empty()) return {};
    const RuleChoice all;
    ArticleMatcher matcher(rules.impl(), catalogue, analysis, all, listener);
    std::vector<Claim> claims = matcher.run();
    if (steps != nullptr) *steps += matcher.steps();
    return claims;
}

}  // namespace relata::extract
