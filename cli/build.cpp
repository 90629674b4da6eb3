// relata build: articles -> graph file.
#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/pipeline.hpp"

namespace relata::cli {

namespace {

struct BuildOptions {
    CommonOptions common;
    Source source;
    StatusOption status;
    GraphOutput output;
};

int run_build(const BuildOptions& options) {
    (void)options.status.statuses();  // unknown names are told before the work begins
    const auto knowledge = options.source.extraction.knowledge();
    const extract::Extractor extractor(*knowledge, options.source.extraction.language);
    Progress progress(options.common);
    const InterruptGuard guard;  // until the graph file is whole, or as it was
    graph::StoreWriter writer = options.output.open(knowledge->catalogue());
    const Totals totals = extract_all(options.source, extractor, progress, [&](Extracted& item) {
        std::erase_if(item.extraction.relations, [&](const extract::Relation& relation) {
            return !options.status.admits(relation.status);
        });
        writer.add(item.extraction.relations);
    });
    if (totals.read.articles == 0)
        throw Error(options.output.path, "not written, because no article was read",
                    "name files or folders that hold articles");
    writer.commit();
    progress.summary(totals.read, totals.relations, " -> " + options.output.path);
    return totals.read.faults > 0 ? kFailed : kDone;
}

}  // namespace

Run declare_build(CLI::App& app) {
    auto options = std::make_shared<BuildOptions>();
    options->source.once = true;  // the same article twice changes nothing
    options->source.add_to(app);
    options->output.add_to(app);
    options->status.add_to(app);
    options->common.add_to(app);
    return [options] { return run_build(*options); };
}

}  // namespace relata::cli
