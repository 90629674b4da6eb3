#include "extract/name/word_shape.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

constexpr ClassMask kNeverName = cls::pronoun | cls::possessive | cls::month | cls::weekday;
constexpr std::size_t kLongPart = 6;      // a last part that is no chance
constexpr std::size_t kLongFirst = 5;     // bytes of a first part that is no chance
constexpr std::size_t kShortestPart = 4;  // bytes of the last part of a compound

class Shapes {
  public:
    explicit Shapes(ArticleWords& words) : words_(words), shapes_(words.size()) {}

    std::vector<WordShape> find(std::span<const PhraseHit> hits) {
        for (const PhraseHit& hit : hits) mark(hit);
        for (const Sentence& sentence : words_.analysis.sentences) mark_heading(sentence);
        if (words_.capital_nouns) promote_nouns();
        for (const Sentence& sentence : words_.analysis.sentences)
            for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
                if (shapes_[t] == WordShape::other && may_be_name(t))
                    shapes_[t] =
                        words_.capital_nouns ? among_nouns(t, sentence) : among_words(t, sentence);
        return std::move(shapes_);
    }

  private:
    void mark(const PhraseHit& hit) {
        std::fill(shapes_.begin() + hit.first, shapes_.begin() + hit.last, WordShape::name);
    }

    // "Liquid AI: Das Startup ...": up to four capitalised words before a colon at the start of a
    // line, and an article behind it.
    void mark_heading(const Sentence& sentence) {
        constexpr std::uint32_t most = 4;
        std::uint32_t colon = sentence.first;
        while (colon < sentence.last && colon - sentence.first < most &&
               words_.flag(colon, kCapital | kInnerCapital) && !words_.taken[colon] &&
               (words_.single[colon] & (cls::stopword | cls::determiner)) == 0)
            ++colon;
        if (colon == sentence.first || colon + 2 >= sentence.last || !words_.is(colon, ':')) return;
        if (!words_.flag(colon + 1, kCapital) ||
            (words_.single[colon + 1] & (cls::determiner | cls::stopword)) == 0)
            return;
        constexpr ClassMask ordinary = cls::common | cls::noun | cls::descriptor | cls::not_name;
        if (colon - sentence.first == 1 && (words_.single[sentence.first] & ordinary) != 0) return;
        std::fill(shapes_.begin() + sentence.first, shapes_.begin() + colon, WordShape::name);
    }

    bool may_be_name(std::uint32_t t) const {
        const unsigned flags = words_.analysis.tokens[t].flags;
        if ((flags & (kCapital | kInnerCapital | kDigits)) == 0 || (flags & kWord) == 0)
            return false;
        if (words_.taken[t]) return false;
        if ((words_.single[t] & kNeverName) != 0 && !is_given_name(t)) return false;
        if ((flags & kDigits) != 0) return digits_then_name(t);
        return words_.text(t).size() > 1 || is_letter_of_name(t);
    }

    // A single letter only as an initial or the head of a compound: "J. Smith", "Billy W Turner",
    // "T-Mobile".
    bool is_letter_of_name(std::uint32_t t) const {
        const std::uint32_t next = t + 1;
        if (next >= words_.size()) return false;
        if (words_.flag(next, kGlued))
            return words_.is(next, '.') || words_.is(next, '&') || words_.is(next, '-');
        return t > 0 && (words_.single[t - 1] & cls::first_name) != 0 &&
               words_.flag(next, kCapital);
    }

    // "Jan Koum", "April Jones": not the month.
    bool is_given_name(std::uint32_t t) const {
        return (words_.single[t] & cls::first_name) != 0 && t + 1 < words_.size() &&
               words_.flag(t + 1, kCapital) &&
               (words_.single[t + 1] & (cls::surname | cls::common | cls::noun)) != cls::common &&
               (words_.single[t + 1] & (cls::stopword | cls::month)) == 0;
    }

    // "3Com", but neither "3G" nor "40GB" nor "3rd".
    bool digits_then_name(std::uint32_t t) const {
        const std::string_view word = words_.text(t);
        for (std::size_t i = 0; i + 1 < word.size(); ++i)
            if (word[i] >= 'A' && word[i] <= 'Z' && word[i + 1] >= 'a' && word[i + 1] <= 'z')
                return true;
        return false;
    }

