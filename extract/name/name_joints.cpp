// The part of NameRuns that goes over words that join the words of a name: "of", "für", "von", "&".
#include "extract/name/name_run.hpp"

namespace relata::extract {

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

// "Institute for the Study", "Economic Commission for Latin America": the name goes on.
bool NameRuns::says_purpose(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t t = first + 1; t + 1 < end; ++t)
        if (joins_to_head(t) && !words_.in(words_.lists.seat_preposition, t)) return true;
    return false;
}

// "the Campaign for Better Roads": inside of a sentence such a noun has no other reason for its
// capital.
bool NameRuns::is_titled_project(std::uint32_t first, std::uint32_t end,
                                 const Sentence& sentence) const {
    return end - first == 1 && first > sentence.first && !sentence.title_case &&
           end + 1 < sentence.last && words_.has(first - 1, cls::determiner) &&
           (words_.bits[first] & (cls::descriptor | cls::post)) == cls::project_noun &&
           (words_.single[end + 1] & cls::common) != 0 && hit(end + 1) == nullptr;
}

// "Men's Premier Soccer League", "Shearer's Foods": one name if the part before the 's never stands
// alone; "Panasonic's Hollywood Laboratories" are two.
std::uint32_t NameRuns::over_possessive(std::uint32_t first, std::uint32_t end,
                                        const Sentence& sentence) const {
    const bool members = is_plural_possessor(end - 1);  // "the California Teachers' Union"
    const bool saint = is_saint(first, end);            // "St. Anne's Hospital"
    if ((end - first > 1 || hit(first) != nullptr) && !members && !saint) return end;
    const WordCounts* seen = words_.counts(saint ? end - 1 : first);
    if (!members && (seen == nullptr || seen->inside + seen->at_start > 1)) return end;
    std::uint32_t next = end + 1;
    // "Baldur's Gate" although "Gate" is a noun
    if (words_.capital_nouns && next < sentence.last && shapes_[next] == WordShape::noun &&
        !words_.has(next, cls::descriptor | cls::post))
        ++next;
    while (next < sentence.last && shapes_[next] == WordShape::name && hit(next) == nullptr &&
           next - end <= 4)
        ++next;
    if (next == end + 1) return end;
    // "Baldur's Gate": German names have no apostrophe in the genitive.
    if (words_.capital_nouns) return next;
    constexpr ClassMask closing = cls::org_head | cls::legal_form;
    return (words_.single[next - 1] & closing) != 0 ? next : end;
}

// "St. Anne", "St David": an abbreviation that is no title of the living.
bool NameRuns::is_saint(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t name = words_.is(first + 1, '.') ? first + 2 : first + 1;
    return !words_.capital_nouns && name + 1 == end && hit(name) == nullptr &&
           (words_.single[first] & (cls::abbreviation | cls::honorific)) == cls::abbreviation;
}

// "Teachers'", "Children's": ordinary words for many, who own nothing that is called by a name.
bool NameRuns::is_plural_possessor(std::uint32_t t) const {
    return !words_.capital_nouns && hit(t) == nullptr && (words_.single[t] & cls::common) != 0 &&
           (words_.single[t] & (cls::listed_name | cls::org_noun)) == 0 &&
           words_.text(t + 1).size() == 1 && words_.text(t).ends_with('s');
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
            (hit(end + 1) == nullptr || (hit(end + 1)->classes & cls::known) == 0)) {
            // "Institut für Photonische Technologien"
            const std::uint32_t next = past(end + 1);
            const bool adjective = next == end + 2 && next < sentence.last &&
                                   words_.is_inflected(end + 1) && !words_.flag(next, kGlued) &&
                                   shapes_[next] == WordShape::noun &&
                                   (words_.single[end] & cls::affiliation) == 0;
            return adjective ? next + 1 : next;
        }
        return over_purpose(end, sentence);
    }
    if (!heads_organisation(first, end) && !is_titled_project(first, end, sentence)) return end;
    std::uint32_t next = end;
    while (next < sentence.last && next < end + 2 && (words_.single[next] & cls::inner) != 0 &&
           (words_.single[next] & cls::conjunction) == 0 && !words_.flag(next, kCapital))
        ++next;
    if (next == end || next >= sentence.last || shapes_[next] != WordShape::name) return end;
    if ((words_.single[end] & cls::determiner) != 0) return end;
    // "Strategy Analytics of Boston", "Larkin Associates of Islandia, NY": where it sits.
    if (is_firm_of_town(first, end, next)) return end;
    if (next + 2 < sentence.last && words_.is(next + 1, ',') &&
        (words_.bits[next + 2] & cls::state) != 0)
        return end;
    if (const PhraseHit* right = hit(next);
        right != nullptr && (right->classes & cls::known) != 0 &&
        (right->classes & cls::geographic) == 0 && !says_purpose(first, end))
        return end;
    // "of" joins any head, other words only what is surely an organisation.
    if ((words_.single[end] & cls::affiliation) == 0 &&
        (words_.single[end - 1] & cls::org_head) == 0)
        return end;
    // "has outbid Acme Systems for Blip Labs", but "Board of Baylor College"
    const bool firm = (words_.single[end - 1] & cls::org_head) == 0 || is_plain_firm(first, end);
    const std::uint32_t right = past(next);
    if (firm && right < sentence.last && is_plain_firm(next, right + 1)) return end;
    return right;
}

