// The table of export formats. A format is one file in export/ and one row in exporter.cpp's table;
// the command line, its help, its completions and the tests are made from that table.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace relata::exporting {

// What a format may be told; only `flavor` differs by format.
struct Options {
    std::string flavor;  // a name out of Exporter::flavors, or "" for the first of them
};

// Writes a graph. A single-file format writes to the stream; a multi-file format gets a fresh
// folder.
using StreamWriter = void (*)(const graph::KnowledgeGraph&, const Options&, std::ostream&);
using FolderWriter = void (*)(const graph::KnowledgeGraph&, const Options&,
                              const std::filesystem::path&);

struct Exporter {
    std::string_view name;                      // "graphml"
    std::span<const std::string_view> endings;  // file endings that choose it, with dot: ".graphml"
    std::span<const std::string_view> flavors;  // may be empty
    std::string_view summary;                   // half a sentence for --help
    StreamWriter write_stream = nullptr;        // exactly one of the two is set
    FolderWriter write_folder = nullptr;
};

std::span<const Exporter> exporters();
// The exporter of that name, or nullptr.
const Exporter* exporter_named(std::string_view name);
// The exporter that a file's ending chooses, or nullptr.
const Exporter* exporter_for_path(const std::filesystem::path& path);
// The flavor that the options ask for, the first one where they name none; "" where the format has
// no flavors. Throws Error if it has none of that name.
std::string_view chosen_flavor(const Exporter& exporter, const Options& options);

}  // namespace relata::exporting
