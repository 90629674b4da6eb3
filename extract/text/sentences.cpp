#include "extract/text/sentences.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

// Lines of wrapped text are about this long; longer lines are whole paragraphs, shorter ones
// headings.
constexpr std::size_t kShortestWrapped = 40;
constexpr std::size_t kLongestWrapped = 120;

// A sentence of more tokens is cut, at a clause break where one is near. People write none, and
// what looks at pairs of words in a sentence must not look at all pairs of words in an article.
constexpr std::size_t kLongestSentence = 400;

// How many marks in a row are looked at between two sentences.
constexpr std::size_t kMostMarks = 16;

struct Line {
    std::size_t begin, end;
    std::size_t block_longest = 0;  // the longest line between the blank lines around it
    std::size_t block_lines = 0;
};

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

bool is_dash(std::string_view mark) {
    return mark == "-" || mark == "--" || mark == "\u2013" || mark == "\u2014";
}

std::vector<Line> find_lines(std::string_view text) {
    std::vector<Line> lines;
    std::size_t block = 0;
    const auto close_block = [&] {
        std::size_t longest = 0;
        for (std::size_t i = block; i < lines.size(); ++i)
            longest = std::max(longest, lines[i].end - lines[i].begin);
        for (std::size_t i = block; i < lines.size(); ++i) {
            lines[i].block_longest = longest;
            lines[i].block_lines = lines.size() - block;
        }
        block = lines.size();
    };
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (is_blank(text.substr(begin, end - begin)))
            close_block();
        else
            lines.push_back({begin, end});
        begin = end + 1;
    }
    close_block();
    return lines;
}

class Splitter {
  public:
    Splitter(std::string_view text, std::vector<Token>& tokens, const Lexicon& lexicon)
        : text_(text), tokens_(tokens), lexicon_(lexicon) {
        abbreviation_ = lexicon.class_named("abbreviation");
        legal_form_ = lexicon.class_named("legal_form");
        honorific_ = lexicon.class_named("honorific");
        number_abbreviation_ = lexicon.class_named("number_abbreviation");
        capitalises_nouns_ = lexicon.class_named("noun").has_value();
        stopword_ = lexicon.class_named("stopword");
        month_ = lexicon.class_named("month");
        ordinal_lead_ = lexicon.class_named("ordinal_lead");
        letter_lead_ = lexicon.class_named("letter_lead");
        currency_ = lexicon.class_named("currency");
    }
    void run(std::vector<Sentence>& sentences);

  private:
    std::string_view words(std::size_t i) const {
        return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    }
    bool is(std::size_t i, const std::optional<ClassId>& cls) const {
        return cls && lexicon_.has(tokens_[i].classes, *cls);
    }
    bool flag(std::size_t i, unsigned flags) const { return (tokens_[i].flags & flags) != 0; }
    // "US" and "IT" are none.
    bool is_function_word(std::size_t i) const { return is(i, stopword_) && !flag(i, kAllCaps); }
    bool starts_sentence(std::size_t i) const;
    std::size_t first_word(std::size_t i) const;
    std::size_t behind_closers(std::size_t i) const;
    bool stop_ends(std::size_t stop, std::size_t next) const;
    bool dotted_ends(std::size_t next) const;
    bool is_sign_of_sum_before(std::size_t i) const;
    std::size_t ends_at(std::size_t i) const;
    bool line_ends(std::size_t next);
    bool is_title(const Sentence& sentence) const;
    void mark_aside(const Sentence& sentence);
    void finish(std::size_t first, std::size_t last, std::vector<Sentence>& sentences);
    std::size_t cut(std::size_t first) const;

    std::string_view text_;
    std::vector<Token>& tokens_;
    const Lexicon& lexicon_;
    std::optional<ClassId> abbreviation_, number_abbreviation_, legal_form_, honorific_, stopword_,
        month_, ordinal_lead_, letter_lead_, currency_;
    // Where nouns are capitalised, as in German, headlines are written like sentences.
    bool capitalises_nouns_ = false;
    std::vector<Line> lines_;
    std::size_t line_ = 0;
};

// The first token from `i` on that is no opening mark, dash or bullet, if it is near.
std::size_t Splitter::first_word(std::size_t i) const {
    const std::size_t end = std::min(tokens_.size(), i + kMostMarks);
    while (i < end && flag(i, kPunctuation)) ++i;
    return i;
}

