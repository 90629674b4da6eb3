// relata merge: relation records -> graph file.
#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/record_lines.hpp"

namespace relata::cli {

namespace {

struct MergeCommand {
    CommonOptions common;
    std::vector<std::string> inputs;
    ExtractionOptions extraction;
    StatusOption status;
    GraphOutput output;
};

int run_merge(const MergeCommand& options) {
    (void)options.status.statuses();  // unknown names are told before the work begins
    const auto knowledge = options.extraction.knowledge();
    const InterruptGuard guard;  // until the graph file is whole, or as it was
    graph::StoreWriter writer = options.output.open(knowledge->catalogue());
    std::uint64_t read = 0;
    std::uint64_t added = 0;
    for (const std::string& input : options.inputs)
        read_record_file(input, [&](std::vector<extract::Relation>& relations) {
            InterruptGuard::check();
            read += relations.size();
            std::erase_if(relations, [&](const extract::Relation& relation) {
                return !options.status.admits(relation.status);
            });
            added += writer.add(relations);
        });
    writer.commit();
    if (!options.common.quiet)
        std::cerr << count_of(read, "record", "records") << ", "
                  << count_of(added, "new one", "new ones") << " -> " << options.output.path
                  << '\n';
    return kDone;
}

}  // namespace

Run declare_merge(CLI::App& app) {
    auto options = std::make_shared<MergeCommand>();
    app.add_option("RECORDS", options->inputs,
                   "files that relata extract wrote, or - for standard input")
        ->required()
        ->type_name("");
    options->output.add_to(app);
    options->status.add_to(app);
    options->extraction.add_rules_to(app);
    options->common.add_to(app);
    return [options] { return run_merge(*options); };
}

}  // namespace relata::cli
