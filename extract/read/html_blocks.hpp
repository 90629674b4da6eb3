// Blocks: the paragraphs, headings, list items and cells of a web page, in order, without what
// plainly is no part of an article.
#pragma once

#include <string>
#include <vector>

#include "extract/read/html_tree.hpp"

namespace relata::extract {

enum class BlockKind { paragraph, heading, item, preformatted };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::string text;                  // white space squeezed; not empty
    std::size_t link_bytes = 0;        // of `text`, inside of links
    const xmlNode* element = nullptr;  // the innermost block element around it
    bool first_level = false;          // in an <h1>

    double link_share() const {
        return static_cast<double>(link_bytes) / static_cast<double>(text.size());
    }
};

// With `everything`, only what is never text (scripts, styles) is left out.
std::vector<Block> blocks_of(const xmlNode* root, bool everything = false);

}  // namespace relata::extract
