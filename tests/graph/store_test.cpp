#include "graph/store.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "base/error.hpp"
#include "graph/find.hpp"
#include "graph/select.hpp"
#include "graph/sqlite.hpp"
#include "records.hpp"

using namespace relata::graph;
using relata::extract::Relation;
using testing::dump;
using testing::first_difference;
using testing::record;
using testing::TemporaryFolder;

namespace {

void add(const std::filesystem::path& path, std::span<const Relation> records) {
    StoreWriter writer(path);
    writer.add(records);
    writer.commit();
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    return names;
}

}  // namespace

TEST_CASE("a stored graph is the merged graph, whatever the order and split of the records") {
    std::mt19937 random(11);
    for (int round = 0; round < 25; ++round) {
        const TemporaryFolder folder;
        std::vector<Relation> records = testing::random_records(random, 3 + 2 * round);
        const std::string expected = dump(merge(records));
        add(folder / "at-once", records);
        REQUIRE(first_difference(expected, dump(load(folder / "at-once"))) == "");
        std::shuffle(records.begin(), records.end(), random);
        for (std::size_t first = 0; first < records.size();) {
            const std::size_t count = std::min(records.size() - first, 1 + random() % 20);
            add(folder / "in-parts", std::span(records).subspan(first, count));
            first += count;
        }
        REQUIRE(first_difference(expected, dump(load(folder / "in-parts"))) == "");
        REQUIRE(first_difference(expected,
                                 dump(merge(relata::graph::records(folder / "in-parts")))) == "");
        CHECK(files_in(folder.path).size() == 2);
    }
}

TEST_CASE("a file keeps which types have no direction, also those of somebody's own catalogue") {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder / "allies.relata";
    {
        StoreWriter writer(path, {"allied_with"});
        writer.add(std::vector{record("d1", "org:Zeta", "allied_with", "org:Alpha"),
                               record("d1", "org:Zeta", "acquired", "org:Beta")});
        writer.commit();
    }
    add(path, std::vector{record("d2", "org:Alpha", "allied_with", "org:Zeta"),
                          record("d3", "org:Zeta", "partner_of", "org:Beta")});
    const KnowledgeGraph graph = load(path);
    std::vector<std::string> symmetric, directed;
    for (const Edge& edge : graph.edges())
        (edge.symmetric ? symmetric : directed).push_back(edge.id);
    CHECK(symmetric == std::vector<std::string>{"org:alpha|allied_with|org:zeta|asserted",
                                                "org:beta|partner_of|org:zeta|asserted"});
    CHECK(directed == std::vector<std::string>{"org:zeta|acquired|org:beta|asserted"});

    StoreWriter other(folder / "other.relata", {"allied_with"});
    other.add(std::vector{record("d1", "org:Zeta", "partner_of", "org:Beta")});
    other.commit();
    CHECK(load(folder / "other.relata").edges()[0].id == "org:zeta|partner_of|org:beta|asserted");
}

TEST_CASE("removing articles equals a build without them") {
    std::mt19937 random(13);
    for (int round = 0; round < 25; ++round) {
        const TemporaryFolder folder;
        const std::vector<Relation> records = testing::random_records(random, 4 + 2 * round);
        std::vector<std::string> removed;
        for (const Relation& r : records) {
            if (random() % 4 == 0) removed.push_back(r.document);
        }
        std::sort(removed.begin(), removed.end());
        removed.erase(std::unique(removed.begin(), removed.end()), removed.end());
        add(folder / "graph", records);
        {
            StoreWriter writer(folder / "graph");
            writer.remove(removed);
            writer.commit();
        }
        std::vector<Relation> kept;
        for (const Relation& r : records) {
            if (!std::binary_search(removed.begin(), removed.end(), r.document)) kept.push_back(r);
        }
        REQUIRE(first_difference(dump(merge(kept)), dump(load(folder / "graph"))) == "");
    }
}

TEST_CASE("without commit nothing happens, and nothing stays behind") {
    const TemporaryFolder folder;
    { StoreWriter(folder / "graph").add(std::vector{record("d", "org:A", "acquired", "org:B")}); }
    CHECK(files_in(folder.path).empty());
    add(folder / "graph", std::vector{record("d", "org:A", "acquired", "org:B")});
    const std::string before = dump(load(folder / "graph"));
    { StoreWriter(folder / "graph").add(std::vector{record("e", "org:C", "acquired", "org:B")}); }
    CHECK(dump(load(folder / "graph")) == before);
    CHECK(files_in(folder.path) == std::vector<std::string>{"graph"});
}

