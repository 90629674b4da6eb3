// relata extract: articles -> relation records, one JSON object a line.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/pipeline.hpp"
#include "cli/record_lines.hpp"

namespace relata::cli {

namespace {

struct ExtractOptions {
    CommonOptions common;
    Source source;
    StatusOption status;
    std::string output = "-";
};

int run_extract(const ExtractOptions& options) {
    (void)options.status.statuses();  // unknown names are told before the work begins
    const auto knowledge = options.source.extraction.knowledge();
    const extract::Extractor extractor(*knowledge, options.source.extraction.language);
    Progress progress(options.common);
    OutputFile file(options.output);
    std::uint64_t written = 0;
    std::string lines;
    const Totals totals = extract_all(options.source, extractor, progress, [&](Extracted& item) {
        lines.clear();
        for (const extract::MentionRecord& mention : item.extraction.mentions)
            append_mention_line(mention, lines);
        for (const extract::Relation& relation : item.extraction.relations) {
            if (!options.status.admits(relation.status)) continue;
            append_relation_line(relation, lines);
            ++written;
        }
        file.write(lines);
    });
    file.commit();
    progress.summary(totals.read, written, options.output == "-" ? "" : " -> " + options.output);
    if (totals.read.faults > 0) return kFailed;
    return written > 0 ? kDone : kNothing;
}

}  // namespace

Run declare_extract(CLI::App& app) {
    auto options = std::make_shared<ExtractOptions>();
    options->source.with.coreferent = true;  // records are spans, and every pair of them counts
    options->source.add_to(app);
    app.add_option("-o,--output", options->output, "file to write; default: standard output")
        ->type_name("FILE");
    app.add_flag("--entities", options->source.with.mentions, "write every mention too");
    options->status.add_to(app);
    options->common.add_to(app);
    return [options] { return run_extract(*options); };
}

}  // namespace relata::cli
