#include "extract/text/tokenize.hpp"

#include <string>

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

// A word whose case-folded form is not what the text says.
struct Folded {
    std::size_t token, begin, end;  // in Words::folded_text
};

// The words of a text before they are looked up: the lexicon does not fit into the cache, so all of
// its memory that they need is sent for first.
struct Words {
    std::vector<std::uint64_t> keys;
    std::string folded_text;
    std::vector<Folded> folded;
};

void scan(std::string_view text, const Lexicon& lexicon, std::vector<Token>& tokens, Words& words) {
    Scanner scanner(text);
    while (scanner.next()) {
        const Token& token = tokens.emplace_back(scanner.token());
        const std::string_view folded = scanner.folded();
        words.keys.push_back(lexicon.key(folded));
        if (folded.data() == text.data() + token.begin) continue;
        const std::size_t begin = words.folded_text.size();
        words.folded_text += folded;
        words.folded.push_back({tokens.size() - 1, begin, words.folded_text.size()});
    }
}

}  // namespace

void tokenize(std::string_view text, const Lexicon& lexicon, std::vector<Token>& tokens) {
    tokens.clear();
    tokens.reserve(text.size() / 5);
    Words words;
    words.keys.reserve(text.size() / 5);
    words.folded_text.reserve(text.size() / 4);
    scan(text, lexicon, tokens, words);
    bool apostrophes = false;
    auto own_form = words.folded.begin();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        const WordEntry known = lexicon.find(words.keys[i]);
        token.word = known.word;
        token.classes = known.classes;
        if (known.starts_phrase) token.flags |= kStartsPhrase;
        if (known.word != 0) continue;
        std::string_view folded = text.substr(token.begin, token.end - token.begin);
        while (own_form != words.folded.end() && own_form->token < i) ++own_form;
        if (own_form != words.folded.end() && own_form->token == i)
            folded = std::string_view(words.folded_text)
                         .substr(own_form->begin, own_form->end - own_form->begin);
        if ((token.flags & kPunctuation) == 0)
            token.classes = lexicon.classes_of_unknown(folded);
        else
            apostrophes |=
                folded.front() == '\'' || folded.front() == '`' || token.end - token.begin == 3;
    }
    if (apostrophes) mark_single_quotes(text, tokens);
}

}  // namespace relata::extract
