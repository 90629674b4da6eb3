// Articles in JSON come from feeds and web pages, and their fields often still are HTML: with tags,
// with tags that were escaped ("&lt;p&gt;"), or with character references alone ("AT&amp;T", or
// "AT amp;T" where something took the "&" away).
#pragma once

#include <string>

namespace relata::extract {

// The text as a reader sees it: paragraphs apart by an empty line, no tags, no references. What has
// no markup stays as it is.
std::string without_markup(std::string text);

}  // namespace relata::extract
