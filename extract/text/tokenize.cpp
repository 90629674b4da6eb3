#include "extract/text/tokenize.hpp"

#include <algorithm>

#include "extract/text/scan.hpp"

namespace relata::extract {

namespace {

// How far apart the apostrophes of a quotation may be, in tokens.
constexpr std::size_t kLongestQuotation = 40;

bool is_apostrophe(std::string_view text, const Token& token) {
    const std::string_view mark = text.substr(token.begin, token.end - token.begin);
    return mark == "'" || mark == "\u2019" || mark == "\u2018" || mark == "`";
}

// Apostrophes are quotation marks where an opening one, with white space before and a word behind,
// has a closing one within reach: 'Tesla'. A lone one is a genitive (Siemens' chip) or a
// contraction.
void mark_single_quotes(std::string_view text, std::vector<Token>& tokens) {
    std::size_t open = tokens.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        if ((token.flags & kPunctuation) == 0 || !is_apostrophe(text, token)) continue;
        const bool glued = (token.flags & kGlued) != 0;
        const bool next_glued = i + 1 < tokens.size() && (tokens[i + 1].flags & kGlued) != 0;
        const bool behind_mark = i > 0 && (tokens[i - 1].flags & (kQuote | kClauseBreak)) != 0;
        if (next_glued && (!glued || behind_mark)) {
            open = i;
        } else if (open < i && i - open <= kLongestQuotation && glued) {
            tokens[open].flags |= kQuote;
            token.flags |= kQuote;
            open = tokens.size();
        }
    }
}

}  // namespace

void tokenize(std::string_view text, const Lexicon& lexicon, std::vector<Token>& tokens) {
    tokens.clear();
    tokens.reserve(text.size() / 5);
    bool apostrophes = false;
    Scanner scanner(text);
    while (scanner.next()) {
        Token& token = tokens.emplace_back(scanner.token());
        const std::string_view folded = scanner.folded();
        const WordEntry known = lexicon.find(folded);
        token.word = known.word;
        token.classes = known.classes;
        if (known.word != 0)
            token.flags |= known.starts_phrase ? kStartsPhrase : 0;
        else if ((token.flags & kPunctuation) == 0)
            token.classes = lexicon.classes_of_unknown(folded);
        else
            apostrophes |=
                folded.front() == '\'' || folded.front() == '`' || token.end - token.begin == 3;
    }
    if (apostrophes) mark_single_quotes(text, tokens);
}

}  // namespace relata::extract
