#include "extract/name/name_posts.hpp"

#include <algorithm>

#include "extract/name/word_shape.hpp"

namespace relata::extract {

bool NamePosts::is_post(std::uint32_t t) const {
    if ((words_.bits[t] & cls::post) == 0 || runs_.hit(t) != nullptr) return false;
    // A surname that only ends like a post, "Marko Bärschneider", or is called so, "Jan
    // Richter".
    const bool by_ending = words_.analysis.tokens[t].word == 0;
    const bool closes = words_.capital_nouns && words_.ends_run(t);
    return !((by_ending || closes) && t > sentence_.first &&
             (words_.single[t - 1] & cls::first_name) != 0);
}

// "Minister", "Governor", but "President", whom firms have, too: what stands behind it is a
// person's name.
bool NamePosts::is_title_of_person(std::uint32_t t) const {
    return is_post(t) && words_.in(words_.lists.office_title, t);
}

// Are the words behind the post at `t` a person's name? Behind a title any but those of firms,
// else two words that the language does not have.
bool NamePosts::precedes_person(std::uint32_t t, std::uint32_t last) const {
    constexpr ClassMask firm = cls::org_head | cls::legal_form;
    constexpr std::uint32_t longest = 4;
    const bool titled = is_title_of_person(t);
    if (titled ? last - t < 2 || last - t > longest : last - t != 3) return false;
    if (is_post(t + 1) || words_.flag(last - 1, kPunctuation)) return false;
    const ClassMask other = titled ? firm : firm | cls::common | cls::geographic;
    for (std::uint32_t at = t + 1; at < last; ++at) {
        const bool listed =
            runs_.hit(at) != nullptr && (!titled || (runs_.hit(at)->classes & cls::known_org) != 0);
        if ((words_.single[at] & other) != 0 || listed ||
            words_.flag(at, kAllCaps | kDigits | kGlued))
            return false;
    }
    return true;
}

// "Agriculture Minister Adamu Bello", "Finance Minister Eichel": a post at `t` behind its
// field, in ordinary words that have their capitals from the title, and a person's name.
bool NamePosts::heads_field(std::uint32_t t, std::uint32_t first, std::uint32_t last) const {
    if (words_.capital_nouns || sentence_.title_case || !is_post(t) || !precedes_person(t, last))
        return false;
    // "Economy and Labour Minister", whatever party is called so
    const bool joined = is_title_of_person(t) && first > sentence_.first + 1 &&
                        (words_.single[first - 1] & cls::conjunction) != 0 && is_topic(first - 2);
    for (std::uint32_t at = first; at < t; ++at) {
        const bool listed = (words_.single[at] & cls::listed_name) != 0 || runs_.hit(at) != nullptr;
        if ((words_.single[at] & (cls::common | cls::conjunction)) == 0 || (listed && !joined))
            return false;
    }
    return true;
}

// An ordinary word with a capital: "Research", "Trade"
bool NamePosts::is_topic(std::uint32_t t) const {
    return words_.flag(t, kCapital) && runs_.hit(t) == nullptr &&
           (words_.single[t] & cls::common) != 0;
}

// "Trade" in "Trade and Industry Secretary": the first of two fields of a title.
bool NamePosts::is_first_field(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 3;
    if (words_.capital_nouns || sentence_.title_case || last - first > longest ||
        last + 2 >= sentence_.last || (words_.single[last] & cls::conjunction) == 0)
        return false;
    for (std::uint32_t t = first; t < last; ++t)
        if (!is_topic(t)) return false;
    std::uint32_t title = last + 1;
    while (title + 1 < sentence_.last && title - last <= longest && words_.flag(title, kCapital) &&
           (words_.single[title] & cls::common) != 0 && !is_title_of_person(title))
        ++title;
    return title > last + 1 && words_.flag(title, kCapital) && is_title_of_person(title);
}

// "the Office of the Deputy Prime Minister": the post at `t` belongs to the name.
bool NamePosts::is_of_office(std::uint32_t t, std::uint32_t first, std::uint32_t last) const {
    if (words_.capital_nouns || (words_.single[first] & cls::org_head) == 0) return false;
    for (std::uint32_t at = t; at < last; ++at)
        if (!is_post(at)) return false;
    while (t > first && is_post(t - 1)) --t;
    return t > first + 2 && !words_.flag(t - 1, kCapital) &&
           (words_.single[t - 1] & cls::determiner) != 0;
}

// "AWS CEO Matt Garman", "Tesla CEO"
bool NamePosts::parts_names(std::uint32_t t, std::uint32_t first, std::uint32_t last) const {
    if (is_member(t, last)) return true;
    if (!is_post(t) || is_surname_or_product(t, first, last) || is_of_office(t, first, last))
        return false;
    std::uint32_t right = t;
    while (right < last && is_post(right)) ++right;
    // "Massachusetts Governor Mitt Romney" although "mitt" is a word
    // "Treasury Under-Secretary"
    const bool of_words = !words_.capital_nouns && (words_.single[t] & cls::post) == 0 &&
                          t + 1 < sentence_.last && words_.is(t + 1, '-');
    const bool certain = words_.flag(t, kAllCaps) || right - t > 1 || of_words ||
                         (is_title_of_person(t) && (words_.single[first] & cls::common) == 0 &&
                          precedes_person(t, last));
    if (right == last) {
        if (certain || runs_.hit(t - 1) != nullptr) return true;
        return (words_.single[t] & cls::org_head) == 0 && (words_.single[t - 1] & cls::common) == 0;
    }
    if ((words_.single[t] & cls::org_head) != 0 && !certain) return false;
    if (certain || (words_.single[right] & cls::first_name) != 0) return true;
    // "Palmer Chairman Gus Weiland" although "palmer" is a word, where it stands elsewhere too
    const WordCounts* seen = words_.counts(first);
    const bool firm =
        (words_.single[first] & cls::common) == 0 ||
        (t == first + 1 && last - right == 2 && words_.flag(last - 1, kWord) &&
         !sentence_.title_case && (words_.bits[first] & (cls::leads_person | cls::org_head)) == 0 &&
         seen != nullptr && seen->inside > 1 && seen->lower == 0);
    return (words_.single[right] & (cls::common | cls::org_head)) == 0 && firm;
}

// "Labour MP Jane Roe"
bool NamePosts::is_member(std::uint32_t t, std::uint32_t last) const {
    return !words_.capital_nouns && words_.flag(t, kAllCaps) &&
           (words_.single[t] & cls::person_noun) != 0 && runs_.hit(t) == nullptr && t + 2 < last &&
           (words_.single[t + 1] & cls::first_name) != 0;
}

// "Jeff Dean,", and "GPT Engineer, an open source tool".
bool NamePosts::is_surname_or_product(std::uint32_t t, std::uint32_t first,
                                      std::uint32_t last) const {
    if (words_.capital_nouns || sentence_.title_case || t + 1 != last || t != first + 1 ||
        words_.flag(t, kAllCaps) || last >= sentence_.last || !words_.is(last, ','))
        return false;
    if ((words_.single[first] & cls::first_name) != 0)
        return (words_.single[first] & (cls::common | cls::geographic)) == 0;
    if (last + 1 >= sentence_.last || !words_.in(words_.lists.indefinite_article, last + 1))
        return false;
    constexpr std::uint32_t longest = 5;
    ClassMask kind = 0;
    for (std::uint32_t at = last + 2; at < sentence_.last && at < last + longest; ++at)
        if (const ClassMask bits = words_.bits[at] & cls::descriptor; bits != 0) kind = bits;
    return (kind & cls::product_noun) != 0 && (kind & cls::person_noun) == 0;
}

std::uint32_t NamePosts::post_end(std::uint32_t t, std::uint32_t last) const {
    std::uint32_t end = t + 1;
    while (
        end < last && runs_.hit(end) == nullptr &&
        ((words_.bits[end] & cls::leads_person) != 0 || (words_.single[end] & cls::inner) != 0) &&
        (words_.single[end] & cls::first_name) == 0)
        ++end;
    return std::min(end, last - 1);
}

// Is what follows the post at `t` a person's name?
bool NamePosts::looks_like_person(std::uint32_t t, std::uint32_t last) const {
    std::uint32_t next = t + 1;
    while (next < last && (words_.bits[next] & cls::leads_person) != 0 &&
           (words_.single[next] & cls::first_name) == 0)
        ++next;
    if (next >= last) return false;
    // "COO Cliff Obrecht", "Chief Executive Pat Morton": in English nothing but a person
    // follows such a post.
    const bool double_name = last - next == 4 && words_.is(next + 1, '-');
    if (!words_.capital_nouns && (words_.flag(t, kAllCaps) || next - t > 1) &&
        (last - next == 2 || double_name) && runs_.hit(next) == nullptr)
        return true;
    if (const PhraseHit* listed = runs_.hit(next))
        return (listed->classes & cls::known_person) != 0 ||
               (words_.single[next] & cls::first_name) != 0;
    if ((words_.single[last - 1] & (cls::org_head | cls::legal_form)) != 0) return false;
    if ((words_.single[next] & cls::first_name) != 0) return true;
    return (words_.single[next] & (cls::common | cls::noun)) == 0 && last - next <= 3;
}

// "EU Trade Commissioner", "European Competition Commissioner", "South Africa Finance
// Minister": what stands behind the institution or the country is the field of the post at
// `last`.
std::uint32_t NamePosts::end_before_field(std::uint32_t first, std::uint32_t last) const {
    if (words_.capital_nouns || last < first + 2 || last >= sentence_.last) return last;
    const PhraseHit* lead = runs_.hit(first);
    const std::uint32_t field = lead == nullptr ? first + 1 : lead->last;
    const ClassMask bits = words_.single[first] | (lead == nullptr ? 0 : lead->classes);
    const bool of_institution = words_.in(words_.lists.institution_post, last) &&
                                field == first + 1 && (bits & (cls::known_org | cls::demonym)) != 0;
    // "BBC Delhi reporter", but "Acme Europe president", "Acme North America president"
    const PhraseHit* town = runs_.hit(field);
    if (town != nullptr && town->last == last && last - field == 1 &&
        (town->classes & cls::geographic) == cls::place && (bits & cls::known_org) != 0 &&
        is_post(last))
        return field;
    const bool of_country = is_title_of_person(last) && (bits & cls::country) != 0;
    if (!of_institution && !of_country) return last;
    for (std::uint32_t t = field; t < last; ++t)
        if ((words_.single[t] & (cls::common | cls::conjunction)) == 0) return last;
    return field;
}

// "senior vice president, Marketing, has", "head of Research and Development at Acme": a
// department behind a post, in ordinary words that only have capitals.
bool NamePosts::is_department(std::uint32_t first, std::uint32_t last) const {
    if (words_.capital_nouns || first < sentence_.first + 2 || runs_.hit(first) != nullptr)
        return false;
    const std::size_t words = last - first;
    if (joins_topics(first - 1)) first -= 2;
    if (last + 1 < sentence_.last && joins_topics(last)) last += 2;
    if (first < sentence_.first + 2 || !is_post(first - 2)) return false;
    const bool apposed = words_.is(first - 1, ',');
    const bool ends = last >= sentence_.last || words_.is(last, ',');
    const bool of_firm = (last < sentence_.last && words_.has(last, cls::affiliation)) ||
                         is_before_firm(first - 2, last);
    if (apposed ? !ends : !of_firm || !words_.has(first - 1, cls::affiliation)) return false;
    // "Finance", but "Enterprise Strategy Group"
    const ClassMask head = words > 1 ? cls::org_head : 0;
    const ClassMask name = cls::first_name | cls::surname | cls::geographic | head;
    for (std::uint32_t t = first; t < last; ++t) {
        const ClassMask bits = words_.single[t];
        if ((bits & name) != 0 || (bits & (cls::common | cls::conjunction)) == 0) return false;
    }
    return true;
}

// "Jane Roe, head of Sales, Acme,", but "the head of Acme, Jane Roe,"
bool NamePosts::is_before_firm(std::uint32_t post, std::uint32_t last) const {
    if (!words_.is(last, ',') || last + 1 >= sentence_.last ||
        runs_.shape(last + 1) != WordShape::name)
        return false;
    while (post > sentence_.first && is_post(post - 1)) --post;
    if (post < sentence_.first + 2 || !words_.is(post - 1, ',') || !words_.flag(post - 2, kCapital))
        return false;
    const std::uint32_t end = runs_.end(last + 1, sentence_);
    return end >= sentence_.last || words_.is(end, ',') || words_.is(end, '.');
}

// "Jane Roe, VP Sales, Acme", "Jane Roe, SVP Marketing at Acme"
bool NamePosts::is_title(std::uint32_t first, std::uint32_t last) const {
    constexpr ClassMask name =
        cls::first_name | cls::surname | cls::geographic | cls::org_head | cls::legal_form;
    if (words_.capital_nouns || last - first < 2 || first == sentence_.first ||
        !words_.is(first - 1, ',') || !is_post(first) || !words_.flag(first, kAllCaps))
        return false;
    if (last < sentence_.last && !words_.is(last, ',') && !words_.has(last, cls::affiliation))
        return false;
    for (std::uint32_t t = first + 1; t < last; ++t)
        if ((words_.single[t] & cls::common) == 0 || (words_.single[t] & name) != 0 ||
            runs_.hit(t) != nullptr)
            return false;
    return true;
}

// The conjunction of "Research and Development": ordinary words with capitals on both sides.
bool NamePosts::joins_topics(std::uint32_t t) const {
    return t > sentence_.first && t + 1 < sentence_.last &&
           (words_.single[t] & cls::conjunction) != 0 && is_topic(t - 1) && is_topic(t + 1);
}

}  // namespace relata::extract
