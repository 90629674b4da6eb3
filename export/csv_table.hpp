// A table of CSV lines made of columns, for the formats that are folders of such tables.
#pragma once

#include "export/columns.hpp"
#include "export/text.hpp"

namespace relata::exporting {

// Between the members of a list in one field: a character that no name has, so that ";" and "," are
// free.
inline constexpr std::string_view kUnitSeparator = "\x1F";

enum class ListForm {
    json,      // a JSON array
    separated  // members with kUnitSeparator between them, for database loaders
};

// One field without the comma. Numbers stand without quotes: some readers take a quoted number for
// a text.
void write_csv_field(Writer& out, Writer& scratch, const Value& value, ListForm form);

}  // namespace relata::exporting
