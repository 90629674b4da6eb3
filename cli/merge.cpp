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
    std::vector<std::string> inputs, explain;
    ExtractionOptions extraction;
    StatusOption status;
    GraphOutput output;
};

// relata merge --explain A B: why two names are one entity in a graph, or not.
int explain_names(const MergeCommand& options) {
    const auto explanation =
        graph::explain_merge(options.output.path, options.explain[0], options.explain[1]);
    std::cout << (explanation.same ? "one entity" : "two entities") << '\n';
    for (const std::string& reason : explanation.reasons) std::cout << "  " << reason << '\n';
    return explanation.same ? kDone : kNothing;
}

// Like read_record_file(), but a pipe that a signal broke off is no damage.
void read_until_interrupted(const std::string& input,
                            const std::function<void(std::vector<extract::Relation>&)>& sink) {
    try {
        read_record_file(input, sink);
    } catch (const Error&) {
        InterruptGuard::check();
        throw;
    }
}

int run_merge(const MergeCommand& options) {
    if (!options.explain.empty()) return explain_names(options);
    if (options.inputs.empty() && options.output.aliases.empty())
        throw Error("merge", "there is nothing to merge",
                    "name files of records, or --aliases FILE");
    (void)options.status.statuses();  // unknown names are told before the work begins
    const auto knowledge = options.extraction.knowledge();
    const InterruptGuard guard;  // until the graph file is whole, or as it was
    graph::StoreWriter writer = options.output.open(knowledge->catalogue());
    std::uint64_t read = 0;
    std::uint64_t added = 0;
    for (const std::string& input : options.inputs)
        read_until_interrupted(input, [&](std::vector<extract::Relation>& relations) {
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
        ->type_name("");
    app.add_option("--explain", options->explain,
                   "say why two names are one entity in the graph, or not")
        ->expected(2)
        ->type_name("A B");
    options->output.add_to(app);
    options->status.add_to(app);
    options->extraction.add_rules_to(app);
    options->common.add_to(app);
    return [options] { return run_merge(*options); };
}

}  // namespace relata::cli
