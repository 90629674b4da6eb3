#include "extract/name/noun_names.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "extract/name/compound.hpp"
#include "extract/name/noun_place.hpp"

namespace relata::extract {

namespace {

// What a name in the place of a noun cannot be.
constexpr ClassMask kOrdinary = cls::descriptor | cls::post | cls::honorific | cls::org_property |
                                cls::stopword | cls::not_name;

class Promoter {
  public:
    Promoter(ArticleWords& words, std::span<const WordShape> shapes)
        : words_(words), shapes_(shapes), compounds_(words), places_(words, shapes) {}

    void promote(const std::vector<std::uint32_t>& candidates) {
        for (const std::uint32_t t : candidates) {
            const bool start = words_.flag(t, kSentenceStart) || t == 0;
            const bool name = is_abbreviated(t) ||
                              ((words_.single[t] & cls::noun) != 0
                                   ? is_named_noun(t, start)
                                   : shapes_[t] == WordShape::other &&
                                         (is_named_compound(t, start) || is_surname_again(t)));
            if (name) words_.counts_of(t).promoted = true;
        }
        promote_by_places(candidates);
        for (const std::uint32_t t : candidates)
            if (is_bare(t) && stands_beside_name(t)) words_.counts_of(t).promoted = true;
    }

  private:
    // One place that is sure, or several that say more for a name than others say against it.
    void promote_by_places(const std::vector<std::uint32_t>& candidates) {
        std::vector<std::pair<std::uint64_t, int>> found;  // word, evidence
        for (const std::uint32_t t : candidates) {
            constexpr ClassMask noun = cls::noun | cls::bare_noun;
            const bool unknown =
                shapes_[t] == WordShape::other && (words_.single[t] & cls::common) == 0;
            if ((words_.single[t] & noun) == 0 && !unknown) continue;
            if (const int evidence = places_.evidence(t); evidence != 0)
                found.emplace_back(words_.counts(t)->key, evidence);
        }
        std::sort(found.begin(), found.end());
        for (std::size_t begin = 0, end = 0; begin < found.size(); begin = end) {
            int sum = 0;
            for (; end < found.size() && found[end].first == found[begin].first; ++end)
                sum += found[end].second;
            if (sum >= NounPlaces::kEnough || found[end - 1].second > NounPlaces::kEnough)
                words_.vocabulary.at(found[begin].first).promoted = true;
        }
    }

    // "das Start-up Gorillas", "Flink GmbH", "Kleingeld, ein Fintech", "Flaschenpost übernimmt".
    bool is_named_noun(std::uint32_t t, bool start) const {
        constexpr ClassMask kinds = cls::org_noun | cls::product_noun | cls::project_noun;
        if (leads_like_name(t) || is_subject_of_firm_verb(t, start) || is_surname_of_head(t))
            return true;
        if (start) return false;
        if (is_surname_again(t)) return true;
        const bool legal = t + 1 < words_.size() && words_.flag(t + 1, kCapital) &&
                           (words_.single[t + 1] & cls::legal_form) != 0;
        if (legal) return true;
        const WordCounts* seen = words_.counts(t);
        const bool again = seen->determined == 0 && seen->inside + seen->at_start > 1 &&
                           !words_.text(t).ends_with('n') &&
                           !compounds_.may_be_plural(words_.text(t));
        return (ends_name(t + 1) || is_located(t + 1) || again) && follows_descriptor(t, kinds) &&
               !is_object(t);
    }

    // "die Weltgesundheitsorganisation (WHO)": an institution whose letters the bracket takes.
    bool is_abbreviated(std::uint32_t t) const {
        const std::uint32_t acronym = t + 2;
        if (acronym + 1 >= words_.size() || !words_.is(t + 1, '(') ||
            !words_.is(acronym + 1, ')') || !words_.flag(acronym, kAllCaps) ||
            words_.text(acronym).size() < 2 || (words_.single[acronym] & cls::legal_form) != 0 ||
            !words_.has(t, cls::org_head | cls::org_noun) || words_.behind_hyphen(t))
            return false;
        const std::string_view noun = words_.text(t);
        if (noun.front() != words_.text(acronym).front()) return false;
        std::size_t at = 0;
        for (const char letter : words_.text(acronym)) {
            while (at < noun.size() && std::toupper(static_cast<unsigned char>(noun[at])) != letter)
                ++at;
            if (at++ == noun.size()) return false;
        }
        return true;
    }

