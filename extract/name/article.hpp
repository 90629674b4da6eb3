// ArticleWords: one article as the name stages see it: the class bits of every token, the phrases
// of the lexicon that occur, and how often which word occurs in which case. Made once an article,
// read by all stages; it refers to the Analysis, which must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/name/name_classes.hpp"
#include "extract/name/word_classes.hpp"

namespace relata::extract {

// A phrase of the lexicon on the page, with those of its classes that names ask for.
struct PhraseHit {
    std::uint32_t first = 0, last = 0;
    ClassMask classes = 0;
};

// How often a word stands in the article, by its case.
struct WordCounts {
    std::uint64_t key = 0;       // hash of the word as written, never 0
    std::uint16_t inside = 0;    // capitalised and not at the start of a sentence or in a headline
    std::uint16_t at_start = 0;  // capitalised at the start of a sentence
    std::uint16_t lower = 0;     // written in lower case, under the hash of the capitalised form
    std::uint16_t determined = 0;  // capitalised behind an article or a possessive
    std::uint16_t compounds = 0;   // capitalised with a hyphen behind it
    std::uint32_t end = 0;         // behind the last token that is the word, capitalised
    bool promoted = false;         // strong evidence somewhere says that it is a name
};

// A hash table of WordCounts with linear probing.
class Vocabulary {
  public:
    explicit Vocabulary(std::size_t expected);
    WordCounts& at(std::uint64_t key);                // inserts
    const WordCounts* find(std::uint64_t key) const;  // nullptr where the word does not occur

  private:
    void grow();
    std::vector<WordCounts> slots_;
    std::size_t used_ = 0;
};

class ArticleWords {
  public:
    explicit ArticleWords(const Analysis& article);

    const Analysis& analysis;
    const Lexicon& lexicon;
    const ClassMasks& masks;
    const NameClasses& lists;
    bool capital_nouns = false;  // the language writes nouns with a capital

    std::vector<ClassMask> bits;     // by token; words of a phrase have the phrase's classes too
    std::vector<ClassMask> single;   // by token, without those of phrases
    std::vector<PhraseHit> phrases;  // by first token, then longest first
    std::vector<bool> taken;         // by token: part of a value
    Vocabulary vocabulary;
    // By capitalised token: behind the same word's last place before it, or 0.
    std::vector<std::uint32_t> end_before;
    std::vector<bool> lower_case;  // by WordId: the word stands in lower case somewhere