TEST_CASE("one writer at a time, readers go on") {
    const TemporaryFolder folder;
    add(folder / "graph", std::vector{record("d", "org:A", "acquired", "org:B")});
    StoreWriter writer(folder / "graph");
    writer.add(std::vector{record("e", "org:C", "acquired", "org:B")});
    CHECK_THROWS_WITH_AS(StoreWriter(folder / "graph"),
                         doctest::Contains("another process is writing"), relata::Error);
    CHECK(load(folder / "graph").edges().size() == 1);
    writer.commit();
    CHECK(load(folder / "graph").edges().size() == 2);
}

TEST_CASE("files that are no graph are refused with a sentence") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH_AS(load(folder / "none"), doctest::Contains("no such graph file"),
                         relata::Error);
    std::ofstream(folder / "text") << std::string(5000, 'x');
    CHECK_THROWS_WITH_AS(load(folder / "text"), doctest::Contains("no graph file"), relata::Error);
    CHECK_THROWS_WITH_AS(StoreWriter(folder / "text"), doctest::Contains("no graph file"),
                         relata::Error);
    CHECK_THROWS_WITH_AS(StoreWriter(folder / "no-folder" / "graph"),
                         doctest::Contains("cannot be written"), relata::Error);
}

TEST_CASE("files whose tables are made to hang or to change what is written are refused") {
    const TemporaryFolder folder;
    const auto refused = [&](const char* sql) {
        std::filesystem::remove(folder / "graph");
        add(folder / "graph", std::vector{record("d", "org:A", "acquired", "org:B")});
        Database(folder / "graph", SQLITE_OPEN_READWRITE).run(sql);
        CHECK_THROWS_WITH_AS(load(folder / "graph"), doctest::Contains("its tables are not those"),
                             relata::Error);
        CHECK_THROWS_WITH_AS(StoreWriter(folder / "graph"),
                             doctest::Contains("its tables are not those"), relata::Error);
    };
    refused(
        "ALTER TABLE records RENAME TO kept; CREATE VIEW records AS WITH RECURSIVE c(x) AS "
        "(SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT kept.* FROM kept, c");
    refused("CREATE TRIGGER more AFTER INSERT ON records BEGIN DELETE FROM documents; END");
    refused("DROP VIEW evidence");

    std::filesystem::remove(folder / "graph");
    add(folder / "graph", std::vector{record("d", "org:A", "acquired", "org:B")});
    Database(folder / "graph", SQLITE_OPEN_READWRITE)
        .run(
            "CREATE TABLE notes(entity, note); CREATE VIEW names_only AS SELECT name FROM "
            "entities");
    CHECK(load(folder / "graph").edges().size() == 1);
}

namespace {

// A graph file of one record, with `sql` run on it.
void make_altered(const std::filesystem::path& path, const char* sql) {
    std::filesystem::remove(path);
    add(path, std::vector{record("d", "org:A", "acquired", "org:B")});
    Database(path, SQLITE_OPEN_READWRITE).run(sql);
}

}  // namespace

TEST_CASE("rows that name rows which are not there are a damage, not a crash") {
    const TemporaryFolder folder;
    const auto damaged = [&](const char* sql) {
        make_altered(folder / "graph", sql);
        CAPTURE(sql);
        CHECK_THROWS_WITH_AS(load(folder / "graph"), doctest::Contains("is damaged"),
                             relata::Error);
    };
    damaged("PRAGMA foreign_keys = OFF; UPDATE relations SET subject = 99");
    damaged("UPDATE relations SET status = 'maybe'");
    damaged("UPDATE relations SET attributes = '[1'");
    damaged("DELETE FROM placements");
    damaged("DELETE FROM documents");
}

