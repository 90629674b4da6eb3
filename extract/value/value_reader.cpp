#include "extract/value/value_reader.hpp"

#include "extract/text/scan.hpp"

namespace relata::extract {

namespace {

std::size_t digits_end(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9')
            end = i + 1;
        else if (c != '.' && c != ',')
            break;
    }
    return end;
}

// As the lexicon has it.
std::string folded(std::string_view word) {
    Scanner scanner(word);
    return scanner.next() ? std::string(scanner.folded()) : std::string();
}

}  // namespace

ValueReader::ValueReader(const Analysis& analysis, const Lexicon& lexicon,
                         const ValueClasses& value_classes)
    : classes(value_classes),
      analysis_(analysis),
      lexicon_(lexicon),
      today_(parse_iso(analysis.document->date)) {}

std::optional<unsigned> ValueReader::small_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    unsigned value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

std::string_view ValueReader::map_value(const Class& map, std::string_view word) const {
    return map ? lexicon_.value(*map, folded(word)) : std::string_view();
}

std::optional<MapEntry> ValueReader::entry(const Class& map, std::uint32_t token) const {
    if (!map || !inside(token)) return std::nullopt;
    std::uint32_t longest = in(token, map) ? token + 1 : token;
    PhraseNode node = lexicon_.phrase_start(analysis_.tokens[token].word);
    for (std::uint32_t next = token + 1; node != 0 && next < last(); ++next) {
        node = lexicon_.phrase_next(node, analysis_.tokens[next].word);
        if (lexicon_.has(lexicon_.phrase_classes(node), *map)) longest = next + 1;
    }
    if (longest == token) return std::nullopt;
    std::string words;
    for (std::uint32_t i = token; i < longest; ++i) {
        if (i != token) words += ' ';
        words += folded(text(i));
    }
    return MapEntry{longest, lexicon_.value(*map, words)};
}

std::optional<Number> ValueReader::read_plain_number(std::uint32_t token, std::size_t skip) const {
    if (skip == 0 && !flag(token, kDigits)) {
        const std::optional<MapEntry> words = entry(classes.number, token);
        if (!words) return std::nullopt;
        const std::optional<Decimal> value = parse_decimal(words->value, '.');
        if (!value) return std::nullopt;
        return Number{words->last, *value};
    }
    const std::string_view word = text(token).substr(skip);
    const std::size_t end = digits_end(word);
    const std::optional<Decimal> value = parse_decimal(word.substr(0, end), classes.decimal_mark);
    if (!value) return std::nullopt;
    if (end == word.size()) return over_thousands({token + 1, *value});
    const std::optional<Decimal> factor =
        parse_decimal(map_value(classes.magnitude, word.substr(end)), '.');
    if (!factor) return std::nullopt;
    const std::optional<Decimal> product = multiply(*value, *factor);
    if (!product) return std::nullopt;
    return Number{token + 1, *product, true};
}

// "800 000", "1 200 000": white space parts the thousands. Not "On May 3 100 million".
Number ValueReader::over_thousands(Number head) const {
    const std::string_view digits = text(head.last - 1);
    const auto is_group = [&](std::uint32_t t) {
        return small_number(t) && text(t).size() == 3 && !flag(t, kGlued);
    };
    if (!small_number(digits) || digits.size() > 3 || digits.front() == '0') return head;
    Number whole = head;
    constexpr std::uint32_t most = 4;  // up to 999 999 999 999 999
    for (; whole.last < head.last + most && is_group(whole.last); ++whole.last)
        whole.value = {whole.value.digits * 1000 + *small_number(whole.last), 0};
    return whole.last == head.last || in(whole.last, classes.magnitude) ? head : whole;
}

// "million", "-million", "Mio.", "hundred million"
void ValueReader::read_magnitudes(Number& value) const {
    for (int i = 0; i < 2; ++i) {
        const bool hyphen = glued(value.last, "-") && flag(value.last + 1, kGlued);
        const std::optional<MapEntry> word =
            entry(classes.magnitude, value.last + (hyphen ? 1 : 0));
        if (!word) return;
        const std::optional<Decimal> factor = parse_decimal(word->value, '.');
        if (!factor) return;
        const std::optional<Decimal> product = multiply(value.value, *factor);
        if (!product) return;
        value.value = *product;
        value.magnitude = true;
        value.last = word->last;
        // The full stop of an abbreviation, not of the sentence.
        if (glued(value.last, ".") && value.last + 1 < last()) ++value.last;
    }
}

std::optional<Number> ValueReader::read_number(std::uint32_t token, std::size_t skip) const {
    if (skip == 0 && token == read_at_) return number_;
    std::optional<Number> found = read_plain_number(token, skip);
    if (found) read_magnitudes(*found);
    if (skip == 0) {
        read_at_ = token;
        number_ = found;
    }
    return found;
}

}  // namespace relata::extract
