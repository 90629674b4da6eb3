#include "extract/read/markup.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "extract/read/html_page.hpp"

namespace relata::extract {

namespace {

constexpr std::array<std::string_view, 36> kTags = {
    "a",      "abbr",  "b",   "blockquote", "br",    "cite",   "div",  "em",     "figcaption",
    "figure", "font",  "h1",  "h2",         "h3",    "h4",     "hr",   "i",      "iframe",
    "img",    "li",    "ol",  "p",          "pre",   "script", "span", "strong", "section",
    "small",  "style", "sub", "sup",        "table", "td",     "tr",   "u",      "ul"};

// What Windows-1252 has from 128 to 159, which pages mean by such numbers.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Does a tag of HTML begin at the '<'?
bool is_tag(std::string_view text, std::size_t at) {
    std::size_t name = at + 1;
    if (name < text.size() && text[name] == '/') ++name;
    std::size_t end = name;
    while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0) ++end;
    if (end == text.size() || std::string_view("> /\n\t").find(text[end]) == std::string_view::npos)
        return false;
    const std::string folded = utf8::fold(text.substr(name, end - name));
    return std::find(kTags.begin(), kTags.end(), folded) != kTags.end() &&
           text.find('>', end) != std::string_view::npos;
}

bool has_tags(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        if (is_tag(text, at)) return true;
    return false;
}

// The character of "#233", "#xE9" or "eacute".
std::optional<char32_t> character(std::string_view name) {
    if (!name.starts_with('#')) {
        const htmlEntityDesc* known =
            htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
        return known == nullptr ? std::nullopt : std::optional<char32_t>(known->value);
    }
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    if (code >= 0x80 && code < 0xA0) return kWindows[code - 0x80];
    const bool control = code < 0x20 && code != '\n' && code != '\t';
    if (control || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return std::nullopt;
    return code;
}

// Is there a reference at `at` whose "&" became a space: " amp;", " #39;"?
bool is_lost_reference(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 5> names = {"amp", "quot", "lt", "gt", "apos"};
    constexpr std::size_t longest = 4;
    const std::size_t name = at + 1;
    const std::size_t end = text.find(';', name);
    if (end == std::string_view::npos || end - name > longest || end - name < 2) return false;
    const std::string_view word = text.substr(name, end - name);
    const bool number = word[0] == '#' && word.size() > 2 &&
                        word.find_first_not_of("0123456789", 1) == std::string_view::npos;
    return number || std::find(names.begin(), names.end(), word) != names.end();
}

// With the "&" back in "AT amp;T", "Ridder #39;s": some collections of news have lost it.
std::string with_marks(std::string text) {
    if (text.find(';') == std::string::npos) return text;
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1))
        if (is_lost_reference(text, at)) text[at] = '&';
    return text;
}

std::string without_references(std::string_view text) {
    constexpr std::size_t longest = 10;  // "#x1F600"
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t mark = std::min(text.find('&', at), text.size());
        out += text.substr(at, mark - at);
        if (mark == text.size()) break;
        const std::size_t end = text.find(';', mark);
        const bool near = end != std::string_view::npos && end - mark <= longest;
        const auto code =
            near ? character(text.substr(mark + 1, end - mark - 1)) : std::optional<char32_t>();
        if (code)
            utf8::append(out, *code == 0xA0 ? U' ' : *code);
        else
            out += '&';
        at = code ? end + 1 : mark + 1;
    }
    return out;
}

// Between the tags white space means nothing; what is written in paragraphs without <p> keeps them.
std::string text_of_html(std::string_view html) {
    std::string marked;
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t gap = std::min(html.find("\n\n", at), html.size());
        marked += html.substr(at, gap - at);
        if (gap == html.size()) break;
        marked += "<p>";
        at = std::min(html.find_first_not_of("\n", gap), html.size());
    }
    return html_fragment_text(marked);
}

}  // namespace

std::string without_markup(std::string text) {
    text = with_marks(std::move(text));
    if (text.find_first_of("<&") == std::string::npos) return text;
    if (has_tags(text)) return text_of_html(text);
    if (text.find('&') == std::string::npos) return text;
    text = without_references(text);
    return has_tags(text) ? text_of_html(text) : text;
}

}  // namespace relata::extract
