#include "extract/read/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 22> kNeverText = {
    "script",   "style", "noscript", "template", "svg",    "iframe", "object", "embed",
    "canvas",   "video", "audio",    "map",      "select", "option", "button", "input",
    "textarea", "head",  "math",     "source",   "img",    "picture"};

constexpr std::array<std::string_view, 8> kNoArticle = {"nav",    "aside",      "footer", "form",
                                                        "dialog", "figcaption", "menu",   "label"};

constexpr std::array<std::string_view, 9> kForeignRoles = {
    "navigation", "banner", "contentinfo", "complementary", "search",
    "dialog",     "alert",  "menu",        "alertdialog"};

// Words of class names and ids. They are compared with whole words of the attribute, so that "ad"
// is not found in "head".
constexpr std::array<std::string_view, 86> kForeignWords = {
    "ad",          "ads",        "advert",     "advertisement",  "advertising",
    "anzeige",     "banner",     "bio",        "breadcrumb",     "breadcrumbs",
    "byline",      "caption",    "comment",    "comments",       "consent",
    "cookie",      "cookies",    "copyright",  "credit",         "disclaimer",
    "disqus",      "donate",     "footer",     "footnotes",      "gdpr",
    "kommentar",   "kommentare", "legal",      "login",          "masthead",
    "menu",        "meta",       "modal",      "mostread",       "nav",
    "navbar",      "navigation", "newsletter", "noprint",        "outbrain",
    "overlay",     "pager",      "pagination", "paywall",        "player",
    "popular",     "popup",      "print",      "privacy",        "promo",
    "promotion",   "rating",     "readmore",   "recommendation", "recommendations",
    "recommended", "related",    "reply",      "respond",        "rss",
    "share",       "shares",     "sharing",    "sidebar",        "signup",
    "sitemap",     "skip",       "skiplink",   "social",         "sponsor",
    "sponsored",   "sponsors",   "subscribe",  "subscription",   "taboola",
    "taglist",     "tags",       "teaser",     "teasers",        "toc",
    "toolbar",     "topbar",     "trending",   "utility",        "weitere",
    "widget"};

constexpr std::array<std::string_view, 33> kBlockTags = {
    "address", "article",  "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt",      "fieldset", "figure",     "h1",   "h2",     "h3", "h4",      "h5",  "h6",
    "header",  "hr",       "html",       "li",   "main",   "ol", "p",       "pre", "section",
    "summary", "table",    "td",         "th",   "tr",     "ul"};

bool is_block(std::string_view tag) { return is_one_of(tag, kBlockTags); }

// The words of "page-footer siteNav_top": page, footer, site, nav, top.
bool has_foreign_word(std::string_view names) {
    std::string word;
    char before = ' ';
    for (std::size_t i = 0; i <= names.size(); ++i) {
        const char c = i < names.size() ? names[i] : ' ';
        const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
        const bool upper = std::isupper(static_cast<unsigned char>(c)) != 0;
        const bool starts = upper && std::islower(static_cast<unsigned char>(before)) != 0;
        if (!letter || starts) {
            if (is_one_of(word, kForeignWords)) return true;
            word.clear();
        }
        if (letter) word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        before = c;
    }
    return false;
}

bool is_hidden(const xmlNode* node) {
    if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
    if (attribute(node, "aria-hidden") == "true") return true;
    std::string style = attribute(node, "style");
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

bool is_foreign(const xmlNode* node) {
    const std::string_view tag = tag_of(node);
    if (is_one_of(tag, kNoArticle)) return true;
    if (tag.starts_with("amp-")) return true;  // adverts, menus and notices of AMP pages
    if (node->properties == nullptr || tag == "html" || tag == "body") return false;
    if (is_hidden(node)) return true;
    if (is_one_of(std::string_view(attribute(node, "role")), kForeignRoles)) return true;
    if (tag == "article" || tag == "main") return false;
    return has_foreign_word(attribute(node, "class")) || has_foreign_word(attribute(node, "id"));
}

BlockKind kind_of(std::string_view tag) {
    if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6')
        return BlockKind::heading;
    if (tag == "li" || tag == "dd" || tag == "dt" || tag == "td" || tag == "th")
        return BlockKind::item;
    return tag == "pre" ? BlockKind::preformatted : BlockKind::paragraph;
}

class Collector {
  public:
    explicit Collector(bool everything) : everything_(everything) {}

    bool enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            add_text(view_of(node->content));
            return false;
        }
        if (!is_element(node)) return node->type == XML_HTML_DOCUMENT_NODE;
        const std::string_view tag = tag_of(node);
        if (is_one_of(tag, kNeverText)) return false;
        // A page's header is none of the article's, but an article's own header holds its heading.
        const bool page_header = tag == "header" && articles_ == 0;
        if (!everything_ && (page_header || is_foreign(node))) return false;
        if (tag == "article" || tag == "main") ++articles_;
        if (tag == "a") ++links_;
        if (tag == "br") line_break();
        if (is_block(tag)) {
            flush();
            open_.push_back(node);
        }
        return true;
    }

    void leave(const xmlNode* node) {
        const std::string_view tag = tag_of(node);
        if (tag == "a" && links_ > 0) --links_;
        if ((tag == "article" || tag == "main") && articles_ > 0) --articles_;
        if (open_.empty() || open_.back() != node) return;
        flush();
        open_.pop_back();
    }

    std::vector<Block> take() {
        flush();
        return std::move(blocks_);
    }

  private:
    void add_text(std::string_view text) {
        raw_ += text;
        if (links_ > 0) link_ += text;
        if (!utf8::squeezed(text).empty()) breaks_ = 0;
    }

    // Two line breaks are what old pages use between paragraphs.
    void line_break() {
        raw_ += ' ';
        if (++breaks_ >= 2) flush();
    }

    void flush() {
        Block block;
        block.text = utf8::squeezed(raw_);
        block.link_bytes = std::min(utf8::squeezed(link_).size(), block.text.size());
        raw_.clear();
        link_.clear();
        breaks_ = 0;
        if (block.text.empty()) return;
        block.element = open_.empty() ? nullptr : open_.back();
        const std::string_view tag = open_.empty() ? "" : tag_of(open_.back());
        block.kind = kind_of(tag);
        block.first_level = tag == "h1";
        blocks_.push_back(std::move(block));
    }

    bool everything_;
    std::vector<const xmlNode*> open_;
    std::string raw_, link_;
    int links_ = 0;     // open <a>
    int articles_ = 0;  // open <article> and <main>
    int breaks_ = 0;
    std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> blocks_of(const xmlNode* root, bool everything) {
    if (root == nullptr) return {};
    Collector collector(everything);
    walk(
        root, [&](const xmlNode* node) { return collector.enter(node); },
        [&](const xmlNode* node) { collector.leave(node); });
    return collector.take();
}

}  // namespace relata::extract
