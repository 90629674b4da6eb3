#include "export/iso_date.hpp"

#include <charconv>
#include <chrono>

namespace relata::exporting {

namespace {

// A number of exactly these digits; -1 where there is anything else.
int number(std::string_view digits) {
    int value = -1;
    const char* end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, value);
    return result.ptr == end && digits.front() != '-' ? value : -1;
}

std::chrono::year year_of(std::string_view date) {
    return std::chrono::year(number(date.substr(0, 4)));
}

std::chrono::month month_of(std::string_view date) {
    const int month = number(date.substr(5, 2));
    return std::chrono::month(month < 0 ? 0U : static_cast<unsigned>(month));
}

}  // namespace

DatePrecision date_precision(std::string_view text) {
    if (text.size() < 4 || number(text.substr(0, 4)) < 1) return DatePrecision::none;
    if (text.size() == 4) return DatePrecision::year;
    if (text.size() < 7 || text[4] != '-' || !month_of(text).ok()) return DatePrecision::none;
    if (text.size() == 7) return DatePrecision::month;
    if (text.size() != 10 || text[7] != '-') return DatePrecision::none;
    const int day = number(text.substr(8, 2));
    const bool valid =
        day > 0 &&
        (year_of(text) / month_of(text) / std::chrono::day(static_cast<unsigned>(day))).ok();
    return valid ? DatePrecision::day : DatePrecision::none;
}

std::string first_day(std::string_view date) {
    switch (date_precision(date)) {
        case DatePrecision::year:
            return std::string(date) + "-01-01";
        case DatePrecision::month:
            return std::string(date) + "-01";
        case DatePrecision::day:
            return std::string(date);
        case DatePrecision::none:
            break;
    }
    return "";
}

std::string last_day(std::string_view date) {
    switch (date_precision(date)) {
        case DatePrecision::year:
            return std::string(date) + "-12-31";
        case DatePrecision::month: {
            const auto last = (year_of(date) / month_of(date) / std::chrono::last).day();
            return std::string(date) + '-' + std::to_string(static_cast<unsigned>(last));
        }
        case DatePrecision::day:
            return std::string(date);
        case DatePrecision::none:
            break;
    }
    return "";
}

}  // namespace relata::exporting
