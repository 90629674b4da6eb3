// HTML -> an article: its main text without navigation, adverts and notices
// (extract/read/main_text), and its metadata (extract/read/html_metadata). libxml2 parses.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.hpp"

namespace relata::extract {

struct HtmlPage {
    Document article;   // text, title, date, url, language, source, author; what is unknown is ""
    std::string fault;  // a mended character set, nesting without end, or ""
};

// `bytes` in any character set; `charset` is what the sender says about it, or "".
HtmlPage read_html_page(std::string bytes, std::string_view charset = "");

// The text of a piece of HTML, as feeds and vendors have it, all of it: paragraphs apart, no
// markup. To `fault` the reason is added where only a part of it could be read.
std::string html_fragment_text(std::string_view html, std::string* fault = nullptr);

}  // namespace relata::extract
