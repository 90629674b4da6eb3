// WARC 1.0 and 1.1: one article a `response` (or `resource`) record that holds a web page or text.
// Each record may be a gzip member of its own; ByteSource has unpacked them.
#include <algorithm>
#include <charconv>
#include <map>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "extract/read/charset.hpp"
#include "extract/read/date.hpp"
#include "extract/read/format.hpp"
#include "extract/read/html_page.hpp"
#include "extract/read/http_body.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kLongestHeader = 64U << 10U;

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t<");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t>") - first + 1);
}

using Headers = std::map<std::string, std::string>;

std::string header(const Headers& headers, const char* name) {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

class WarcReader : public FormatReader {
  public:
    WarcReader(ByteSource& source, const FileContext& context)
        : source_(source), context_(context) {}

    bool next(Document& article) override {
        Headers headers;
        while (read_headers(headers)) {
            ++count_;
            std::uint64_t length = 0;
            const std::string size = header(headers, "content-length");
            const auto [end, error] =
                std::from_chars(size.data(), size.data() + size.size(), length);
            if (error != std::errc() || end != size.data() + size.size())
                throw Error(place(),
                            "a record without Content-Length; the rest of the file is lost");
            const std::string type = header(headers, "warc-type");
            if (type != "response" && type != "resource" && type != "conversion") {
                skip(length);
                continue;
            }
            if (read_article(headers, type, length, article)) return true;
        }
        return false;
    }

  private:
    std::string place() const { return context_.path + "#" + std::to_string(count_); }

    // The header lines of the next record; false at the end of the file.
    bool read_headers(Headers& headers) {
        headers.clear();
        std::string line;
        do {
            if (source_.read_line(line, kLongestHeader) == LineEnd::none) return false;
        } while (line.empty());
        if (!line.starts_with("WARC/"))
            throw Error(context_.path + "#" + std::to_string(count_ + 1),
                        "no WARC record begins here; the rest of the file is lost");
        while (source_.read_line(line, kLongestHeader) == LineEnd::line && !line.empty()) {
            const std::size_t colon = line.find(':');
            if (colon == std::string::npos) continue;
            headers[utf8::fold(utf8::repair(line.substr(0, colon)))] =
                std::string(trimmed(std::string_view(line).substr(colon + 1)));
        }
        return true;
    }

    void skip(std::uint64_t length) {
        while (length > 0) {
            const std::size_t some = static_cast<std::size_t>(
                std::min<std::uint64_t>(length, source_.peek_some().size()));
            if (some == 0) throw Error(place(), "the file ends inside of a record");
            source_.take(some);
            length -= some;
        }
    }

    // A block of a file that is cut off is shorter; what there is of its page is read.
    std::string read_block(std::uint64_t length) {
        std::string block;
        block.reserve(static_cast<std::size_t>(length));
        try {
            while (block.size() < length) {
                const std::string_view bytes =
                    source_.peek_some().substr(0, static_cast<std::size_t>(length) - block.size());
                if (bytes.empty()) break;
                block += bytes;
                source_.take(bytes.size());
            }
        } catch (const Error&) {
            // It comes again when the next record is looked for.
        }
        if (block.size() < length)
            context_.mended(
                "#" + std::to_string(count_),
                "the file ends inside of this record, which was read as far as it goes");
        return block;
    }

    bool read_article(const Headers& headers, const std::string& type, std::uint64_t length,
                      Document& article) {
        const std::string url = header(headers, "warc-target-uri");
        if (length > context_.max_raw_size()) {
            skip(length);
            context_.skipped("#" + std::to_string(count_),
                             "the record is larger than --max-article-size allows");
            return false;
        }
        HttpBody body;
        std::string block = read_block(length);
        if (type == "response") {
            body = read_http(block, context_.max_raw_size());
            if (!body.fault.empty()) context_.skipped("#" + std::to_string(count_), body.fault);
            if (!body.fault.empty() || body.status != 200) return false;
        } else {
            body.media_type = utf8::fold(header(headers, "content-type"));
            body.content = std::move(block);
        }
        if (!fill(std::move(body), article)) return false;
        if (article.url.empty()) article.url = url;
        article.id = url.empty() ? header(headers, "warc-record-id") : url;
        // When nothing says when it was published, the day of the crawl is the nearest that is
        // known.
        if (article.date.empty()) article.date = iso_date(header(headers, "warc-date"));
        return true;
    }

    // Pictures and the like are no articles, and no fault.
    bool fill(HttpBody body, Document& article) const {
        const bool html =
            body.media_type.find("html") != std::string::npos ||
            (body.media_type.empty() && body.content.find("<html") != std::string::npos);
        if (html) {
            HtmlPage page = read_html_page(std::move(body.content), body.charset);
            if (!page.fault.empty()) context_.mended("#" + std::to_string(count_), page.fault);
            article = std::move(page.article);
        } else if (body.media_type.starts_with("text/plain")) {
            article.text = to_utf8(std::move(body.content), body.charset).text;
        }
        return !article.text.empty();
    }

    ByteSource& source_;
    FileContext context_;
    std::uint64_t count_ = 0;
};

}  // namespace

bool is_warc(std::string_view head, std::string_view) { return head.starts_with("WARC/"); }

std::unique_ptr<FormatReader> open_warc(ByteSource& source, const FileContext& context) {
    return std::make_unique<WarcReader>(source, context);
}

}  // namespace relata::extract