// Whether the token may be the first word of a sentence.
bool Splitter::starts_sentence(std::size_t i) const {
    if (i >= tokens_.size()) return true;
    if (flag(i, kCapital | kInnerCapital | kDigits)) return true;
    const char32_t first = utf8::decode(text_, tokens_[i].begin).code;
    return !utf8::is_lower(first);  // scripts without capitals
}

// Behind the quotation marks and brackets that close after a full stop.
std::size_t Splitter::behind_closers(std::size_t i) const {
    const std::size_t end = std::min(tokens_.size(), i + kMostMarks);
    while (i < end && flag(i, kGlued)) {
        const std::string_view mark = words(i);
        if (!flag(i, kQuote) && mark != ")" && mark != "]" && mark != "'" && mark != "\u2019" &&
            mark != "!" && mark != "?" && mark != ".")
            break;
        ++i;
    }
    return i;
}

// Whether the full stop ends the sentence, where the next one would begin with the word `next`.
bool Splitter::stop_ends(std::size_t stop, std::size_t next) const {
    if (stop == 0 || next >= tokens_.size()) return true;
    const std::size_t before = stop - 1;
    const bool function_word = is_function_word(next);
    if (is(before, abbreviation_)) return function_word && !is(before, honorific_);
    if (is(before, number_abbreviation_) && flag(next, kDigits)) return false;
    const std::size_t length = tokens_[before].end - tokens_[before].begin;
    if (flag(before, kWord) && length == utf8::decode(text_, tokens_[before].begin).length)
        return function_word || (before > 0 && is(before - 1, letter_lead_));  // an initial
    if (flag(before, kDigits) && !flag(before, kWord) && length <= 2) {
        if (is(next, month_)) return false;
        if (before == 0) return false;  // a numbered heading
        if (is(before - 1, ordinal_lead_)) return false;
        const std::string_view gap =
            text_.substr(tokens_[before - 1].end, tokens_[before].begin - tokens_[before - 1].end);
        if (gap.find('\n') != std::string_view::npos) return false;  // an item of a list
    }
    return true;
}

// Whether a token with inner full stops ("U.S.") ends the sentence.
bool Splitter::dotted_ends(std::size_t next) const {
    return next >= tokens_.size() || is_function_word(next);
}

// "€" in "30 Mio. €.", not in "bought it. €50 was the price"
bool Splitter::is_sign_of_sum_before(std::size_t i) const {
    const bool opens_sum = i + 1 < tokens_.size() && flag(i + 1, kDigits);
    return flag(i, kPunctuation) && is(i, currency_) && !opens_sum;
}

// Where a sentence ends by the punctuation mark or dotted token `i`: the first token of the next
// one. 0 where it does not end.
std::size_t Splitter::ends_at(std::size_t i) const {
    const std::string_view mark = words(i);
    const char last = mark.back();
    const bool ellipsis = mark == "..." || mark == "\u2026";
    if (last != '.' && last != '!' && last != '?' && !ellipsis) return 0;
    const std::size_t next = behind_closers(i + 1);
    if (next >= tokens_.size()) return next;
    const std::size_t word = first_word(next);
    if (!starts_sentence(word)) return 0;
    // "said." glued to what follows is a missing space only between plain words.
    if (flag(next, kGlued)) {
        const bool plain = mark == "." && i > 0 && next == word && next == i + 1 &&
                           flag(i - 1, kWord) && tokens_[i - 1].end - tokens_[i - 1].begin >= 3 &&
                           !flag(i - 1, kDigits) && flag(next, kCapital) &&
                           !is(i - 1, abbreviation_);
        if (!plain) return 0;
    } else if (word > next && flag(next, kPunctuation) && words(next).size() == 1 &&
               std::string_view(",;:)]./%&+").find(words(next).front()) != std::string_view::npos) {
        return 0;
    }
    if (mark == "." && is_sign_of_sum_before(next)) return 0;
    if (!flag(i, kPunctuation)) return dotted_ends(word) ? next : 0;
    if (mark == "." && !stop_ends(i, word)) return 0;
    if (last != '.' && word < tokens_.size() && is(word, legal_form_)) return 0;  // Yahoo! Inc
    return next;
}

