#include "extract/name/name_genitive.hpp"

namespace relata::extract {

namespace {

class Genitives {
  public:
    Genitives(const ArticleWords& words, const NameRuns& runs, const Sentence& sentence)
        : words_(words), runs_(runs), sentence_(sentence) {}

    void set(Candidate& candidate) const {
        const std::uint32_t last = candidate.last;
        if (words_.is_possessive_marker(last)) {
            candidate.genitive = true;
            return;
        }
        if ((candidate.listed & ~cls::place) != 0 || words_.genitive_ending.empty()) return;
        if (runs_.hit(last - 1) != nullptr && !words_.stem_is_known(last - 1)) return;
        if (last - candidate.first > 1 && (words_.single[last - 1] & cls::org_head) != 0) return;
        const std::string_view word = words_.text(last - 1);
        if (word.size() < 3 || !word.ends_with(words_.genitive_ending)) return;
        if (is_listed(last - 1)) return;
        // An unknown name in -s with a noun straight after it: "Garmans Aussagen".
        const std::uint32_t noun = past_adjective(last);
        const bool noun_follows = noun < sentence_.last && words_.flag(noun, kCapital) &&
                                  !words_.flag(noun, kGlued) &&
                                  runs_.shape(noun) == WordShape::noun;
        const bool article_before =
            candidate.first > sentence_.first && words_.has(candidate.first - 1, cls::determiner);
        const ClassMask stem = words_.stem_classes(last - 1);
        const bool only_people = (stem & (cls::known | cls::geographic)) == 0 &&
                                 (stem & (cls::first_name | cls::surname)) != 0;
        const bool listed_person = last - candidate.first > 1 &&
                                   (phrase_classes(candidate.first, last) & cls::known_person) != 0;
        const bool known =
            listed_person || (words_.stem_is_known(last - 1) &&
                              (!only_people || noun_follows || is_person_in_genitive(candidate)));
        if (!known && (!noun_follows || article_before || runs_.hit(last - 1) != nullptr)) return;
        candidate.genitive = candidate.stem = true;
        if (last - candidate.first == 1)
            candidate.listed = stem & (cls::known | cls::geographic);
        else
            candidate.listed = phrase_classes(candidate.first, last);
    }

  private:
    // "die Klage Elon Musks gegen"
    bool is_person_in_genitive(const Candidate& candidate) const {
        return candidate.last - candidate.first == 2 && candidate.first > sentence_.first &&
               (words_.single[candidate.first] & cls::first_name) != 0 &&
               words_.flag(candidate.first - 1, kCapital) &&
               words_.has(candidate.first - 1, cls::noun) &&
               !words_.has(candidate.first - 1, cls::post | cls::person_noun | cls::honorific);
    }

    // The classes of a listed name whose last word has the genitive's ending: "Elon Musks".
    ClassMask phrase_classes(std::uint32_t first, std::uint32_t last) const {
        PhraseNode node = words_.lexicon.phrase_start(words_.analysis.tokens[first].word);
        for (std::uint32_t t = first + 1; t < last && node != 0; ++t) {
            std::string_view word = words_.text(t);
            if (t + 1 == last) word.remove_suffix(words_.genitive_ending.size());
            const WordId id = words_.lexicon.word(fold_words(word));
            node = id == 0 ? 0 : words_.lexicon.phrase_next(node, id);
        }
        return node == 0 ? 0 : words_.masks.of(words_.lexicon.phrase_classes(node)) & cls::known;
    }

    // "Garmans größter Konkurrent": behind the adjective between a genitive and its noun.
    std::uint32_t past_adjective(std::uint32_t t) const {
        if (t + 1 >= sentence_.last || words_.flag(t, kCapital | kGlued) ||
            (words_.single[t] & (cls::stopword | cls::org_verb | cls::person_verb)) != 0)
            return t;
        const std::string_view word = words_.text(t);
        const bool inflected = word.ends_with("er") || word.ends_with("es") ||
                               (word.ends_with('e') && !word.ends_with("te"));
        return inflected && words_.has(t + 1, cls::descriptor | cls::post | cls::org_property)
                   ? t + 1
                   : t;
    }

    bool is_listed(std::uint32_t t) const { return (words_.single[t] & cls::listed_name) != 0; }

    const ArticleWords& words_;
    const NameRuns& runs_;
    const Sentence& sentence_;
};

}  // namespace

void set_genitive(const ArticleWords& words, const NameRuns& runs, const Sentence& sentence,
                  Candidate& candidate) {
    Genitives(words, runs, sentence).set(candidate);
}

}  // namespace relata::extract
