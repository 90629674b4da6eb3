// Rows for people and for programs: one Table, printed in any of the formats that --format takes.
//
//   Table table{{"name", "degree"}, {}};
//   table.rows.push_back({Cell("OpenAI"), Cell(std::int64_t{12})});
//   print_table(table, TableFormat::automatic, options.common, std::cout);
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <variant>
#include <vector>

#include "cli/options.hpp"

namespace relata::cli {

// A value that is more than one word: as people read it, and as JSON.
struct Structured {
    std::string text, json;
};

// What a cell holds; monostate is "no value", a vector is a list of strings.
using Cell = std::variant<std::monostate, bool, std::int64_t, double, std::string,
                          std::vector<std::string>, Structured>;

struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;  // each as long as columns
};

enum class TableFormat { automatic, table, csv, tsv, json, jsonl, md };

// --format, --json
struct TableOptions {
    std::string format = "auto";
    // `meaning`: what the formats are for this command, if not rows.
    void add_to(CLI::App& app, const std::string& meaning = "");
    // `automatic` is a table on a terminal and TSV elsewhere.
    TableFormat chosen() const;
};

void print_table(const Table& table, TableFormat format, const CommonOptions& common,
                 std::ostream& out);

// A cell as people read it: "" for no value, lists with commas.
std::string cell_text(const Cell& cell);
// A string as a JSON string literal.
std::string json_string(std::string_view text);

}  // namespace relata::cli
