#include "extract/text/scan.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "extract/text/link.hpp"

namespace relata::extract {

namespace {

// Classes of bytes; the low bits are utf8::Kind.
constexpr std::uint8_t kJoint = 1 << 5;  // may join what is before it with what is behind it
constexpr std::uint8_t kHigh = 1 << 6;   // part of a multi-byte sequence
constexpr std::uint8_t kBreak = 1 << 7;  // , ; : ( ) [ ] { }
constexpr unsigned kLetterOrDigit = utf8::kLetter | utf8::kDigit;

constexpr std::array<std::uint8_t, 256> make_byte_classes() {
    std::array<std::uint8_t, 256> classes{};
    for (unsigned c = 0; c < 256; ++c) {
        unsigned bits = 0;
        if (c <= 0x20 || c == 0x7F) bits |= utf8::kSpace;
        if (c >= '0' && c <= '9') bits |= utf8::kDigit;
        if (c >= 'a' && c <= 'z') bits |= utf8::kLetter | utf8::kLower;
        if (c >= 'A' && c <= 'Z') bits |= utf8::kLetter | utf8::kUpper;
        if (c >= 0x80) bits |= kHigh | kJoint;
        classes[c] = static_cast<std::uint8_t>(bits);
    }
    for (const char c : {'.', ',', '\'', '`', '&', '+', '#', '@', ':', '_'})
        classes[static_cast<unsigned char>(c)] |= kJoint;
    for (const char c : {',', ';', ':', '(', ')', '[', ']', '{', '}'})
        classes[static_cast<unsigned char>(c)] |= kBreak;
    return classes;
}
constexpr std::array<std::uint8_t, 256> kByteClasses = make_byte_classes();

unsigned class_of(unsigned byte) { return kByteClasses[byte]; }

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

struct HtmlEntity {
    std::string_view written, meant;
};
constexpr std::array<HtmlEntity, 6> kEntities = {{{"&amp;", "&"},
                                                  {"&quot;", "\""},
                                                  {"&lt;", "<"},
                                                  {"&gt;", ">"},
                                                  {"&apos;", "'"},
                                                  {"&#39;", "'"}}};

const HtmlEntity* entity_at(std::string_view text, std::size_t at) {
    for (const HtmlEntity& entity : kEntities)
        if (text.compare(at, entity.written.size(), entity.written) == 0) return &entity;
    return nullptr;
}

// Guillemets, single and double marks, corner brackets, and the wide double mark.
constexpr std::u32string_view kQuotes =
    U"\u00AB\u00BB\u2018\u201A\u201B\u201C\u201D\u201E\u201F\u2039\u203A\u300C\u300D\u300E\u300F"
    U"\uFF02";
bool is_quote(char32_t code) { return kQuotes.find(code) != kQuotes.npos; }

bool is_clause_break(char32_t code) {
    return (code >= 0x2012 && code <= 0x2015) || code == 0x2026 || code == 0xFF0C || code == 0x3001;
}

// Signs that stand behind a name and are read over.
bool is_trademark(char32_t code) { return code == 0xAE || code == 0x2122; }

bool is_soft(char32_t code) { return code == 0xAD || code == 0x2060; }

// Where the lower-case ASCII letters from `at` on end; eight bytes at a time.
std::size_t lower_case_end(std::string_view text, std::size_t at) {
    constexpr std::uint64_t kEach = 0x0101010101010101U, kHighBits = 0x80 * kEach;
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t bytes = detail::load_bytes(text.data() + at, 8);
        const std::uint64_t low_bits = bytes & ~kHighBits;
        const std::uint64_t from_a = low_bits + (0x80 - 'a') * kEach;  // in the high bits
        const std::uint64_t behind_z = low_bits + (0x7F - 'z') * kEach;
        const std::uint64_t others = (~from_a | behind_z | bytes) & kHighBits;
        if (others != 0) return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
    }
    while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
    return at;
}

}  // namespace

Scanner::Scanner(std::string_view text) : text_(text) {}

