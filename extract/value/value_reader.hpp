// What the recognisers of money, dates, percentages and rounds have in common: tokens of one
// sentence, the lists that they look at, and numbers in digits and words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/analysis.hpp"
#include "extract/value/calendar.hpp"
#include "extract/value/decimal.hpp"
#include "extract/value/value_classes.hpp"

namespace relata::extract {

// A value that reaches from the token asked for up to, not including, `last`.
struct FoundValue {
    std::uint32_t last = 0;
    ValueKind kind = ValueKind::none;
    Value value;
};

// An entry of a map list in the text.
struct MapEntry {
    std::uint32_t last = 0;  // token behind it
    std::string_view value;
};

struct Number {
    std::uint32_t last = 0;  // token behind it
    Decimal value;
    bool magnitude = false;  // with "million" or the like
};

// Not thread-safe: it remembers the last number.
class ValueReader {
  public:
    using Class = ValueClasses::Class;
    const ValueClasses& classes;

    ValueReader(const Analysis& analysis, const Lexicon& lexicon, const ValueClasses& classes);
    void enter(const Sentence& sentence) {
        sentence_ = &sentence;
        read_at_ = kNone;
    }

    std::uint32_t first() const { return sentence_->first; }
    std::uint32_t last() const { return sentence_->last; }
    bool inside(std::uint32_t token) const { return token >= first() && token < last(); }
    bool flag(std::uint32_t token, unsigned flags) const {
        return inside(token) && (analysis_.tokens[token].flags & flags) != 0;
    }
    bool in(std::uint32_t token, const Class& cls) const {
        return cls && inside(token) && lexicon_.has(analysis_.tokens[token].classes, *cls);
    }
    std::string_view text(std::uint32_t token) const {
        return inside(token) ? analysis_.text(analysis_.tokens[token]) : std::string_view();
    }
    // Whether the token is this punctuation mark, without white space before it.
    bool glued(std::uint32_t token, std::string_view mark) const {
        return flag(token, kGlued) && text(token) == mark;
    }
    // Digits only, as a number; nullopt for anything else and for more than four digits.
    static std::optional<unsigned> small_number(std::string_view digits);
    std::optional<unsigned> small_number(std::uint32_t token) const {
        return small_number(text(token));
    }

    // The longest entry of the map that begins at the token.
    std::optional<MapEntry> entry(const Class& map, std::uint32_t token) const;
    std::string_view map_value(const Class& map, std::string_view word) const;
    // A number in digits ("4.5", "30m") or words, with "million" and the like behind it. It begins
    // `skip` bytes behind the begin of the token.
    std::optional<Number> read_number(std::uint32_t token, std::size_t skip = 0) const;

    // The day of publication, where the document has it.
    const std::optional<Date>& today() const { return today_; }

  private:
    std::optional<Number> read_plain_number(std::uint32_t token, std::size_t skip) const;
    Number over_thousands(Number head) const;
    void read_magnitudes(Number& value) const;

    const Analysis& analysis_;
    const Lexicon& lexicon_;
    const Sentence* sentence_ = nullptr;
    // Money and percentages ask for the same number one after the other.
    static constexpr std::uint32_t kNone = 0xffffffff;
    mutable std::uint32_t read_at_ = kNone;
    mutable std::optional<Number> number_;  // that begins with the token read_at_
    std::optional<Date> today_;
};

// Each gives the value that begins at the token, if one does.
std::optional<FoundValue> read_money(const ValueReader& reader, std::uint32_t token);
std::optional<FoundValue> read_percent(const ValueReader& reader, std::uint32_t token);
std::optional<FoundValue> read_round(const ValueReader& reader, std::uint32_t token);
// `after_date`: the last date ends there; "1998 and 2003" are two dates.
std::optional<FoundValue> read_date(const ValueReader& reader, std::uint32_t token,
                                    std::uint32_t after_date);

}  // namespace relata::extract