    // "fordert von dem Hersteller Schadenersatz": what may stand without an article is a name
    // behind its head only where nothing else fits between head and verb.
    bool is_object(std::uint32_t t) const {
        if (!words_.has(t, cls::bare_noun) || words_.analysis.tokens[t].word == 0) return false;
        const auto head = places_.head_before(t);
        return !head || !places_.opens_sentence(*head);
    }

    // "Ostwerk-Chef Stahl": behind a post with its firm stands a name.
    bool is_surname_of_head(std::uint32_t t) const {
        return t >= 3 && !words_.behind_hyphen(t) && words_.has(t - 1, cls::post) &&
               words_.flag(t - 1, kGlued) && words_.is(t - 2, '-') &&
               words_.flag(t - 3, kCapital) && !words_.text(t - 1).ends_with('s') &&
               (words_.single[t] & (kOrdinary | cls::geographic)) == 0 &&
               !words_.text(t).ends_with("en");
    }

    // What only firms do, done by a noun that never has an article: "Flaschenpost übernimmt
    // Durstexpress".
    bool is_subject_of_firm_verb(std::uint32_t t, bool start) const {
        if (!start || t + 2 >= words_.size() || !words_.has(t + 1, cls::firm_verb) ||
            (words_.single[t] & (kOrdinary | cls::common)) != 0 || words_.text(t).ends_with('n'))
            return false;
        const WordCounts* seen = words_.counts(t);
        const bool again = seen->inside + seen->at_start > 1;
        return seen->determined == 0 && (again || words_.flag(t + 2, kCapital));
    }

    // A compound that the lexicon lacks, without an article or an adjective, and not in the plural
    // as far as one sees.
    bool is_bare(std::uint32_t t) const {
        constexpr ClassMask ordinary = (kOrdinary & ~cls::org_property) | cls::common | cls::noun |
                                       cls::determiner | cls::demonym | cls::stake_noun;
        if ((words_.single[t] & ordinary) != 0 || shapes_[t] != WordShape::other ||
            words_.flag(t, kGlued) || t + 1 >= words_.size() || words_.flag(t + 1, kCapital) ||
            words_.joins_compound(t))
            return false;
        constexpr std::size_t longest = 16;  // "Pflichtschulabschluss" is nobody's name
        const WordCounts* seen = words_.counts(t);
        return words_.text(t).size() <= longest && seen != nullptr && seen->determined == 0 &&
               seen->lower == 0 && !looks_plural(t);
    }

    bool looks_plural(std::uint32_t t) const {
        const std::string_view word = words_.text(t);
        if (word.ends_with('s') || word.ends_with('e'))
            return !compounds_.ends_in_singular(word);  // "Kistenfuchs", "Traumwiese"
        return word.ends_with('n') || word.ends_with("er");
    }

    bool is_singular_verb(std::uint32_t t) const {
        constexpr ClassMask verb =
            cls::org_verb | cls::firm_verb | cls::speech_verb | cls::copula | cls::auxiliary;
        return words_.has(t, verb) && !words_.flag(t, kCapital) && !words_.text(t).ends_with('n');
    }

    // A lower-case word in -t is a verb in the singular.
    bool looks_like_verb(std::uint32_t t) const {
        const std::string_view word = words_.text(t);
        return word.size() > 3 && word.ends_with('t') && words_.flag(t, kWord) &&
               !words_.flag(t, kCapital) &&
               (words_.single[t] & (cls::stopword | cls::preposition)) == 0;
    }

    // "Ostwerk wurde", "Ostwerk, das", "übernimmt Ostwerk.", "von Ostwerk", "dass Ostwerk".
    bool is_in_place_of_name(std::uint32_t t, bool start) const {
        if (start || words_.flag(t - 1, kQuote)) {
            if (words_.is(t + 1, ',') && t + 2 < words_.size())
                return (words_.single[t + 2] & cls::determiner) != 0;
            return is_singular_verb(t + 1) || looks_like_verb(t + 1);
        }
        const bool relative = t >= 2 && words_.is(t - 2, ',') &&
                              (words_.single[t - 1] & cls::determiner) != 0 &&
                              (words_.single[t] & cls::org_noun) == 0;
        return words_.has(t - 1, cls::bare_lead) || is_singular_verb(t - 1) ||
               looks_like_verb(t - 1) || (relative && !words_.flag(t + 1, kPunctuation));
    }

