// RSS 2.0, RSS 1.0 and Atom: one article an entry, by libxml2's streaming reader.
#include <libxml/xmlreader.h>

#include <algorithm>
#include <exception>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "extract/read/date.hpp"
#include "extract/read/format.hpp"
#include "extract/read/html_page.hpp"
#include "extract/read/html_tree.hpp"

namespace relata::extract {

namespace {

struct TextReaderFree {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

#if LIBXML_VERSION >= 21200
using XmlError = const xmlError*;
#else
using XmlError = xmlError*;
#endif

// libxml2 reads through this; an exception cannot pass through C code, so it is kept for later.
struct Input {
    ByteSource& source;
    std::exception_ptr error;
    std::string fault;  // of the XML
    static int read(void* self, char* buffer, int size) {
        auto* input = static_cast<Input*>(self);
        try {
            const std::string_view bytes =
                input->source.peek_some().substr(0, static_cast<std::size_t>(size));
            std::copy(bytes.begin(), bytes.end(), buffer);
            input->source.take(bytes.size());
            return static_cast<int>(bytes.size());
        } catch (...) {
            input->error = std::current_exception();
            return -1;
        }
    }
    // Keeps the first of the parser's faults, from which those behind it follow.
    static void keep_fault(void* self, XmlError error) {
        auto* input = static_cast<Input*>(self);
        if (!input->fault.empty() || error->level != XML_ERR_FATAL || error->message == nullptr)
            return;
        try {
            input->fault = utf8::squeezed(utf8::repair(error->message));
        } catch (...) {
            input->error = std::current_exception();
        }
    }
};

// A parser that mends broken XML lets broken UTF-8 through.
std::string text_of(const xmlNode* node) { return utf8::repair(inner_text(node)); }

class FeedReader : public FormatReader {
  public:
    FeedReader(ByteSource& source, const FileContext& context)
        : context_(context), input_{source, nullptr, ""} {
        // Entities are neither replaced nor fetched: no file and no address out of the input is
        // opened.
        constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                 XML_PARSE_RECOVER | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
        reader_.reset(xmlReaderForIO(Input::read, nullptr, &input_, "", nullptr, kOptions));
        if (!reader_) throw Error(context_.path, "cannot be read as XML");
        xmlTextReaderSetStructuredErrorHandler(reader_.get(), Input::keep_fault, &input_);
    }

    bool next(Document& article) override {
        while (advance()) {
            if (xmlTextReaderNodeType(reader_.get()) != XML_READER_TYPE_ELEMENT) continue;
            const std::string_view name = view_of(xmlTextReaderConstLocalName(reader_.get()));
            if (name == "item" || name == "entry") {
                read_entry(article);
                expanded_ = true;
                return true;
            }
            read_channel_field(name);
        }
        return false;
    }

  private:
    [[noreturn]] void fail() const {
        if (input_.error) std::rethrow_exception(input_.error);
        throw Error(context_.path + line(), "the XML is broken here: " + input_.fault);
    }

    std::string line() const {
        return ":" + std::to_string(xmlTextReaderGetParserLineNumber(reader_.get()));
    }

    bool advance() {
        const int result =
            expanded_ ? xmlTextReaderNext(reader_.get()) : xmlTextReaderRead(reader_.get());
        expanded_ = false;
        if (result == 1) return true;
        if (input_.error || (result < 0 && !cut_off_)) fail();
        return false;
    }

    // Title and language of the feed hold for its entries.
    void read_channel_field(std::string_view name) {
        const int depth = xmlTextReaderDepth(reader_.get());
        if (name == "feed") {
            xmlChar* language = xmlTextReaderGetAttribute(reader_.get(), BAD_CAST "xml:lang");
            language_ = utf8::repair(view_of(language));
            xmlFree(language);
        }
        if (depth > 2 || (name != "title" && name != "language")) return;
        const xmlNode* node = xmlTextReaderExpand(reader_.get());
        if (node == nullptr) return;
        const std::string text = utf8::squeezed(text_of(node));
        if (name == "title" && source_.empty()) source_ = text;
        if (name == "language") language_ = text;
        expanded_ = true;
    }

