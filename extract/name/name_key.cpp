#include "extract/name/name_key.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"

namespace relata::extract {

namespace {

std::string_view without_ending(const ArticleWords& words, const Candidate& candidate,
                                std::uint32_t token) {
    std::string_view text = words.text(token);
    if ((candidate.stem && token + 1 == candidate.last) ||
        (candidate.head_stem != 0 && token == candidate.head_stem))
        text.remove_suffix(words.lists.genitive_ending.size());
    if (token + 1 == candidate.last) text.remove_suffix(candidate.plural);
    return text;
}

// "Deutschen Telekom" has the key of "Deutsche Telekom".
void drop_inflection(const ArticleWords& words, std::uint32_t token, std::string& folded) {
    if (folded.size() < 5 || words.lists.adjective_endings.find(folded.back()) == std::string::npos)
        return;
    if (folded[folded.size() - 2] != 'e' || (words.single[token] & cls::common) == 0) return;
    folded.pop_back();
}

// Countries and their adjectives have the key of the name that the map gives them.
std::string_view place_value(const ArticleWords& words, const Candidate& candidate) {
    const std::string_view country = words.value(cls::country, candidate.first, candidate.last);
    if (!country.empty()) return country;
    return candidate.adjective ? words.value(cls::demonym, candidate.first, candidate.last)
                               : std::string_view();
}

void add_words(NameKey& key, std::string_view folded, std::string& joined) {
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t blank = std::min(folded.find(' ', at), folded.size());
        key.words.push_back(hash(folded.substr(at, blank - at)));
        joined += folded.substr(at, blank - at);
        at = blank + 1;
    }
}

// "berliner" -> "berlin" for a town adjective that no list has.
std::string town_of(const ArticleWords& words, const Candidate& candidate) {
    std::string folded = fold_words(words.text(candidate.first));
    if (folded.ends_with(words.lists.place_adjective_ending))
        folded.resize(folded.size() - words.lists.place_adjective_ending.size());
    return folded;
}

// "Delivery-Hero" of "Delivery-Hero-Aktionär" is Delivery Hero.
bool is_phrase_with_hyphens(const ArticleWords& words, const Candidate& candidate) {
    if ((candidate.listed & cls::known_org) == 0) return false;
    bool hyphen = false;
    for (std::uint32_t t = candidate.first + 1; t < candidate.last; ++t)
        hyphen = hyphen || words.is(t, '-');
    return hyphen && words.listed(candidate.first, candidate.last, candidate.stem) == 0 &&
           words.listed_form(candidate.first, candidate.last, candidate.stem).empty();
}

// "Deutschen", "Physikalischen" without the ending of the dative; also "Stadtwerken" where that is
// the first word.
bool has_dative(const ArticleWords& words, std::uint32_t token, bool first) {
    const std::string_view word = words.text(token);
    if (!word.ends_with("en") || word.size() < 6 || !words.flag(token, kCapital)) return false;
    const WordId stem = words.lexicon.word(fold_words(word.substr(0, word.size() - 1)));
    constexpr ClassMask adjective = cls::common | cls::demonym;
    if (stem == 0) return false;
    const ClassMask bare = words.masks.of(words.lexicon.classes_of(stem));
    const ClassMask own = words.single[token];
    const bool head = first && (bare & own & cls::org_head) != 0;
    const bool inflected = (bare & adjective) != 0 && (own & cls::first_name) == 0 &&
                           (own & (cls::noun | cls::demonym)) != cls::noun;
    return head || inflected;
}

// "der Deutschen Bank", "den Stadtwerken Roth", "der Deutschen Physikalischen Gesellschaft": the
// names are Deutsche Bank, Stadtwerke Roth, Deutsche Physikalische Gesellschaft.
void drop_dative(const ArticleWords& words, std::uint32_t first, std::uint32_t last,
                 std::string& name) {
    std::size_t at = 0;
    for (std::uint32_t t = first; t + 1 < last && has_dative(words, t, t == first); ++t) {
        at += words.text(t).size();
        name.erase(at - 1, 1);  // a space follows
        if (words.flag(t + 1, kGlued)) return;
    }
}

std::string without_trademarks(std::string name) {
    for (const std::string_view sign : {"\u2122", "\u00AE"})
        for (std::size_t at = name.find(sign); at != std::string::npos; at = name.find(sign))
            name.erase(at, sign.size());
    return name;
}

}  // namespace

