#include "cli/output.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <sstream>

#include "base/error.hpp"

using namespace relata::cli;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "relata-test-XXXXXX").string();
        path = mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path); }
};

std::string content(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file appears whole when it is committed, and replaces the old one") {
    const Folder folder;
    const fs::path path = folder.path / "out.txt";
    {
        OutputFile file(path);
        file.write("first");
        CHECK_FALSE(fs::exists(path));
        file.commit();
    }
    CHECK(content(path) == "first");
    {
        OutputFile file(path);
        file.write("never");
    }
    CHECK(content(path) == "first");
    CHECK(files_in(folder.path) == 1);
}

TEST_CASE("a link to a file stays a link") {
    const Folder folder;
    std::ofstream(folder.path / "real") << "old";
    fs::create_symlink("real", folder.path / "link");
    OutputFile file(folder.path / "link");
    file.write("new");
    file.commit();
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(content(folder.path / "real") == "new");
}

TEST_CASE("what cannot be written is an error with the file's name") {
    const Folder folder;
    CHECK_THROWS_WITH_AS(OutputFile(folder.path / "no" / "file"), doctest::Contains("No such file"),
                         relata::Error);
    CHECK_THROWS_WITH_AS(OutputFile(folder.path), doctest::Contains("is a folder"), relata::Error);
    OutputFile full("/dev/full");
    CHECK_THROWS_WITH_AS(
        {
            full.write(std::string(1U << 20U, 'x'));
            full.commit();
        },
        doctest::Contains("No space left"), relata::Error);
}

TEST_CASE("a folder's files appear together, beside what was there") {
    const Folder folder;
    const fs::path target = folder.path / "export";
    fs::create_directory(target);
    std::ofstream(target / "notes.txt") << "mine";
    OutputFolder out(target);
    std::ofstream(out.folder() / "nodes.csv") << "id";
    CHECK(files_in(target) == 1);
    out.commit();
    CHECK(content(target / "nodes.csv") == "id");
    CHECK(content(target / "notes.txt") == "mine");
}
