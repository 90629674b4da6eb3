#include "extract/name/noun_place.hpp"

namespace relata::extract {

namespace {

constexpr std::uint32_t kLongestPhrase = 7;  // tokens before the head of a noun phrase
constexpr ClassMask kKinds = cls::org_noun | cls::product_noun | cls::project_noun;
constexpr ClassMask kVerb = cls::org_verb | cls::firm_verb | cls::speech_verb | cls::person_verb;

}  // namespace

int NounPlaces::evidence(std::uint32_t noun) const {
    constexpr int sure = kEnough + 1;
    if (!is_plain(noun)) return 0;
    if (is_named(noun) || is_introduced(noun)) return sure;
    const bool compound = words_.joins_compound(noun);
    if (compound)  // "Henkel" although nouns in -el may be plurals
        return (words_.bits[noun] & cls::bare_noun) == 0 && leads_person(noun) ? kEnough : 0;
    if (const auto head = head_before(noun)) {
        if (is_only_subject(noun, *head)) return sure;
        if (!may_stand_bare(noun)) return kEnough;
    }
    if (has_article(noun)) return kAgainst;
    if (is_subject_before_object(noun)) return kEnough;
    if (may_stand_bare(noun))  // the dative plural ends in n: "Geschäftsführer von Jagdfieber"
        return is_party(noun) && words_.has(noun - 1, cls::affiliation) &&
                       !compounds_.is_bare(words_.text(noun)) &&
                       !words_.text(noun).ends_with('n') && !words_.text(noun).ends_with('s')
                   ? kEnough
                   : 0;
    if (is_in_pair(noun)) return kEnough;
    // "Ukreximbank" only looks like a compound.
    const bool odd =
        words_.analysis.tokens[noun].word == 0 && !compounds_.begins_with_word(words_.text(noun));
    if (odd && (is_beside_name(noun) || weak_evidence(noun) > 0)) return kEnough;
    return is_between_names(noun) ? kEnough : weak_evidence(noun);
}

// A word that may be a name here although it is a noun.
bool NounPlaces::is_plain(std::uint32_t noun) const {
    constexpr ClassMask other = cls::descriptor | cls::post | cls::honorific | cls::org_property |
                                cls::stopword | cls::not_name | cls::demonym | cls::article |
                                cls::legal_form | cls::geographic | cls::first_name;
    if (words_.behind_hyphen(noun) || words_.text(noun).size() < 4) return false;
    // "Klarwerk" has only the ending of such a noun.
    const bool by_ending = words_.analysis.tokens[noun].word == 0;
    constexpr ClassMask of_ending = cls::descriptor | cls::org_property;
    return (words_.bits[noun] & (by_ending ? other & ~of_ending : other)) == 0;
}

// "unter dem Namen Sternwarte", "namens Sternwarte"
bool NounPlaces::is_named(std::uint32_t noun) const {
    if (starts(noun) || !words_.has(noun - 1, cls::naming) || words_.has(noun, cls::naming) ||
        words_.flag(noun - 1, kSentenceStart))
        return false;
    // "Das Ziel heißt Wachstum"
    return !is_finite_verb(noun - 1) || !may_stand_bare(noun);
}

// "Bergfreunde, ein Onlinehändler aus Tübingen, wächst": a noun without an article, and what it is.
bool NounPlaces::is_introduced(std::uint32_t noun) const {
    constexpr std::uint32_t longest = 4;  // words from the article to its noun
    if (!words_.flag(noun, kSentenceStart) || noun + 3 >= words_.size() ||
        !words_.is(noun + 1, ','))
        return false;
    // "Sonnendach, Tochter des Energiekonzerns Eon,"
    if (words_.flag(noun + 2, kCapital))
        return words_.has(noun + 2, cls::org_noun) &&
               (words_.single[noun + 3] & (cls::article | cls::affiliation | cls::locative)) != 0;
    if ((words_.single[noun + 2] & cls::article) == 0) return false;
    // "Versuche, die Entwickler zu halten, scheiterten"
    if (!words_.text(noun + 2).starts_with("ein") && compounds_.may_be_plural(words_.text(noun)))
        return false;
    for (std::uint32_t at = noun + 3; at < words_.size() && at < noun + 3 + longest; ++at) {
        if (words_.flag(at, kClauseBreak)) return false;
        if (words_.flag(at, kCapital) && (words_.bits[at] & cls::demonym) == 0)
            return words_.has(at, cls::org_noun);
    }
    return false;
}

// "kaufte Sonnenschein den Konkurrenten": what firms do, and behind the noun the object.
bool NounPlaces::is_subject_before_object(std::uint32_t noun) const {
    const std::uint32_t next = noun + 1;
    if (starts(noun) || next + 1 >= words_.size() || words_.flag(next + 1, kPunctuation))
        return false;
    // Not "kaufte Anteile der Firma": a genitive belongs to the noun.
    const std::string_view article = words_.text(next);
    const bool object = (words_.single[next] & cls::article) != 0 &&
                        !words_.has(next, cls::preposition) && !article.ends_with("er") &&
                        !article.ends_with("es");
    return object && words_.has(noun - 1, cls::firm_verb) && !words_.flag(noun - 1, kCapital);
}

std::optional<std::uint32_t> NounPlaces::head_before(std::uint32_t noun) const {
    if (starts(noun) || !words_.has(noun - 1, kKinds)) return {};
    std::uint32_t head = noun - 1;
    if (words_.flag(noun - 1, kGlued)) {  // "Energie-Start-up"
        while (head > 0 && words_.flag(head, kGlued)) --head;
    }
    if (!words_.flag(head, kCapital)) return {};
    // "Tokyo Motor Show": another name's middle
    if (head > 0 && words_.flag(head - 1, kCapital) && !words_.flag(head - 1, kSentenceStart) &&
        !is_adjective(head - 1))
        return {};
    return head;
}

// "Der Energieversorger Sonnenkraft übernimmt": before the verb stands one phrase, so that a noun
// behind its head can only be a name.
bool NounPlaces::is_only_subject(std::uint32_t noun, std::uint32_t head) const {
    if (words_.has(noun - 1, cls::bare_noun) || !opens_sentence(head)) return false;
    const std::uint32_t next = noun + 1;
    return next < words_.size() && is_finite_verb(next) &&
           !(next + 1 < words_.size() && words_.is(next + 1, ','));
}

bool NounPlaces::opens_sentence(std::uint32_t head) const {
    for (std::uint32_t at = head; head - at <= kLongestPhrase; --at) {
        if (at != head) {
            const bool fits = (words_.single[at] & (cls::article | cls::possessive)) != 0 ||
                              is_adjective(at) ||
                              (words_.flag(at, kSentenceStart) &&
                               words_.has(at, cls::preposition) && !words_.has(at, cls::bare_lead));
            if (!fits) return false;
        }
        if (words_.flag(at, kSentenceStart) || (at > 0 && words_.is(at - 1, ':'))) return true;
        if (at == 0) return false;
    }
    return false;
}

bool NounPlaces::is_adjective(std::uint32_t token) const {
    const std::string_view word = words_.text(token);
    if (words_.flag(token, kCapital)) {
        if (words_.has(token, cls::demonym)) return true;
        const std::string_view ending = words_.lists.place_adjective_ending;
        if (ending.empty() || !word.ends_with(ending) || word.size() < ending.size() + 3)
            return false;
        const WordId town =
            words_.lexicon.word(fold_words(word.substr(0, word.size() - ending.size())));
        return !words_.has(token, cls::noun) ||
               (words_.masks.of(words_.lexicon.classes_of(town)) & cls::place) != 0;
    }
    if (!words_.flag(token, kWord) || word.size() < 4 ||
        words_.has(token, kVerb | cls::stopword | cls::copula | cls::auxiliary))
        return false;
    return word.ends_with('e') || word.ends_with("en") || word.ends_with("er") ||
           word.ends_with("es") || word.ends_with("em");
}

bool NounPlaces::is_finite_verb(std::uint32_t token) const {
    if (words_.flag(token, kCapital) || !words_.flag(token, kWord) ||
        words_.has(token, cls::preposition))
        return false;
    if (words_.has(token, kVerb | cls::copula | cls::auxiliary)) return true;
    const std::string_view word = words_.text(token);
    return word.size() > 3 &&
           (word.ends_with('t') || word.ends_with("te") || word.ends_with("en")) &&
           !words_.has(token, cls::stopword | cls::preposition);
}

// "Personalien-Chef": a plural or a linking s; names in -el and -er are none ("Henkel").
bool NounPlaces::is_first_part_of_compound(std::string_view noun) const {
    if (noun.ends_with('s')) return true;
    return compounds_.may_be_plural(noun) && !noun.ends_with("el") && !noun.ends_with("er");
}

// "Henkel-Chef Jan Roth": nouns of departments aside, the firm that the post is of.
bool NounPlaces::leads_person(std::uint32_t noun) const {
    const std::uint32_t post = noun + 2;
    if (post + 1 >= words_.size() || !words_.flag(post, kCapital) || !words_.flag(post, kGlued) ||
        !words_.has(post, cls::post) || is_first_part_of_compound(words_.text(noun)))
        return false;
    const std::uint32_t person = post + 1;
    return words_.flag(person, kCapital) && !words_.flag(person, kGlued) &&
           (words_.single[person] & cls::first_name) != 0;
}

// "Mit Hello Barbie hat": two nouns side by side, neither of them what the other is.
bool NounPlaces::is_in_pair(std::uint32_t noun) const {
    const auto begins = [&](std::uint32_t t) {
        const std::uint32_t next = t + 1;
        if (next >= words_.size() || !words_.flag(next, kCapital) || !is_plain(next) ||
            (words_.single[t] & words_.single[next] & cls::noun) == 0 ||
            compounds_.may_stand_bare(words_.text(next)) || has_article(t))
            return false;
        return !starts(t) && (words_.has(t - 1, cls::preposition) || is_finite_verb(t - 1));
    };
    if (begins(noun)) return true;
    return !starts(noun) && words_.flag(noun - 1, kCapital) && is_plain(noun - 1) &&
           !compounds_.may_stand_bare(words_.text(noun - 1)) && begins(noun - 1);
}

// "Comdirect, Leuchtturm und Zelvana"
bool NounPlaces::is_between_names(std::uint32_t noun) const {
    return joins_name(noun, -1) && joins_name(noun, 1);
}

bool NounPlaces::is_beside_name(std::uint32_t noun) const {
    return joins_name(noun, -1) || joins_name(noun, 1);
}

// Is there a comma or an "and" on one side of the noun, and a name behind it?
bool NounPlaces::joins_name(std::uint32_t noun, int side) const {
    if (side < 0 ? starts(noun) || starts(noun - 1) : noun + 2 >= words_.size()) return false;
    const std::uint32_t joint = side < 0 ? noun - 1 : noun + 1;
    if (!words_.is(joint, ',') && (words_.single[joint] & cls::conjunction) == 0) return false;
    const std::uint32_t at = side < 0 ? noun - 2 : noun + 2;
    if (shapes_[at] == WordShape::name) return true;
    constexpr ClassMask people = cls::first_name | cls::surname;
    constexpr ClassMask ordinary = cls::noun | cls::common | cls::descriptor | cls::post |
                                   cls::not_name | cls::demonym | cls::stopword;
    return words_.flag(at, kCapital) &&
           ((words_.single[at] & people) != 0 ||
            ((words_.single[at] & ordinary) == 0 && !compounds_.is_compound(words_.text(at))));
}

// "ein Leuchtturm", "im neuen Leuchtturm"; not ", die Leuchtturm übernimmt".
bool NounPlaces::has_article(std::uint32_t noun) const {
    if (starts(noun)) return false;
    std::uint32_t at = noun - 1;
    for (std::uint32_t back = 0; back < 3 && !starts(at) && is_adjective(at); ++back) --at;
    if (at + 1 != noun && words_.flag(at, kClauseBreak)) return true;  // "neuer Leuchtturm"
    if ((words_.single[at] & (cls::article | cls::possessive)) == 0)
        return at + 1 != noun || words_.flag(at, kDigits);
    return starts(at) || at + 1 != noun || !words_.is(at - 1, ',');
}

// "im Streit mit Leuchtturm", "im Auftrag von Leuchtturm": one who acts.
bool NounPlaces::is_party(std::uint32_t noun) const {
    constexpr ClassMask of_parties = cls::party_noun | cls::stake_noun | cls::post;
    if (starts(noun) || starts(noun - 1) || !words_.flag(noun - 2, kCapital) ||
        words_.flag(noun - 1, kCapital))
        return false;
    return words_.has(noun - 1, cls::preposition) && words_.has(noun - 1, cls::bare_lead) &&
           words_.has(noun - 2, of_parties);
}

// "Google und Leuchtturm": one of a pair with a firm.
bool NounPlaces::is_beside_listed_firm(std::uint32_t noun) const {
    const auto firm = [&](std::uint32_t t) { return (words_.single[t] & cls::known_org) != 0; };
    if (!starts(noun) && noun > 1 && joins_name(noun, -1) &&
        (words_.single[noun - 1] & cls::conjunction) != 0 && firm(noun - 2))
        return true;
    return joins_name(noun, 1) && (words_.single[noun + 1] & cls::conjunction) != 0 &&
           firm(noun + 2) && (starts(noun) || words_.has(noun - 1, cls::bare_lead));
}

int NounPlaces::weak_evidence(std::uint32_t noun) const {
    const std::uint32_t next = noun + 1;
    if (next >= words_.size() || words_.flag(next, kCapital)) return 0;
    if (is_beside_name(noun)) return is_beside_listed_firm(noun) ? kEnough : 1;
    constexpr ClassMask other_verb = cls::copula | cls::auxiliary;
    if (starts(noun)) {
        // "Leuchtturm hat", "Leuchtturm will": "Ziel ist", "Kritik wird" have a noun in front that
        // is no subject.
        if (words_.in(words_.lists.subject_helper, next)) return kEnough;
        // "Flaschenpost liefert", "Motobot heißt", but "Negativ fällt auf"
        const bool ordinary = words_.analysis.tokens[noun].word == 0
                                  ? (words_.bits[noun] & (cls::descriptor | cls::noun)) == 0
                                  : (words_.single[noun] & (cls::noun | cls::common)) != cls::noun;
        return !ordinary && is_finite_verb(next) && !words_.has(next, other_verb) ? kEnough : 0;
    }
    if (is_party(noun)) return kEnough;
    const std::uint32_t before = noun - 1;
    // "Siemens übernimmt Leuchtturm"
    if (words_.has(before, cls::firm_verb) && !words_.flag(before, kCapital) &&
        !words_.text(before).ends_with('n'))
        return kEnough;
    if (words_.has(before, cls::bare_lead)) {
        // "dass Leuchtturm wächst", but "als Favorit gilt"
        const bool clause =
            words_.flag(before, kSentenceStart) || (before > 0 && words_.is(before - 1, ','));
        const bool compares = words_.in(words_.lists.comparison, before);
        if (!words_.has(before, cls::preposition))
            return clause && !compares && is_finite_verb(next) ? kEnough : 0;
        // "Bei Leuchtturm arbeiten 300 Menschen"
        return words_.flag(before, kSentenceStart) && is_finite_verb(next) ? kEnough : 1;
    }
    const bool singular = is_finite_verb(before) && !words_.text(before).ends_with('n');
    return singular && !words_.has(before, cls::copula) ? 1 : 0;
}

}  // namespace relata::extract
