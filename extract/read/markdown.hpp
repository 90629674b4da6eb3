// Markdown -> text: headings, emphasis, links and lists lose their marks; code, tables' rules, HTML
// comments and pictures are left out. Front matter (--- key: value ---) gives the metadata.
#pragma once

#include <string_view>

#include "extract/document.hpp"

namespace relata::extract {

// Sets text, title (front matter or first heading), and date, url, language, source, author, id
// where the front matter has them.
void read_markdown(std::string_view markdown, Document& article);

}  // namespace relata::extract
