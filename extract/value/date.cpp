// Dates: "12 May 2015", "3. März 2019", "2015-03-01", "03.05.2019", "in 2004", "last year", "on
// Tuesday".
#include <algorithm>

#include "extract/value/calendar.hpp"
#include "extract/value/value_reader.hpp"

namespace relata::extract {

namespace {

constexpr unsigned kFirstYear = 1800;
constexpr unsigned kLastYear = 2099;

class DateReader {
  public:
    DateReader(const ValueReader& reader, std::uint32_t after_date)
        : reader_(reader), after_date_(after_date), today_(reader.today()) {}

    std::optional<FoundValue> read(std::uint32_t token) const;

  private:
    static FoundValue found(std::uint32_t last, const Date& date) {
        return {last, ValueKind::date, {to_iso(date), ""}};
    }
    std::optional<unsigned> number(std::uint32_t token, std::size_t digits) const;
    std::optional<unsigned> year(std::uint32_t token) const;
    unsigned month(std::uint32_t token, std::uint32_t& last) const;
    std::optional<unsigned> day(std::uint32_t token, std::uint32_t& last) const;
    std::optional<unsigned> year_behind(std::uint32_t token, std::uint32_t& last) const;
    Date nearest(unsigned month, unsigned day) const;

    std::optional<FoundValue> read_iso(std::uint32_t token) const;
    std::optional<FoundValue> read_dotted(std::uint32_t token) const;
    std::optional<FoundValue> read_slashed(std::uint32_t token) const;
    std::optional<FoundValue> read_day_first(std::uint32_t token) const;
    std::optional<FoundValue> read_month_first(std::uint32_t token) const;
    std::optional<FoundValue> read_year(std::uint32_t token) const;
    bool is_title(std::uint32_t token) const;
    std::optional<FoundValue> read_relative(std::uint32_t token) const;
    std::optional<FoundValue> read_weekday(std::uint32_t token) const;
    bool year_stands_for_itself(std::uint32_t token) const;
    bool counts_something(std::uint32_t token) const;

    const ValueReader& reader_;
    std::uint32_t after_date_;
    std::optional<Date> today_;
};

std::optional<unsigned> DateReader::number(std::uint32_t token, std::size_t digits) const {
    return reader_.text(token).size() == digits ? reader_.small_number(token) : std::nullopt;
}

std::optional<unsigned> DateReader::year(std::uint32_t token) const {
    const std::optional<unsigned> value = number(token, 4);
    return value && *value >= kFirstYear && *value <= kLastYear ? value : std::nullopt;
}

// The number of the month that the token names, or 0; `last` becomes the token behind the name and
// the full stop of an abbreviation. Capitalised only: "may" and "march" are other words.
unsigned DateReader::month(std::uint32_t token, std::uint32_t& last) const {
    if (!reader_.in(token, reader_.classes.month) || !reader_.flag(token, kCapital)) return 0;
    const std::string_view name = reader_.text(token);
    const unsigned value =
        ValueReader::small_number(reader_.map_value(reader_.classes.month, name)).value_or(0);
    if (value > 12) return 0;
    last = token + 1;
    if (name.size() <= 4 && reader_.glued(last, ".") && reader_.inside(last + 1)) ++last;
    return value;
}

// "12", "12.", "12th"; `last` becomes the token behind it.
std::optional<unsigned> DateReader::day(std::uint32_t token, std::uint32_t& last) const {
    std::optional<unsigned> value;
    if (reader_.in(token, reader_.classes.ordinal) && reader_.flag(token, kDigits)) {
        value = ValueReader::small_number(
            reader_.map_value(reader_.classes.ordinal, reader_.text(token)));
    } else if (reader_.text(token).size() <= 2) {
        value = reader_.small_number(token);
    }
    if (!value || *value < 1 || *value > 31) return std::nullopt;
    last = token + 1;
    return value;
}

// A year behind day and month, with or without a comma.
std::optional<unsigned> DateReader::year_behind(std::uint32_t token, std::uint32_t& last) const {
    if (reader_.text(token) == "," || reader_.text(token) == "of") ++token;
    const std::optional<unsigned> value = year(token);
    if (value) last = token + 1;
    return value;
}

// Without a year the date is the one nearest to the day of publication that is not far in the
// future.
Date DateReader::nearest(unsigned month, unsigned day) const {
    Date date{today_->year, month, day};
    if (today_->month != 0 && month > today_->month + 3) --date.year;
    if (month + 9 <= today_->month) ++date.year;
    return date;
}

// 2015-03-01
std::optional<FoundValue> DateReader::read_iso(std::uint32_t token) const {
    const std::optional<unsigned> when = year(token);
    const std::optional<unsigned> month_number = number(token + 2, 2);
    if (!when || !month_number || !reader_.glued(token + 1, "-")) return std::nullopt;
    if (!reader_.flag(token + 2, kGlued) || *month_number < 1 || *month_number > 12)
        return std::nullopt;
    Date date{static_cast<int>(*when), *month_number};
    const std::optional<unsigned> day_number = number(token + 4, 2);
    if (!day_number || !reader_.glued(token + 3, "-")) return found(token + 3, date);
    date.day = *day_number;
    if (date.day == 0 || !is_valid(date)) return std::nullopt;
    return found(token + 5, date);
}

// 03.05.2019, which is one token
std::optional<FoundValue> DateReader::read_dotted(std::uint32_t token) const {
    const std::string_view text = reader_.text(token);
    const std::size_t first = text.find('.');
    const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || text.size() - second != 5) return std::nullopt;
    const auto part = [&](std::size_t begin, std::size_t end) {
        unsigned value = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (text[i] < '0' || text[i] > '9') return 0U;
            value = value * 10 + static_cast<unsigned>(text[i] - '0');
        }
        return value;
    };
    if (first > 2 || second - first > 3) return std::nullopt;
    const Date date{static_cast<int>(part(second + 1, text.size())), part(first + 1, second),
                    part(0, first)};
    const bool plausible = date.year >= static_cast<int>(kFirstYear) &&
                           date.year <= static_cast<int>(kLastYear) && date.month > 0 &&
                           date.day > 0;
    if (!plausible || !is_valid(date)) return std::nullopt;
    return found(token + 1, date);
}