bool Scanner::next() {
    const bool space = skip_space();
    if (at_ >= text_.size()) return false;
    token_ = Token{};
    token_.begin = static_cast<std::uint32_t>(at_);
    if (!space && at_ > 0) token_.flags = kGlued;
    const unsigned first = byte(at_);
    const unsigned bits = class_of(first);
    if ((bits & kLetterOrDigit) != 0 || ((bits & kHigh) != 0 && word_continues(at_))) {
        if ((bits & utf8::kLetter) == 0 || !scan_plain_word()) scan_word();
    } else if (apostrophe_length(at_) == 0 || !scan_apostrophe()) {
        if (first == '&')
            scan_entity_or_ampersand();
        else if ((bits & kHigh) != 0)
            scan_wide_punctuation();
        else
            scan_punctuation();
    }
    at_ = token_.end;
    return true;
}

// Whether white space was skipped.
bool Scanner::skip_space() {
    bool space = false;
    while (at_ < text_.size()) {
        const unsigned first = byte(at_);
        if ((class_of(first) & utf8::kSpace) != 0) {
            ++at_;
            space = true;
        } else if (((class_of(first) & kHigh) == 0 && first != '&') || !skip_rare_space(space)) {
            break;
        }
    }
    return space;
}

// The same for &nbsp; or a character beyond ASCII; false where it is nothing to be skipped.
bool Scanner::skip_rare_space(bool& space) {
    if (text_[at_] == '&') {
        if (text_.compare(at_, 6, "&nbsp;") != 0) return false;
        space = true;
        at_ += 6;
        return true;
    }
    const auto [code, length] = utf8::decode(text_, at_);
    const bool white = utf8::is_space(code);
    if (!white && !is_trademark(code)) return false;
    space |= white;
    at_ += length;
    return true;
}

bool Scanner::word_continues(std::size_t at) const {
    const unsigned bits = class_of(byte(at));
    if ((bits & kHigh) == 0) return (bits & kLetterOrDigit) != 0;
    return (utf8::kind(utf8::decode(text_, at).code) & kLetterOrDigit) != 0;
}

// Also of the marks that are often typed in place of one: ’ ‘ ´ `
std::size_t Scanner::apostrophe_length(std::size_t at) const {
    const unsigned first = byte(at);
    if (first == '\'' || first == '`') return 1;
    if (first == 0xC2) return byte(at + 1) == 0xB4 ? 2 : 0;
    if (first == 0xE2 && byte(at + 1) == 0x80 && (byte(at + 2) == 0x99 || byte(at + 2) == 0x98))
        return 3;
    return 0;
}

std::size_t Scanner::letters_end(std::size_t at) const {
    while (word_continues(at)) at += utf8::decode(text_, at).length;
    return at;
}