TEST_CASE("rows that name rows which are not there are a damage to a graph that grows, too") {
    const TemporaryFolder folder;
    const auto damaged = [&](const char* sql) {
        make_altered(folder / "graph", sql);
        CAPTURE(sql);
        CHECK_THROWS_WITH_AS(
            add(folder / "graph", std::vector{record("e", "org:A", "acquired", "org:B")}),
            doctest::Contains("is damaged"), relata::Error);
    };
    damaged("UPDATE records SET subject = 99");
    damaged("UPDATE records SET document = 99");
    damaged("UPDATE name_uses SET document = 99");
    damaged("UPDATE names SET type = 'thing'");
    damaged("UPDATE records SET status = 'maybe'");
    damaged("UPDATE aliases SET entity = 99; INSERT INTO aliases VALUES(98, 'x')");
    damaged("UPDATE entities SET id = 9223372036854775807 WHERE id = 1");
}

TEST_CASE("a graph whose rows have large numbers grows in little memory") {
    const TemporaryFolder folder;
    const std::vector<Relation> records = {record("d", "org:A", "acquired", "org:B"),
                                           record("e", "org:A", "acquired", "org:B")};
    add(folder / "graph", std::span(records).first(1));
    Database(folder / "graph", SQLITE_OPEN_READWRITE)
        .run(
            "UPDATE documents SET id = 1 << 61, standing = 1 << 61, story = 1 << 61;"
            "UPDATE records SET document = 1 << 61; UPDATE name_uses SET document = 1 << 61;"
            "UPDATE records SET subject = 1 << 61 WHERE subject = 1;"
            "UPDATE name_uses SET name = 1 << 61 WHERE name = 1;"
            "UPDATE names SET id = 1 << 61 WHERE id = 1");
    add(folder / "graph", std::span(records).last(1));
    CHECK(first_difference(dump(merge(records)), dump(load(folder / "graph"))) == "");
}

TEST_CASE("the fuzzer begins with a graph file of this version") {
    const TemporaryFolder folder;
    std::filesystem::copy_file(RELATA_SOURCE_DIR "/fuzz/corpus/graph_file/one-article",
                               folder / "graph");
    CHECK(load(folder / "graph").edges().size() > 2);
}

TEST_CASE("alias statements overrule and can be taken back") {
    const TemporaryFolder folder;
    const std::vector<Relation> records = {record("d", "org:Facebook", "acquired", "org:WhatsApp"),
                                           record("e", "org:Meta", "acquired", "org:WhatsApp")};
    add(folder / "graph", records);
    const std::string before = dump(load(folder / "graph"));
    const auto set = [&](const char* text) {
        StoreWriter writer(folder / "graph");
        writer.set_overrides(parse_overrides(text, "aliases"));
        writer.commit();
    };
    set("different: Facebook = Meta\n");
    CHECK(load(folder / "graph").nodes().size() == 3);
    set("same: Facebook = Meta\n");
    const KnowledgeGraph joined = load(folder / "graph");
    CHECK(joined.nodes().size() == 2);
    CHECK(joined.edges().size() == 1);
    CHECK(joined.edge(0).evidence.size() == 2);
    CHECK(dump(joined) == dump(merge(records, {overrides(folder / "graph")})));
    set("");
    CHECK(dump(load(folder / "graph")) == before);
}

TEST_CASE("the neighbourhood of names is read alone and is the same as in the whole graph") {
    std::mt19937 random(17);
    const TemporaryFolder folder;
    add(folder / "graph", testing::random_records(random, 12));
    for (const char* name : {"Baidu", "baidu inc", "org:fbi", "Elon Musk", "munich", "Nobody"}) {
        for (std::uint32_t hops = 0; hops < 4; ++hops) {
            KnowledgeGraph whole = load(folder / "graph");
            const auto selected = [&](KnowledgeGraph graph) {
                Selection selection;
                selection.focus = NameIndex(graph).find(name);
                selection.hops = hops;
                return selection.focus.empty() ? "" : dump(select(std::move(graph), selection));
            };
            const std::string expected = selected(std::move(whole));
            INFO(std::string(name) << " " << hops);
            const std::string got =
                selected(load(folder / "graph", {.around = {name}, .hops = hops}));
            CHECK(first_difference(expected, got) == "");
        }
    }
}

