#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include "base/utf8.hpp"

namespace relata::cli {

namespace {

std::size_t columns_of(char32_t code) {
    const auto point = static_cast<UChar32>(code);
    const int category = u_charType(point);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
        category == U_FORMAT_CHAR || category == U_CONTROL_CHAR)
        return 0;
    const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

bool is_terminal(int descriptor) { return isatty(descriptor) != 0; }

unsigned terminal_width(int descriptor) {
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        width += columns_of(code);
        at += length;
    }
    return width;
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return std::string(text);
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto [code, length] = utf8::decode(text, at);
        if (width + columns_of(code) + 1 > columns) break;
        width += columns_of(code);
        at += length;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::string Style::wrap(std::string_view code, std::string_view text) const {
    if (!on || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace relata::cli