    // "Quantavo und Ostwerk", "Brenntech, Ostwerk und ..."
    bool stands_beside_name(std::uint32_t t) const {
        const auto joins = [&](std::uint32_t at) {
            return words_.is(at, ',') || (words_.single[at] & cls::conjunction) != 0;
        };
        const auto named = [&](std::uint32_t at) {
            const WordCounts* seen = words_.counts(at);
            if (shapes_[at] == WordShape::name || (seen != nullptr && seen->promoted)) return true;
            constexpr ClassMask word = kOrdinary | cls::noun | cls::common | cls::demonym;
            return words_.flag(at, kCapital) && (words_.single[at] & word) == 0 &&
                   !compounds_.is_compound(words_.text(at));
        };
        if (t >= 2 && joins(t - 1) && named(t - 2)) return true;
        return t + 2 < words_.size() && joins(t + 1) && named(t + 2) &&
               (words_.flag(t, kSentenceStart) || words_.has(t - 1, cls::bare_lead));
    }

    // Names come back, at starts of sentences too, and have no article.
    bool is_often_bare(std::uint32_t t) const {
        constexpr int often = 3;
        const WordCounts* seen = words_.counts(t);
        return seen != nullptr && seen->determined == 0 && seen->at_start > 0 &&
               seen->inside + seen->at_start >= often && !words_.text(t).ends_with('n');
    }

    // "Turmfalke-Gründer": ordinary nouns are written together with a post. The word must stand
    // alone too, and nowhere with an article.
    bool leads_like_name(std::uint32_t t) const {
        if ((words_.single[t] & kOrdinary) != 0 || words_.behind_hyphen(t) ||
            t + 2 >= words_.size())
            return false;
        if (!words_.is(t + 1, '-') || !words_.flag(t + 2, kCapital) ||
            !words_.flag(t + 2, kGlued) || !words_.has(t + 2, cls::post | cls::org_property) ||
            words_.has(t + 2, cls::maker_noun) ||
            (!words_.has(t + 2, cls::post) && compounds_.may_stand_bare(words_.text(t))))
            return false;
        const WordCounts* seen = words_.counts(t);
        return seen != nullptr && seen->determined == 0 &&
               seen->inside + seen->at_start > seen->compounds;
    }

    // "den Wettbewerber Logbuch aus Rostock"
    bool is_located(std::uint32_t next) const {
        return next + 1 < words_.size() && words_.has(next, cls::locative) &&
               words_.has(next + 1, cls::geographic) && words_.flag(next + 1, kCapital);
    }

    // "Marko Bärschneider": later "Bärschneider" is no tailor.
    bool is_surname_by_place(std::uint32_t t) const {
        return (words_.single[t - 1] & cls::first_name) != 0 && !words_.behind_hyphen(t) &&
               words_.flag(t - 1, kCapital);
    }

    // "Eva Vogel", "Eva Stark", "Eva Bruckbauer", and the word comes back, never with an article
    // nor in lower case: she is called so.
    bool is_surname_again(std::uint32_t t) const {
        constexpr ClassMask other = cls::org_property | cls::stopword | cls::not_name |
                                    cls::product_noun | cls::org_noun | cls::legal_form |
                                    cls::demonym | cls::determiner;
        constexpr ClassMask word = cls::noun | cls::known;
        if (t == 0 || words_.flag(t, kSentenceStart)) return false;
        const WordCounts* seen = words_.counts(t);
        return is_surname_by_place(t) && (words_.single[t - 1] & word) == 0 &&
               ((words_.bits[t] & other) == 0 || words_.analysis.tokens[t].word == 0) &&
               seen->determined == 0 && !words_.occurs_in_lower_case(t) &&
               seen->inside + seen->at_start > 1;
    }

