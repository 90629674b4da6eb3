// ArticleReader: inputs as users name them -> articles, one after the other. It finds files
// (folders, globs, "-" for standard input), unpacks them, recognises their format and takes the
// articles out.
//
//   ArticleReader reader({"news/", "feed.xml.gz"}, {}, [](const Fault& f) { warn(f.where, f.cause);
//   }); for (Document article; reader.next(article);) use(article);
//
// Memory is bounded by the largest article, whatever the size of an input. What cannot be read is
// told to the fault handler and passed over; the rest is read. Not thread-safe; one reader is one
// sequence.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.hpp"

namespace relata::extract {

// The names of the fields that JSON articles have. A dot looks into an object: "source.name".
struct FieldNames {
    std::string id = "id", text = "text", title = "title", date = "date", url = "url",
                language = "lang", source = "source", author = "author";
};

struct ReadOptions {
    std::string format;  // a name out of input_formats(); "" recognises each file by its content
    FieldNames fields;
    std::uint64_t max_article_size = 16U << 20U;  // bytes of text; a longer article is skipped
    std::uint64_t max_ratio = 1000;  // unpacked to packed bytes, from which on a file is a zip bomb
    // Standard input is (a part of) this file, found in a folder: its name stands in articles and
    // faults and helps to recognise the format. The part begins with line `stdin_line` (JSON
    // Lines).
    std::string stdin_name;
    std::uint64_t stdin_line = 1;
};

// Something in the inputs that was passed over or mended.
struct Fault {
    std::string where;    // "a.jsonl:12"
    std::string cause;    // "not a JSON object"
    bool skipped = true;  // false where the article was read nevertheless, after a repair
};
using FaultHandler = std::function<void(const Fault&)>;

// Where an article is, for messages: "a.jsonl (article-7)", or its id alone where that begins with
// the path.
std::string place_of(const Document& article);

struct ReadCounts {
    std::uint64_t bytes = 0;        // of the input files read so far, as they lie on disk
    std::uint64_t total_bytes = 0;  // of all input files; 0 where standard input is among them
    std::uint64_t text_bytes = 0;   // of the articles' texts
    std::uint64_t files = 0;
    std::uint64_t articles = 0;
    std::uint64_t faults = 0;
};

class ArticleReader {
  public:
    // Lists the input files, which takes time for large folders; inputs that do not exist are
    // faults. Throws relata::Error for an unknown format.
    ArticleReader(const std::vector<std::string>& inputs, ReadOptions options,
                  FaultHandler on_fault);
    ~ArticleReader();
    // Gives the next article, or false after the last one.
    bool next(Document& article);
    const ReadCounts& counts() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// A row of the table of input formats, for help and completions.
struct InputFormatInfo {
    std::string_view name;     // "jsonl"
    std::string_view summary;  // half a sentence
};
std::span<const InputFormatInfo> input_formats();

}  // namespace relata::extract
