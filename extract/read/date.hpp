// Publication dates as feeds, pages and vendors write them -> ISO dates.
#pragma once

#include <string>
#include <string_view>

namespace relata::extract {

// "2025-01-27T10:00:00Z", "Mon, 27 Jan 2025 10:00:00 GMT", "20250127", "27. Januar 2025",
// "January 27, 2025", "27.01.2025", "1737936000" (seconds since 1970) -> "2025-01-27"; "2025-01"
// and "2025" stay partial. "" for what is no date.
std::string iso_date(std::string_view written);

}  // namespace relata::extract
