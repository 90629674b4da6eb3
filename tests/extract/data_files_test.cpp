#include "extract/data_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/error.hpp"

using namespace relata::extract;
namespace fs = std::filesystem;

namespace {

// A folder of the user's, gone when the test ends.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / fs::path("relata-data-files-test")) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void write(const std::string& name, std::string_view text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    std::string path() const { return path_.string(); }

  private:
    fs::path path_;
};

std::string fault_of(const std::string& folder) {
    try {
        const DataFiles files(std::vector<std::string>{folder});
    } catch (const relata::Error& error) {
        return error.what();
    }
    return "";
}

Lexicon lexicon_of(std::string_view path, std::string_view text, std::vector<std::string>& faults) {
    LexiconBuilder builder;
    add_list({std::string(path), std::string(path), text}, builder, faults);
    return std::move(builder).build();
}

}  // namespace

TEST_CASE("data files: the embedded ones") {
    const DataFiles files({});
    CHECK(files.languages() == std::vector<std::string>{"de", "en"});
    CHECK(files.named("relations.txt").size() == 1);
    REQUIRE(files.named("en/lists/month.tsv").size() == 1);
    CHECK(files.named("en/lists/month.tsv")[0]->text.find("january\t01") != std::string_view::npos);
    const auto lists = files.in("en/lists", ".tsv");
    CHECK(lists.size() > 3);
    CHECK(std::all_of(lists.begin(), lists.end(), [](const DataFile* file) {
        return file->path.starts_with("en/lists/") && file->path.ends_with(".tsv");
    }));
}

TEST_CASE("data files: every line of the embedded lists can be read") {
    const DataFiles files({});
    std::vector<std::string> faults;
    LexiconBuilder builder;
    std::vector<std::string> folders = {"lists"};
    for (const std::string& code : files.languages()) folders.push_back(code + "/lists");
    for (const std::string& folder : folders)
        for (const char* ending : {".txt", ".tsv"})
            for (const DataFile* file : files.in(folder, ending)) add_list(*file, builder, faults);
    CHECK(faults == std::vector<std::string>{});
}

TEST_CASE("data files: a user's folder comes on top") {
    const Folder folder;
    folder.write("en/lists/month.tsv", "smarch\t13\n");
    folder.write("fr/lists/stopword.txt", "le\n");
    folder.write("en/mine.rules", "");
    folder.write("README.md", "not read");
    const DataFiles files(std::vector<std::string>{folder.path()});
    const auto months = files.named("en/lists/month.tsv");
    REQUIRE(months.size() == 2);
    CHECK(months[1]->text == "smarch\t13\n");
    CHECK(months[1]->shown == folder.path() + "/en/lists/month.tsv");
    CHECK(files.languages() == std::vector<std::string>{"de", "en", "fr"});
    CHECK(files.in("en", ".rules").back()->path == "en/mine.rules");
}

TEST_CASE("data files: folders and files that cannot be used") {
    CHECK(fault_of("/no/such/folder").find("/no/such/folder: no such folder") == 0);
    {
        const Folder folder;
        folder.write("mine.rules", "");
        CHECK(fault_of(folder.path()).find("mine.rules: would never be read") != std::string::npos);
    }
    const Folder folder;
    folder.write("en/lists/x.txt", "ok\nbad \xFF\n");
    CHECK(fault_of(folder.path()).find("x.txt:2: not UTF-8") != std::string::npos);
}

TEST_CASE("data files: lists with comments, blank lines and names that have a #") {
    std::vector<std::string> faults;
    const Lexicon lexicon = lexicon_of(
        "lists/known.txt", "# head\n\n  OpenAI  # a firm\r\nC#\n*ware\nBig Blue", faults);
    CHECK(faults.empty());
    const ClassId known = *lexicon.class_named("known");
    const auto has = [&](const char* word) {
        return lexicon.has(lexicon.classes_of(lexicon.word(word)), known);
    };
    CHECK(has("openai"));
    CHECK(has("c#"));
    CHECK(lexicon.word("head") == 0);
    CHECK(lexicon.word("firm") == 0);
    CHECK(lexicon.has(lexicon.classes_of_unknown("software"), known));
    CHECK(lexicon.phrase_next(lexicon.phrase_start(lexicon.word("big")), lexicon.word("blue")) !=
          0);
}

TEST_CASE("data files: maps, and faults with their lines") {
    std::vector<std::string> faults;
    const Lexicon lexicon =
        lexicon_of("de/lists/country.tsv",
                   "USA \t Vereinigte Staaten  # so\nno value\n*\t x\nUK\tGB\n", faults);
    const ClassId country = *lexicon.class_named("country");
    CHECK(lexicon.value(country, "usa") == "Vereinigte Staaten");
    CHECK(lexicon.value(country, "uk") == "GB");
    REQUIRE(faults.size() == 2);
    CHECK(faults[0] == "de/lists/country.tsv:2: no value; write entry, tab, value");
    CHECK(faults[1].find("de/lists/country.tsv:3: ") == 0);
}