TEST_CASE("connections are searched in the file and are the same as in the whole graph") {
    std::mt19937 random(29);
    const TemporaryFolder folder;
    add(folder / "graph", testing::random_records(random, 12));
    const KnowledgeGraph whole = load(folder / "graph");
    const auto told = [](const KnowledgeGraph& graph, const std::string& from,
                         const std::string& to, const PathOptions& options) {
        const auto node = [&](const std::string& id) {
            return nodes_with_ids(graph, std::vector{id}).at(0);
        };
        std::string text;
        for (const Path& path : shortest_paths(graph, node(from), node(to), options)) {
            for (const auto& hop : path.hops) {
                for (const EdgeIndex e : hop)
                    text += graph.edge(e).id + " " + graph.edge(e).evidence.at(0).quote + "\n";
            }
            text += "--\n";
        }
        return text;
    };
    std::size_t found = 0;
    for (const bool directed : {false, true}) {
        for (const std::uint32_t most : {2U, 10U}) {
            ConnectionOptions options;
            options.paths = {.directed = directed, .max_hops = most, .limit = 100};
            for (const Node& from : whole.nodes()) {
                for (const Node& to : whole.nodes()) {
                    const std::string expected = told(whole, from.id, to.id, options.paths);
                    const KnowledgeGraph part =
                        load_connections(folder / "graph", from.id, to.id, options);
                    INFO(from.id << " " << to.id << " " << directed << " " << most);
                    CHECK(told(part, from.id, to.id, options.paths) == expected);
                    found += expected.empty() ? 0 : 1;
                }
            }
        }
    }
    CHECK(found > 20);
}

TEST_CASE("names are looked up in the file as in the graph") {
    std::mt19937 random(31);
    const TemporaryFolder folder;
    add(folder / "graph", testing::random_records(random, 30));
    const KnowledgeGraph whole = load(folder / "graph");
    const NameIndex index(whole);
    for (const char* name :
         {"Baidu", "baidu inc", "org:fbi", "elon musk", "MUNICH", "", "Nobody"}) {
        INFO(std::string(name));
        std::vector<std::string> expected;
        for (const NodeIndex n : index.find(name)) expected.push_back(whole.node(n).id);
        CHECK(entities_named(folder / "graph", name) == expected);
    }
    for (const char* name : {"Baidoo", "Muinch", "Elon"}) {
        INFO(std::string(name));
        CHECK(similar_names(folder / "graph", name) == index.suggestions(name));
    }
    CHECK(names_beginning(folder / "graph", "bai") == index.completions("bai"));
    CHECK(names_beginning(folder / "graph", "bai").size() > 0);
}

TEST_CASE("a process that is killed leaves the old state or the new one") {
    std::mt19937 random(19);
    const TemporaryFolder folder;
    const std::vector<Relation> first = testing::random_records(random, 20);
    const std::vector<Relation> second = testing::random_records(random, 200);
    std::vector<Relation> both = first;
    both.insert(both.end(), second.begin(), second.end());
    const std::string before = dump(merge(first)), after = dump(merge(both));
    for (int round = 0; round < 12; ++round) {
        std::filesystem::remove(folder / "graph");
        add(folder / "graph", first);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            add(folder / "graph", second);
            _exit(0);
        }
        usleep(static_cast<useconds_t>(random() % 60'000));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const std::string state = dump(load(folder / "graph"));
        CHECK((state == before || state == after));
        add(folder / "graph", second);
        CHECK(first_difference(after, dump(load(folder / "graph"))) == "");
    }
}

TEST_CASE("the first reader after a crash rolls back what was written half") {
    std::mt19937 random(23);
    const TemporaryFolder folder, after_crash;
    add(folder / "graph", testing::random_records(random, 40));
    const std::string before = dump(load(folder / "graph"));
    {
        Database db(folder / "graph", SQLITE_OPEN_READWRITE);
        db.run(
            "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;"
            "UPDATE records SET sentence = sentence || sentence; UPDATE entities SET name = 'x'");
        std::filesystem::copy(folder / "graph", after_crash / "graph");
        std::filesystem::copy(folder / "graph-journal", after_crash / "graph-journal");
        db.run("ROLLBACK");
    }
    CHECK(first_difference(before, dump(load(after_crash / "graph"))) == "");
    CHECK(files_in(after_crash.path) == std::vector<std::string>{"graph"});
}
