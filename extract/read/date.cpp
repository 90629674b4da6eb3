#include "extract/read/date.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <vector>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2999;

std::string format_date(int year, int month, int day) {
    if (year < kFirstYear || year > kLastYear) return "";
    if (month != 0 && (month < 1 || month > 12)) return "";
    char buffer[48];
    if (month == 0) {
        std::snprintf(buffer, sizeof buffer, "%04d", year);
    } else if (day == 0) {
        std::snprintf(buffer, sizeof buffer, "%04d-%02d", year, month);
    } else {
        const std::chrono::year_month_day date{std::chrono::year(year),
                                               std::chrono::month(static_cast<unsigned>(month)),
                                               std::chrono::day(static_cast<unsigned>(day))};
        if (!date.ok()) return "";
        std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
    }
    return buffer;
}

// A run of letters or of digits, with the character behind it.
struct Piece {
    std::string text;
    bool number = false;
    char after = '\0';
    int value() const {
        int number_value = 0;
        std::from_chars(text.data(), text.data() + text.size(), number_value);
        return number_value;
    }
};

std::vector<Piece> pieces_of(std::string_view written) {
    std::vector<Piece> pieces;
    const std::string folded = utf8::fold(written.substr(0, 100));
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = 0; at < folded.size();) {
        const bool number = is_digit(folded[at]);
        if (!number && !is_word(folded[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < folded.size() && (number ? is_digit(folded[end]) : is_word(folded[end])))
            ++end;
        pieces.push_back(
            {folded.substr(at, end - at), number, end < folded.size() ? folded[end] : '\0'});
        at = end;
    }
    return pieces;
}

// English and German month names and what they are cut to.
int month_of(const std::string& word) {
    constexpr const char* kMonths[][3] = {
        {"jan", "jän", "jan"}, {"feb", "feb", "feb"}, {"mar", "mär", "mrz"}, {"apr", "apr", "apr"},
        {"may", "mai", "may"}, {"jun", "jun", "jun"}, {"jul", "jul", "jul"}, {"aug", "aug", "aug"},
        {"sep", "sep", "sep"}, {"oct", "okt", "oct"}, {"nov", "nov", "nov"}, {"dec", "dez", "dec"}};
    for (int month = 0; month < 12; ++month)
        for (const char* name : kMonths[month])
            if (word.starts_with(name)) return month + 1;
    return 0;
}

std::string from_seconds(long long seconds) {
    const auto day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(seconds)));
    const std::chrono::year_month_day date(day);
    return format_date(static_cast<int>(date.year()), static_cast<int>(unsigned(date.month())),
                       static_cast<int>(unsigned(date.day())));
}

// One run of digits: a year, a month, a day, or seconds or milliseconds since 1970.
std::string from_digits(const std::string& digits) {
    long long number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const int whole = static_cast<int>(number % 1000000000);
    if (digits.size() == 4) return format_date(whole, 0, 0);
    if (digits.size() == 6) return format_date(whole / 100, whole % 100, 0);
    if (digits.size() == 8 || digits.size() == 14) {
        const int day = std::stoi(digits.substr(0, 8));
        return format_date(day / 10000, day / 100 % 100, day % 100);
    }
    if (digits.size() == 10) return from_seconds(number);
    if (digits.size() == 13) return from_seconds(number / 1000);
    return "";
}

// "27 January 2025", "January 27, 2025", "January 2025", with weekdays and times around.
std::string from_words(const std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const int month = pieces[i].number ? 0 : month_of(pieces[i].text);
        if (month == 0) continue;
        const bool day_before = i > 0 && pieces[i - 1].number && pieces[i - 1].text.size() <= 2;
        int day = day_before ? pieces[i - 1].value() : 0;
        std::size_t next = i + 1;
        if (day == 0 && next < pieces.size() && pieces[next].number &&
            pieces[next].text.size() <= 2)
            day = pieces[next++].value();
        while (next < pieces.size() && !pieces[next].number) ++next;  // "27th"
        if (next < pieces.size() && pieces[next].text.size() == 4)
            return format_date(pieces[next].value(), month, day);
    }
    return "";
}

}  // namespace

std::string iso_date(std::string_view written) {
    const std::vector<Piece> p = pieces_of(written);
    if (p.empty()) return "";
    const bool three = p.size() >= 3 && p[0].number && p[1].number && p[2].number;
    if (p[0].number && p[0].text.size() == 4 && p.size() >= 2 && p[1].number) {
        const bool day = three && p[1].after == p[0].after;
        return format_date(p[0].value(), p[1].value(), day ? p[2].value() : 0);
    }
    if (three && p[2].text.size() == 4 && p[0].after == '.' && p[1].after == '.')
        return format_date(p[2].value(), p[1].value(), p[0].value());
    if (three && p[2].text.size() == 4 && p[0].after == '/' && p[0].value() > 12)
        return format_date(p[2].value(), p[1].value(), p[0].value());
    if (three && p[2].text.size() == 4 && p[0].after == '/')
        return format_date(p[2].value(), p[0].value(), p[1].value());
    if (p[0].number && (p.size() == 1 || p[0].text.size() >= 6)) return from_digits(p[0].text);
    return from_words(p);
}

}  // namespace relata::extract
