// Plain text and Markdown: one article a file.
#include <optional>

#include "base/error.hpp"
#include "extract/read/charset.hpp"
#include "extract/read/format.hpp"
#include "extract/read/markdown.hpp"

namespace relata::extract {

namespace {

// The first line, where it stands alone before an empty line and is no sentence of the text.
std::string title_of(std::string_view text) {
    const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) return "";
    std::string_view line = text.substr(start, end - start);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    const std::size_t next = text.find_first_not_of(" \t\r", end + 1);
    const bool alone = next != std::string_view::npos && text[next] == '\n';
    return alone && line.size() <= 200 && !line.ends_with('.') ? std::string(line) : "";
}

class TextReader : public FormatReader {
  public:
    TextReader(ByteSource& source, const FileContext& context, bool markdown)
        : source_(source), context_(context), markdown_(markdown) {}

    bool next(Document& article) override {
        if (done_) return false;
        done_ = true;
        std::string bytes;
        if (!read_whole(source_, context_, bytes)) return false;
        Decoded decoded = to_utf8(std::move(bytes));
        if (!decoded.fault.empty()) context_.mended("", decoded.fault);
        if (markdown_) {
            read_markdown(decoded.text, article);
        } else {
            article.title = title_of(decoded.text);
            article.text = std::move(decoded.text);
        }
        return true;
    }

  private:
    ByteSource& source_;
    FileContext context_;
    bool markdown_;
    bool done_ = false;
};

}  // namespace

bool is_markdown(std::string_view head, std::string_view path) {
    if (has_ending(path, ".md") || has_ending(path, ".markdown")) return true;
    return head.starts_with("---\n") || head.starts_with("# ");
}

std::unique_ptr<FormatReader> open_markdown(ByteSource& source, const FileContext& context) {
    return std::make_unique<TextReader>(source, context, true);
}

std::unique_ptr<FormatReader> open_text(ByteSource& source, const FileContext& context) {
    return std::make_unique<TextReader>(source, context, false);
}

}  // namespace relata::extract