// 25/12/2019 and 12/25/2019; the year alone where day and month could be changed about
std::optional<FoundValue> DateReader::read_slashed(std::uint32_t token) const {
    if (!reader_.glued(token + 1, "/") || !reader_.glued(token + 3, "/")) return std::nullopt;
    const std::optional<unsigned> a = reader_.small_number(token);
    const std::optional<unsigned> b = reader_.small_number(token + 2);
    const std::optional<unsigned> when = year(token + 4);
    if (!a || !b || !when || *a == 0 || *b == 0 || *a > 31 || *b > 31) return std::nullopt;
    Date date{static_cast<int>(*when)};
    if (*a > 12 || *b > 12 || *a == *b) {
        date.month = std::min(*a, *b);
        date.day = std::max(*a, *b);
        if (!is_valid(date)) return std::nullopt;
    }
    return found(token + 5, date);
}

// "12 May 2015", "12th of May", "12. Mai 2015"
std::optional<FoundValue> DateReader::read_day_first(std::uint32_t token) const {
    std::uint32_t last = token;
    const std::optional<unsigned> day_number = day(token, last);
    if (!day_number) return std::nullopt;
    if (reader_.glued(last, ".") || reader_.text(last) == "of") ++last;
    const unsigned month_number = month(last, last);
    if (month_number == 0) return std::nullopt;
    Date date{0, month_number, *day_number};
    if (const std::optional<unsigned> when = year_behind(last, last))
        date.year = static_cast<int>(*when);
    else if (today_)
        date = nearest(month_number, *day_number);
    else
        return std::nullopt;
    if (!is_valid(date)) return std::nullopt;
    return found(last, date);
}

// "May 12, 2015", "May 12th", "May 2015", "in May"
std::optional<FoundValue> DateReader::read_month_first(std::uint32_t token) const {
    std::uint32_t last = token;
    const unsigned month_number = month(token, last);
    if (month_number == 0) return std::nullopt;
    if (const std::optional<unsigned> when = year_behind(last, last))
        return found(last, {static_cast<int>(*when), month_number});
    if (const std::optional<unsigned> day_number = day(last, last)) {
        Date date{0, month_number, *day_number};
        const std::optional<unsigned> when = year_behind(last, last);
        if (!when && !today_) return std::nullopt;
        if (!when && counts_something(last)) return std::nullopt;
        date = when ? Date{static_cast<int>(*when), month_number, *day_number}
                    : nearest(month_number, *day_number);
        return is_valid(date) ? std::optional(found(last, date)) : std::nullopt;
    }
    if (!today_ || token == reader_.first() || !reader_.in(token - 1, reader_.classes.date_lead))
        return std::nullopt;
    // "founded by Jan Koum"
    if (reader_.in(token, reader_.classes.short_month) && reader_.flag(token + 1, kCapital))
        return std::nullopt;
    const Date date = nearest(month_number, 0);
    return found(token + 1, date);
}

// Whether the token makes the number before it an amount.
bool DateReader::counts_something(std::uint32_t token) const {
    return reader_.in(token, reader_.classes.percent) ||
           reader_.in(token, reader_.classes.magnitude) ||
           reader_.in(token, reader_.classes.currency);
}

