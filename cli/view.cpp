// relata view: a graph as a page in the browser.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/output.hpp"
#include "export/exporter.hpp"

namespace relata::cli {

namespace {

namespace fs = std::filesystem;

struct ViewOptions {
    CommonOptions common;
    GraphInput input;
    std::string output;
};

#ifdef __APPLE__
constexpr const char* kOpener = "open";
#else
constexpr const char* kOpener = "xdg-open";
#endif

// A page that nobody asked to keep: in a new folder for temporary files, which the system empties.
fs::path temporary_page(const std::string& graph) {
    std::string folder = (fs::temp_directory_path() / "relata-view-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr)
        throw Error(folder, "cannot be made: " + std::string(std::strerror(errno)),
                    "name the page with -o");
    return fs::path(folder) / fs::path(graph).stem().concat(".html");
}

void open_in_browser(const fs::path& page) {
    std::string opener = kOpener;
    std::string path = fs::absolute(page).string();
    char* arguments[] = {opener.data(), path.data(), nullptr};
    pid_t child = 0;
    int status = posix_spawnp(&child, kOpener, nullptr, nullptr, arguments, environ);
    if (status == 0 && waitpid(child, &status, 0) == child && status == 0) return;
    throw Error(kOpener, "cannot open the page", "open " + path + " in a browser");
}

int run_view(const ViewOptions& options) {
    const graph::KnowledgeGraph graph = options.input.load();
    const fs::path page =
        options.output.empty() ? temporary_page(options.input.path) : fs::path(options.output);
    OutputFile file(page);
    exporting::exporter_named("html")->write_stream(graph, {}, file.stream());
    file.commit();
    if (!options.common.quiet) std::cerr << counts_text(graph) << " -> " << page.string() << '\n';
    open_in_browser(page);
    return kDone;
}

}  // namespace

Run declare_view(CLI::App& app) {
    auto options = std::make_shared<ViewOptions>();
    options->input.add_to(app);
    app.add_option("-o,--output", options->output,
                   "where to keep the page; default: a folder for temporary files")
        ->type_name("FILE");
    options->input.select.add_to(app);
    options->input.select.add_neighborhood_to(app);
    options->common.add_to(app);
    return [options] { return run_view(*options); };
}

}  // namespace relata::cli
