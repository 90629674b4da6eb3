#include "extract/read/format.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace relata::extract {

bool is_warc(std::string_view head, std::string_view path);
std::unique_ptr<FormatReader> open_warc(ByteSource& source, const FileContext& context);
bool is_feed(std::string_view head, std::string_view path);
std::unique_ptr<FormatReader> open_feed(ByteSource& source, const FileContext& context);
bool is_html(std::string_view head, std::string_view path);
std::unique_ptr<FormatReader> open_html(ByteSource& source, const FileContext& context);
bool is_json(std::string_view head, std::string_view path);
std::unique_ptr<FormatReader> open_json(ByteSource& source, const FileContext& context);
bool is_json_lines(std::string_view head, std::string_view path);
std::unique_ptr<FormatReader> open_json_lines(ByteSource& source, const FileContext& context);
bool is_markdown(std::string_view head, std::string_view path);
std::unique_ptr<FormatReader> open_markdown(ByteSource& source, const FileContext& context);
std::unique_ptr<FormatReader> open_text(ByteSource& source, const FileContext& context);

namespace {

constexpr Format kFormats[] = {
    {{"warc", "web archive, WARC 1.0 or 1.1"}, is_warc, open_warc, true},
    {{"feed", "RSS 2.0, RSS 1.0 or Atom"}, is_feed, open_feed},
    {{"html", "web page"}, is_html, open_html},
    {{"jsonl", "JSON Lines, one article a line"}, is_json_lines, open_json_lines},
    {{"json", "JSON: an array of articles, or one"}, is_json, open_json},
    {{"markdown", "Markdown, perhaps with front matter"}, is_markdown, open_markdown},
    {{"text", "plain text, one article a file"},
     [](std::string_view, std::string_view) { return true; },
     open_text},
};

constexpr std::array kInfos = [] {
    std::array<InputFormatInfo, std::size(kFormats)> infos;
    for (std::size_t i = 0; i < infos.size(); ++i) infos[i] = kFormats[i].info;
    return infos;
}();

struct Magic {
    std::string_view bytes, kind;
};
constexpr Magic kForeign[] = {
    {"%PDF-", "a PDF file"},
    {"PK\x03\x04", "a ZIP archive or an office document"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF8", "a picture"},
    {"RIFF", "a picture or a sound"},
    {"SQLite format 3", "an SQLite database"},
    {"\x7F"
     "ELF",
     "a program"},
    {"wOFF", "a font"},
    {"wOF2", "a font"},
};

}  // namespace

bool read_whole(ByteSource& source, const FileContext& context, std::string& bytes) {
    try {
        if (source.read_all(bytes, context.max_raw_size())) return true;
        context.skipped("", "larger than --max-article-size allows");
        return false;
    } catch (const Error& damage) {
        if (bytes.empty() || source.unpacks_too_much()) throw;
        context.on_fault({"", damage.what(), false});
        return true;
    }
}

std::span<const Format> formats() { return kFormats; }
std::span<const InputFormatInfo> input_formats() { return kInfos; }

const Format* format_named(std::string_view name) {
    for (const Format& format : kFormats)
        if (format.info.name == name) return &format;
    return nullptr;
}

const Format& recognise_format(std::string_view head, std::string_view path) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    for (const Format& format : kFormats)
        if (format.recognise(head, path)) return format;
    return kFormats[std::size(kFormats) - 1];
}

std::string_view foreign_kind(std::string_view head) {
    for (const Magic& magic : kForeign)
        if (head.starts_with(magic.bytes)) return magic.kind;
    return "";
}

bool has_ending(std::string_view path, std::string_view ending) {
    std::string name = utf8::fold(utf8::repair(path));
    for (const std::string_view packed : {".gz", ".zst", ".bz2", ".xz"})
        if (name.ends_with(packed)) {
            name.resize(name.size() - packed.size());
            break;
        }
    return name.ends_with(ending);
}

}  // namespace relata::extract
