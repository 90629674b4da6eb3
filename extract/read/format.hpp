// The table of input formats. A format is one file in extract/read/ and one row in format.cpp's
// table.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "extract/document.hpp"
#include "extract/read/byte_source.hpp"
#include "extract/read/reader.hpp"

namespace relata::extract {

// What a format's reader knows of the file that it reads.
struct FileContext {
    std::string path;
    const ReadOptions& options;
    const FaultHandler& on_fault;

    // `place` is a line or the like inside of the file, or "".
    void skipped(const std::string& place, const std::string& cause) const {
        on_fault({path + place, cause, true});
    }
    void mended(const std::string& place, const std::string& cause) const {
        on_fault({path + place, cause, false});
    }
    // The most bytes of markup or JSON that an article of the greatest size may take. Libraries
    // count them with 31 bits.
    std::size_t max_raw_size() const {
        constexpr std::uint64_t kMost = 1U << 30U;
        return static_cast<std::size_t>(4 * std::min(options.max_article_size, kMost / 4) +
                                        (1U << 20U));
    }
};

// The bytes of a file that is one article; of a damaged file those before the damage, which is
// told. False where they are more than max_raw_size(), which is told too. Throws relata::Error
// where there are none, or where the file unpacks to too much.
bool read_whole(ByteSource& source, const FileContext& context, std::string& bytes);

// Takes the articles out of one file. next() throws relata::Error where the file cannot be read
// further.
class FormatReader {
  public:
    virtual ~FormatReader() = default;
    // False after the last article. Fields that the file does not fill are left empty;
    // ArticleReader completes id, path and language and checks the text.
    virtual bool next(Document& article) = 0;
};

struct Format {
    InputFormatInfo info;
    // Whether a file that begins like this, with such a name, is of this format.
    bool (*recognise)(std::string_view head, std::string_view path);
    std::unique_ptr<FormatReader> (*open)(ByteSource& source, const FileContext& context);
    bool holds_binary = false;  // pictures and the like are among its contents
};

// In the order in which they are asked; the last one takes everything.
std::span<const Format> formats();
const Format* format_named(std::string_view name);
const Format& recognise_format(std::string_view head, std::string_view path);

// "a PDF file" for files of well-known kinds that hold no text, or "".
std::string_view foreign_kind(std::string_view head);

// Whether the path ends so, apart from case and a compression's ending.
bool has_ending(std::string_view path, std::string_view ending);

}  // namespace relata::extract
