// Measures entity resolution on pairs of names: tests/graph/resolution_pairs.tsv, rows
//
//   same|different TAB type:name TAB type:name [TAB aliases of the first, separated by "; "]
//
// A group is a block of rows without blank lines: its names are resolved together, as if each stood
// in an article of its own. A name with `xN` before its type (x9 org:Apple) stands in N articles.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include "graph/resolve.hpp"

using namespace relata::graph;

namespace {

struct Pair {
    bool same;
    std::uint32_t a, b;
    std::size_t line;
};

struct Group {
    std::vector<NameUse> names;
    std::vector<Pair> pairs;
};

std::uint32_t index_of(Group& group, std::string text) {
    std::uint32_t documents = 1;
    if (text.front() == 'x' && text.find(' ') < text.find(':')) {
        documents = static_cast<std::uint32_t>(std::stoul(text.substr(1)));
        text = text.substr(text.find(' ') + 1);
    }
    const auto colon = text.find(':');
    const auto type = *relata::extract::entity_type_from(text.substr(0, colon));
    const std::string name = text.substr(colon + 1);
    for (std::uint32_t i = 0; i < group.names.size(); ++i) {
        NameUse& use = group.names[i];
        if (use.name != name || use.type != type) continue;
        use.documents = std::max(use.documents, documents);
        return i;
    }
    group.names.push_back({name, type, documents, {}});
    return static_cast<std::uint32_t>(group.names.size() - 1);
}

void add_aliases(NameUse& use, const std::string& list) {
    std::istringstream in(list);
    for (std::string alias; std::getline(in, alias, ';');) {
        alias.erase(0, alias.find_first_not_of(' '));
        use.aliases.emplace_back(alias, use.documents);
    }
    std::sort(use.aliases.begin(), use.aliases.end());
    use.aliases.erase(std::unique(use.aliases.begin(), use.aliases.end()), use.aliases.end());
}

std::vector<Group> read_groups() {
    std::vector<Group> groups(1);
    std::ifstream in(RELATA_SOURCE_DIR "/tests/graph/resolution_pairs.tsv");
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty()) groups.emplace_back();
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string> fields;
        std::istringstream row(line);
        for (std::string field; std::getline(row, field, '\t');) fields.push_back(field);
        REQUIRE_MESSAGE(fields.size() >= 3, "line " << number);
        Group& group = groups.back();
        const std::uint32_t a = index_of(group, fields[1]), b = index_of(group, fields[2]);
        if (fields.size() > 3) add_aliases(group.names[a], fields[3]);
        group.pairs.push_back({fields[0] == "same", a, b, number});
    }
    return groups;
}

}  // namespace

TEST_CASE("entity resolution finds most names of an entity and hardly joins two entities") {
    std::size_t right = 0, wrong = 0, missed = 0, count = 0;
    for (const Group& group : read_groups()) {
        const Resolution resolution = resolve(group.names, {}, {});
        for (const Pair& pair : group.pairs) {
            ++count;
            const bool same = resolution.cluster_of[pair.a] == resolution.cluster_of[pair.b];
            right += same && pair.same ? 1 : 0;
            wrong += same && !pair.same ? 1 : 0;
            missed += !same && pair.same ? 1 : 0;
            if (same != pair.same) {
                MESSAGE("resolution_pairs.tsv:"
                        << pair.line << ": " << std::string(same ? "wrongly joined " : "missed ")
                        << group.names[pair.a].name << " = " << group.names[pair.b].name);
            }
        }
    }
    const double precision = static_cast<double>(right) / static_cast<double>(right + wrong);
    const double recall = static_cast<double>(right) / static_cast<double>(right + missed);
    std::printf("entity resolution: %zu pairs, precision %.3f, recall %.3f\n", count, precision,
                recall);
    CHECK(count >= 300);
    CHECK(precision >= 0.98);
    CHECK(recall >= 0.90);
}
