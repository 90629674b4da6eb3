#include "extract/name/article.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "extract/language.hpp"

namespace relata::extract {

namespace {

std::uint64_t key_of(std::string_view word) { return hash(word) | 1U; }

// The word with its first letter in upper case.
std::string capitalised(std::string_view word) {
    const auto first = utf8::decode(word, 0);
    std::string out;
    utf8::append(out, utf8::to_upper(first.code));
    out += word.substr(first.length);
    return out;
}

bool is_apostrophe(std::string_view mark) { return mark == "'" || mark == "\u2019"; }

}  // namespace

std::string fold_words(std::string_view text) {
    std::string out(text);
    std::size_t at = 0;
    for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at)
        if (text[at] >= 'A' && text[at] <= 'Z') out[at] = static_cast<char>(text[at] + ('a' - 'A'));
    if (at == text.size()) return out;
    out.resize(at);
    while (at < text.size()) {
        const auto [code, length] = utf8::decode(text, at);
        if (code == U'\u2019')
            out += '\'';
        else
            utf8::append_folded(out, code);
        at += length;
    }
    return out;
}

Vocabulary::Vocabulary(std::size_t expected) {
    std::size_t size = 64;
    while (size < expected * 2) size *= 2;
    slots_.resize(size);
}

WordCounts& Vocabulary::at(std::uint64_t key) {
    if (used_ * 2 >= slots_.size()) grow();
    std::size_t slot = key & (slots_.size() - 1);
    while (slots_[slot].key != 0 && slots_[slot].key != key)
        slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot].key == 0) {
        slots_[slot].key = key;
        ++used_;
    }
    return slots_[slot];
}