// Whether a line end before the token `next` ends the sentence.
bool Splitter::line_ends(std::size_t next) {
    const std::size_t from = tokens_[next - 1].end;
    if (tokens_[next].begin - from <= 1 && text_[from] != '\n') return false;  // nearly always
    const std::string_view gap = text_.substr(from, tokens_[next].begin - from);
    const std::size_t newline = gap.find('\n');
    if (newline == std::string_view::npos) return false;
    if (gap.find('\n', newline + 1) != std::string_view::npos) return true;
    const bool list_mark = flag(next, kPunctuation) && !flag(next, kQuote) && words(next) != "(";
    if (!list_mark && !starts_sentence(first_word(next))) return false;
    if (words(next - 1) == ",") return false;
    if (lines_.empty()) lines_ = find_lines(text_);
    while (line_ + 1 < lines_.size() && lines_[line_].end < from + newline) ++line_;
    const Line& line = lines_[line_];
    const std::size_t length = line.end - line.begin;
    if (line.block_lines < 3 || line.block_longest > kLongestWrapped || length < kShortestWrapped)
        return true;
    const std::size_t word_end =
        std::min(text_.find_first_of(" \t\r\n", tokens_[next].begin), text_.size());
    return length + 1 + (word_end - tokens_[next].begin) <= line.block_longest;
}

bool Splitter::is_title(const Sentence& sentence) const {
    if (capitalises_nouns_ || words(sentence.last - 1) == ".") return false;
    std::size_t counted = 0;
    std::size_t capitals = 0;
    bool bracket = false;  // symbols and abbreviations
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        if (flag(i, kPunctuation)) bracket = words(i) == "(" || (bracket && words(i) != ")");
        if (bracket || !flag(i, kWord) || flag(i, kDigits) || is(i, stopword_)) continue;
        if (tokens_[i].end - tokens_[i].begin < 4 && !flag(i, kCapital)) continue;
        ++counted;
        capitals += flag(i, kCapital | kInnerCapital);
    }
    return counted >= 3 && capitals * 20 >= counted * 17;
}

// Where an overlong sentence is cut: behind its last clause break in reach.
std::size_t Splitter::cut(std::size_t first) const {
    const std::size_t limit = first + kLongestSentence;
    for (std::size_t i = limit; i > first + kLongestSentence / 2; --i) {
        if (flag(i - 1, kClauseBreak)) return i;
    }
    return limit;
}

// "Acme - a unit of Blip - grew", "OSLO - Acme - a unit of Blip - grew", but no dash alone.
void Splitter::mark_aside(const Sentence& sentence) {
    constexpr std::size_t longest = 24, longest_dateline = 6;
    std::size_t dashes[4];
    std::size_t count = 0;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        if (!flag(i, kClauseBreak) || !is_dash(words(i))) continue;
        if (count == 4) return;
        dashes[count++] = i;
    }
    const std::size_t open = count % 2;
    if (count < 2 || (open == 1 && dashes[0] - sentence.first > longest_dateline)) return;
    for (std::size_t i = open; i < count; i += 2) {
        if (dashes[i + 1] - dashes[i] > longest) continue;
        tokens_[dashes[i]].flags |= kAside;
        tokens_[dashes[i + 1]].flags |= kAside;
    }
}

void Splitter::finish(std::size_t first, std::size_t last, std::vector<Sentence>& sentences) {
    for (; last > first + kLongestSentence; first = sentences.back().last)
        finish(first, cut(first), sentences);
    if (first >= last) return;
    Sentence sentence{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    sentence.title_case = is_title(sentence);
    sentences.push_back(sentence);
    mark_aside(sentence);
    const std::size_t start = first_word(first);
    if (start < last && !flag(start, kPunctuation)) tokens_[start].flags |= kSentenceStart;
}

void Splitter::run(std::vector<Sentence>& sentences) {
    std::size_t first = 0;
    std::size_t end = 0;  // where the sentence ends by its punctuation, once that is known
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (i > first && (i == end || line_ends(i))) {
            finish(first, i, sentences);
            first = i;
        }
        if (i < end) continue;
        if (flag(i, kPunctuation) || text_[tokens_[i].end - 1] == '.') end = ends_at(i);
    }
    finish(first, tokens_.size(), sentences);
}

}  // namespace

void split_sentences(std::string_view text, std::vector<Token>& tokens, const Lexicon& lexicon,
                     std::vector<Sentence>& sentences) {
    sentences.clear();
    Splitter(text, tokens, lexicon).run(sentences);
}

}  // namespace relata::extract
