#include "cli/table.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/terminal.hpp"

namespace relata::cli {

namespace {

struct FormatName {
    const char* name;
    TableFormat format;
};
constexpr FormatName kFormats[] = {{"auto", TableFormat::automatic}, {"table", TableFormat::table},
                                   {"csv", TableFormat::csv},        {"tsv", TableFormat::tsv},
                                   {"json", TableFormat::json},      {"jsonl", TableFormat::jsonl},
                                   {"md", TableFormat::md}};

std::string number_text(double number) {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    return error == std::errc() ? std::string(buffer, end) : "";
}

std::string replaced(std::string_view text, std::string_view characters,
                     std::string_view (*by)(char)) {
    std::string out;
    for (const char c : text)
        if (characters.find(c) == std::string_view::npos)
            out += c;
        else
            out += by(c);
    return out;
}

// What a terminal or a line of TSV cannot show as it is.
std::string one_line(std::string_view text) {
    return replaced(text, "\t\n\r\x1b", [](char) -> std::string_view { return " "; });
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string md_field(const std::string& text) {
    return replaced(one_line(text), "|\\",
                    [](char c) -> std::string_view { return c == '|' ? "\\|" : "\\\\"; });
}

nlohmann::ordered_json json_of(const Cell& cell) {
    return std::visit(
        [](const auto& value) -> nlohmann::ordered_json {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
                return nullptr;
            else if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Structured>)
                return nlohmann::ordered_json::parse(value.json);
            else
                return value;
        },
        cell);
}

std::string json_row(const Table& table, const std::vector<Cell>& row) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        object[table.columns[i]] = json_of(row[i]);
    return object.dump();
}

bool is_number(const Cell& cell) {
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

// Widths of the columns, the widest ones cut until all fit into `available`.
std::vector<std::size_t> column_widths(const Table& table, std::size_t available) {
    std::vector<std::size_t> widths;
    for (const std::string& column : table.columns) widths.push_back(display_width(column));
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], display_width(one_line(cell_text(row[i]))));
    const std::size_t gaps = widths.empty() ? 0 : 2 * (widths.size() - 1);
    constexpr std::size_t kNarrowest = 8;
    for (;;) {
        std::size_t sum = gaps;
        for (const std::size_t width : widths) sum += width;
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (sum <= available || widest == widths.end() || *widest <= kNarrowest) return widths;
        *widest -= std::min(sum - available, *widest - std::max(kNarrowest, *widest / 2));
    }
}

void print_aligned(const Table& table, const CommonOptions& common, std::ostream& out) {
    const Style style{common.colored(STDOUT_FILENO)};
    const std::size_t available =
        is_terminal(STDOUT_FILENO) ? terminal_width(STDOUT_FILENO) : std::string::npos / 2;
    const std::vector<std::size_t> widths = column_widths(table, available);
    const auto line = [&](auto&& text_of, auto&& right, bool heading) {
        std::string text;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string field = cut_to_width(text_of(i), widths[i]);
            const std::string padding(widths[i] - std::min(widths[i], display_width(field)), ' ');
            const std::string shown = heading ? style.bold(field) : field;
            text += right(i) ? padding + shown : i + 1 < widths.size() ? shown + padding : shown;
            if (i + 1 < widths.size()) text += "  ";
        }
        out << text << '\n';
    };
    const auto numeric = [&](std::size_t i) {
        return !table.rows.empty() && is_number(table.rows[0][i]);
    };
    line([&](std::size_t i) { return table.columns[i]; }, numeric, true);
    for (const auto& row : table.rows)
        line([&](std::size_t i) { return one_line(cell_text(row[i])); }, numeric, false);
}

// Formats of one line a row, whose first line names the columns.
void print_separated(const Table& table, std::string_view separator,
                     std::string (*field)(const std::string&), std::ostream& out) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        out << (i > 0 ? separator : "") << field(table.columns[i]);
    out << '\n';
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            out << (i > 0 ? separator : "") << field(cell_text(row[i]));
        out << '\n';
    }
}

void print_markdown(const Table& table, std::ostream& out) {
    const auto line = [&](auto&& text_of) {
        out << '|';
        for (std::size_t i = 0; i < table.columns.size(); ++i) out << ' ' << text_of(i) << " |";
        out << '\n';
    };
    line([&](std::size_t i) { return md_field(table.columns[i]); });
    line([](std::size_t) { return std::string("---"); });
    for (const auto& row : table.rows)
        line([&](std::size_t i) { return md_field(cell_text(row[i])); });
}

void print_json(const Table& table, std::ostream& out) {
    out << '[';
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        out << (i > 0 ? ",\n " : "") << json_row(table, table.rows[i]);
    out << "]\n";
}

}  // namespace

void TableOptions::add_to(CLI::App& app, const std::string& meaning) {
    std::vector<std::string> names;
    for (const FormatName& known : kFormats) names.emplace_back(known.name);
    app.add_option("--format", format,
                   meaning.empty()
                       ? "table, csv, tsv, json, jsonl or md; auto: a table on a terminal, else tsv"
                       : "auto: " + meaning)
        ->check(CLI::IsMember(names))
        ->type_name("FORMAT");
    app.add_flag_callback(
        "--json", [this] { format = "json"; }, "the same as --format json");
}

TableFormat TableOptions::chosen() const {
    for (const FormatName& known : kFormats)
        if (format == known.name) return known.format;
    return TableFormat::automatic;
}

std::string cell_text(const Cell& cell) {
    struct Text {
        std::string operator()(std::monostate) const { return ""; }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
        std::string operator()(std::int64_t value) const { return std::to_string(value); }
        std::string operator()(double value) const { return number_text(value); }
        std::string operator()(const std::string& value) const { return value; }
        std::string operator()(const Structured& value) const { return value.text; }
        std::string operator()(const std::vector<std::string>& values) const {
            std::string text;
            for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
            return text;
        }
    };
    return std::visit(Text{}, cell);
}

std::string json_string(std::string_view text) { return nlohmann::json(text).dump(); }

void print_table(const Table& table, TableFormat format, const CommonOptions& common,
                 std::ostream& out) {
    if (format == TableFormat::automatic)
        format = is_terminal(STDOUT_FILENO) ? TableFormat::table : TableFormat::tsv;
    switch (format) {
        case TableFormat::csv:
            return print_separated(table, ",", csv_field, out);
        case TableFormat::tsv:
            return print_separated(
                table, "\t", [](const std::string& text) { return one_line(text); }, out);
        case TableFormat::json:
            return print_json(table, out);
        case TableFormat::jsonl:
            for (const auto& row : table.rows) out << json_row(table, row) << '\n';
            return;
        case TableFormat::md:
            return print_markdown(table, out);
        default:
            return print_aligned(table, common, out);
    }
}

}  // namespace relata::cli
