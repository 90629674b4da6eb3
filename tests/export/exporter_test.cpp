#include "export/exporter.hpp"

#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "base/error.hpp"
#include "tests/export/graphs.hpp"

namespace relata::exporting {

TEST_CASE("each format has one writer, a summary and a name and endings of its own") {
    std::set<std::string_view> names, endings;
    for (const Exporter& exporter : exporters()) {
        INFO(exporter.name);
        CHECK((exporter.write_stream == nullptr) != (exporter.write_folder == nullptr));
        CHECK_FALSE(exporter.summary.empty());
        CHECK(names.insert(exporter.name).second);
        for (const std::string_view ending : exporter.endings) {
            CHECK(ending.starts_with('.'));
            CHECK(endings.insert(ending).second);
            CHECK(exporter_for_path("folder.dot/file" + std::string(ending)) == &exporter);
        }
        CHECK(exporter_named(exporter.name) == &exporter);
    }
}

TEST_CASE("a name or a path of no format finds no exporter") {
    CHECK(exporter_named("docx") == nullptr);
    CHECK(exporter_named("") == nullptr);
    CHECK(exporter_for_path("graph.docx") == nullptr);
    CHECK(exporter_for_path("folder.json/graph") == nullptr);
}

TEST_CASE("a flavor that a format does not have is an error") {
    for (const Exporter& exporter : exporters()) {
        INFO(exporter.name);
        CHECK_THROWS_AS(chosen_flavor(exporter, {"docx"}), Error);
        if (exporter.flavors.empty()) continue;
        std::ostringstream stream;
        CHECK_THROWS_AS(exporter.write_stream(small_graph(), {"docx"}, stream), Error);
    }
}

TEST_CASE("a format without a named flavor has its first") {
    CHECK(chosen_flavor(*exporter_named("graphml"), {}) == "plain");
    CHECK(chosen_flavor(*exporter_named("graphml"), {"yed"}) == "yed");
    CHECK(chosen_flavor(*exporter_named("json"), {}).empty());
}

TEST_CASE("a stream that cannot take the export is an error") {
    for (const Exporter& exporter : exporters()) {
        if (exporter.write_stream == nullptr) continue;
        INFO(exporter.name);
        std::ostringstream stream;
        stream.setstate(std::ios::badbit);
        CHECK_THROWS_AS(exporter.write_stream(small_graph(), {}, stream), Error);
    }
}

TEST_CASE("a folder that is not there is an error") {
    for (const Exporter& exporter : exporters()) {
        if (exporter.write_folder == nullptr) continue;
        INFO(exporter.name);
        CHECK_THROWS_AS(exporter.write_folder(small_graph(), {}, "/nowhere/at/all"), Error);
    }
}

}  // namespace relata::exporting
