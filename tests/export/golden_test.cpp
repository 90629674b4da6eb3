// Every exporter, in every flavor, writes the test graphs as the files under tests/golden/ say.
// After a wanted change run the test with RELATA_UPDATE_GOLDEN=1 and read the difference.
#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "export/exporter.hpp"
#include "tests/export/graphs.hpp"

namespace relata::exporting {

namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(RELATA_SOURCE_DIR) / "tests" / "golden";

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

// Says where two texts part, so that a failure shows the place and not two whole files.
std::string first_difference(const std::string& expected, const std::string& written) {
    const auto parts =
        std::mismatch(expected.begin(), expected.end(), written.begin(), written.end());
    if (parts.first == expected.end() && parts.second == written.end()) return "";
    const auto at = static_cast<std::size_t>(parts.first - expected.begin());
    const auto from = at < 60 ? 0 : at - 60;
    return "byte " + std::to_string(at) + ": expected <<" + expected.substr(from, 120) +
           ">>, written <<" + written.substr(from, 120) + ">>";
}

void check_against(const fs::path& golden, const std::string& written) {
    if (std::getenv("RELATA_UPDATE_GOLDEN") != nullptr) {
        fs::create_directories(golden.parent_path());
        std::ofstream(golden, std::ios::binary) << written;
    }
    INFO(golden.string());
    REQUIRE(fs::exists(golden));
    CHECK(first_difference(read(golden), written) == "");
}

std::set<std::string> file_names(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
    return names;
}

void check_folder(const Exporter& exporter, const graph::KnowledgeGraph& graph,
                  const fs::path& golden) {
    const fs::path folder =
        fs::temp_directory_path() /
        ("relata-golden-" + std::string(exporter.name) + std::to_string(::getpid()));
    fs::remove_all(folder);
    fs::create_directories(folder);
    exporter.write_folder(graph, {}, folder);
    const std::set<std::string> names = file_names(folder);
    for (const std::string& name : names) check_against(golden / name, read(folder / name));
    CHECK(file_names(golden) == names);
    fs::remove_all(folder);
}

void check_format(const Exporter& exporter, const graph::KnowledgeGraph& graph,
                  const fs::path& golden) {
    if (exporter.name == "html") return;
    if (exporter.write_folder != nullptr) {
        check_folder(exporter, graph, golden / exporter.name);
        return;
    }
    std::vector<std::string> flavors(exporter.flavors.begin(), exporter.flavors.end());
    if (flavors.empty()) flavors.emplace_back();
    for (const std::string& flavor : flavors) {
        std::ostringstream stream;
        exporter.write_stream(graph, {flavor}, stream);
        const std::string stem = std::string(exporter.name) + (flavor.empty() ? "" : "-" + flavor);
        check_against(golden / (stem + ".txt"), std::move(stream).str());
    }
}

}  // namespace

TEST_CASE("exports of the small graph equal their goldens") {
    const graph::KnowledgeGraph graph = small_graph();
    for (const Exporter& exporter : exporters()) check_format(exporter, graph, kGolden / "small");
}

TEST_CASE("exports of the hostile graph equal their goldens") {
    const graph::KnowledgeGraph graph = hostile_graph();
    for (const Exporter& exporter : exporters()) check_format(exporter, graph, kGolden / "hostile");
}

TEST_CASE("an empty graph can be exported in every format") {
    const graph::KnowledgeGraph graph;
    for (const Exporter& exporter : exporters()) check_format(exporter, graph, kGolden / "empty");
}

}  // namespace relata::exporting