    // Is this word capitalised for its place alone?
    bool at_start(std::uint32_t t, const Sentence& sentence) const {
        if (words_.flag(t, kSentenceStart) || t == sentence.first) return true;
        return words_.flag(t - 1, kQuote) || words_.is(t - 1, ':');
    }

    WordShape among_words(std::uint32_t t, const Sentence& sentence) const {
        const ClassMask bits = words_.single[t];
        if (words_.text(t).size() == 1) return WordShape::name;
        if ((bits & cls::stopword) != 0 && !words_.flag(t, kAllCaps))
            return is_half_of_name(t, sentence) ? WordShape::name : WordShape::other;
        if ((bits & cls::not_name) != 0) return WordShape::start;
        if (words_.flag(t, kInnerCapital)) return WordShape::name;
        if (!at_start(t, sentence) && !sentence.title_case) return WordShape::name;
        if ((bits & cls::inner) != 0) return WordShape::other;
        if ((words_.bits[t] & (cls::descriptor | cls::post)) != 0) return WordShape::start;
        const WordCounts* seen = words_.counts(t);
        const bool inside = seen != nullptr && seen->inside > 0;
        if (inside) return WordShape::name;
        if ((bits & cls::common) != 0 && !acts_twice(t, seen)) return WordShape::start;
        return words_.occurs_in_lower_case(t) ? WordShape::start : WordShape::name;
    }

    // "All-Clad"
    bool is_half_of_name(std::uint32_t t, const Sentence& sentence) const {
        return !at_start(t, sentence) && !sentence.title_case && t + 2 < words_.size() &&
               words_.is(t + 1, '-') && words_.flag(t + 1, kGlued) && words_.flag(t + 2, kGlued) &&
               words_.flag(t + 2, kCapital);
    }

    // "Docker acquires ..." and again "Docker acquired ...": an ordinary word that opens two
    // sentences as their subject and never stands in lower case is a name.
    bool acts_twice(std::uint32_t t, const WordCounts* seen) const {
        if (seen == nullptr || seen->at_start < 2 || t + 1 >= words_.size()) return false;
        constexpr ClassMask plain = cls::stopword | cls::descriptor | cls::post | cls::inner;
        constexpr ClassMask verb =
            cls::org_verb | cls::speech_verb | cls::person_verb | cls::copula;
        if ((words_.bits[t] & plain) != 0 || words_.flag(t + 1, kCapital)) return false;
        return words_.has(t + 1, verb) || words_.is_possessive_marker(t + 1);
    }

    WordShape among_nouns(std::uint32_t t, const Sentence& sentence) const {
        const ClassMask bits = words_.single[t];
        if (words_.text(t).size() == 1) return WordShape::name;
        if ((bits & (cls::stopword | cls::determiner)) != 0) return WordShape::other;
        const WordCounts* seen = words_.counts(t);
        if ((bits & cls::not_name) != 0) return WordShape::other;
        if (is_cut_off(t)) return WordShape::noun;
        if (seen != nullptr && seen->promoted) return WordShape::name;
        if (words_.flag(t, kInnerCapital)) return WordShape::name;
        const bool start = at_start(t, sentence);
        if ((bits & cls::demonym) != 0) return start ? WordShape::start : WordShape::adjective;
        if (follows_title(t)) return WordShape::name;
        if ((bits & cls::noun) != 0)
            return is_genitive_of_listed(t) ? WordShape::name : WordShape::noun;
        if (words_.stem_is_known(t)) return WordShape::name;
        if ((bits & (cls::descriptor | cls::post | cls::honorific)) != 0) return WordShape::noun;
        if ((bits & cls::common) != 0) return start ? WordShape::start : WordShape::adjective;
        if (words_.flag(t, kAllCaps)) return WordShape::name;
        if (start && words_.occurs_in_lower_case(t) && (seen == nullptr || seen->inside == 0))
            return WordShape::start;
        if ((bits & (cls::first_name | cls::surname)) != 0) return WordShape::name;
        return is_compound(t) ? WordShape::noun : WordShape::name;
    }