    std::uint32_t size() const { return static_cast<std::uint32_t>(analysis.tokens.size()); }
    bool has(std::uint32_t token, ClassMask mask) const { return (bits[token] & mask) != 0; }
    bool in(const std::optional<ClassId>& list, std::uint32_t token) const {
        return list && lexicon.has(analysis.tokens[token].classes, *list);
    }
    bool flag(std::uint32_t token, unsigned mask) const {
        return (analysis.tokens[token].flags & mask) != 0;
    }
    std::string_view text(std::uint32_t token) const {
        return analysis.text(analysis.tokens[token]);
    }
    // One byte of the token's text, 0 behind its end: for tests on punctuation marks.
    char byte(std::uint32_t token, std::size_t at = 0) const {
        const std::string_view word = text(token);
        return at < word.size() ? word[at] : '\0';
    }
    bool is(std::uint32_t token, char mark) const {
        const Token& t = analysis.tokens[token];
        return t.end - t.begin == 1 && analysis.document->text[t.begin] == mark;
    }
    // A comma, or one of two dashes that stand for commas.
    bool is_comma(std::uint32_t token) const { return is(token, ',') || flag(token, kAside); }
    // "MILAN, Oct 5 - Two auditors", "Chipmangel – Unklare Lage": a heading or an agency's line
    // goes on behind a dash as at the start of a sentence.
    bool follows_dash(std::uint32_t token) const;
    const WordCounts* counts(std::uint32_t token) const;
    WordCounts& counts_of(std::uint32_t token);
    // The value that a map class gives the words from `first` to `last`, or "".
    std::string_view value(ClassMask map, std::uint32_t first, std::uint32_t last) const;
    // The same of one word for a map that has no bit; "" where the language has none of it.
    std::string_view value(const std::optional<ClassId>& map, std::uint32_t token) const;
    // The longest phrase of the lexicon that begins at the token, or nullptr.
    const PhraseHit* phrase_at(std::uint32_t token) const;
    // Is the genitive marker ("'s", or an apostrophe after a final s) at this token?
    bool is_possessive_marker(std::uint32_t token) const;
    // Is the token a preposition for what follows it? Not "as well as".
    bool governs(std::uint32_t token) const;
    // Does neither a capitalised word nor a hyphen follow?
    bool ends_run(std::uint32_t token) const {
        return token + 1 >= size() || !(flag(token + 1, kCapital) || is(token + 1, '-'));
    }
    bool has_digit(std::uint32_t token) const {
        return text(token).find_first_of("0123456789") != std::string_view::npos;
    }
    // "III"
    bool is_roman(std::uint32_t token) const {
        constexpr std::size_t longest = 4;
        const std::string_view word = text(token);
        return word.size() > 1 && word.size() <= longest &&
               word.find_first_not_of("IVX") == word.npos;
    }
    // "Anteile" in "Acme-Anteile", not what an opening bracket or quotation mark stands before.
    bool behind_hyphen(std::uint32_t token) const {
        return token > 0 && flag(token, kGlued) && is(token - 1, '-');
    }
    // "Acme" in "Acme-Anteile": a hyphen joins another word to it.
    bool joins_compound(std::uint32_t token) const {
        return token + 1 < size() && is(token + 1, '-') && flag(token + 1, kGlued);
    }
    // "Siemenschef" in "Siemenschef Roe": no part of a compound with hyphens, and what follows may
    // be a name.
    bool precedes_name(std::uint32_t token) const {
        return !behind_hyphen(token) && token + 1 < size() && flag(token + 1, kCapital) &&
               !flag(token + 1, kSentenceStart);
    }
    // "Acme" in "Acme-Chefin"
    bool leads_post(std::uint32_t token) const {
        return joins_compound(token) && token + 2 < size() && flag(token + 2, kGlued) &&
               has(token + 2, cls::post);
    }
    // Does the word end as German adjectives do: "Neues", "Deutsche"?
    bool is_inflected(std::uint32_t token) const;
    // Does a word without its genitive ending occur in the article or in the lists of names?
    bool stem_is_known(std::uint32_t token) const;
    // The classes of the word without its genitive ending.
    ClassMask stem_classes(std::uint32_t token) const;
    // The word without its genitive ending, or 0.
    WordId stem_of(std::uint32_t token) const;
    // What the lists call the words from `first` to `last`; of the last one without its genitive
    // ending where it is a `stem`.
    ClassMask listed(std::uint32_t first, std::uint32_t last, bool stem) const;
    // The form of an inflected adjective with which the lists begin that name: "Süddeutsche" in
    // "der Süddeutschen Zeitung". Empty where the text has that form, or the lists no such name.
    std::string listed_form(std::uint32_t first, std::uint32_t last, bool stem) const;
    // The classes of the lower-case word that a capitalised word would be.
    bool occurs_in_lower_case(std::uint32_t token) const;

  private:
    void read_tokens();
    bool is_round_in_name(const Mention& value) const;
    void read_phrases();
    void find_inflected();
    void find_inflected_from(std::uint32_t token, std::uint32_t end, PhraseNode node);
    std::vector<std::string> adjective_forms(std::uint32_t token) const;
    ClassMask listed_from(WordId start, std::uint32_t first, std::uint32_t last, bool stem) const;
    void add_genitive(std::uint32_t first, std::uint32_t last, PhraseNode node);
    void count_words();
};

// The case-folded words, joined as they are in the text; typographic apostrophes as "'".
std::string fold_words(std::string_view text);

}  // namespace relata::extract
