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
        if (!words_.capital_nouns) return set_plural(candidate);
        if (const ClassMask listed = listed_without_ending(candidate); listed != 0) {
            candidate.genitive = candidate.stem = true;
            candidate.listed = listed;
            return;
        }
        if ((candidate.listed & ~cls::place) != 0 || words_.lists.genitive_ending.empty()) return;
        // "des Instituts für Physik"
        if (const std::uint32_t head = head_of(candidate);
            head + 1 < last && is_head_in_genitive(candidate, head))
            candidate.head_stem = head;
        if (runs_.hit(last - 1) != nullptr && !words_.stem_is_known(last - 1)) return;
        const ClassMask stem = words_.stem_classes(last - 1);
        const bool headed = last - candidate.first > 1 && is_head_in_genitive(candidate, last - 1);
        if (last - candidate.first > 1 && (words_.single[last - 1] & cls::org_head) != 0 && !headed)
            return;
        const std::string_view word = words_.text(last - 1);
        if (word.size() < 3 || !word.ends_with(words_.lists.genitive_ending)) return;
        if (is_listed(last - 1)) return;
        // An unknown name in -s with a noun straight after it: "Garmans Aussagen".
        const std::uint32_t noun = past_adjective(last);
        const bool noun_follows = noun < sentence_.last && words_.flag(noun, kCapital) &&
                                  !words_.flag(noun, kGlued) &&
                                  runs_.shape(noun) == WordShape::noun;
        const bool article_before =
            candidate.first > sentence_.first && words_.has(candidate.first - 1, cls::determiner);
        const bool only_people = (stem & (cls::known | cls::geographic)) == 0 &&
                                 (stem & (cls::first_name | cls::surname)) != 0;
        const bool known = headed || (words_.stem_is_known(last - 1) &&
                                      (!only_people || noun_follows || begins_compound(noun) ||
                                       is_person_in_genitive(candidate)));
        if (!known && (!noun_follows || article_before || runs_.hit(last - 1) != nullptr)) return;
        candidate.genitive = candidate.stem = true;
        candidate.listed =
            last - candidate.first == 1 ? stem & (cls::known | cls::geographic) : ClassMask{0};
    }

  private:
    // "millions of iPods": the plural of a listed product.
    void set_plural(Candidate& candidate) const {
        const std::string_view word = words_.text(candidate.first);
        if (candidate.listed != 0 || candidate.last - candidate.first != 1 ||
            runs_.hit(candidate.first) != nullptr || words_.flag(candidate.first, kAllCaps))
            return;
        for (const std::string_view ending : {"s", "es"}) {
            if (word.size() < ending.size() + 2 || !word.ends_with(ending)) continue;
            const WordId stem =
                words_.lexicon.word(fold_words(word.substr(0, word.size() - ending.size())));
            if (stem == 0) continue;
            const ClassMask listed = words_.masks.of(words_.lexicon.classes_of(stem));
            if ((listed & cls::known) != cls::known_product || (listed & cls::common) != 0)
                continue;
            candidate.listed = cls::known_product;
            candidate.plural = static_cast<std::uint8_t>(ending.size());
            return;
        }
    }

    // "des EU-Parlaments", "des Bayerischen Rundfunks"
    ClassMask listed_without_ending(const Candidate& candidate) const {
        const std::uint32_t first = candidate.first, last = candidate.last;
        if (last - first < 2 || words_.listed(first, last, false) != 0) return 0;
        if (const ClassMask listed = words_.listed(first, last, true); listed != 0) return listed;
        return words_.listed_form(first, last, true).empty() ? 0 : cls::known_org;
    }

    // "Instituts" in "Deutschen Instituts für Physik" and in "Max-Planck-Instituts für Physik"
    std::uint32_t head_of(const Candidate& candidate) const {
        std::uint32_t head = candidate.first;
        while (head + 1 < candidate.last && runs_.shape(head) == WordShape::adjective) ++head;
        return runs_.last_joined(head, candidate.last);
    }

    // "des Ifo-Instituts", "des Deutschen Bauernverbands", but "Atos Systems"
    bool is_head_in_genitive(const Candidate& candidate, std::uint32_t head) const {
        const std::uint32_t article = candidate.first - 1;
        return candidate.first > sentence_.first &&
               (words_.single[head] & stem_or_ending(head) & cls::org_head) != 0 &&
               words_.has(article, cls::determiner | cls::possessive) &&
               words_.text(article).ends_with("es");
    }

    // The classes of a word without its genitive ending, by the end of a compound where no list has
    // it.
    ClassMask stem_or_ending(std::uint32_t t) const {
        const std::string_view word = words_.text(t), ending = words_.lists.genitive_ending;
        if (!word.ends_with(ending) || words_.stem_of(t) != 0) return words_.stem_classes(t);
        return words_.masks.of(words_.lexicon.classes_of_unknown(
            fold_words(word.substr(0, word.size() - ending.size()))));
    }

    // "die Klage Elon Musks gegen"
    bool is_person_in_genitive(const Candidate& candidate) const {
        return candidate.last - candidate.first == 2 && candidate.first > sentence_.first &&
               (words_.single[candidate.first] & cls::first_name) != 0 &&
               words_.flag(candidate.first - 1, kCapital) &&
               words_.has(candidate.first - 1, cls::noun) &&
               !words_.has(candidate.first - 1, cls::leads_person);
    }

    // "Roths CFO-Posten"
    bool begins_compound(std::uint32_t t) const {
        return t + 2 < sentence_.last && words_.flag(t, kCapital) && !words_.flag(t, kGlued) &&
               words_.joins_compound(t) && runs_.shape(t + 2) == WordShape::noun;
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
