// Inputs -> articles -> relations, on several threads, with results in the order of the input, so
// that the output is the same for every number of threads. Shows progress and names faults on the
// way.
//
//   Progress progress(options.common);
//   const Totals totals = extract_all(options.source, options.common, progress,
//                                     [&](Extracted& e) { write(e.extraction.relations); });
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "extract/document.hpp"
#include "extract/extractor.hpp"
#include "extract/read/reader.hpp"

namespace relata::cli {

// One article with what was found in it.
struct Extracted {
    extract::Document article;
    extract::Extraction extraction;
    std::string fault;  // why nothing could be extracted, or ""
};

struct Totals {
    extract::ReadCounts read;  // articles that could not be extracted are among the faults
    std::uint64_t relations = 0;
};

// Articles from what, how, and with how many threads.
struct Source {
    InputOptions input;
    ExtractionOptions extraction;
    extract::ExtractWith with;
    bool once = false;  // an article that comes again just as it was is not extracted again
    void add_to(CLI::App& app);
};

// `sink` gets every article once, on the calling thread. Throws relata::Error, Interrupted, and
// what `sink` throws.
Totals extract_all(const Source& source, const extract::Extractor& extractor, Progress& progress,
                   const std::function<void(Extracted&)>& sink);

}  // namespace relata::cli
