// Finds the article in a web page: the text without menus, adverts, notices, comments and teasers.
//
// In three steps: elements that say of themselves that they are something else (tags, roles, class
// names) are left out; the rest falls into blocks (paragraphs, headings, list items), of which
// those with running text vote for the element around them; of that element the blocks with running
// text are kept, and headings before them.
#pragma once

#include <string>

#include "extract/read/html_tree.hpp"

namespace relata::extract {

struct MainText {
    std::string heading;  // the <h1> of the article, or ""
    std::string text;     // blocks with an empty line between them; without `heading`
};

MainText find_main_text(const xmlDoc& page);

}  // namespace relata::extract
