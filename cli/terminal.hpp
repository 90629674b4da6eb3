// What standard output and standard error are: a terminal or not, how wide, and colours for it.
#pragma once

#include <string>
#include <string_view>

namespace relata::cli {

bool is_terminal(int descriptor);
// Columns of the terminal behind the descriptor, 80 where that is unknown.
unsigned terminal_width(int descriptor);
// Columns that a UTF-8 text takes on a terminal.
std::size_t display_width(std::string_view text);
// The text cut to that many columns, with "…" where something was cut off.
std::string cut_to_width(std::string_view text, std::size_t columns);

// Marks text with terminal colours, or leaves it as it is where `on` is false.
struct Style {
    bool on = false;
    std::string bold(std::string_view text) const { return wrap("1", text); }
    std::string dim(std::string_view text) const { return wrap("2", text); }
    std::string red(std::string_view text) const { return wrap("31", text); }
    std::string green(std::string_view text) const { return wrap("32", text); }
    std::string yellow(std::string_view text) const { return wrap("33", text); }
    std::string blue(std::string_view text) const { return wrap("34", text); }
    std::string cyan(std::string_view text) const { return wrap("36", text); }

  private:
    std::string wrap(std::string_view code, std::string_view text) const;
};

}  // namespace relata::cli
