// Lexicon: all words that a language's lists, rules and maps name, each with the set of word
// classes it belongs to. Every token is looked up here once; afterwards a class test is one bit
// test.
//
// A class is a set of entries, matched case-folded. An entry is one word ("chef"), a phrase of up
// to eight tokens ("chief executive officer", "co-founder" which is three tokens), or an affix
// pattern:
// "*plattform" (any word that ends so and is longer), "startup*" (that begins so and is longer). A
// class read from a .tsv file is a map: its entries carry a value ("january" -> "01").
//
// Built once by LexiconBuilder, immutable afterwards, shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata::extract {

using WordId = std::uint32_t;      // 0: the word is in no list
using ClassId = std::uint16_t;     // index of a word class
using ClassSet = std::uint32_t;    // index of a distinct set of classes; 0 is the empty set
using PhraseNode = std::uint32_t;  // node of the phrase trie; 0: none

// What a token has to know of its word.
struct WordEntry {
    WordId word = 0;
    bool starts_phrase = false;  // phrase_start() gives a node for it
    ClassSet classes = 0;
};

class Lexicon {
  public:
    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;
    ~Lexicon();

    // All of it as bytes (extract/text/image.hpp), and the same lexicon out of them, which have to
    // outlive it. from_image throws std::invalid_argument for bytes that are cut off.
    std::string image() const;
    static Lexicon from_image(std::string_view image);
    static Lexicon from_image(std::string&& image) = delete;

    // All about a case-folded word in one look-up; nothing where it is in no list.
    WordEntry find(std::string_view folded) const { return find(key(folded)); }
    // The same in two steps, with other work between them: the first one sends for the memory that
    // the second one reads.
    std::uint64_t key(std::string_view folded) const;
    WordEntry find(std::uint64_t key) const;
    // Its id, or 0.
    WordId word(std::string_view folded) const { return find(folded).word; }
    // Classes of a word in the lexicon, affix entries included.
    ClassSet classes_of(WordId word) const;
    // Classes of a word that is in no list, by affix entries alone. Costs a few look-ups.
    ClassSet classes_of_unknown(std::string_view folded) const;
    bool has(ClassSet set, ClassId cls) const;
    // The same for all classes: bit `cls % 64` of the word `cls / 64`.
    std::span<const std::uint64_t> class_bits(ClassSet set) const;
    // All ClassSets are below it.
    std::size_t class_set_count() const;

    std::optional<ClassId> class_named(std::string_view name) const;
    std::span<const std::string> class_names() const;  // indexed by ClassId

    // The phrase trie: start with the first word, follow with the next ones; 0 where none goes on.
    PhraseNode phrase_start(WordId first) const;
    PhraseNode phrase_next(PhraseNode node, WordId next) const;
    // Sends for the memory that phrase_next() reads.
    void prefetch_phrase(PhraseNode node, WordId next) const;
    // Classes of the phrase that ends at the node; 0 if none does.
    ClassSet phrase_classes(PhraseNode node) const;
    // Classes of all phrases that begin with the word: whether to follow them is worth while.
    ClassSet phrase_start_classes(WordId first) const;

    // The value of a map class for a case-folded word or phrase (tokens joined by one space), or
    // "". A word that only fits an affix pattern of the map has the longest pattern's value.
    std::string_view value(ClassId map, std::string_view folded) const;

  private:
    friend class LexiconBuilder;
    struct Impl;
    explicit Lexicon(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

class LexiconBuilder {
  public:
    LexiconBuilder();
    ~LexiconBuilder();
    // Adds an entry to a class, which is made at its first mention. Throws std::invalid_argument
    // with a sentence that says why for an empty entry, one of over eight tokens, a lone "*", or an
    // affix pattern inside a phrase.
    void add(std::string_view cls, std::string_view entry, std::string_view value = "");
    // Makes the class exist although no entry names it yet.
    void add_class(std::string_view cls);
    // Interns a single word that a rule names literally, without putting it into a class.
    void add_word(std::string_view word);
    Lexicon build() &&;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace relata::extract