// A number that looks like a year is one behind "in" and the like, behind another year ("1998 and
// 2003"), in brackets, in "the 1998 merger", and, in languages with the list bare_year_not_behind,
// between lower-case words ("kaufte 2015 die Firma"), between one and a name ("kaufte 2015 Acme"),
// behind a comma ("Acme, 2015 gegründet"), or between a name and a word of bare_year_before
// ("gründete Acme 2015 in Wien") unless it is round.
bool DateReader::year_stands_for_itself(std::uint32_t token) const {
    if (token == reader_.first()) return !reader_.flag(token + 1, kCapital | kGlued);
    const std::uint32_t before = token - 1;
    const bool joined = reader_.glued(before, "-") && reader_.flag(token, kGlued);  // "mid-2012"
    if (reader_.in(joined ? before - 1 : before, reader_.classes.date_lead)) return true;
    if (after_date_ != 0 && after_date_ + 1 == token) return true;
    const std::string_view mark = reader_.text(before);
    const std::string_view behind = reader_.text(token + 1);
    const bool closes = behind == ")" || behind == "-" || behind == "\u2013" || behind == ",";
    // "(2015)", "(2015 gegründet)"
    if (mark == "(" && (closes || reader_.in(token + 1, reader_.classes.bare_year_before)))
        return true;
    if (reader_.flag(token, kGlued)) return false;
    if (reader_.text(token).ends_with("00")) return false;
    const bool plain_behind = !reader_.flag(token + 1, kCapital | kDigits | kInnerCapital);
    if (reader_.in(before, reader_.classes.year_owner)) {
        // ", der 2015 Acme gründete", but not ", der 2015 Mitarbeiter"
        const bool relative = reader_.classes.bare_year_not_behind && before > reader_.first() &&
                              reader_.text(before - 1) == ",";
        return plain_behind || (relative && !reader_.flag(token + 1, kDigits) &&
                                !reader_.in(token + 1, reader_.classes.noun));
    }
    if (!reader_.classes.bare_year_not_behind) return false;
    if (!plain_behind && (reader_.flag(before, kCapital) || reader_.flag(token + 1, kDigits) ||
                          reader_.in(before, reader_.classes.preposition) ||
                          reader_.in(token + 1, reader_.classes.noun)))
        return false;
    if (mark == "," || reader_.flag(before, kCapital))
        return behind == ")" || reader_.in(token + 1, reader_.classes.bare_year_before);
    return reader_.flag(before, kWord) && !reader_.in(before, reader_.classes.bare_year_not_behind);
}

std::optional<FoundValue> DateReader::read_year(std::uint32_t token) const {
    const std::optional<unsigned> when = year(token);
    if (!when || counts_something(token + 1) || !year_stands_for_itself(token)) return std::nullopt;
    return found(token + 1, {static_cast<int>(*when)});
}

// "the Today programme": a word with a capital that it has neither from its place nor as a noun.
bool DateReader::is_title(std::uint32_t token) const {
    return reader_.flag(token, kCapital) && !reader_.flag(token, kSentenceStart | kAllCaps) &&
           !reader_.in(token, reader_.classes.noun) && reader_.flag(token + 1, kWord) &&
           !reader_.flag(token + 1, kCapital | kGlued);
}

std::optional<FoundValue> DateReader::read_relative(std::uint32_t token) const {
    if (!today_) return std::nullopt;
    const std::optional<MapEntry> phrase = reader_.entry(reader_.classes.relative_date, token);
    if (!phrase || (phrase->last == token + 1 && is_title(token))) return std::nullopt;
    const std::optional<Date> date = shift(*today_, phrase->value);
    if (!date) return std::nullopt;
    return found(phrase->last, *date);
}

std::optional<FoundValue> DateReader::read_weekday(std::uint32_t token) const {
    if (!today_ || !reader_.in(token, reader_.classes.weekday) || !reader_.flag(token, kCapital))
        return std::nullopt;
    const std::string_view value = reader_.map_value(reader_.classes.weekday, reader_.text(token));
    const unsigned weekday = ValueReader::small_number(value).value_or(0);
    if (weekday < 1 || weekday > 7) return std::nullopt;
    const bool ahead = token > reader_.first() && reader_.in(token - 1, reader_.classes.upcoming);
    const std::optional<Date> date =
        ahead ? weekday_after(*today_, weekday) : weekday_before(*today_, weekday);
    if (!date) return std::nullopt;
    return found(token + 1, *date);
}

std::optional<FoundValue> DateReader::read(std::uint32_t token) const {
    if (reader_.flag(token, kDigits)) {
        for (const auto form :
             {&DateReader::read_iso, &DateReader::read_dotted, &DateReader::read_slashed,
              &DateReader::read_day_first, &DateReader::read_year})
            if (std::optional<FoundValue> value = (this->*form)(token)) return value;
        return std::nullopt;
    }
    for (const auto form :
         {&DateReader::read_month_first, &DateReader::read_relative, &DateReader::read_weekday})
        if (std::optional<FoundValue> value = (this->*form)(token)) return value;
    return std::nullopt;
}

}  // namespace

std::optional<FoundValue> read_date(const ValueReader& reader, std::uint32_t token,
                                    std::uint32_t after_date) {
    return DateReader(reader, after_date).read(token);
}

}  // namespace relata::extract
