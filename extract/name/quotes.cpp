#include "extract/name/quotes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace relata::extract {

namespace {

constexpr std::uint32_t kLongest = 8;  // tokens inside

struct Pair {
    std::string_view open, close;
};
// German and English use some of the marks the other way round.
constexpr std::array<Pair, 16> kPairs = {{{"\"", "\""},
                                          {"“", "”"},
                                          {"„", "“"},
                                          {"„", "”"},
                                          {"„", "\""},
                                          {"”", "”"},
                                          {"“", "“"},
                                          {"«", "»"},
                                          {"»", "«"},
                                          {"‹", "›"},
                                          {"›", "‹"},
                                          {"‘", "’"},
                                          {"‚", "‘"},
                                          {"‚", "’"},
                                          {"'", "'"},
                                          {"``", "''"}}};

bool pairs_with(std::string_view open, std::string_view close) {
    return std::any_of(kPairs.begin(), kPairs.end(),
                       [&](const Pair& pair) { return pair.open == open && pair.close == close; });
}

// Whether white space or other punctuation, and no letter, stands before the mark.
bool may_open(const Analysis& analysis, const Sentence& sentence, std::uint32_t at) {
    const Token& mark = analysis.tokens[at];
    return at == sentence.first || (mark.flags & kGlued) == 0 ||
           (analysis.tokens[at - 1].flags & kPunctuation) != 0;
}

// The mark that closes what `open` opens, or the end of the sentence.
std::uint32_t closing(const Analysis& analysis, const Sentence& sentence, std::uint32_t open) {
    const std::string_view mark = analysis.text(analysis.tokens[open]);
    const std::uint32_t end = std::min(sentence.last, open + kLongest + 2);
    for (std::uint32_t at = open + 1; at < end; ++at) {
        const Token& token = analysis.tokens[at];
        if (!is_quotation_mark(analysis, token)) continue;
        const bool closes = at > open + 1 && pairs_with(mark, analysis.text(token)) &&
                            ((token.flags & kGlued) != 0 || mark == "«");
        return closes ? at : sentence.last;
    }
    return sentence.last;
}

bool has_word(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
    return std::any_of(analysis.tokens.begin() + first, analysis.tokens.begin() + last,
                       [](const Token& token) { return (token.flags & (kWord | kDigits)) != 0; });
}

}  // namespace

bool is_quotation_mark(const Analysis& analysis, const Token& token) {
    if ((token.flags & kPunctuation) == 0) return false;
    if ((token.flags & kQuote) != 0) return true;
    const std::string_view text = analysis.text(token);
    return text == "'" || text == "‘" || text == "’" || text == "‚";
}

void find_quotes(const Analysis& analysis, std::vector<Mention>& out) {
    for (const Sentence& sentence : analysis.sentences) {
        for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
            const Token& token = analysis.tokens[at];
            if ((token.flags & kPunctuation) == 0 || !is_quotation_mark(analysis, token) ||
                !may_open(analysis, sentence, at))
                continue;
            const std::uint32_t close = closing(analysis, sentence, at);
            if (close == sentence.last || !has_word(analysis, at + 1, close)) continue;
            Mention mention;
            mention.first = at + 1;
            mention.last = close;
            mention.form = MentionForm::quoted;
            out.push_back(mention);
            at = close;
        }
    }
}

}  // namespace relata::extract
