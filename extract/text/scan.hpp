// Scanner: cuts a text into tokens by the rules of docs/rules.md ("Tokens"), knowing no word lists.
// Texts, list entries and the words of rule files all go through it, so that they are cut alike.
//
//   Scanner scanner(text);
//   while (scanner.next()) use(scanner.token(), scanner.folded());
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/analysis.hpp"

namespace relata::extract {

class Scanner {
  public:
    // `text` is valid UTF-8 and outlives the scanner.
    explicit Scanner(std::string_view text);

    // Moves to the next token; false at the end of the text.
    bool next();
    // Offsets and flags of the current token; its word and classes are 0. kSentenceStart is never
    // set.
    const Token& token() const { return token_; }
    // Its case-folded form, in which typographic apostrophes are "'", soft hyphens are left out and
    // HTML entities are decoded. Valid until the next call of next().
    std::string_view folded() const { return folded_; }

  private:
    // What has been seen of the word that is being scanned.
    struct Letters {
        std::size_t at;      // behind what was taken
        unsigned kinds = 0;  // utf8::Kind of all characters
        unsigned last = 0;   // and of the last one
        unsigned capitals = 0;
        bool inner_capital = false;
    };

    unsigned byte(std::size_t at) const {
        return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0U;
    }
    bool word_continues(std::size_t at) const;
    std::size_t apostrophe_length(std::size_t at) const;
    std::size_t letters_end(std::size_t at) const;
    bool is_capitals(std::size_t from, std::size_t to) const;
    bool is_clitic(std::size_t from, std::size_t to) const;

    bool skip_space();
    bool skip_rare_space(bool& space);
    bool may_join(std::size_t at) const;
    bool scan_plain_word();
    void scan_word();
    void assign_lowered(std::size_t end);
    void scan_joined(Letters& letters);
    void take_letters(Letters& letters);
    void take_mark(Letters& letters, std::size_t length, std::string_view folded);
    bool join(Letters& letters);
    bool join_wide(Letters& letters);
    bool join_dot(Letters& letters);
    bool join_market(Letters& letters);
    bool join_initials(Letters& letters);
    bool join_apostrophe(Letters& letters, std::size_t length);
    bool join_ampersand(Letters& letters);
    bool join_plus(Letters& letters);
    bool scan_apostrophe();
    void scan_entity_or_ampersand();
    void scan_punctuation();
    void scan_wide_punctuation();
    unsigned word_flags(const Letters& letters) const;
    void take(std::size_t end, std::string_view folded, unsigned flags);
    void take_verbatim(std::size_t end, unsigned flags);

    std::string_view text_;
    std::size_t at_ = 0;
    Token token_;
    std::string buffer_;  // the folded form where it is not simply a part of the text
    std::string_view folded_;
};

}  // namespace relata::extract