const WordCounts* Vocabulary::find(std::uint64_t key) const {
    std::size_t slot = key & (slots_.size() - 1);
    while (slots_[slot].key != 0) {
        if (slots_[slot].key == key) return &slots_[slot];
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return nullptr;
}

void Vocabulary::grow() {
    std::vector<WordCounts> old(slots_.size() * 2);
    old.swap(slots_);
    used_ = 0;
    for (const WordCounts& counts : old)
        if (counts.key != 0) at(counts.key) = counts;
}

ArticleWords::ArticleWords(const Analysis& article)
    : analysis(article),
      lexicon(article.language->lexicon),
      masks(article.language->masks),
      lists(article.language->name_classes),
      vocabulary(article.tokens.size() / 8) {
    capital_nouns = masks.id(cls::noun).has_value();
    read_tokens();
    read_phrases();
    count_words();
}

void ArticleWords::read_tokens() {
    single.resize(size());
    for (std::uint32_t t = 0; t < size(); ++t) single[t] = masks.of(analysis.tokens[t].classes);
    bits = single;
    taken.resize(size());
    for (const Mention& mention : analysis.mentions)
        if (mention.form == MentionForm::value && !is_round_in_name(mention))
            std::fill(taken.begin() + mention.first, taken.begin() + mention.last, true);
}

// "Hexagon Seed", "Elbe Seed Partners": a stage of funding that is part of an investor's name.
bool ArticleWords::is_round_in_name(const Mention& value) const {
    const std::uint32_t t = value.first, next = value.last;
    if (next != t + 1 || t == 0 || next >= size() || !in(lists.funding_round, t) ||
        !flag(t, kCapital) || flag(t, kGlued | kSentenceStart | kAllCaps) ||
        !flag(t - 1, kCapital) || (single[t - 1] & (cls::stopword | cls::org_verb)) != 0)
        return false;
    const auto sentence =
        std::upper_bound(analysis.sentences.begin(), analysis.sentences.end(), t,
                         [](std::uint32_t at, const Sentence& s) { return at < s.last; });
    if (sentence == analysis.sentences.end() || sentence->title_case) return false;
    if (flag(next, kCapital)) return (single[next] & cls::org_head) != 0;
    return is(next, ',') || has(next, cls::org_verb | cls::speech_verb | cls::auxiliary);
}

void ArticleWords::read_phrases() {
    constexpr ClassMask of_whole_phrase = cls::known | cls::geographic | cls::common |
                                          cls::stopword | cls::nominal | cls::first_name |
                                          cls::surname | cls::legal_form | cls::particle;
    for (const Phrase& phrase : analysis.phrases) {
        const ClassMask classes = masks.of(phrase.classes);
        if (classes == 0) continue;
        phrases.push_back({phrase.first, phrase.last, classes});
        for (std::uint32_t t = phrase.first; t < phrase.last; ++t)
            bits[t] |= classes & ~of_whole_phrase;
    }
    if (!lists.genitive_ending.empty()) find_inflected();
}

// "des EU-Parlaments", "der Süddeutschen Zeitung"
void ArticleWords::find_inflected() {
    const std::size_t before = phrases.size();
    for (const Sentence& sentence : analysis.sentences) {
        for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t) {
            if (flag(t, kStartsPhrase))
                find_inflected_from(t, sentence.last,
                                    lexicon.phrase_start(analysis.tokens[t].word));
            for (const std::string& form : adjective_forms(t))
                find_inflected_from(t, sentence.last,
                                    lexicon.phrase_start(lexicon.word(fold_words(form))));
        }
    }
    if (phrases.size() == before) return;
    std::ranges::stable_sort(phrases, [](const PhraseHit& a, const PhraseHit& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
}

// `node` is where the first word of a phrase leads, as it is listed.
void ArticleWords::find_inflected_from(std::uint32_t token, std::uint32_t end, PhraseNode node) {
    const bool as_listed = node == lexicon.phrase_start(analysis.tokens[token].word);
    for (std::uint32_t at = token + 1; at < end && node != 0; ++at) {
        add_genitive(token, at, node);
        node = lexicon.phrase_next(node, analysis.tokens[at].word);
        const ClassMask classes = masks.of(lexicon.phrase_classes(node)) & cls::known_org;
        if (!as_listed && classes != 0) phrases.push_back({token, at + 1, classes});
    }
}

// The other endings that a word has which ends as an adjective behind an article: "der Deutsche
// Bauernverband", "des Deutschen Bauernverbands".
std::vector<std::string> ArticleWords::adjective_forms(std::uint32_t token) const {
    const std::string_view word = text(token);
    const bool dative = word.ends_with("en");
    if (!flag(token, kCapital) || word.size() < 6 || !flag(token + 1, kCapital) ||
        !(dative || word.ends_with('e')))
        return {};
    const std::string base(word.substr(0, word.size() - (dative ? 1 : 0)));
    std::vector<std::string> forms{base + "r", base + "s"};
    if (dative) forms.push_back(base);
    return forms;
}

// A listed organisation whose last word, at `last`, has the genitive's ending; `node` leads to it.
void ArticleWords::add_genitive(std::uint32_t first, std::uint32_t last, PhraseNode node) {
    const PhraseNode name = lexicon.phrase_next(node, stem_of(last));
    const ClassMask classes = masks.of(lexicon.phrase_classes(name)) & cls::known_org;
    if (classes != 0) phrases.push_back({first, last + 1, classes});
}

void ArticleWords::count_words() {
    WordId last = 0;
    for (const Token& token : analysis.tokens) last = std::max(last, token.word);
    lower_case.resize(std::size_t{last} + 1);
    end_before.resize(size());
    for (const Sentence& sentence : analysis.sentences) {
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
            const Token& token = analysis.tokens[t];
            if ((token.flags & kWord) == 0) continue;
            const std::string_view word = analysis.text(token);
            if ((token.flags & kCapital) != 0) {
                WordCounts& counts = vocabulary.at(key_of(word));
                end_before[t] = std::exchange(counts.end, t + 1);
                // Where a capital says nothing: see is_capital_by_place.
                if ((token.flags & kSentenceStart) != 0 || follows_dash(t) ||
                    (t > sentence.first && (flag(t - 1, kQuote) || is(t - 1, ':'))))
                    ++counts.at_start;
                else if (!sentence.title_case)
                    ++counts.inside;
                const bool relative = t > sentence.first + 1 && capital_nouns && is(t - 2, ',') &&
                                      has(t - 1, cls::determiner);
                if (t > sentence.first && has(t - 1, cls::determiner | cls::possessive) &&
                    !relative)
                    ++counts.determined;
                if (t + 1 < sentence.last && is(t + 1, '-') && flag(t + 1, kGlued))
                    ++counts.compounds;
            } else if ((token.flags & (kInnerCapital | kDigits)) == 0) {
                if (token.word == 0) {
                    ++vocabulary.at(key_of(capitalised(word))).lower;
                } else {
                    lower_case[token.word] = true;
                }
            }
        }
    }
}

const WordCounts* ArticleWords::counts(std::uint32_t token) const {
    return vocabulary.find(key_of(text(token)));
}

WordCounts& ArticleWords::counts_of(std::uint32_t token) {
    return vocabulary.at(key_of(text(token)));
}

std::string_view ArticleWords::value(ClassMask map, std::uint32_t first, std::uint32_t last) const {
    const auto id = masks.id(map);
    if (!id) return {};
    // What a single word is mapped to makes it one of the class.
    if (last == first + 1 && !lexicon.has(analysis.tokens[first].classes, *id)) return {};
    std::string words;
    for (std::uint32_t t = first; t < last; ++t) {
        if (t > first) words += ' ';
        words += fold_words(text(t));
    }
    return lexicon.value(*id, words);
}

std::string_view ArticleWords::value(const std::optional<ClassId>& map, std::uint32_t token) const {
    return map ? lexicon.value(*map, fold_words(text(token))) : std::string_view();
}

const PhraseHit* ArticleWords::phrase_at(std::uint32_t token) const {
    const auto hit = std::lower_bound(
        phrases.begin(), phrases.end(), token,
        [](const PhraseHit& phrase, std::uint32_t at) { return phrase.first < at; });
    return hit != phrases.end() && hit->first == token ? &*hit : nullptr;
}

bool ArticleWords::follows_dash(std::uint32_t token) const {
    if (token == 0 || flag(token, kGlued) || !flag(token - 1, kClauseBreak)) return false;
    return is(token - 1, '-') || text(token - 1) == "--" || text(token - 1) == "\u2013" ||
           text(token - 1) == "\u2014";
}

bool ArticleWords::is_possessive_marker(std::uint32_t token) const {
    if (token >= size()) return false;
    const std::string_view mark = text(token);
    // Some text has a space before it: "Google 's".
    if (mark == "'s" || mark == "\u2019s" || mark == "'S" || mark == "\u2019S") return true;
    return is_apostrophe(mark) && token > 0 && flag(token, kGlued) &&
           (text(token - 1).back() == 's' || text(token - 1).back() == 'x' ||
            text(token - 1).back() == 'z');
}

bool ArticleWords::governs(std::uint32_t token) const {
    constexpr ClassMask governors =
        cls::preposition | cls::affiliation | cls::locative | cls::inner;
    return has(token, governors) && !has(token, cls::conjunction);
}

bool ArticleWords::is_inflected(std::uint32_t token) const {
    const std::string_view word = text(token);
    const std::size_t cut = word.find_last_not_of("nrsm");
    return cut != word.npos && word[cut] == 'e';
}

bool ArticleWords::stem_is_known(std::uint32_t token) const {
    const std::string_view word = text(token);
    if (lists.genitive_ending.empty() || !word.ends_with(lists.genitive_ending)) return false;
    const std::string_view stem = word.substr(0, word.size() - lists.genitive_ending.size());
    if (stem.size() < 2) return false;
    const ClassMask classes = stem_classes(token);
    if (const WordCounts* seen = vocabulary.find(key_of(stem));
        seen != nullptr && seen->inside + seen->at_start > 0 &&
        (classes & (cls::stopword | cls::determiner | cls::pronoun | cls::possessive)) == 0)
        return true;
    return (classes & cls::listed_name) != 0;
}

ClassMask ArticleWords::stem_classes(std::uint32_t token) const {
    const WordId stem = stem_of(token);
    return stem == 0 ? 0 : masks.of(lexicon.classes_of(stem));
}

WordId ArticleWords::stem_of(std::uint32_t token) const {
    const std::string_view word = text(token);
    if (lists.genitive_ending.empty() || !word.ends_with(lists.genitive_ending)) return 0;
    return lexicon.word(fold_words(word.substr(0, word.size() - lists.genitive_ending.size())));
}

ClassMask ArticleWords::listed(std::uint32_t first, std::uint32_t last, bool stem) const {
    return listed_from(analysis.tokens[first].word, first, last, stem);
}

std::string ArticleWords::listed_form(std::uint32_t first, std::uint32_t last, bool stem) const {
    if (!capital_nouns || last - first < 2 || listed(first, last, stem) != 0) return {};
    for (const std::string& form : adjective_forms(first))
        if (listed_from(lexicon.word(fold_words(form)), first, last, stem) != 0) return form;
    return {};
}

ClassMask ArticleWords::listed_from(WordId start, std::uint32_t first, std::uint32_t last,
                                    bool stem) const {
    PhraseNode node = lexicon.phrase_start(start);
    for (std::uint32_t t = first + 1; t < last && node != 0; ++t)
        node =
            lexicon.phrase_next(node, stem && t + 1 == last ? stem_of(t) : analysis.tokens[t].word);
    return node == 0 ? 0 : masks.of(lexicon.phrase_classes(node)) & cls::known;
}

bool ArticleWords::occurs_in_lower_case(std::uint32_t token) const {
    const WordId word = analysis.tokens[token].word;
    if (word != 0) return lower_case[word];
    const WordCounts* seen = counts(token);
    return seen != nullptr && seen->lower > 0;
}

}  // namespace relata::extract