bool NameRuns::is_plain_firm(std::uint32_t first, std::uint32_t last) const {
    return last - first == 2 && hit(first) == nullptr && shapes_[first] == WordShape::name &&
           words_.single[first] == 0 && words_.flag(last - 1, kCapital) &&
           (words_.single[last - 1] & cls::org_head) != 0;
}

// "Friedkin Group of Houston", but "Bank of Boston"
bool NameRuns::is_firm_of_town(std::uint32_t first, std::uint32_t end, std::uint32_t town) const {
    const PhraseHit* place = hit(town);
    const ClassMask head = words_.single[end - 1];
    if (end - first < 2 || place == nullptr || (place->classes & cls::known) != 0) return false;
    // "Acme Electronics of Norway", "NT Bank of Norway", but "Petroleum Corporation of Norway"
    if ((place->classes & cls::country) != 0)
        return (head & (cls::generic_tail | cls::org_noun)) == cls::generic_tail ||
               (end - first == 2 && (words_.single[first] & (cls::common | cls::geographic)) == 0);
    return (place->classes & cls::place) != 0 &&
           ((head & cls::generic_tail) != 0 ||
            ((head & cls::org_head) != 0 && words_.text(end - 1).ends_with('s')));
}

// "Institut für angewandte Physik", "Bundesamt für Sicherheit in der Informationstechnik", "Verband
// der Brückenbauer"
std::uint32_t NameRuns::over_purpose(std::uint32_t end, const Sentence& sentence) const {
    constexpr ClassMask other_preposition =
        cls::determiner | cls::affiliation | cls::locative | cls::conjunction;
    if (!words_.capital_nouns || end >= sentence.last || words_.flag(end, kCapital) ||
        (words_.single[end - 1] & cls::product_noun) != 0)
        return end;
    const bool of_members = words_.in(words_.lists.member_head, end - 1) &&
                            words_.in(words_.lists.genitive_article, end);
    if (!of_members &&
        ((words_.single[end] & cls::inner) == 0 || (words_.single[end] & other_preposition) != 0))
        return end;
    std::uint32_t next = end + 1;
    while (next < sentence.last && next < end + 3 && words_.flag(next, kWord) &&
           !words_.flag(next, kCapital) && (words_.single[next] & cls::determiner) == 0)
        ++next;
    if (next >= sentence.last || !words_.flag(next, kCapital) || words_.taken[next] ||
        (shapes_[next] != WordShape::noun && shapes_[next] != WordShape::adjective) ||
        (words_.single[next] & (cls::stopword | cls::calendar)) != 0)
        return end;
    std::uint32_t last = past(next);
    // "Institut für Photonische Technologien"
    if ((shapes_[next] == WordShape::adjective || words_.analysis.tokens[next].word == 0) &&
        words_.is_inflected(next) && last < sentence.last && shapes_[last] == WordShape::noun &&
        !words_.flag(last, kGlued))
        ++last;
    // "Zentrum für Luft- und Raumfahrt"
    if (last + 2 < sentence.last && words_.is(last, '-') && words_.flag(last, kGlued) &&
        (words_.single[last + 1] & cls::conjunction) != 0 && words_.flag(last + 2, kCapital))
        return last + 3;
    while (last + 1 < sentence.last && (words_.single[last] & cls::conjunction) != 0 &&
           words_.flag(last + 1, kCapital) && shapes_[last + 1] == WordShape::noun)
        last += 2;
    if (last < sentence.last && (words_.single[last] & cls::geographic) != 0 &&
        words_.flag(last, kCapital))
        ++last;
    // "der Verband der Firma Acme"
    if (of_members && last < sentence.last && words_.flag(last, kCapital)) return end;
    return last;
}

