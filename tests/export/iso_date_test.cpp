#include "export/iso_date.hpp"

#include <doctest/doctest.h>

namespace relata::exporting {

TEST_CASE("dates of the calendar have a precision, other texts none") {
    CHECK(date_precision("2025") == DatePrecision::year);
    CHECK(date_precision("2025-01") == DatePrecision::month);
    CHECK(date_precision("2024-02-29") == DatePrecision::day);
    for (const char* text :
         {"", "25", "20255", "2025-13", "2025-00", "2025-02-29", "2025-1-1", "2025-01-1x",
          "2025-01-00", "2025-01-20T10:00", "0000", "-100", "next year", "2025/01"}) {
        INFO(text);
        CHECK(date_precision(text) == DatePrecision::none);
    }
}

TEST_CASE("a partial date spans its first to its last day") {
    CHECK(first_day("2024") == "2024-01-01");
    CHECK(last_day("2024") == "2024-12-31");
    CHECK(first_day("2024-02") == "2024-02-01");
    CHECK(last_day("2024-02") == "2024-02-29");
    CHECK(last_day("2023-04") == "2023-04-30");
    CHECK(first_day("2024-02-03") == "2024-02-03");
    CHECK(last_day("2024-02-03") == "2024-02-03");
    CHECK(first_day("soon") == "");
    CHECK(last_day("soon") == "");
}

}  // namespace relata::exporting
