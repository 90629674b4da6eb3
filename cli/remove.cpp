// relata remove: takes articles out of a graph file.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/progress.hpp"
#include "cli/suggest.hpp"
#include "graph/store.hpp"

namespace relata::cli {

namespace {

struct RemoveOptions {
    CommonOptions common;
    std::string graph;
    std::vector<std::string> documents;
};

int run_remove(const RemoveOptions& options) {
    const std::vector<graph::StoredDocument> known = graph::documents(options.graph);
    graph::StoreWriter writer(options.graph);
    const std::vector<std::string> missing = writer.remove(options.documents);
    const std::size_t removed = options.documents.size() - missing.size();
    if (removed > 0) writer.commit();
    std::vector<std::string> ids;
    for (const graph::StoredDocument& document : known) ids.push_back(document.id);
    for (const std::string& document : missing) {
        const std::string hint = did_you_mean(document, ids);
        std::cerr << "relata: the graph has no article '" << document << "'"
                  << (hint.empty() ? "" : "; ") << hint << '\n';
    }
    if (!options.common.quiet)
        std::cerr << count_of(removed, "article", "articles") << " removed from " << options.graph
                  << '\n';
    return missing.empty() ? kDone : removed > 0 ? kFailed : kNothing;
}

}  // namespace

Run declare_remove(CLI::App& app) {
    auto options = std::make_shared<RemoveOptions>();
    app.add_option("GRAPH", options->graph, "graph file")->required()->type_name("");
    app.add_option("DOC", options->documents, "ids or URLs of articles")->required()->type_name("");
    options->common.add_to(app);
    return [options] { return run_remove(*options); };
}

}  // namespace relata::cli
