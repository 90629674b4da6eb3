// Runs the query cases of tests/graph/queries/*.txt over the news graph. A case is a block without
// blank lines:
//
//   # a comment
//   $name = "a string" or 12        parameters
//   MATCH (a:org) RETURN a.name     the query, on one or more lines
//   ---
//   a.name                          columns, separated by " | "
//   Acme AI                         rows; in any order unless the query has ORDER BY
//
// or after `---` the lines of an error message, each behind "! ".
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.hpp"
#include "graph/query/query.hpp"
#include "graph/store.hpp"
#include "news_graph.hpp"
#include "records.hpp"

using namespace relata::graph;
using namespace relata::graph::query;

namespace {

struct Case {
    std::string place;  // file:line
    std::string query;
    Parameters parameters;
    std::vector<std::string> expected;
};

using Lines = std::vector<std::string>;

Parameters::value_type parse_parameter(const std::string& line) {
    const auto equals = line.find(" = ");
    const std::string name = line.substr(1, equals - 1), value = line.substr(equals + 3);
    if (value.front() == '"') return {name, Value(value.substr(1, value.size() - 2))};
    return {name, Value(std::int64_t{std::stoll(value)})};
}

Case parse_case(const Lines& block, std::string place) {
    Case result{std::move(place), "", {}, {}};
    bool in_query = true;
    for (const std::string& line : block) {
        if (line.starts_with("# ")) continue;
        if (line == "---") {
            in_query = false;
        } else if (in_query && line.starts_with("$")) {
            result.parameters.insert(parse_parameter(line));
        } else if (in_query) {
            result.query += (result.query.empty() ? "" : "\n") + line;
        } else {
            result.expected.push_back(line);
        }
    }
    return result;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
    std::vector<Case> cases;
    std::ifstream in(path);
    Lines block;
    std::size_t number = 0;
    const auto finish = [&] {
        const std::size_t first = number - block.size();
        if (std::any_of(block.begin(), block.end(), [](auto& line) { return line == "---"; })) {
            cases.push_back(
                parse_case(block, path.filename().string() + ":" + std::to_string(first)));
        }
        block.clear();
    };
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty()) {
            finish();
        } else {
            block.push_back(line);
        }
    }
    ++number;
    finish();
    return cases;
}

std::string joined(const Lines& items) {
    std::string result;
    for (const std::string& item : items) result += (&item == &items[0] ? "" : " | ") + item;
    return result;
}

Lines outcome(const Case& c, const KnowledgeGraph& graph) {
    Lines lines;
    try {
        const QueryResult result = run(graph, c.query, c.parameters);
        lines.push_back(joined(result.columns));
        for (const auto& row : result.rows) {
            Lines cells;
            for (const Value& value : row) {
                cells.push_back(value.is_null() ? "null" : to_text(value, graph));
            }
            lines.push_back(joined(cells));
        }
        if (c.query.find("ORDER BY") == std::string::npos)
            std::sort(lines.begin() + 1, lines.end());
    } catch (const relata::Error& error) {
        std::istringstream message(error.what());
        for (std::string line; std::getline(message, line);) lines.push_back("! " + line);
    }
    return lines;
}

}  // namespace

TEST_CASE("query cases") {
    const std::filesystem::path folder =
        std::filesystem::path(RELATA_SOURCE_DIR) / "tests/graph/queries";
    std::size_t count = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        for (const Case& c : read_cases(file.path())) {
            ++count;
            INFO(c.place << "\n" << c.query);
            Lines expected = c.expected;
            if (c.query.find("ORDER BY") == std::string::npos && !expected.empty() &&
                !expected[0].starts_with("!")) {
                std::sort(expected.begin() + 1, expected.end());
            }
            const Lines got = outcome(c, testing::news_graph());
            std::string difference;
            for (std::size_t i = 0; i < std::max(expected.size(), got.size()); ++i) {
                const std::string want = i < expected.size() ? expected[i] : "(nothing)";
                const std::string have = i < got.size() ? got[i] : "(nothing)";
                if (want != have) difference += "  wanted: " + want + "\n  got:    " + have + "\n";
            }
            CHECK(difference == "");
        }
    }
    CHECK(count >= 60);
}

TEST_CASE(
    "a query with named entities gives the same on their neighbourhood as on the whole graph") {
    const testing::TemporaryFolder folder;
    {
        StoreWriter writer(folder / "graph");
        writer.add(testing::news_records());
        writer.commit();
    }
    std::size_t near = 0;
    for (const auto& file : std::filesystem::directory_iterator(
             std::filesystem::path(RELATA_SOURCE_DIR) / "tests/graph/queries")) {
        if (file.path().filename() == "errors.txt") continue;
        for (const Case& c : read_cases(file.path())) {
            INFO(c.place << "\n" << c.query);
            const Reach reached = reach(c.query, c.parameters);
            near += reached.extent.around.empty() && !reached.ends ? 0 : 1;
            const KnowledgeGraph part = query::load(folder / "graph", reached);
            CHECK(outcome(c, part) == outcome(c, testing::news_graph()));
        }
    }
    CHECK(near >= 20);
}

