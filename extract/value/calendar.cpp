#include "extract/value/calendar.hpp"

#include <charconv>
#include <chrono>

namespace relata::extract {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

std::optional<int> parse_int(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

sys_days days_of(const Date& date) {
    return sys_days(year_month_day(std::chrono::year(date.year), std::chrono::month(date.month),
                                   std::chrono::day(date.day)));
}

Date date_of(sys_days when) {
    const year_month_day date(when);
    return {int(date.year()), unsigned(date.month()), unsigned(date.day())};
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::optional<Date> parse_iso(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() < 10) return std::nullopt;
    const std::optional<int> year = parse_int(text.substr(0, 4));
    if (!year || *year < 0) return std::nullopt;
    Date date{*year};
    for (const auto& [position, field] : {std::pair(5U, &Date::month), {8U, &Date::day}}) {
        if (text.size() < position) break;
        const std::optional<int> number = parse_int(text.substr(position, 2));
        if (text[position - 1] != '-' || !number || *number < 1) return std::nullopt;
        date.*field = static_cast<unsigned>(*number);
    }
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::string to_iso(const Date& date) {
    std::string text = std::to_string(date.year);
    if (date.month == 0) return text;
    text += "-" + two_digits(date.month);
    return date.day == 0 ? text : text + "-" + two_digits(date.day);
}

bool is_valid(const Date& date) {
    if (date.month > 12) return false;
    if (date.month == 0 || date.day == 0) return true;
    return year_month_day(std::chrono::year(date.year), std::chrono::month(date.month),
                          std::chrono::day(date.day))
        .ok();
}

std::optional<Date> shift(const Date& date, std::string_view unit_and_distance) {
    const std::size_t sign = unit_and_distance.find_first_of("+-");
    if (sign == std::string_view::npos) return std::nullopt;
    const std::string_view unit = unit_and_distance.substr(0, sign);
    const std::size_t digits = unit_and_distance[sign] == '+' ? sign + 1 : sign;
    const std::optional<int> distance = parse_int(unit_and_distance.substr(digits));
    if (!distance) return std::nullopt;
    if (unit == "year") return Date{date.year + *distance};
    if (unit == "month") {
        if (date.month == 0) return std::nullopt;
        const int months = date.year * 12 + static_cast<int>(date.month) - 1 + *distance;
        return Date{months / 12, static_cast<unsigned>(months % 12) + 1};
    }
    if (date.day == 0) return std::nullopt;
    if (unit == "day") return date_of(days_of(date) + days(*distance));
    if (unit != "week") return std::nullopt;
    const Date then = date_of(days_of(date) + days(*distance * 7));
    return Date{then.year, then.month};
}

std::optional<Date> weekday_before(const Date& date, unsigned weekday) {
    if (date.day == 0) return std::nullopt;
    const sys_days today = days_of(date);
    const unsigned now = std::chrono::weekday(today).iso_encoding();
    return date_of(today - days((now + 7 - weekday) % 7));
}

std::optional<Date> weekday_after(const Date& date, unsigned weekday) {
    if (date.day == 0) return std::nullopt;
    const sys_days today = days_of(date);
    const unsigned now = std::chrono::weekday(today).iso_encoding();
    return date_of(today + days((weekday + 6 - now) % 7 + 1));
}

}  // namespace relata::extract
