#include "extract/rule/statement_lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/rule/cursor.hpp"

namespace relata::extract {

namespace {

using Keyword = StatementLines::Keyword;

struct Word {
    std::string_view text;
    Keyword keyword;
    bool indented;  // may stand behind white space
};
constexpr std::array<Word, 8> kWords = {{{"words", Keyword::words, false},
                                         {"let", Keyword::let, false},
                                         {"rule", Keyword::rule, false},
                                         {"mod", Keyword::mod, false},
                                         {"match", Keyword::match, true},
                                         {"emit", Keyword::emit, true},
                                         {"+", Keyword::positive, true},
                                         {"-", Keyword::negative, true}}};

}  // namespace

StatementLines::StatementLines(std::string_view file) : text_(file) {
    std::size_t begin = 0;
    while (begin < text_.size()) {
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        add_line(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
        begin = end + 1;
    }
}

void StatementLines::add_line(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t at = begin;
    while (at < end && Cursor::is_space(text_[at])) ++at;
    const std::string_view line = std::string_view(text_).substr(at, end - at);
    const bool margin = at == begin;
    const std::string_view first = line.substr(0, line.find_first_of(" \t\r"));
    const auto word = std::find_if(kWords.begin(), kWords.end(), [&](const Word& candidate) {
        return candidate.text == first && (margin || candidate.indented);
    });
    const bool known = word != kWords.end();
    const bool example =
        known && (word->keyword == Keyword::positive || word->keyword == Keyword::negative);
    for (std::uint32_t i = begin; i < end && !example; ++i) {
        if (text_[i] == '#' && (i == begin || Cursor::is_space(text_[i - 1])))
            std::fill(text_.begin() + i, text_.begin() + end, ' ');
    }
    while (end > at && Cursor::is_space(text_[end - 1])) --end;
    if (at == end) return;
    if (known) {
        const auto length = static_cast<std::uint32_t>(word->text.size());
        statements_.push_back({word->keyword, at + length, end});
    } else if (margin || statements_.empty()) {
        statements_.push_back({Keyword::unknown, at, end});
    } else {
        statements_.back().end = end;
    }
}

}  // namespace relata::extract