    void read_entry(Document& article) {
        const xmlNode* entry = xmlTextReaderExpand(reader_.get());
        if (entry == nullptr) {
            entry = xmlTextReaderCurrentNode(reader_.get());
            if (entry == nullptr) fail();
            // The parser is ahead: an entry before the broken one can be cut off, too.
            if (!cut_off_)
                context_.mended(line(), "the XML is broken here" +
                                            (input_.fault.empty() ? "" : ": " + input_.fault) +
                                            "; its entry was read as far as it goes, what is "
                                            "behind it is lost");
            cut_off_ = true;
        }
        std::string content, summary, guid, updated;
        for (const xmlNode* field = entry->children; field != nullptr; field = field->next) {
            if (!is_element(field)) continue;
            const std::string_view name = tag_of(field);
            const std::string_view prefix = field->ns == nullptr ? "" : view_of(field->ns->prefix);
            if (prefix == "media") continue;  // pictures have titles and descriptions of their own
            if (name == "title")
                article.title = utf8::squeezed(content_of(field));
            else if (name == "encoded" || name == "content")
                content = content_of(field);
            else if (name == "description" || name == "summary")
                summary = content_of(field);
            else if (name == "guid" || name == "id")
                guid = utf8::squeezed(text_of(field));
            else if (name == "pubDate" || name == "published" || name == "date" || name == "issued")
                article.date = iso_date(text_of(field));
            else if (name == "updated" || name == "modified")
                updated = iso_date(text_of(field));
            else if (name == "creator" || name == "author")
                article.author = author_of(field);
            else if (name == "link")
                read_link(field, article);
            else if (name == "source")
                article.source = utf8::squeezed(text_of(field));
        }
        complete(article,
                 std::max(content, summary,
                          [](const auto& a, const auto& b) { return a.size() < b.size(); }),
                 guid, updated);
    }

    // Content of an Atom text element: "xhtml" holds elements, all else a string, mostly with HTML
    // in it.
    std::string content_of(const xmlNode* node) const {
        std::string fault;
        std::string text = html_fragment_text(text_of(node), &fault);
        if (!fault.empty()) context_.mended("#" + std::to_string(count_ + 1), fault);
        return text;
    }

    void complete(Document& article, const std::string& text, const std::string& guid,
                  const std::string& updated) {
        const std::string separator = article.title.empty() || text.empty() ? "" : "\n\n";
        article.text = text.starts_with(article.title) ? text : article.title + separator + text;
        if (article.url.empty() && guid.starts_with("http")) article.url = guid;
        article.id = !guid.empty() ? guid : article.url;
        if (article.id.empty()) article.id = context_.path + "#" + std::to_string(count_ + 1);
        if (article.date.empty()) article.date = updated;
        if (article.source.empty()) article.source = source_;
        article.language = language_;
        ++count_;
    }

    static std::string author_of(const xmlNode* field) {
        for (const xmlNode* inner = field->children; inner != nullptr; inner = inner->next)
            if (tag_of(inner) == "name") return utf8::squeezed(text_of(inner));
        return utf8::squeezed(text_of(field));
    }

    static void read_link(const xmlNode* field, Document& article) {
        const std::string href = utf8::repair(attribute(field, "href"));
        if (href.empty()) {
            article.url = utf8::squeezed(text_of(field));
            return;
        }
        const std::string relation = attribute(field, "rel");
        if (relation.empty() || relation == "alternate") article.url = href;
    }

    FileContext context_;
    Input input_;
    std::unique_ptr<xmlTextReader, TextReaderFree> reader_;
    bool cut_off_ = false;   // inside of an entry, which was told
    bool expanded_ = false;  // the reader stands on a subtree that was taken as a whole
    std::string source_, language_;
    std::size_t count_ = 0;
};

}  // namespace

bool is_feed(std::string_view head, std::string_view path) {
    const std::size_t start = std::min(head.find_first_not_of(" \t\r\n"), head.size());
    if (start == head.size() || head[start] != '<')
        return has_ending(path, ".rss") || has_ending(path, ".atom");
    const std::string_view begin = head.substr(start, 8192);
    for (const std::string_view tag : {"<rss", "<feed", "<rdf:RDF"})
        if (begin.find(tag) != std::string_view::npos) return true;
    return false;
}

std::unique_ptr<FormatReader> open_feed(ByteSource& source, const FileContext& context) {
    return std::make_unique<FeedReader>(source, context);
}

}  // namespace relata::extract