    // Does the word end in a noun of the lexicon? "Facebook" does not, "Marktforschungsinstitut"
    // does. Short nouns end names by chance ("Garmans"), so the part before them must be a word
    // too.
    bool is_compound(std::uint32_t t) const {
        const std::string_view word = words_.text(t);
        for (std::size_t at = 3; at + kShortestPart <= word.size(); ++at) {
            if ((static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) continue;
            const ClassMask bits = classes_of(word.substr(at));
            if ((bits & cls::geographic) != 0) return false;  // "Westaustralien"
            if ((bits & (cls::noun | cls::descriptor)) == 0) continue;
            if (word.size() - at >= kLongPart || is_first_part(word.substr(0, at))) return true;
        }
        return begins_with_noun(word);
    }

    // "Zinsanstiegs", "Arbeitsweg": a noun and something behind it, though the lexicon lacks that.
    bool begins_with_noun(std::string_view word) const {
        const std::string folded = fold_words(word);
        for (std::size_t length = folded.size() - 3; length >= kLongFirst && length < folded.size();
             --length) {
            const ClassMask bits = classes_of(std::string_view(folded).substr(0, length));
            constexpr ClassMask name =
                cls::first_name | cls::surname | cls::known | cls::geographic;
            if ((bits & cls::noun) != 0 && (bits & name) == 0 &&
                continues_compound(std::string_view(folded).substr(length)))
                return true;
        }
        return false;
    }

    // What stands behind the first noun of a compound: an ending, or a word that has one.
    // "Quantavo" has neither.
    bool continues_compound(std::string_view rest) const {
        constexpr ClassMask word = cls::noun | cls::common | cls::descriptor;
        constexpr std::size_t longest_ending = 2, shortest_word = 3, long_rest = 5;
        if (rest.size() <= longest_ending || rest.size() >= long_rest) return true;
        for (std::size_t from = 0; from <= longest_ending; ++from)
            for (std::size_t cut = 0; cut <= longest_ending; ++cut)
                if (from + cut + shortest_word <= rest.size() &&
                    (classes_of(rest.substr(from, rest.size() - from - cut)) & word) != 0)
                    return true;
        return false;
    }

    ClassMask classes_of(std::string_view folded) const {
        const WordId id = words_.lexicon.word(folded);
        return id == 0 ? 0 : words_.masks.of(words_.lexicon.classes_of(id));
    }

    // A word of the lexicon, perhaps with a linking element behind it: "Arbeit-s".
    bool is_first_part(std::string_view part) const {
        const std::string folded = fold_words(part);
        constexpr ClassMask word = cls::noun | cls::common;
        for (std::size_t length = folded.size(); length >= 3 && length + 2 >= folded.size();
             --length) {
            const ClassMask first = classes_of(std::string_view(folded).substr(0, length));
            if ((first & word) == 0 || ((first & cls::noun) == 0 && length < 4)) continue;
            if (length == folded.size() ||
                (classes_of(std::string_view(folded).substr(length)) & cls::linking) != 0)
                return true;
        }
        return false;
    }

    // "Herr Müller", "Dr. Koch"
    bool follows_title(std::uint32_t t) const {
        if (t == 0 || words_.has(t, cls::honorific | cls::post) || words_.flag(t, kGlued))
            return false;
        const std::uint32_t title = words_.is(t - 1, '.') && t > 1 ? t - 2 : t - 1;
        return (words_.single[title] & cls::honorific) != 0;
    }

    // "Microsofts Chef" although a list of nouns has the word: no article before, a noun behind.
    bool is_genitive_of_listed(std::uint32_t t) const {
        if (t + 1 >= words_.size() || !words_.flag(t + 1, kCapital) || words_.flag(t + 1, kGlued) ||
            (words_.single[t] & cls::descriptor) != 0)
            return false;
        if (t > 0 && words_.has(t - 1, cls::determiner)) return false;
        return (words_.stem_classes(t) & cls::known_org) != 0;
    }

    // "Forschungs- und Entwicklungszentrum"
    bool is_cut_off(std::uint32_t t) const {
        return t + 2 < words_.size() && words_.is(t + 1, '-') && words_.flag(t + 1, kGlued) &&
               !words_.flag(t + 2, kGlued);
    }

    // "das Start-up Gorillas", "Flink GmbH", »der Lieferdienst "Flaschenpost"«: after such evidence
    // the noun is a name in the whole article.
    void promote_nouns() {
        constexpr ClassMask kinds = cls::org_noun | cls::product_noun;
        for (std::uint32_t t = 0; t < words_.size(); ++t) {
            if (!words_.flag(t, kCapital) || !may_be_name(t)) continue;
            const bool start = words_.flag(t, kSentenceStart) || t == 0;
            if ((words_.single[t] & cls::noun) == 0 && shapes_[t] == WordShape::other &&
                (is_named_compound(t, start) || (!start && is_surname_by_place(t))))
                words_.counts_of(t).promoted = true;
            if ((words_.single[t] & cls::noun) == 0) continue;
            if (is_introduced(t, start) || leads_like_name(t)) words_.counts_of(t).promoted = true;
            if (start) continue;
            const bool legal = t + 1 < words_.size() && words_.flag(t + 1, kCapital) &&
                               (words_.single[t + 1] & cls::legal_form) != 0;
            if (legal || ((ends_name(t + 1) || is_located(t + 1)) && follows_descriptor(t, kinds)))
                words_.counts_of(t).promoted = true;
        }
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
        constexpr ClassMask ordinary = cls::descriptor | cls::post | cls::honorific |
                                       cls::org_property | cls::stopword | cls::not_name;
        if ((words_.single[t] & ordinary) != 0 || words_.flag(t, kGlued) || t + 2 >= words_.size())
            return false;
        if (!words_.is(t + 1, '-') || !words_.flag(t + 2, kCapital) ||
            !words_.flag(t + 2, kGlued) || !words_.has(t + 2, cls::post))
            return false;
        const WordCounts* seen = words_.counts(t);
        return seen != nullptr && seen->determined == 0 &&
               seen->inside + seen->at_start > seen->compounds;
    }

    // "Kleingeld, ein Fintech aus Frankfurt, wächst": a noun without an article, and what it is.
    bool is_introduced(std::uint32_t t, bool start) const {
        constexpr ClassMask ordinary = cls::descriptor | cls::post | cls::honorific |
                                       cls::org_property | cls::stopword | cls::not_name;
        constexpr std::uint32_t longest = 4;  // words from the article to its noun
        if (!start || (words_.single[t] & ordinary) != 0 || t + 3 >= words_.size() ||
            !words_.is(t + 1, ',') ||
            (words_.single[t + 2] & (cls::determiner | cls::stopword)) == 0)
            return false;
        for (std::uint32_t at = t + 3; at < words_.size() && at < t + 3 + longest; ++at) {
            if (words_.flag(at, kClauseBreak)) return false;
            if (words_.flag(at, kCapital) && (words_.bits[at] & cls::demonym) == 0)
                return words_.has(at, cls::org_noun);
        }
        return false;
    }

    // "den Wettbewerber Logbuch aus Rostock"
    bool is_located(std::uint32_t next) const {
        return next + 1 < words_.size() && words_.has(next, cls::locative) &&
               words_.has(next + 1, cls::geographic) && words_.flag(next + 1, kCapital);
    }

    // "Marko Bärschneider": later "Bärschneider" is no tailor.
    bool is_surname_by_place(std::uint32_t t) const {
        return (words_.single[t - 1] & cls::first_name) != 0 && !words_.flag(t, kGlued) &&
               words_.flag(t - 1, kCapital);
    }

    // A word that the lexicon lacks and that looks like a compound, where names stand: "das
    // Start-up Ostwerk", "Ostwerk AG", "Ostwerk-Gründerin", "Aufsichtsrat von Ostwerk", "Ostwerk
    // übernimmt".
    bool is_named_compound(std::uint32_t t, bool start) const {
        constexpr ClassMask ordinary = cls::common | cls::descriptor | cls::post | cls::honorific |
                                       cls::stopword | cls::determiner | cls::demonym |
                                       cls::not_name | cls::stake_noun;
        if ((words_.single[t] & ordinary) != 0 || t + 1 >= words_.size()) return false;
        const std::uint32_t next = t + 1;
        if (is_often_bare(t)) return true;
        if (!words_.flag(t, kGlued) && words_.flag(next, kCapital) &&
            (words_.single[next] & cls::legal_form) != 0)
            return true;
        constexpr ClassMask people = cls::post | cls::person_noun;
        if (words_.is(next, '-') && words_.flag(next, kGlued) && next + 1 < words_.size())
            return !is_noun_in_genitive(t) && !words_.flag(t, kGlued) &&
                   words_.flag(next + 1, kGlued | kCapital) && words_.has(next + 1, people);
        if (start)
            return words_.has(next, cls::org_verb) && !words_.flag(next, kCapital) &&
                   !words_.has(t, cls::org_property) && !words_.text(next).ends_with('n') &&
                   !words_.text(t).ends_with('n');
        if (words_.flag(t, kGlued)) return false;
        // Nouns in the plural, and genitives, are no names: "Leiter von Entwicklungsprojekten".
        if (follows_descriptor(t, cls::org_noun | cls::product_noun))
            return !in_subclause(t) && (!words_.text(t).ends_with('n') || ends_name(next));
        if (words_.text(t).ends_with('n') || words_.text(t).ends_with('s') || t < 2) return false;
        constexpr ClassMask of_firms = cls::post | cls::stake_noun | cls::org_property;
        return words_.has(t - 1, cls::affiliation) && words_.has(t - 2, of_firms) &&
               !words_.flag(next, kCapital);
    }

    // "Unternehmens-Chef", but not "Zinsfuchs-Chef"
    bool is_noun_in_genitive(std::uint32_t t) const {
        const std::string folded = fold_words(words_.text(t));
        if (!folded.ends_with('s')) return false;
        const std::string_view stem = std::string_view(folded).substr(0, folded.size() - 1);
        for (std::size_t at = 0; at + kShortestPart <= stem.size(); ++at)
            if ((classes_of(stem.substr(at)) & (cls::noun | cls::descriptor)) != 0) return true;
        return false;
    }

    // "dass das Unternehmen Kundendaten verkauft": the word that opens the clause stands right
    // before the article.
    bool in_subclause(std::uint32_t t) const {
        std::uint32_t at = t - 1;
        while (at > 0 && t - at < 6 && (words_.single[at] & cls::determiner) == 0) --at;
        if (at == 0 || words_.flag(at, kSentenceStart)) return false;
        return words_.flag(at - 1, kSentenceStart) || (at > 1 && words_.flag(at - 2, kClauseBreak));
    }

    // "das Start-up Gorillas liefert", but "dass das Unternehmen Rücksicht auf ... nimmt"
    bool ends_name(std::uint32_t next) const {
        if (next >= words_.size() || words_.flag(next, kPunctuation)) return true;
        constexpr ClassMask verb =
            cls::org_verb | cls::speech_verb | cls::person_verb | cls::copula | cls::auxiliary;
        return words_.has(next, verb) && !words_.flag(next, kCapital);
    }

    // A noun straight after a descriptor in the singular that has an article or an adjective before
    // it.
    bool follows_descriptor(std::uint32_t t, ClassMask kinds) const {
        if ((words_.bits[t] & (cls::descriptor | cls::post)) != 0) return false;
        if (words_.flag(t, kGlued) || t == 0) return false;
        std::uint32_t head = t - 1;
        if (!words_.has(head, kinds)) return false;
        while (head >= 2 && words_.flag(head, kGlued)) --head;  // "Start-up"
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
    std::vector<WordShape> shapes_;
};

}  // namespace

std::vector<WordShape> word_shapes(ArticleWords& words, std::span<const PhraseHit> hits) {
    return Shapes(words).find(hits);
}

}  // namespace relata::extract