    // A word that the lexicon lacks and that looks like a compound, where names stand: "das
    // Start-up Ostwerk", "Ostwerk AG", "Ostwerk-Gründerin", "Aufsichtsrat von Ostwerk", "Ostwerk
    // übernimmt".
    bool is_named_compound(std::uint32_t t, bool start) const {
        constexpr ClassMask ordinary = (kOrdinary & ~cls::org_property) | cls::common |
                                       cls::determiner | cls::demonym | cls::stake_noun;
        // "ihrer Tochter Polbank": it ends as a noun for firms does, and stands where its name
        // stands.
        if (has_only_ending(t) && t + 1 < words_.size() && !start && !words_.behind_hyphen(t) &&
            (ends_name(t + 1) || looks_like_verb(t + 1)) && follows_descriptor(t, cls::org_noun) &&
            !in_subclause(t))
            return true;
        if ((words_.single[t] & ordinary) != 0 || t + 1 >= words_.size()) return false;
        const std::uint32_t next = t + 1;
        if (is_often_bare(t) || (!start && is_surname_by_place(t))) return true;
        if (words_.is(next, '&') && next + 1 < words_.size() && words_.flag(next + 1, kCapital))
            return true;
        if (is_bare(t) && is_in_place_of_name(t, start)) return true;
        if (!words_.flag(t, kGlued) && words_.flag(next, kCapital) &&
            (words_.single[next] & cls::legal_form) != 0)
            return true;
        constexpr ClassMask people = cls::post | cls::person_noun;
        if (words_.is(next, '-') && words_.flag(next, kGlued) && next + 1 < words_.size())
            return !compounds_.is_noun_in_genitive(words_.text(t)) && !words_.behind_hyphen(t) &&
                   words_.flag(next + 1, kGlued | kCapital) && words_.has(next + 1, people) &&
                   !words_.has(next + 1, cls::maker_noun);
        if (start)
            return words_.has(next, cls::org_verb) && !words_.flag(next, kCapital) &&
                   !words_.has(t, cls::org_property) && !words_.text(next).ends_with('n') &&
                   !words_.text(t).ends_with('n');
        if (words_.behind_hyphen(t)) return false;
        // Nouns in the plural, and genitives, are no names: "Leiter von Entwicklungsprojekten".
        if (follows_descriptor(t, cls::org_noun | cls::product_noun | cls::project_noun))
            return !in_subclause(t) && (!words_.text(t).ends_with('n') || ends_name(next)) &&
                   !is_object(t);
        if (words_.text(t).ends_with('n') || words_.text(t).ends_with('s') || t < 2) return false;
        constexpr ClassMask of_firms = cls::post | cls::stake_noun | cls::org_property;
        return words_.has(t - 1, cls::affiliation) && words_.has(t - 2, of_firms) &&
               !words_.flag(next, kCapital);
    }

    // "dass das Unternehmen Kundendaten verkauft": the word that opens the clause stands right
    // before the article.
    bool in_subclause(std::uint32_t t) const {
        constexpr std::uint32_t farthest = 8;  // "das Berliner Energie-Start-up"
        std::uint32_t at = t - 1;
        while (at > 0 && t - at < farthest && (words_.single[at] & cls::determiner) == 0) --at;
        if (at == 0 || words_.flag(at, kSentenceStart)) return false;
        return words_.flag(at - 1, kSentenceStart) || (at > 1 && words_.flag(at - 2, kClauseBreak));
    }

    // "das Start-up Gorillas liefert", but "dass das Unternehmen Rücksicht auf ... nimmt"
    bool ends_name(std::uint32_t next) const {
        if (next >= words_.size() || words_.flag(next, kPunctuation | kDigits)) return true;
        return words_.has(next, kVerbs) && !words_.flag(next, kCapital);
    }

    // Is the word in no list itself, and does only its ending make it a noun for firms or posts?
    bool has_only_ending(std::uint32_t t) const {
        return words_.analysis.tokens[t].word == 0 && !looks_plural(t);
    }

    // A noun straight after a descriptor in the singular that has an article or an adjective before
    // it.
    bool follows_descriptor(std::uint32_t t, ClassMask kinds) const {
        if ((words_.bits[t] & (cls::descriptor | cls::post)) != 0 && !has_only_ending(t))
            return false;
        if (words_.behind_hyphen(t) || t == 0) return false;
        std::uint32_t head = t - 1;
        if (!words_.has(head, kinds)) return false;
        while (head >= 1 && words_.flag(head, kGlued)) --head;  // "Start-up"
        if (!words_.flag(head, kCapital)) return false;
        if (words_.flag(head, kSentenceStart)) return true;
        for (std::uint32_t back = 1; back <= 4 && back <= head; ++back) {
            const std::uint32_t at = head - back;
            if ((words_.single[at] & (cls::determiner | cls::possessive)) != 0) return true;
            if (words_.flag(at, kClauseBreak) || words_.flag(at, kQuote)) return false;
        }
        return false;
    }

    ArticleWords& words_;
    std::span<const WordShape> shapes_;
    Compounds compounds_;
    NounPlaces places_;
};

}  // namespace

void promote_nouns(ArticleWords& words, std::span<const WordShape> shapes,
                   const std::vector<std::uint32_t>& candidates) {
    Promoter(words, shapes).promote(candidates);
}

}  // namespace relata::extract
