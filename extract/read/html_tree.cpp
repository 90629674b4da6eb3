#include "extract/read/html_tree.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <limits>
#include <new>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

// Browsers stop at 512. Every closing tag may be compared with all tags that are open, so that
// without a limit small pages could take hours.
constexpr int kDeepest = 2000;

void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
    auto* parser = static_cast<xmlParserCtxt*>(context);
    // Else libxml2 ends at a depth of 256, which pages reach that never close their <font>.
    parser->options |= XML_PARSE_HUGE;
    if (parser->nameNr <= kDeepest)
        xmlSAX2StartElement(context, name, attributes);
    else
        xmlStopParser(parser);
}

struct ParserFree {
    void operator()(xmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

ParsedHtml parse_html(std::string_view html) {
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    if (html.size() > std::numeric_limits<int>::max())
        return {nullptr, "it is larger than 2 GB and was not read"};
    const std::unique_ptr<xmlParserCtxt, ParserFree> parser(htmlNewParserCtxt());
    if (!parser) throw std::bad_alloc();
    parser->sax->startElement = start_element;
    ParsedHtml parsed;
    parsed.tree.reset(htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()),
                                         "", "UTF-8", kOptions));
    if (parser->errNo == XML_ERR_USER_STOP)
        parsed.fault = "its elements are nested more than " + std::to_string(kDeepest) +
                       " deep; it was read up to there";
    return parsed;
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

}  // namespace relata::extract
