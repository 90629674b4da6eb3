#include "extract/read/html_tree.hpp"

#include <libxml/HTMLparser.h>

#include "base/utf8.hpp"

namespace relata::extract {

HtmlTree parse_html(std::string_view html) {
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    return HtmlTree(
        htmlReadMemory(html.data(), static_cast<int>(html.size()), "", "UTF-8", kOptions));
}

std::string attribute(const xmlNode* node, const char* name) {
    if (!is_element(node)) return "";
    xmlChar* value = xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name));
    std::string text(view_of(value));
    xmlFree(value);
    return text;
}

void walk(const xmlNode* root, const std::function<bool(const xmlNode*)>& enter,
          const std::function<void(const xmlNode*)>& leave) {
    const xmlNode* node = root;
    for (;;) {
        const bool inside = enter(node);
        if (inside && node->type != XML_ENTITY_REF_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        for (;;) {
            if (leave) leave(node);
            if (node == root) return;
            if (node->next != nullptr) {
                node = node->next;
                break;
            }
            node = node->parent;
        }
    }
}

std::string inner_text(const xmlNode* node) {
    std::string text;
    walk(node, [&text](const xmlNode* inner) {
        if (inner->type == XML_TEXT_NODE || inner->type == XML_CDATA_SECTION_NODE)
            text += view_of(inner->content);
        // Entities of the document's own are not replaced: small ones may stand for gigabytes.
        else if (inner->type == XML_ENTITY_REF_NODE)
            text += ' ';
        return true;
    });
    return text;
}

std::string squeezed(std::string_view text) {
    std::string out;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        if (utf8::is_space(code)) {
            gap = !out.empty();
        } else {
            if (gap) out += ' ';
            gap = false;
            out += text.substr(at, length);
        }
        at += length;
    }
    return out;
}

}  // namespace relata::extract
