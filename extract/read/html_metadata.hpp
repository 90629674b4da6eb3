// What a web page says about its article: JSON-LD (schema.org NewsArticle and its kin), Open Graph,
// meta tags, <time>, <title>, in this order of trust.
#pragma once

#include <string>

#include "extract/document.hpp"
#include "extract/read/html_tree.hpp"

namespace relata::extract {

struct HtmlMetadata {
    Document article;  // title, date (as written), url, language, source, author
    std::string body;  // JSON-LD's articleBody, or ""
};

HtmlMetadata read_html_metadata(const xmlDoc& page);

}  // namespace relata::extract
