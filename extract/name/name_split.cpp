#include "extract/name/name_split.hpp"

namespace relata::extract {

namespace {

class Splitter {
  public:
    Splitter(const ArticleWords& words, const NameRuns& runs, const Sentence& sentence)
        : words_(words), runs_(runs), sentence_(sentence) {}

    std::uint32_t second_name(std::uint32_t first, std::uint32_t last) const {
        if (firms_before_verb(first, last)) return runs_.hit(first)->last;
        if (const std::uint32_t end = buyer_end(first, last); end != last) return end;
        if (last - first < 3) return last;
        if (person_closes(first, last)) return last - 2;
        return words_.capital_nouns && person_opens(first, last) ? first + 2 : last;
    }

  private:
    bool given(std::uint32_t t) const { return (words_.single[t] & cls::first_name) != 0; }

    // "Kansas Bill Graves": a listed name and then a person's; "aus Ismaning Hannes Breitkopf",
    // "des Versorgers Naftogas Andrej Kobolew".
    bool person_closes(std::uint32_t first, std::uint32_t last) const {
        const std::uint32_t person = last - 2;
        if (!given(person)) return false;
        const PhraseHit* before = runs_.hit(person - 1);
        if (before != nullptr && before->last == person &&
            (before->classes & cls::known_product) == 0 &&
            ((words_.single[person + 1] & cls::surname) != 0 ||
             ((before->classes & cls::geographic) != 0 && !words_.capital_nouns &&
              (words_.single[person + 1] & cls::org_head) == 0)) &&
            runs_.hit(person) != before)
            return true;
        constexpr ClassMask head = cls::org_head | cls::legal_form | cls::particle;
        return words_.capital_nouns && person == first + 1 && first > sentence_.first &&
               (words_.has(first - 1, cls::locative | cls::org_noun) || is_of_post(first)) &&
               !given(first) && (before == nullptr || before->last == person) &&
               runs_.hit(person) == nullptr && (words_.single[person + 1] & head) == 0 &&
               words_.flag(person + 1, kWord) && !words_.flag(person + 1, kAllCaps);
    }

    // "der Chef von Acme Jan Roth"
    bool is_of_post(std::uint32_t t) const {
        return t > sentence_.first + 1 && words_.has(t - 1, cls::affiliation) &&
               words_.has(t - 2, cls::post);
    }

    // "dass SAP Kyndavia übernimmt": a listed firm and a name that stands alone elsewhere, before
    // the verb that ends the clause.
    bool firms_before_verb(std::uint32_t first, std::uint32_t last) const {
        const PhraseHit* buyer = runs_.hit(first);
        if (!words_.capital_nouns || buyer == nullptr || buyer->first != first ||
            buyer->last + 1 != last || (buyer->classes & cls::known_org) == 0 ||
            runs_.hit(buyer->last) != nullptr || first == sentence_.first ||
            last + 1 >= sentence_.last)
            return false;
        constexpr ClassMask verb = cls::firm_verb | cls::org_verb;
        if (!words_.has(last, verb) || words_.flag(last, kCapital) ||
            !(words_.flag(last + 1, kPunctuation) || words_.has(last + 1, cls::auxiliary)))
            return false;
        const WordCounts* seen = words_.counts(buyer->last);
        return seen != nullptr && seen->inside + seen->at_start > 1;
    }

    // "Mara Seidel Kyndavia": a given name and a surname, and behind them a word that is neither.
    bool person_opens(std::uint32_t first, std::uint32_t last) const {
        const std::uint32_t other = first + 2;
        constexpr ClassMask person =
            cls::first_name | cls::surname | cls::particle | cls::name_suffix | cls::legal_form;
        if (!given(first) || runs_.hit(first) != nullptr || !is_plain(first + 1) ||
            given(first + 1) || !is_plain(other) || (words_.single[other] & person) != 0 ||
            words_.stem_is_known(other))
            return false;
        if ((words_.single[first + 1] & cls::particle) != 0) return false;
        // "Robert Weber Consulting" is one firm.
        if (other + 1 == last && (words_.single[other] & cls::org_head) != 0) return false;
        if (const PhraseHit* listed = runs_.hit(other); listed != nullptr)
            return (listed->classes & cls::known_org) != 0;
        if ((words_.single[first + 1] & cls::surname) != 0) return true;
        if (runs_.is_plain_firm(other, last) && acts_or_is_acted_upon(first)) return true;
        // "Brontec wächst. 2015 gründete Mara Seidel Brontec."
        if (follows_verb(first) && stands_alone(other, last)) return true;
        // The surname comes back without the word behind it.
        const WordCounts* surname = words_.counts(first + 1);
        const WordCounts* behind = words_.counts(other);
        return surname != nullptr && behind != nullptr &&
               surname->inside + surname->at_start > behind->inside + behind->at_start;
    }