// "Rise of the Tomb Raider", "Bank of America": words of another language stand only in names, but
// "Head of Marketing" is a post.
std::uint32_t NameRuns::over_foreign(std::uint32_t end, const Sentence& sentence) const {
    constexpr std::uint32_t most = 2;
    if (words_.has(end - 1, cls::post)) return end;
    std::uint32_t next = end;
    while (next < sentence.last && next <= end + most && !words_.flag(next, kCapital | kGlued) &&
           (words_.single[next] & cls::foreign_inner) != 0)
        ++next;
    if (next == end || next >= sentence.last || next > end + most || !words_.flag(next, kCapital) ||
        words_.flag(next, kGlued) || words_.taken[next])
        return end;
    return past(next);
}

std::uint32_t NameRuns::over_particles(std::uint32_t first, std::uint32_t end,
                                       const Sentence& sentence) const {
    if (!takes_particle(first, end, sentence)) return end;
    std::uint32_t next = end;
    while (next < sentence.last && next < end + 3 && !words_.flag(next, kCapital) &&
           (words_.single[next] & cls::particle) != 0)
        ++next;
    // "Omar al-Sayed"
    const bool hyphen = next > end && next + 1 < sentence.last && words_.is(next, '-') &&
                        words_.flag(next, kGlued) && words_.flag(next + 1, kGlued);
    if (hyphen) ++next;
    if (next >= sentence.last || !words_.flag(next, kCapital) ||
        words_.flag(next, kGlued) != hyphen)
        return end;
    const bool article = (words_.single[end] & (cls::determiner | cls::conjunction)) != 0;
    // "Pieter van der Does" although "does" is a word
    const bool surname = !words_.capital_nouns && !sentence.title_case;
    if (article ||
        (shapes_[next] != WordShape::name && shapes_[next] != WordShape::noun && !surname))
        return end;
    if (words_.capital_nouns && (words_.single[end] & cls::locative) != 0) return end;
    // "Leiter von Google", "Siri von Apple": a listed organisation is no surname, but behind a
    // given name.
    const PhraseHit* left = hit(first);
    const bool thing = left != nullptr && (left->classes & cls::known_product) != 0;
    if (const PhraseHit* right = hit(next);
        right != nullptr && (right->classes & cls::known) != 0 &&
        (thing || end - first != 1 || (words_.single[first] & cls::first_name) == 0))
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
               (end - first == 3 && words_.is(first + 1, '-')) ||
               (words_.single[end - 1] & (cls::first_name | cls::surname)) == cls::first_name;
    // "Founder Aart de Geus"
    if (!words_.capital_nouns && end - first == 2 && words_.has(first, cls::leads_person) &&
        hit(first + 1) == nullptr && (words_.single[first + 1] & cls::common) == 0 &&
        (words_.single[end] & cls::affiliation) == 0)
        return true;
    // "Banca Nazionale del Lavoro", "Veldhuis Chief Executive Saskia de Boer": no English word
    constexpr ClassMask english =
        cls::affiliation | cls::conjunction | cls::preposition | cls::common;
    if (!words_.capital_nouns && !sentence.title_case && shapes_[end - 1] == WordShape::name &&
        hit(end - 1) == nullptr && end - 1 > sentence.first &&
        (words_.single[end] & english) == 0 &&
        (words_.single[end - 1] & (cls::org_head | cls::legal_form)) == 0)
        return true;
    if (hit(first) != nullptr || end - first > 1 || words_.has(first, cls::common | cls::noun))
        return false;
    // "Chief Executive Officer von Acme": the end of a post is no name
    if (words_.capital_nouns && words_.has(first, cls::post)) return false;
    constexpr ClassMask ordinary = cls::affiliation | cls::inner | cls::preposition;
    if ((words_.single[end] & ordinary) == 0) return true;
    return words_.capital_nouns &&
           (first == sentence.first || (words_.has(first - 1, cls::leads_person) &&
                                        !words_.has(first - 1, cls::product_noun)));
}

