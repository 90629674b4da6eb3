// Web pages: one article a file.
#include <algorithm>
#include <cctype>

#include "base/utf8.hpp"
#include "extract/read/charset.hpp"
#include "extract/read/date.hpp"
#include "extract/read/format.hpp"
#include "extract/read/html_blocks.hpp"
#include "extract/read/html_metadata.hpp"
#include "extract/read/html_page.hpp"
#include "extract/read/main_text.hpp"

namespace relata::extract {

namespace {

// The character set that the page itself names in its first bytes, or "".
std::string declared_charset(std::string_view html) {
    const std::string head = utf8::fold(utf8::repair(html.substr(0, 4096)));
    for (std::size_t at = head.find("charset"); at != std::string::npos;
         at = head.find("charset", at + 1)) {
        std::size_t start = at + 7;
        while (start < head.size() &&
               std::string_view(" =\"'").find(head[start]) != std::string_view::npos)
            ++start;
        std::size_t end = start;
        while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) != 0 ||
                                     head[end] == '-' || head[end] == '_'))
            ++end;
        if (end > start && start > at + 7) return head.substr(start, end - start);
    }
    return "";
}

std::string join(const std::vector<Block>& blocks) {
    std::string text;
    for (const Block& block : blocks) text += (text.empty() ? "" : "\n\n") + block.text;
    return text;
}

// "Headline - Site name" without what the page's own heading does not say.
std::string best_title(const std::string& named, const std::string& heading) {
    if (named.empty()) return heading;
    if (!heading.empty() && named.size() > heading.size() && named.starts_with(heading))
        return heading;
    return named;
}

void append_fault(std::string& faults, const std::string& fault) {
    if (!fault.empty()) faults += (faults.empty() ? "" : "; ") + fault;
}

class HtmlReader : public FormatReader {
  public:
    HtmlReader(ByteSource& source, const FileContext& context)
        : source_(source), context_(context) {}

    bool next(Document& article) override {
        if (done_) return false;
        done_ = true;
        std::string bytes;
        if (!read_whole(source_, context_, bytes)) return false;
        HtmlPage page = read_html_page(std::move(bytes));
        if (!page.fault.empty()) context_.mended("", page.fault);
        article = std::move(page.article);
        return true;
    }

  private:
    ByteSource& source_;
    FileContext context_;
    bool done_ = false;
};

}  // namespace

HtmlPage read_html_page(std::string bytes, std::string_view charset) {
    HtmlPage page;
    const std::string declared = charset.empty() ? declared_charset(bytes) : std::string(charset);
    Decoded decoded = to_utf8(std::move(bytes), declared);
    page.fault = std::move(decoded.fault);
    const auto [tree, nesting] = parse_html(decoded.text);
    append_fault(page.fault, nesting);
    if (!tree) return page;
    HtmlMetadata data = read_html_metadata(*tree);
    MainText main = find_main_text(*tree);
    page.article = std::move(data.article);
    page.article.date = iso_date(page.article.date);
    page.article.title = best_title(page.article.title, main.heading);
    // A page whose text a script puts there often says it in JSON-LD.
    if (data.body.size() > 2 * main.text.size())
        main.text = html_fragment_text(data.body, &page.fault);
    if (main.text.empty()) main.text = join(blocks_of(xmlDocGetRootElement(tree.get()), true));
    const std::string& heading = main.heading.empty() ? page.article.title : main.heading;
    page.article.text =
        heading.empty() || main.text.empty() ? main.text : heading + "\n\n" + main.text;
    return page;
}

std::string html_fragment_text(std::string_view html, std::string* fault) {
    if (html.find_first_of("<&") == std::string_view::npos) return std::string(html);
    const auto [tree, nesting] = parse_html(html);
    if (fault != nullptr) append_fault(*fault, nesting);
    return tree ? join(blocks_of(xmlDocGetRootElement(tree.get()), true)) : "";
}

bool is_html(std::string_view head, std::string_view path) {
    if (has_ending(path, ".html") || has_ending(path, ".htm") || has_ending(path, ".xhtml"))
        return true;
    const std::size_t start = std::min(head.find_first_not_of(" \t\r\n"), head.size());
    if (start == head.size() || head[start] != '<') return false;
    const std::string begin = utf8::fold(utf8::repair(head.substr(start, 2048)));
    for (const std::string_view tag :
         {"<!doctype html", "<html", "<head", "<body", "<article", "<meta "})
        if (begin.find(tag) != std::string::npos) return true;
    return false;
}

std::unique_ptr<FormatReader> open_html(ByteSource& source, const FileContext& context) {
    return std::make_unique<HtmlReader>(source, context);
}

}  // namespace relata::extract
