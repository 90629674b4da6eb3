// ISO dates as the graph holds them: "2025", "2025-01" or "2025-01-20", or a text that is none of
// these.
#pragma once

#include <string>
#include <string_view>

namespace relata::exporting {

enum class DatePrecision { none, year, month, day };

// How much of a date the text is; `none` for anything that is no date of the Gregorian calendar.
DatePrecision date_precision(std::string_view text);
// The first and the last day of the period that the date names, "2025-02" -> "2025-02-01",
// "2025-02-28";
// "" for a text that is no date.
std::string first_day(std::string_view date);
std::string last_day(std::string_view date);

}  // namespace relata::exporting
