// relata export: a graph for other programs.
#include "export/exporter.hpp"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <iostream>
#include <memory>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/graph_file.hpp"
#include "cli/output.hpp"
#include "cli/suggest.hpp"

namespace relata::cli {

namespace {

struct ExportOptions {
    CommonOptions common;
    GraphInput input;
    std::string output, format, flavor;
};

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const exporting::Exporter& exporter : exporting::exporters())
        names.emplace_back(exporter.name);
    return names;
}

std::string format_list() {
    std::string text;
    for (const std::string& name : format_names()) text += (text.empty() ? "" : ", ") + name;
    return text;
}

const exporting::Exporter& chosen_exporter(const ExportOptions& options) {
    if (options.format.empty()) {
        if (const auto* exporter = exporting::exporter_for_path(options.output)) return *exporter;
        throw Error(options.output, "its ending names no format",
                    "give --format, one of: " + format_list());
    }
    if (const auto* exporter = exporting::exporter_named(options.format)) return *exporter;
    const std::string hint = did_you_mean(options.format, format_names());
    throw Error("--format", "there is no format '" + options.format + "'",
                hint.empty() ? "use one of: " + format_list() : hint);
}

int run_export(const ExportOptions& options) {
    const exporting::Exporter& exporter = chosen_exporter(options);
    const exporting::Options told{options.flavor};
    exporting::chosen_flavor(exporter, told);  // before the graph is read, which may take a while
    const graph::KnowledgeGraph graph = options.input.load();
    if (exporter.write_stream != nullptr) {
        OutputFile file(options.output);
        try {
            errno = 0;
            exporter.write_stream(graph, told, file.stream());
        } catch (const Error&) {
            file.check();  // says why, and names the file
            throw;
        }
        file.commit();
    } else {
        if (options.output == "-")
            throw Error("-o", "the format " + std::string(exporter.name) + " is a folder of files",
                        "name a folder");
        OutputFolder folder(options.output);
        exporter.write_folder(graph, told, folder.folder());
        folder.commit();
    }
    if (!options.common.quiet && options.output != "-")
        std::cerr << counts_text(graph) << " -> " << options.output << " (" << exporter.name
                  << ")\n";
    return kDone;
}

std::string format_help() {
    std::string text = "instead of FILE's ending:";
    for (const exporting::Exporter& exporter : exporting::exporters())
        text += "\n" + std::string(exporter.name) + ": " + std::string(exporter.summary);
    return text;
}

std::string flavor_help() {
    std::string text = "variant of the format:";
    for (const exporting::Exporter& exporter : exporting::exporters()) {
        if (exporter.flavors.empty()) continue;
        text += "\n" + std::string(exporter.name) + ":";
        for (const std::string_view flavor : exporter.flavors) text += " " + std::string(flavor);
    }
    return text;
}

}  // namespace

Run declare_export(CLI::App& app) {
    auto options = std::make_shared<ExportOptions>();
    options->input.add_to(app);
    app.add_option("-o,--output", options->output, "file or folder to write, - for standard output")
        ->required()
        ->type_name("FILE");
    app.add_option("-f,--format", options->format, format_help())->type_name("FORMAT");
    app.add_option("--flavor", options->flavor, flavor_help())->type_name("NAME");
    options->input.select.add_to(app);
    options->input.select.add_neighborhood_to(app);
    options->common.add_to(app);
    return [options] { return run_export(*options); };
}

}  // namespace relata::cli
