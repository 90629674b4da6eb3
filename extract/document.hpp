// An article as the extractors get it. A Document owns its text; tokens, mentions and sentences are
// offsets into it, so a Document must outlive its Analysis. Readers (extract/read) make Documents.
#pragma once

#include <string>

namespace relata::extract {

struct Document {
    std::string id;        // never empty; unique among the inputs of a run
    std::string language;  // "en", "de", or "" where it is to be detected
    std::string date;      // publication date, ISO, perhaps partial ("2025-01"), or ""
    std::string title;     // may be empty; not analysed unless it is part of the text
    std::string url;       // may be empty
    std::string source;    // the outlet, may be empty
    std::string author;    // may be empty
    std::string path;      // the input it came from ("a.jsonl"), for messages and `verify`
    std::string text;      // valid UTF-8, at most 4 GiB - 1
};

}  // namespace relata::extract
