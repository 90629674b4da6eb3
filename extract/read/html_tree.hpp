// A parsed HTML document, and ways to look at it without recursion, so that no depth of nesting can
// overflow the stack.
#pragma once

#include <libxml/tree.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace relata::extract {

struct XmlDocumentFree {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using HtmlTree = std::unique_ptr<xmlDoc, XmlDocumentFree>;

struct ParsedHtml {
    HtmlTree tree;      // null only where nothing at all could be parsed
    std::string fault;  // why only a part of it was read, or ""
};

// `html` is UTF-8.
ParsedHtml parse_html(std::string_view html);

inline std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}
inline bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }
inline std::string_view tag_of(const xmlNode* node) {
    return is_element(node) ? view_of(node->name) : std::string_view();
}
// The value of an attribute, or "".
std::string attribute(const xmlNode* node, const char* name);
// All text inside of a node; a space for an entity that the document declares itself.
std::string inner_text(const xmlNode* node);

// Visits a node and all inside it in document order. `enter` tells whether to go inside; `leave` is
// called for every node after what is inside it.
void walk(const xmlNode* root, const std::function<bool(const xmlNode*)>& enter,
          const std::function<void(const xmlNode*)>& leave = nullptr);

}  // namespace relata::extract