    // "gründete Jan Roth", "hatte Jan Roth", "weil Jan Roth": a firm of four words is rarer there
    // than a person and a firm.
    bool acts_or_is_acted_upon(std::uint32_t first) const {
        return follows_verb(first) || (first > sentence_.first &&
                                       words_.has(first - 1, cls::auxiliary | cls::subordinator));
    }

    // "Im Mai kaufte Brontec Quillon.", "dass Brontec Quillon übernimmt": the end of what stands
    // alone elsewhere, or ends as firms do, and buys the rest; `last` where there is no such.
    std::uint32_t buyer_end(std::uint32_t first, std::uint32_t last) const {
        if (!words_.capital_nouns || last - first < 2 || first == sentence_.first || given(first) ||
            !is_deal_around(first, last))
            return last;
        for (std::uint32_t end = last - 1; end > first; --end) {
            if (!may_be_bought(end, last) || joins(end) || joins(end - 1)) continue;
            const bool firm = end - first > 1 && (words_.single[end - 1] & cls::org_head) != 0;
            if (firm || stands_alone(first, end)) return end;
        }
        return last;
    }

    bool joins(std::uint32_t t) const {
        return words_.flag(t, kGlued | kPunctuation) || (words_.single[t] & cls::inner) != 0 ||
               (words_.single[t] & cls::conjunction) != 0;
    }

    // Not a tail that the name before may have: "Acme Systems", "Acme Deutschland".
    bool may_be_bought(std::uint32_t first, std::uint32_t last) const {
        constexpr ClassMask closes = cls::org_head | cls::generic_tail | cls::legal_form |
                                     cls::product_tail | cls::noun | cls::geographic;
        const PhraseHit* listed = runs_.hit(first);
        return (words_.single[first] & (closes | cls::first_name)) == 0 &&
               !words_.flag(first, kDigits) && words_.flag(first, kCapital) && first < last &&
               (listed == nullptr || listed->first == first);
    }

    bool is_deal_around(std::uint32_t first, std::uint32_t last) const {
        const bool ends = last >= sentence_.last || words_.flag(last, kPunctuation) ||
                          words_.has(last, cls::preposition);
        if (words_.has(first - 1, cls::firm_verb) && ends) return true;
        return words_.has(first - 1, cls::auxiliary | cls::subordinator) && last < sentence_.last &&
               words_.in(words_.lists.deal_word, last) && !words_.flag(last, kCapital);
    }

    bool follows_verb(std::uint32_t t) const {
        constexpr ClassMask verb = cls::org_verb | cls::person_verb | cls::firm_verb;
        return t > sentence_.first && words_.has(t - 1, verb) && !words_.flag(t - 1, kCapital);
    }

    // Are the words a whole name somewhere else, and nowhere what speaks as people do? A first word
    // that is all over the article is looked at in its last places only.
    bool stands_alone(std::uint32_t first, std::uint32_t last) const {
        constexpr int kMostPlaces = 200;
        const std::string_view name = words_.analysis.text(first, last);
        const std::uint32_t length = last - first;
        const WordCounts* word = words_.counts(first);
        bool alone = false;
        int places = 0;
        for (std::uint32_t end = word == nullptr ? 0 : word->end; end != 0 && places < kMostPlaces;
             end = words_.end_before[end - 1], ++places) {
            const std::uint32_t t = end - 1, behind = t + length;
            if (t == first || behind >= words_.size() || words_.analysis.text(t, behind) != name)
                continue;
            if (speaks(t, behind)) return false;
            alone = alone || is_whole(t, behind);
        }
        return alone;
    }

    // Does it speak, or stand behind a given name or a title?
    bool speaks(std::uint32_t first, std::uint32_t last) const {
        return words_.has(last, cls::speech_verb) ||
               (first > 0 && words_.has(first - 1, cls::honorific | cls::first_name));
    }

    // Does no name go on before or behind?
    bool is_whole(std::uint32_t first, std::uint32_t last) const {
        const auto goes_on = [&](std::uint32_t t) {
            return runs_.shape(t) == WordShape::name || words_.is(t, '-');
        };
        const bool opens = words_.flag(first, kSentenceStart) || (first > 0 && !goes_on(first - 1));
        return opens && (first == 0 || !words_.flag(first, kGlued)) &&
               (!goes_on(last) || words_.flag(last, kSentenceStart));
    }

    bool is_plain(std::uint32_t t) const {
        return words_.flag(t, kWord) && words_.flag(t, kCapital) && !words_.flag(t, kGlued) &&
               words_.text(t).size() > 2;
    }

    const ArticleWords& words_;
    const NameRuns& runs_;
    const Sentence& sentence_;
};

}  // namespace

std::uint32_t second_name(const ArticleWords& words, const NameRuns& runs, const Sentence& sentence,
                          std::uint32_t first, std::uint32_t last) {
    return Splitter(words, runs, sentence).second_name(first, last);
}

}  // namespace relata::extract
