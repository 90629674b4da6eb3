#include "export/csv_table.hpp"

namespace relata::exporting {

namespace {

void write_separated(Writer& out, const std::vector<std::string>& texts) {
    out << '"';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) out << kUnitSeparator;
        write_replaced(out, texts[i], [](char c) -> std::string_view {
            if (c == '"') return "\"\"";
            return c == kUnitSeparator.front() ? kReplacement : std::string_view{};
        });
    }
    out << '"';
}

}  // namespace

void write_csv_field(Writer& out, Writer& scratch, const Value& value, ListForm form) {
    if (is_empty(value)) return;
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        out << csv(*text);
    } else if (const auto* list = std::get_if<const std::vector<std::string>*>(&value)) {
        if (form == ListForm::separated) {
            write_separated(out, **list);
        } else {
            out << csv(as_text(value, scratch));
        }
    } else {
        out << as_text(value, scratch);
    }
}

}  // namespace relata::exporting
