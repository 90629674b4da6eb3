// The parts of the HTML page, made of web/ and npm packages and embedded when Relata is built
// (cmake/EmbedPage.cmake).
#pragma once

#include <string_view>

namespace relata::exporting {

// A part and, in hexadecimal, its SHA-256, by which the page's content security policy admits it.
struct PageFile {
    std::string_view text;
    std::string_view sha256;
};

PageFile page_template();  // web/page.html, with {{policy}}, {{style}}, {{data}} and {{script}}
PageFile page_style();     // web/page.css
PageFile page_script();    // the scripts of web/ with the packages that they import, in one

}  // namespace relata::exporting