NameKey name_key(const ArticleWords& words, const Candidate& candidate) {
    NameKey key;
    std::string joined;
    if (candidate.adjective || (candidate.listed & cls::country) != 0) {
        const std::string_view value = place_value(words, candidate);
        if (!value.empty() || candidate.adjective) {
            add_words(key, value.empty() ? town_of(words, candidate) : fold_words(value), joined);
            key.whole = hash(joined);
            return key;
        }
    }
    std::uint32_t first = candidate.first, last = candidate.last;
    while (first + 1 < last && (words.single[first] & cls::determiner) != 0) ++first;
    std::uint32_t end = last;
    while (end > first + 1 &&
           (words.flag(end - 1, kPunctuation) || (words.single[end - 1] & cls::legal_form) != 0))
        --end;
    const std::string form = words.listed_form(first, last, candidate.stem);
    for (std::uint32_t t = first; t < end; ++t) {
        if (words.flag(t, kPunctuation) && words.byte(t) != '&') continue;
        std::string folded = fold_words(without_ending(words, candidate, t));
        if (t == first && !form.empty()) folded = fold_words(form);
        if (t + 1 < end) drop_inflection(words, t, folded);
        if (folded.size() > 1) std::erase(folded, '\'');  // "Sainsburys" is Sainsbury's
        key.words.push_back(hash(folded));
        joined += folded;
        utf8::append(key.all_initials, utf8::decode(folded, 0).code);
        if (words.flag(t, kCapital)) utf8::append(key.initials, utf8::decode(folded, 0).code);
    }
    for (std::uint32_t t = candidate.surname.first; t < candidate.surname.last; ++t)
        if (!words.flag(t, kPunctuation)) add_words(key, fold_words(words.text(t)), joined);
    key.whole = hash(joined);
    return key;
}

std::string display_name(const ArticleWords& words, const Candidate& candidate) {
    if (candidate.adjective || (candidate.listed & cls::country) != 0) {
        const std::string_view value = place_value(words, candidate);
        if (!value.empty()) return std::string(value);
        if (candidate.adjective) {
            std::string town(words.text(candidate.first));
            if (town.ends_with(words.lists.place_adjective_ending))
                town.resize(town.size() - words.lists.place_adjective_ending.size());
            return town;
        }
    }
    std::uint32_t first = candidate.first;
    while (first + 1 < candidate.last && (words.single[first] & cls::determiner) != 0 &&
           candidate.listed == 0)
        ++first;
    std::string_view text = words.analysis.text(first, candidate.last);
    if (candidate.stem) text.remove_suffix(words.lists.genitive_ending.size());
    text.remove_suffix(candidate.plural);
    if (candidate.last - first > 1 && text.ends_with('.')) text.remove_suffix(1);
    std::string name = without_trademarks(utf8::squeezed(text));
    if (words.capital_nouns && candidate.last - first > 1) {
        if (is_phrase_with_hyphens(words, candidate)) std::ranges::replace(name, '-', ' ');
        const std::string form = words.listed_form(first, candidate.last, candidate.stem);
        if (form.empty())
            drop_dative(words, first, candidate.last, name);
        else
            name.replace(0, words.text(first).size(), form);
        if (candidate.head_stem != 0) {
            const std::string_view head = words.text(candidate.head_stem);
            const std::size_t ending = words.lists.genitive_ending.size(), at = name.find(head);
            if (at != name.npos) name.erase(at + head.size() - ending, ending);
        }
    }
    if (candidate.surname.first < candidate.surname.last)
        name.append(" ").append(
            utf8::squeezed(words.analysis.text(candidate.surname.first, candidate.surname.last)));
    return name;
}

std::size_t written_length(const ArticleWords& words, const Candidate& candidate) {
    std::size_t bytes = words.analysis.text(candidate.first, candidate.last).size();
    if (candidate.stem) bytes -= words.lists.genitive_ending.size();
    bytes -= candidate.plural;
    const Candidate::TokenRange& surname = candidate.surname;
    if (surname.first < surname.last)
        bytes += words.analysis.text(surname.first, surname.last).size();
    return bytes;
}

std::uint32_t last_word(const ArticleWords& words, const Candidate& candidate) {
    const bool stop = words.is(candidate.last - 1, '.') && candidate.last - candidate.first > 1;
    return candidate.last - (stop ? 2 : 1);
}

bool ends_in(const ArticleWords& words, const Candidate& candidate, ClassMask classes) {
    return (words.single[last_word(words, candidate)] & classes) != 0;
}

bool ends_in_own(const ArticleWords& words, const Candidate& candidate, ClassMask classes) {
    std::uint32_t last = last_word(words, candidate);
    while (last > candidate.first &&
           (words.flag(last, kPunctuation) || (words.single[last] & cls::legal_form) != 0))
        --last;
    return (words.single[last] & classes) != 0;
}

void add_name(std::vector<std::string>& names, std::string name) {
    const auto at = std::ranges::lower_bound(names, name);
    if (at == names.end() || *at != name) names.insert(at, std::move(name));
}

}  // namespace relata::extract