bool Scanner::is_capitals(std::size_t from, std::size_t to) const {
    return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(from),
                       text_.begin() + static_cast<std::ptrdiff_t>(to),
                       [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Whether the letters behind an apostrophe are one of 's 't 're 've 'll 'd 'm.
bool Scanner::is_clitic(std::size_t from, std::size_t to) const {
    const char first = lowered(text_[from]);
    if (to - from == 1) return first == 's' || first == 't' || first == 'd' || first == 'm';
    if (to - from != 2) return false;
    const char second = lowered(text_[from + 1]);
    return (first == 'r' && second == 'e') || (first == 'v' && second == 'e') ||
           (first == 'l' && second == 'l');
}

// Whether the mark at `at` may join the word before it with what is behind it. A full stop, comma
// or colon at the end of a word is nearly always followed by a space.
bool Scanner::may_join(std::size_t at) const {
    const unsigned mark = byte(at);
    if ((class_of(mark) & kJoint) == 0) return false;
    return (class_of(mark) & kHigh) != 0 || (class_of(byte(at + 1)) & utf8::kSpace) == 0 ||
           mark == '+' || mark == '#';
}

// Nearly all words: ASCII letters of which only the first may be a capital, and nothing behind them
// that may belong to the word. False for all others, of which nothing is taken.
bool Scanner::scan_plain_word() {
    const std::size_t end = lower_case_end(text_, at_ + 1);
    if ((class_of(byte(end)) & kLetterOrDigit) != 0 || may_join(end)) return false;
    if ((class_of(byte(at_)) & utf8::kUpper) == 0) {
        take_verbatim(end, kWord);
        return true;
    }
    assign_lowered(end);
    take(end, buffer_, kWord | kCapital);
    return true;
}

// ASCII only.
void Scanner::assign_lowered(std::size_t end) {
    buffer_.assign(text_, at_, end - at_);
    for (char& c : buffer_) c = lowered(c);
}

void Scanner::scan_word() {
    Letters letters{at_};
    unsigned bits = class_of(byte(letters.at));
    while ((bits & kLetterOrDigit) != 0) {
        letters.kinds |= bits;
        letters.capitals += (bits & utf8::kUpper) / utf8::kUpper;
        letters.inner_capital |= (letters.last & utf8::kLower) != 0 && (bits & utf8::kUpper) != 0;
        letters.last = bits;
        bits = class_of(byte(++letters.at));
    }
    if (may_join(letters.at)) {
        scan_joined(letters);
        return;
    }
    if ((letters.kinds & utf8::kUpper) == 0) {
        take_verbatim(letters.at, word_flags(letters));
        return;
    }
    assign_lowered(letters.at);
    take(letters.at, buffer_, word_flags(letters));
}

void Scanner::scan_joined(Letters& letters) {
    const unsigned stop = byte(letters.at);
    if (stop == '.' || stop == ':' || stop == '@') {
        const std::size_t end = link_end(text_, at_, letters.at);
        if (end != letters.at) {
            buffer_ = utf8::fold(text_.substr(at_, end - at_));
            take(end, buffer_, word_flags(letters));
            return;
        }
    }
    assign_lowered(letters.at);
    while (join(letters)) {
    }
    take(letters.at, buffer_, word_flags(letters));
}

void Scanner::take_letters(Letters& letters) {
    while (letters.at < text_.size()) {
        unsigned kind = class_of(byte(letters.at));
        std::uint32_t length = 1;
        if ((kind & kHigh) == 0) {
            if ((kind & kLetterOrDigit) == 0) return;
            buffer_.push_back(lowered(text_[letters.at]));
        } else {
            const utf8::Decoded decoded = utf8::decode(text_, letters.at);
            kind = utf8::kind(decoded.code);
            length = decoded.length;
            if ((kind & kLetterOrDigit) == 0) return;
            utf8::append_folded(buffer_, decoded.code);
        }
        letters.kinds |= kind;
        letters.capitals += (kind & utf8::kUpper) != 0;
        letters.inner_capital |= (letters.last & utf8::kLower) != 0 && (kind & utf8::kUpper) != 0;
        letters.last = kind;
        letters.at += length;
    }
}

void Scanner::take_mark(Letters& letters, std::size_t length, std::string_view folded) {
    buffer_ += folded;
    letters.at += length;
    letters.last = 0;
}

// Takes what follows into the word where it belongs to it; false where the word ends.
bool Scanner::join(Letters& letters) {
    switch (const unsigned mark = byte(letters.at)) {
        case '.':
            return join_dot(letters);
        case '\'':
        case '`':
            return join_apostrophe(letters, 1);
        case '&':
            return join_ampersand(letters);
        case '+':
            return join_plus(letters);
        case '#':  // C#, F#
            if (letters.at - at_ != 1 || word_continues(letters.at + 1)) return false;
            take_mark(letters, 1, "#");
            return false;
        case '_':
            if (!word_continues(letters.at + 1)) return false;
            take_mark(letters, 1, "_");
            take_letters(letters);
            return true;
        case ',':
            if ((token_.flags & kDigits) == 0 && (class_of(byte(at_)) & utf8::kDigit) == 0)
                return false;
            if ((letters.last & utf8::kDigit) == 0 ||
                (class_of(byte(letters.at + 1)) & utf8::kDigit) == 0)
                return false;
            take_mark(letters, 1, ",");
            take_letters(letters);
            return true;
        default:
            return mark >= 0x80 && join_wide(letters);
    }
}

bool Scanner::join_wide(Letters& letters) {
    if (word_continues(letters.at)) {
        take_letters(letters);
        // A letter beyond ASCII may stand before a domain's dot ("Müller.de").
        if (byte(letters.at) != '.') return true;
        const std::size_t end = link_end(text_, at_, letters.at);
        if (end == letters.at) return true;
        buffer_ = utf8::fold(text_.substr(at_, end - at_));
        letters.at = end;
        return false;
    }
    if (const std::size_t length = apostrophe_length(letters.at); length != 0)
        return join_apostrophe(letters, length);
    const auto [code, length] = utf8::decode(text_, letters.at);
    if (!is_soft(code) || !word_continues(letters.at + length)) return false;
    letters.at += length;
    take_letters(letters);
    return true;
}

bool Scanner::join_dot(Letters& letters) {
    const unsigned behind = class_of(byte(letters.at + 1));
    if ((letters.last & utf8::kDigit) != 0 && (behind & utf8::kDigit) != 0) {
        take_mark(letters, 1, ".");
        take_letters(letters);
        return true;
    }
    return join_market(letters) || join_initials(letters);
}

// ACN.N, ACN.TO, ACNb.N: the symbol of a share and its market.
bool Scanner::join_market(Letters& letters) {
    // A small letter at the end tells the kind of share.
    const bool kind = letters.capitals > 2 && letters.capitals + 1 == letters.at - at_ &&
                      (letters.last & utf8::kLower) != 0;
    if (letters.capitals < 2 ||
        (letters.kinds & ~(utf8::kUpper | utf8::kLower | kLetterOrDigit)) != 0 ||
        ((letters.kinds & utf8::kLower) != 0 && !kind) ||
        (class_of(byte(letters.at + 1)) & utf8::kUpper) == 0)
        return false;
    std::size_t behind = letters.at + 2;
    if ((class_of(byte(behind)) & utf8::kUpper) != 0) ++behind;
    if ((class_of(byte(behind)) & (kLetterOrDigit | kHigh)) != 0 || byte(behind) == '.')
        return false;
    take_mark(letters, 1, ".");
    take_letters(letters);
    return true;
}

// Single letters with full stops: U.S., z.B., e.V.; and E.ON.
bool Scanner::join_initials(Letters& letters) {
    if ((letters.last & utf8::kLetter) == 0 || utf8::decode(text_, at_).length != letters.at - at_)
        return false;
    bool joined = false;
    while (byte(letters.at) == '.') {
        const std::size_t next = letters.at + 1;
        const std::size_t end = letters_end(next);
        const bool letter = end != next && (class_of(byte(next)) & utf8::kDigit) == 0;
        if (letter && (utf8::decode(text_, next).length == end - next || is_capitals(next, end))) {
            take_mark(letters, 1, ".");
            take_letters(letters);
            joined = true;
        } else {
            // The last full stop belongs to the token if an inner one does.
            if (joined) take_mark(letters, 1, ".");
            break;
        }
    }
    return false;
}

// O'Reilly, L'Oréal; not Tesla's, don't.
bool Scanner::join_apostrophe(Letters& letters, std::size_t length) {
    const std::size_t from = letters.at + length;
    if (!word_continues(from) || (letters.kinds & utf8::kLetter) == 0) return false;
    if (is_clitic(from, letters_end(from))) return false;
    const bool elision = letters.at - at_ == 1;
    if (!elision && !utf8::is_upper(utf8::decode(text_, from).code)) return false;
    take_mark(letters, length, "'");
    take_letters(letters);
    return true;
}

bool Scanner::join_ampersand(Letters& letters) {
    const HtmlEntity* entity = entity_at(text_, letters.at);
    if (entity != nullptr && entity->meant != "&") return false;
    const std::size_t length = entity == nullptr ? 1 : entity->written.size();
    if (!word_continues(letters.at + length) || text_.compare(letters.at, 6, "&nbsp;") == 0)
        return false;
    take_mark(letters, length, "&");
    take_letters(letters);
    return true;
}

// C++, Disney+; not 50+ or a+b.
bool Scanner::join_plus(Letters& letters) {
    const std::size_t length = byte(letters.at + 1) == '+' ? 2 : 1;
    if (word_continues(letters.at + length) || (class_of(byte(at_)) & utf8::kDigit) != 0)
        return false;
    take_mark(letters, length, length == 2 ? "++" : "+");
    return false;
}

// 's and the like; false where the mark stands alone.
bool Scanner::scan_apostrophe() {
    const std::size_t length = apostrophe_length(at_);
    const std::size_t from = at_ + length;
    const std::size_t end = letters_end(from);
    if (end == from) return false;
    const bool clitic = is_clitic(from, end);
    const bool glued = (token_.flags & kGlued) != 0;
    const bool behind_word =
        glued && (utf8::kind(utf8::decode_before(text_, at_).code) & kLetterOrDigit) != 0;
    // Some texts are written "Apple 's".
    const bool apart = !glued && end - from == 1 && text_[from] == 's';
    if (!behind_word && !(clitic && glued) && !apart) return false;
    buffer_.clear();
    Letters letters{at_};
    take_mark(letters, length, "'");
    take_letters(letters);
    take(letters.at, buffer_, word_flags(letters));
    return true;
}

void Scanner::scan_entity_or_ampersand() {
    const HtmlEntity* entity = entity_at(text_, at_);
    if (entity == nullptr) {
        take_verbatim(at_ + 1, kPunctuation);
        return;
    }
    unsigned flags = kPunctuation;
    if (entity->meant == "\"") flags |= kQuote;
    take(at_ + entity->written.size(), entity->meant, flags);
}

void Scanner::scan_punctuation() {
    const char mark = text_[at_];
    std::size_t end = at_ + 1;
    unsigned flags = kPunctuation;
    if ((class_of(byte(at_)) & kBreak) != 0) flags |= kClauseBreak;
    if (mark == '"') flags |= kQuote;
    if (mark == '.' || mark == '-' || mark == '\'' || mark == '`')
        while (end < text_.size() && text_[end] == mark) ++end;
    const std::size_t length = end - at_;
    if (length > 1) flags |= mark == '\'' || mark == '`' ? kQuote : kClauseBreak;
    if (mark == '-' && length == 1 && (token_.flags & kGlued) == 0 &&
        (end >= text_.size() || (class_of(byte(end)) & utf8::kSpace) != 0))
        flags |= kClauseBreak;
    // 10:30
    if (mark == ':' && at_ > 0 && (class_of(byte(at_ - 1)) & utf8::kDigit) != 0 &&
        (class_of(byte(end)) & utf8::kDigit) != 0)
        flags &= ~static_cast<unsigned>(kClauseBreak);
    take_verbatim(end, flags);
}

void Scanner::scan_wide_punctuation() {
    const auto [code, length] = utf8::decode(text_, at_);
    unsigned flags = kPunctuation;
    if (is_quote(code)) flags |= kQuote;
    if (is_clause_break(code)) flags |= kClauseBreak;
    if (code == 0x2019)
        take(at_ + length, "'", flags);
    else
        take_verbatim(at_ + length, flags);
}

unsigned Scanner::word_flags(const Letters& letters) const {
    unsigned flags = 0;
    if ((letters.kinds & utf8::kLetter) != 0) flags |= kWord;
    if ((class_of(byte(at_)) & utf8::kDigit) != 0) flags |= kDigits;
    if (letters.inner_capital) flags |= kInnerCapital;
    if (letters.capitals >= 2 && (letters.kinds & utf8::kLower) == 0) flags |= kAllCaps;
    if (letters.capitals > 0) {
        std::size_t first = at_;
        while (first < letters.at && !utf8::is_letter(utf8::decode(text_, first).code))
            first += utf8::decode(text_, first).length;
        if (utf8::is_upper(utf8::decode(text_, first).code)) flags |= kCapital;
    }
    return flags;
}

void Scanner::take(std::size_t end, std::string_view folded, unsigned flags) {
    token_.end = static_cast<std::uint32_t>(end);
    token_.flags = static_cast<std::uint16_t>(token_.flags | flags);
    folded_ = folded;
}

void Scanner::take_verbatim(std::size_t end, unsigned flags) {
    take(end, text_.substr(at_, end - at_), flags);
}

}  // namespace relata::extract