TEST_CASE("what a query looks at") {
    const auto anywhere = [](const char* query) { return reach(query).extent.around.empty(); };
    CHECK(anywhere("MATCH (n:org) RETURN n"));
    CHECK(anywhere("MATCH (n {name: 'A'}), (m:org) RETURN m"));
    CHECK(anywhere("MATCH (n {name: 'A'})-[*1..9]-(m) RETURN m"));
    CHECK(anywhere("MATCH (n) WHERE n.name = 'A' OR n.name = 'B' RETURN n"));
    CHECK(anywhere("MATCH (n:org) WITH n LIMIT 1 MATCH (n {name: 'A'}) RETURN n"));
    CHECK(reach("MATCH (n {name: 'A'})--(m) WITH m MATCH (m)--(o) RETURN o").extent.hops == 2);
    CHECK(reach("MATCH (n {name: 'A'})--(m), (m)--(o {name: 'B'}) RETURN m").extent.hops == 1);
    CHECK(reach("MATCH (n) WHERE n.name IN ['A', 'B'] RETURN n").extent.around.size() == 2);
    const auto typed = reach("MATCH (n {name: 'A'})-[:sued|acquired]-(m) RETURN m").extent.types;
    CHECK(typed == std::set<std::string>{"acquired", "sued"});
    CHECK(reach("MATCH (n)-[:sued]-()--(m) RETURN m").extent.types.empty());
    const auto ends = [](const char* query) { return reach(query).ends.has_value(); };
    CHECK(ends("MATCH p = shortestPath((a {name: 'A'})-[*..6]-(b {name: 'B'})) RETURN p"));
    CHECK(
        ends("MATCH (a {name: 'A'}), (b {name: 'B'}), p = allShortestPaths((a)<-[:sued*]-(b)) "
             "RETURN length(p)"));
    CHECK_FALSE(ends("MATCH p = shortestPath((a {name: 'A'})-[*..6]-(b:org)) RETURN p"));
    CHECK_FALSE(
        ends("MATCH p = shortestPath((a {name: 'A'})-[*..6]-(b {name: 'B'})), (b)--(c) "
             "RETURN p"));
    const auto evidence = [](const char* query) { return reach(query).extent.evidence; };
    CHECK_FALSE(evidence("MATCH (a)-[r]-(b) RETURN a, r.status, type(r), count(r)"));
    CHECK(evidence("MATCH (a)-[r]-(b) RETURN r"));
    CHECK(evidence("MATCH (a)-[r]-(b) WHERE r.source = 'X' RETURN a"));
    CHECK(evidence("MATCH (a)-[r {url: 'X'}]-(b) RETURN a"));
    CHECK(evidence("MATCH p = (a)--(b) RETURN p"));
    CHECK(evidence("MATCH (a)-[r]-(b) RETURN keys(r)"));
    CHECK(evidence("MATCH (a)-[r]-(b) WITH collect(r) AS list RETURN list"));
}

TEST_CASE("a query that is nested too deeply is refused") {
    for (const char* piece : {"(", "[", "NOT ", "- ", "CASE WHEN "}) {
        std::string text = "RETURN ";
        for (int i = 0; i < 5000; ++i) text += piece;
        CHECK_THROWS_WITH_AS(run(testing::news_graph(), text),
                             doctest::Contains("nested too deeply"), relata::Error);
    }
}

TEST_CASE("values as JSON keep their types") {
    const auto& graph = testing::news_graph();
    const QueryResult result =
        run(graph,
            "MATCH (a)-[r:acquired {status: 'asserted'}]->(b) RETURN r.amount, [1.5, null, true], "
            "{a: 'x'}, r.quote IS NULL");
    REQUIRE(result.rows.size() == 1);
    CHECK(to_json(result.rows[0][0], graph) == "1800000000");
    CHECK(to_json(result.rows[0][1], graph) == "[1.5,null,true]");
    CHECK(to_json(result.rows[0][2], graph) == "{\"a\":\"x\"}");
    const QueryResult node = run(graph, "MATCH (a {name: 'Delta'}) RETURN a");
    CHECK(to_json(node.rows[0][0], graph) ==
          "{\"aliases\":[],\"first_seen\":\"2023-11-02\",\"id\":\"org:delta\",\"last_seen\":"
          "\"2024-04-01\",\"name\":\"Delta\",\"type\":\"org\"}");
}
