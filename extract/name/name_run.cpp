#include "extract/name/name_run.hpp"

#include <algorithm>

namespace relata::extract {

namespace {

constexpr std::uint32_t kLongestRun = 24;  // tokens; bounds the work on texts in capitals

// Heads of names that are also nouns of their own: "Bank", "Partner".
constexpr ClassMask kOrdinaryHead = cls::org_noun | cls::post | cls::org_property;

}  // namespace

NameRuns::NameRuns(const ArticleWords& words, std::span<const PhraseHit> hits,
                   std::span<const WordShape> shapes)
    : words_(words), hits_(hits), shapes_(shapes), hit_of_(words.size()) {
    for (std::uint32_t i = 0; i < hits.size(); ++i)
        std::fill(hit_of_.begin() + hits[i].first, hit_of_.begin() + hits[i].last, i + 1);
}

bool NameRuns::starts(std::uint32_t t, const Sentence& sentence) const {
    const bool more = t + 1 < sentence.last;
    const ClassMask bits = words_.single[t];
    switch (shapes_[t]) {
        case WordShape::other:
            return false;
        case WordShape::name:
            return true;
        case WordShape::start:
            if (words_.capital_nouns || sentence.title_case)
                return (bits & cls::first_name) != 0 && more && shapes_[t + 1] == WordShape::name;
            if (more && shapes_[t + 1] == WordShape::name) return true;
            return (bits & cls::org_head) != 0 && over_inner(t, t + 1, sentence) > t + 1;
        case WordShape::adjective:
            return more && (shapes_[t + 1] == WordShape::name ||
                            (shapes_[t + 1] == WordShape::noun &&
                             (words_.single[t + 1] & cls::org_head) != 0));
        case WordShape::noun:
            if (!more) return false;
            if ((bits & cls::first_name) != 0 &&
                ((words_.single[t + 1] & cls::surname) != 0 ||
                 (shapes_[t + 1] == WordShape::name && hit(t + 1) == nullptr)) &&
                words_.flag(t + 1, kCapital) && !words_.flag(t + 1, kGlued))
                return true;
            return noun_starts(t, sentence);
    }
    return false;
}

bool NameRuns::noun_starts(std::uint32_t t, const Sentence& sentence) const {
    const ClassMask bits = words_.single[t], next = words_.single[t + 1];
    if (!words_.flag(t + 1, kCapital) || words_.flag(t + 1, kGlued))
        return (bits & cls::org_head) != 0 && over_inner(t, t + 1, sentence) > t + 1;
    // "Lux Capital": two nouns side by side, the second of which only ends names.
    if ((next & (cls::org_head | kOrdinaryHead)) == cls::org_head &&
        (bits & (cls::descriptor | cls::post)) == 0)
        return true;
    if (precedes_head(t + 1, sentence) && (bits & (cls::descriptor | cls::post)) == 0) return true;
    if ((bits & cls::org_head) == 0) return false;
    if (shapes_[t + 1] == WordShape::name) {
        // "Hochschule München", but "das Netzwerk Facebook", "der Verlag Springer"
        if (const PhraseHit* listed = hit(t + 1);
            listed != nullptr && (listed->classes & cls::known) != 0)
            return false;
        return (next & cls::geographic) != 0 || (bits & cls::descriptor) == 0;
    }
    return shapes_[t + 1] == WordShape::noun && specifies(t, t + 1);
}

// "Peak" in "Granite Peak Capital": a noun before a word that only ends names.
bool NameRuns::precedes_head(std::uint32_t noun, const Sentence& sentence) const {
    const std::uint32_t head = noun + 1;
    return head < sentence.last && shapes_[noun] == WordShape::noun &&
           (words_.bits[noun] & (cls::descriptor | cls::post | cls::org_property)) == 0 &&
           words_.flag(head, kCapital) && !words_.flag(noun, kGlued) &&
           !words_.flag(head, kGlued) &&
           (words_.single[head] & (cls::org_head | kOrdinaryHead)) == cls::org_head;
}

// "Bundesvereinigung Logistik": a noun straight after a head that only names have.
bool NameRuns::specifies(std::uint32_t head, std::uint32_t noun) const {
    return (words_.single[head] & (cls::org_head | kOrdinaryHead)) == cls::org_head &&
           (words_.bits[noun] & (cls::descriptor | cls::post | cls::org_property)) == 0;
}

// "Daily Mail", "KoBold Metals": an unknown word and a noun that never stand apart in the article.
bool NameRuns::always_together(std::uint32_t name, std::uint32_t noun) const {
    if (hit(name) != nullptr || words_.stem_is_known(name) || shapes_[name] != WordShape::name ||
        (words_.bits[noun] & (cls::descriptor | cls::post | cls::org_property)) != 0)
        return false;
    const std::string_view word = words_.text(name);
    if (word.ends_with(words_.genitive_ending)) return false;
    const WordCounts* first = words_.counts(name);
    const WordCounts* second = words_.counts(noun);
    if (first == nullptr || second == nullptr) return false;
    const int alone = first->inside + first->at_start,
              noun_count = second->inside + second->at_start;
    return alone == noun_count || (alone <= 2 && alone < noun_count);
}

std::uint32_t NameRuns::end(std::uint32_t first, const Sentence& sentence) const {
    std::uint32_t end = std::min(past(first), sentence.last);
    while (end < sentence.last && end - first < kLongestRun) {
        const std::uint32_t next = std::min(grow(first, end, sentence), sentence.last);
        if (next == end) break;
        end = next;
    }
    return end;
}

// The token behind the name word, or behind the listed name that begins there.
std::uint32_t NameRuns::past(std::uint32_t token) const {
    const PhraseHit* listed = hit(token);
    return listed != nullptr ? listed->last : token + 1;
}

std::uint32_t NameRuns::grow(std::uint32_t first, std::uint32_t end,
                             const Sentence& sentence) const {
    if (words_.taken[end]) return end;
    if (const std::uint32_t next = over_legal_form(end, sentence); next != end) return next;
    // What follows a legal form is another name: "... Acme Corp. Jane Smith said".
    const std::uint32_t form = words_.is(end - 1, '.') ? end - 2 : end - 1;
    if (form > first &&
        (words_.single[form] & (cls::legal_form | cls::org_head)) == cls::legal_form &&
        (words_.single[form] & cls::particle) == 0)
        return end;
    if (const std::uint32_t next = over_name_suffix(first, end, sentence); next != end) return next;
    if (const std::uint32_t next = over_nickname(first, end, sentence); next != end) return next;
    if (next_word_belongs(first, end, sentence)) return past(end);
    if (words_.flag(end, kPunctuation)) {
        if (words_.byte(end) == '&') return over_conjunction(first, end, sentence);
        return words_.flag(end, kGlued) ? over_mark(first, end, sentence) : end;
    }
    if (words_.is_possessive_marker(end)) return over_possessive(first, end, sentence);
    if (words_.flag(end, kGlued)) {  // "O'Reilly"
        const std::string_view word = words_.text(end);
        const bool name = word.size() > 2 && words_.flag(end, kCapital) && word[0] == '\'';
        return name ? end + 1 : end;
    }
    if (words_.flag(end, kDigits)) return over_number(first, end, sentence);
    if (words_.flag(end, kCapital)) return end;
    if ((words_.single[end] & cls::particle) != 0)
        if (const std::uint32_t next = over_particles(first, end, sentence); next != end)
            return next;
    if ((words_.single[end] & cls::conjunction) != 0) return over_conjunction(first, end, sentence);
    if ((words_.single[end] & cls::inner) != 0) return over_inner(first, end, sentence);
    return end;
}

bool NameRuns::next_word_belongs(std::uint32_t first, std::uint32_t end,
                                 const Sentence& sentence) const {
    if (words_.flag(end, kGlued) || is_possessor(end - 1)) return false;
    const ClassMask bits = words_.single[end];
    switch (shapes_[end]) {
        case WordShape::name:
            return !is_other_firm(first, end);
        case WordShape::start:
            if ((bits & cls::not_name) != 0) return closes_name(end, sentence);
            return sentence.title_case && !words_.capital_nouns && (bits & cls::org_head) != 0;
        case WordShape::noun: {
            const std::uint32_t before = end - 1;
            // "Elisabeth Kirnbauer" although "*bauer" is a noun
            constexpr ClassMask things = (cls::descriptor & ~cls::person_noun) | cls::post;
            const bool describes = (bits & things) != 0 && words_.analysis.tokens[end].word != 0;
            const bool listed = hit(before) != nullptr &&
                                (hit(before)->classes & (cls::known | cls::geographic)) != 0;
            if ((words_.single[before] & cls::first_name) != 0 && end - first <= 4 && !describes &&
                !listed)
                return true;
            if ((bits & cls::surname) != 0 && (words_.single[first] & cls::first_name) != 0 &&
                end - first <= 3)
                return true;
            // "der Anbieter Lyca Mobile"
            if ((bits & cls::generic_tail) != 0 && end - first == 1 && first > sentence.first &&
                words_.has(first - 1, cls::org_noun) && !words_.flag(first, kGlued))
                return true;
            // "Snapdragon 8 Elite", "Ebay Plus"
            if ((bits & cls::product_tail) != 0 &&
                (words_.flag(before, kDigits) || shapes_[before] == WordShape::name) &&
                (words_.single[first] & cls::first_name) == 0)
                return true;
            if (end - first == 1 && (specifies(before, end) || always_together(before, end) ||
                                     precedes_head(end, sentence)))
                return true;
            if ((bits & cls::org_head) == 0) return false;
            if ((bits & kOrdinaryHead) == 0) return true;
            // "Raiffeisen Landesbank": a mere description would be joined by a hyphen.
            if (words_.capital_nouns && end - first == 1 && (bits & cls::post) == 0 && listed)
                return (hit(before)->classes & cls::known_org) != 0;
            return hit(before) == nullptr && shapes_[before] != WordShape::noun;
        }
        case WordShape::adjective:
        case WordShape::other: {  // "iPad Pro"
            constexpr ClassMask small = cls::pronoun | cls::determiner | cls::conjunction;
            if (!words_.capital_nouns || !words_.flag(end, kCapital) || (bits & small) != 0)
                return false;
            if (shapes_[end] == WordShape::adjective &&
                (words_.single[end - 1] & cls::first_name) != 0)
                return true;  // "Maria Lang"
            const PhraseHit* listed = hit(end - 1);
            return listed != nullptr && (listed->classes & cls::known_product) != 0;
        }
    }
    return false;
}

// "greift Quantavo Google an": behind a word that no list has or another firm a listed firm is a
// name of its own. "Robert Bosch" and "Banco Santander" are one.
bool NameRuns::is_other_firm(std::uint32_t first, std::uint32_t end) const {
    const PhraseHit* next = hit(end);
    if (!words_.capital_nouns || next == nullptr || next->first != end ||
        (next->classes & cls::known_org) == 0 || shapes_[end - 1] != WordShape::name)
        return false;
    const PhraseHit* before = hit(end - 1);
    if (before != nullptr) return (before->classes & cls::known_org) != 0;
    return end - first == 1 && (words_.single[first] & (cls::first_name | cls::org_head)) == 0;
}

// "Nvidias" in "Nvidias H100"
bool NameRuns::is_possessor(std::uint32_t t) const {
    if (!words_.capital_nouns || hit(t) != nullptr || (words_.single[t] & cls::listed_name) != 0 ||
        !words_.stem_is_known(t))
        return false;
    // "Dimitris Mardas" although "Dimitri" is a given name
    const ClassMask stem = words_.stem_classes(t);
    const bool given =
        (stem & cls::first_name) != 0 && (stem & (cls::known | cls::geographic)) == 0;
    return !given || t + 1 >= words_.size() || shapes_[t + 1] != WordShape::name;
}

// "Liquid AI raised", "PC Pro magazine"; but "Google AI researchers" speaks of Google.
bool NameRuns::closes_name(std::uint32_t t, const Sentence& sentence) const {
    if (words_.capital_nouns) return false;
    if (t + 1 >= sentence.last || words_.flag(t + 1, kPunctuation)) return true;
    if (shapes_[t + 1] == WordShape::name) return true;
    constexpr ClassMask fine = cls::stopword | cls::org_verb | cls::speech_verb | cls::person_verb |
                               cls::copula | cls::conjunction;
    return words_.has(t + 1, fine);
}

bool NameRuns::is_initial(std::uint32_t token) const {
    return words_.flag(token, kCapital) && words_.text(token).size() == 1;
}

// 'Samuel D. "Sam" Waksal', "Robert (Bob) Korsec"
std::uint32_t NameRuns::over_nickname(std::uint32_t first, std::uint32_t end,
                                      const Sentence& sentence) const {
    if (!words_.flag(end, kQuote) && !words_.is(end, '(')) return end;
    if (end + 3 >= sentence.last || (words_.single[first] & cls::first_name) == 0 ||
        shapes_[end + 1] != WordShape::name || shapes_[end + 3] != WordShape::name ||
        words_.flag(end + 3, kGlued))
        return end;
    return words_.flag(end + 2, kQuote) || words_.is(end + 2, ')') ? past(end + 3) : end;
}

// ", Jr."
std::uint32_t NameRuns::over_name_suffix(std::uint32_t first, std::uint32_t end,
                                         const Sentence& sentence) const {
    std::uint32_t at = end;
    if (end - first < 2) return end;
    if (words_.is(at, ',') && at + 1 < sentence.last) ++at;
    if ((words_.single[at] & cls::name_suffix) == 0 || !words_.flag(at, kCapital)) return end;
    ++at;
    return at + 1 < sentence.last && words_.is(at, '.') && words_.flag(at, kGlued) ? at + 1 : at;
}

// Full stops of initials and titles, and hyphens.
std::uint32_t NameRuns::over_mark(std::uint32_t first, std::uint32_t end,
                                  const Sentence& sentence) const {
    if (words_.is(end, '-')) return over_hyphen(first, end, sentence);
    // "Nielsen/NetRatings"
    if (words_.is(end, '/') && end + 1 < sentence.last && words_.flag(end + 1, kGlued) &&
        hit(end - 1) == nullptr && hit(end + 1) == nullptr && end - first == 1 &&
        shapes_[end + 1] == WordShape::name)
        return past(end + 1);
    if (words_.is(end, '.') && end + 1 < sentence.last && shapes_[end + 1] != WordShape::other &&
        (is_initial(end - 1) || words_.has(end - 1, cls::honorific | cls::abbreviation)) &&
        (hit(end - 1) == nullptr || (hit(end - 1)->classes & cls::known_product) == 0))
        return past(end + 1);  // not "Model Y. William Lee"
    if (words_.is(end, '.') && end + 1 < sentence.last && is_initial(end - 1) &&
        is_initial(end + 1) && words_.flag(end + 1, kGlued))
        return end + 2;
    return end;
}

std::uint32_t NameRuns::over_hyphen(std::uint32_t first, std::uint32_t end,
                                    const Sentence& sentence) const {
    const std::uint32_t next = end + 1;
    if (next >= sentence.last || !words_.flag(next, kGlued)) return end;
    constexpr ClassMask describes = cls::descriptor | cls::post | cls::org_property;
    const PhraseHit* left = hit(end - 1);
    if (shapes_[next] == WordShape::name) {
        if ((words_.bits[next] & describes) != 0 && hit(next) == nullptr) return end;
        // "Android-Launcher": a name of the lists stands for itself; "Sky-Fi" is another name.
        const bool other_name = !words_.capital_nouns && hit(next) == nullptr &&
                                (words_.single[next] & cls::common) == 0;
        const bool left_is_whole =
            left != nullptr && words_.text(end - 1).size() > 1 && !other_name;
        return left_is_whole && (words_.single[first] & cls::first_name) == 0 ? end : past(next);
    }
    // "EU-Kommission", "Fraunhofer-Institut"
    // "der Climate-Fonds World Fund": a description
    if (words_.capital_nouns && (words_.bits[next] & cls::org_noun) != 0 &&
        next + 1 < sentence.last && shapes_[next + 1] == WordShape::name &&
        !words_.flag(next + 1, kGlued) && (words_.single[next + 1] & cls::geographic) == 0)
        return end;
    if (shapes_[next] == WordShape::noun && (words_.single[next] & cls::org_head) != 0 &&
        (words_.single[next] & cls::post) == 0 &&
        (left == nullptr || (left->classes & (cls::known_org | cls::known_product)) == 0))
        return next + 1;
    return end;
}

// Is the run so far the beginning of an organisation's name ("Department", "Royal Bank")?
bool NameRuns::heads_organisation(std::uint32_t first, std::uint32_t end) const {
    if ((words_.single[first] & (cls::first_name | cls::honorific)) != 0 &&
        (words_.single[first] & cls::org_head) == 0)
        return false;
    const ClassMask last = words_.single[end - 1];
    if ((words_.bits[end - 1] & (cls::post | cls::legal_form)) != 0 && (last & cls::org_head) == 0)
        return false;
    if (const PhraseHit* listed = hit(end - 1); listed != nullptr && (last & cls::org_head) == 0)
        return false;
    if ((last & cls::org_head) != 0) return true;
    // "Bank of", "House of", but not "Grandson of", "Subsidiary of"
    return (last & cls::common) != 0 && (words_.bits[end - 1] & cls::descriptor) == 0;
}

// "Men's Premier Soccer League", "Shearer's Foods": one name if the part before the 's never stands
// alone; "Panasonic's Hollywood Laboratories" are two.
std::uint32_t NameRuns::over_possessive(std::uint32_t first, std::uint32_t end,
                                        const Sentence& sentence) const {
    if (words_.capital_nouns || end - first > 1 || hit(first) != nullptr) return end;
    const WordCounts* seen = words_.counts(first);
    if (seen == nullptr || seen->inside + seen->at_start > 1) return end;
    std::uint32_t next = end + 1;
    while (next < sentence.last && shapes_[next] == WordShape::name && hit(next) == nullptr &&
           next - end <= 4)
        ++next;
    if (next == end + 1) return end;
    constexpr ClassMask closing = cls::org_head | cls::legal_form;
    return (words_.single[next - 1] & closing) != 0 ? next : end;
}

std::uint32_t NameRuns::over_inner(std::uint32_t first, std::uint32_t end,
                                   const Sentence& sentence) const {
    if (words_.capital_nouns) {
        if ((words_.single[end - 1] & cls::org_head) == 0) return end;
        if (end + 1 < sentence.last && shapes_[end + 1] == WordShape::name &&
            (words_.single[end] & (cls::inner | cls::determiner)) == cls::inner &&
            shapes_[end - 1] == WordShape::noun && end - first == 1 &&
            (words_.single[first] & (cls::product_noun | cls::project_noun)) == 0 &&
            !is_description_of(first, end) &&
            (hit(end + 1) == nullptr || (hit(end + 1)->classes & cls::known) == 0))
            return past(end + 1);
        return over_purpose(end, sentence);
    }
    if (!heads_organisation(first, end)) return end;
    std::uint32_t next = end;
    while (next < sentence.last && next < end + 2 && (words_.single[next] & cls::inner) != 0 &&
           (words_.single[next] & cls::conjunction) == 0 && !words_.flag(next, kCapital))
        ++next;
    if (next == end || next >= sentence.last || shapes_[next] != WordShape::name) return end;
    if ((words_.single[end] & cls::determiner) != 0) return end;
    // "Larkin Associates of Islandia, NY": where it sits.
    if (next + 2 < sentence.last && words_.is(next + 1, ',') &&
        (words_.bits[next + 2] & cls::state) != 0)
        return end;
    if (const PhraseHit* right = hit(next); right != nullptr &&
                                            (right->classes & cls::known) != 0 &&
                                            (right->classes & cls::geographic) == 0)
        return end;
    // "of" joins any head, other words only what is surely an organisation.
    if ((words_.single[end] & cls::affiliation) == 0 &&
        (words_.single[end - 1] & cls::org_head) == 0)
        return end;
    return past(next);
}

// "Institut für angewandte Physik", "Bundesamt für Sicherheit in der Informationstechnik"
std::uint32_t NameRuns::over_purpose(std::uint32_t end, const Sentence& sentence) const {
    constexpr ClassMask other_preposition =
        cls::determiner | cls::affiliation | cls::locative | cls::conjunction;
    if (!words_.capital_nouns || end >= sentence.last || words_.flag(end, kCapital) ||
        (words_.single[end - 1] & cls::product_noun) != 0 ||
        (words_.single[end] & cls::inner) == 0 || (words_.single[end] & other_preposition) != 0)
        return end;
    std::uint32_t next = end + 1;
    while (next < sentence.last && next < end + 3 && words_.flag(next, kWord) &&
           !words_.flag(next, kCapital) && (words_.single[next] & cls::determiner) == 0)
        ++next;
    if (next >= sentence.last || !words_.flag(next, kCapital) || words_.taken[next] ||
        (shapes_[next] != WordShape::noun && shapes_[next] != WordShape::adjective) ||
        (words_.single[next] & (cls::stopword | cls::weekday | cls::month)) != 0)
        return end;
    std::uint32_t last = past(next);
    while (last + 1 < sentence.last && (words_.single[last] & cls::conjunction) != 0 &&
           words_.flag(last + 1, kCapital) && shapes_[last + 1] == WordShape::noun)
        last += 2;
    if (last < sentence.last && (words_.single[last] & cls::geographic) != 0 &&
        words_.flag(last, kCapital))
        ++last;
    return last;
}

std::uint32_t NameRuns::over_particles(std::uint32_t first, std::uint32_t end,
                                       const Sentence& sentence) const {
    if (!takes_particle(first, end, sentence)) return end;
    std::uint32_t next = end;
    while (next < sentence.last && next < end + 3 && !words_.flag(next, kCapital) &&
           (words_.single[next] & cls::particle) != 0)
        ++next;
    if (next >= sentence.last || !words_.flag(next, kCapital) || words_.flag(next, kGlued))
        return end;
    const bool article = (words_.single[end] & (cls::determiner | cls::conjunction)) != 0;
    if (article || (shapes_[next] != WordShape::name && shapes_[next] != WordShape::noun))
        return end;
    if (words_.capital_nouns && (words_.single[end] & cls::locative) != 0) return end;
    // "Leiter von Google": a listed organisation is no surname.
    if (const PhraseHit* right = hit(next);
        right != nullptr && (right->classes & cls::known) != 0 &&
        !(end - first == 1 && (words_.single[first] & cls::first_name) != 0))
        return end;
    return past(next);
}

// A given name, or an unknown word where the particle is no preposition of the language.
bool NameRuns::takes_particle(std::uint32_t first, std::uint32_t end,
                              const Sentence& sentence) const {
    if (end - first > 4) return false;
    // "Jan von Roth", but "Jan Roth von der Beispielbank" where the particle is a preposition
    if ((words_.single[first] & cls::first_name) != 0)
        return !words_.capital_nouns || end - first == 1 ||
               (words_.single[end - 1] & (cls::first_name | cls::surname)) == cls::first_name;
    if (hit(first) != nullptr || end - first > 1 || words_.has(first, cls::common | cls::noun))
        return false;
    if ((words_.single[end] & (cls::affiliation | cls::inner)) == 0) return true;
    constexpr ClassMask person = cls::post | cls::person_noun | cls::honorific;
    return words_.capital_nouns && (first == sentence.first || words_.has(first - 1, person));
}

// "Johnson & Johnson", "Department of Trade and Industry"; "Google and Microsoft" are two names.
std::uint32_t NameRuns::over_conjunction(std::uint32_t first, std::uint32_t end,
                                         const Sentence& sentence) const {
    const std::uint32_t next = end + 1;
    if (next >= sentence.last || !words_.flag(next, kCapital) || words_.taken[next]) return end;
    if (words_.byte(end) == '&') {
        const bool glued = words_.flag(end, kGlued) && words_.flag(next, kGlued);
        const bool name = shapes_[next] != WordShape::other &&
                          (shapes_[next] != WordShape::start || !sentence.title_case);
        return glued || name ? past(next) : end;
    }
    if (words_.capital_nouns || sentence.title_case) return end;
    if (shapes_[next] != WordShape::name || hit(next) != nullptr || hit(end - 1) != nullptr)
        return end;
    const auto ordinary = [&](std::uint32_t t) {
        return (words_.single[t] & cls::common) != 0 &&
               (words_.single[t] & (cls::first_name | cls::surname | cls::geographic)) == 0;
    };
    if (!ordinary(end - 1) || !ordinary(next)) return end;
    // The right side must close an organisation's name, or the left side must have begun one.
    for (std::uint32_t t = first; t + 1 < end; ++t)
        if ((words_.single[t] & cls::inner) != 0 && (words_.single[t - 1] & cls::org_head) != 0)
            return past(next);
    for (std::uint32_t t = next; t < sentence.last && shapes_[t] == WordShape::name; ++t)
        if ((words_.single[t] & cls::org_head) != 0 && t > next &&
            (words_.single[end - 1] & (cls::org_head | cls::legal_form)) == 0)
            return past(next);
    return end;
}

// "Muttergesellschaft von Quantavo" where Quantavo has a name of its own, but "Bank von England"
bool NameRuns::is_description_of(std::uint32_t noun, std::uint32_t preposition) const {
    const std::uint32_t name = preposition + 1;
    const WordCounts* seen = words_.counts(name);
    return (words_.bits[noun] & cls::org_noun) != 0 &&
           (words_.single[preposition] & cls::affiliation) != 0 &&
           (words_.single[name] & cls::geographic) == 0 && seen != nullptr &&
           seen->inside + seen->at_start > 1;
}

// "9950X", "i9": digits and a letter or two.
bool NameRuns::is_model(std::uint32_t t) const {
    std::size_t letters = 0, digits = 0;
    for (const char c : words_.text(t)) {
        if (c >= '0' && c <= '9')
            ++digits;
        else
            ++letters;
    }
    return digits > 0 && letters > 0 && letters <= 2 && letters + digits <= 7;
}

std::uint32_t NameRuns::over_number(std::uint32_t first, std::uint32_t end,
                                    const Sentence& sentence) const {
    const PhraseHit* listed = hit(end - 1);
    const bool product = listed != nullptr && (listed->classes & cls::known_product) != 0;
    const bool other_name = listed != nullptr && !product;
    if (other_name || words_.flag(end, kGlued)) return end;
    if ((words_.single[first] & cls::first_name) != 0 && end - first > 1 && !product) return end;
    const std::string_view number = words_.text(end);
    const bool letters = words_.flag(end, kWord);
    // "Ryzen 9 9950X", "Core i9-14900K"
    const bool model = product || words_.flag(end - 1, kDigits);
    if (letters && words_.capital_nouns && model && is_model(end)) {
        const bool more = end + 2 < sentence.last && words_.is(end + 1, '-') &&
                          words_.flag(end + 1, kGlued) && words_.flag(end + 2, kGlued | kDigits);
        return more ? end + 3 : end + 1;
    }
    if (letters) return product && number.size() <= 3 ? end + 1 : end;
    if (number.size() > (product ? 4U : 2U) && number.find('.') == number.npos) return end;
    if (end + 1 < sentence.last) {
        const ClassMask after = words_.single[end + 1];
        if ((after & (cls::unit | cls::month)) != 0 || words_.text(end + 1) == "%" ||
            words_.is(end + 1, ':') ||
            (words_.is(end + 1, '.') && words_.flag(end + 1, kGlued) && end + 2 < sentence.last))
            return end;
        const bool counts_something =
            words_.flag(end + 1, kWord) && !words_.flag(end + 1, kGlued) &&
            (after & (cls::stopword | cls::speech_verb | cls::org_verb | cls::copula)) == 0;
        if (counts_something && !product) return end;
    }
    return end + 1;
}

std::uint32_t NameRuns::over_legal_form(std::uint32_t end, const Sentence& sentence) const {
    std::uint32_t form = end;
    if (words_.is(form, ',') && form + 1 < sentence.last) ++form;
    const bool joins = (words_.single[form] & cls::conjunction) != 0 && form + 1 < sentence.last &&
                       words_.flag(form + 1, kCapital);
    if (!words_.flag(form, kCapital) && !joins) return end;
    std::uint32_t last = form;
    const auto phrase = std::lower_bound(
        words_.phrases.begin(), words_.phrases.end(), form,
        [](const PhraseHit& hit, std::uint32_t token) { return hit.first < token; });
    for (auto it = phrase; it != words_.phrases.end() && it->first == form; ++it)
        if ((it->classes & cls::legal_form) != 0) last = std::max(last, it->last);
    if (last == form && (words_.single[form] & cls::legal_form) != 0) {
        const bool ordinary = (words_.single[form] & (cls::stopword | cls::inner)) != 0;
        if (!ordinary || words_.flag(form, kAllCaps)) last = form + 1;
    }
    if (last == form) return end;
    if (form != end && words_.has(form, cls::org_head)) return end;  // "Acme, Holding ..."
    // The full stop of "Inc." belongs to the name where the sentence goes on.
    if (last + 1 < sentence.last && words_.is(last, '.') && words_.flag(last, kGlued) &&
        !(words_.flag(last + 1, kCapital) &&
          (shapes_[last + 1] == WordShape::name || words_.has(last + 1, cls::stopword))))
        ++last;
    return last;
}

}  // namespace relata::extract
