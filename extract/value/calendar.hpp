// Calendar arithmetic on ISO dates that may be partial ("2015", "2015-05", "2015-05-12").
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relata::extract {

struct Date {
    int year = 0;
    unsigned month = 0;  // 0: not known
    unsigned day = 0;    // 0: not known
};

std::optional<Date> parse_iso(std::string_view text);
std::string to_iso(const Date& date);
// Whether the date exists.
bool is_valid(const Date& date);

// A unit of time and a distance from the date, as relative_date lists give it: "day-1", "year+0".
// The result is as exact as the unit (week: its month). nullopt where the date is not exact enough.
std::optional<Date> shift(const Date& date, std::string_view unit_and_distance);
// The last such weekday (1: Monday) up to the date, or the first one after it.
std::optional<Date> weekday_before(const Date& date, unsigned weekday);
std::optional<Date> weekday_after(const Date& date, unsigned weekday);

}  // namespace relata::extract