// The "of" of "Department of"
bool NameRuns::joins_to_head(std::uint32_t t) const {
    return (words_.single[t] & cls::inner) != 0 && (words_.single[t - 1] & cls::org_head) != 0;
}

// "Department of Trade"
bool NameRuns::has_begun_institution(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t t = first + 1; t + 1 < end; ++t)
        if (joins_to_head(t)) return true;
    return false;
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
    if (has_begun_institution(first, end)) return past(next);
    // "Paramount, Universal and Warner Brothers"
    if (first > sentence.first + 1 && words_.is(first - 1, ',') &&
        shapes_[first - 2] == WordShape::name &&
        (hit(first - 2) != nullptr || (words_.single[first - 2] & cls::common) == 0))
        return end;
    const bool open = (words_.single[end - 1] & (cls::org_head | cls::legal_form)) == 0;
    // "the Entertainment and Leisure Software Publishers Association", "head of Movie and ..."
    const bool determined = first > sentence.first &&
                            (words_.has(first - 1, cls::determiner) ||
                             (first > sentence.first + 1 && words_.has(first - 2, cls::post) &&
                              words_.has(first - 1, cls::affiliation)));
    // "Acorn Research and Technology Inc"
    const bool general = (words_.single[next] & (cls::org_head | cls::generic_tail)) != 0;
    // "the Acorn Defence and Space Company", but "the Acorn Group and Space Museum"
    const bool topic =
        determined && (words_.bits[end - 1] & (cls::org_noun | cls::legal_form)) == 0;
    bool plain = true;  // "Space Company": ordinary words up to the head
    if (general && over_legal_form(next + 1, sentence) > next + 1) return past(next);
    for (std::uint32_t t = next; t < sentence.last && shapes_[t] == WordShape::name; ++t) {
        plain = plain && (ordinary(t) || (words_.single[t] & cls::org_head) != 0);
        if (t == next) continue;
        if ((words_.single[t] & cls::org_head) != 0 &&
            (open || (topic && plain) || (determined && end - first == 1)))
            return past(next);
    }
    return end;
}

// "Hart, Lowe & Finch"; not "Acorn, Lowe & Finch and Blip", which are three.
bool NameRuns::are_partners(std::uint32_t first, std::uint32_t comma,
                            const Sentence& sentence) const {
    const std::uint32_t last = comma + 3, next = last + 1;
    if (comma - first != 1 || words_.byte(comma + 2) != '&') return false;
    for (const std::uint32_t t : {first, comma + 1, last})
        if (shapes_[t] != WordShape::name || hit(t) != nullptr ||
            words_.flag(t, kAllCaps | kInnerCapital | kDigits))
            return false;
    const auto joins = [&](std::uint32_t t) {
        return words_.is(t, ',') || (words_.single[t] & cls::conjunction) != 0;
    };
    if (first > sentence.first && joins(first - 1)) return false;
    return next + 1 >= sentence.last || !(joins(next) && words_.flag(next + 1, kCapital));
}

// "Department of Health, Education and Welfare"
std::uint32_t NameRuns::over_series(std::uint32_t first, std::uint32_t end,
                                    const Sentence& sentence) const {
    if (words_.capital_nouns || sentence.title_case || !words_.is(end, ',') ||
        end + 3 >= sentence.last)
        return end;
    if (are_partners(first, end, sentence)) return end + 4;
    if ((words_.single[end + 2] & cls::conjunction) == 0) return end;
    const auto ordinary = [&](std::uint32_t t) {
        return shapes_[t] == WordShape::name && hit(t) == nullptr &&
               (words_.single[t] & cls::common) != 0 &&
               (words_.single[t] & (cls::first_name | cls::surname | cls::geographic)) == 0;
    };
    if (!ordinary(end - 1) || !ordinary(end + 1) || !ordinary(end + 3)) return end;
    return has_begun_institution(first, end) ? past(end + 3) : end;
}

// "Muttergesellschaft von Quantavo", "Management von Quantavo", but "Bank von England" and
// "Universität von Quantavo"
bool NameRuns::is_description_of(std::uint32_t noun, std::uint32_t preposition) const {
    const std::uint32_t name = preposition + 1;
    if ((words_.single[preposition] & cls::affiliation) == 0) return false;
    if ((words_.single[name] & cls::first_name) != 0) return true;
    return (words_.single[name] & cls::geographic) == 0 &&
           !words_.in(words_.lists.background_name, noun);
}

}  // namespace relata::extract
