#include "extract/language.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "extract/explain.hpp"

using namespace relata::extract;
namespace fs = std::filesystem;

namespace {

// A folder of the user's with one small language "xx", gone when the test ends.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / fs::path("relata-language-test")) {
        fs::remove_all(path_);
        write("xx/lists/stopword.txt", "zzz\nqqq\n");
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void write(const std::string& name, std::string_view text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    std::vector<std::string> path() const { return {path_.string()}; }

  private:
    fs::path path_;
};

std::string fault_of(const Knowledge& knowledge, std::string_view code) {
    try {
        knowledge.language(code);
    } catch (const relata::Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("knowledge: a language is made once, from shared lists and its own") {
    const Folder folder;
    folder.write("lists/known_org.txt", "Zork\n");
    const Knowledge knowledge(folder.path());
    const Language& language = knowledge.language("xx");
    CHECK(&knowledge.language("xx") == &language);
    CHECK(language.code == "xx");
    const Lexicon& lexicon = language.lexicon;
    CHECK(lexicon.has(lexicon.classes_of(lexicon.word("zork")), *lexicon.class_named("known_org")));
    CHECK(lexicon.has(lexicon.classes_of(lexicon.word("zzz")), *lexicon.class_named("stopword")));
    CHECK(language.rules.rules().empty());
}

TEST_CASE("knowledge: languages and relation types of a folder are added") {
    const Folder folder;
    folder.write("relations.txt", "cites(org, org)\n");
    const Knowledge knowledge(folder.path());
    CHECK(std::vector<std::string>(knowledge.codes().begin(), knowledge.codes().end()) ==
          std::vector<std::string>{"de", "en", "xx"});
    CHECK(knowledge.catalogue().find("cites").has_value());
    CHECK(knowledge.catalogue().find("founder_of").has_value());
    CHECK_FALSE(Knowledge().catalogue().find("cites").has_value());
}

TEST_CASE("knowledge: detection") {
    const Folder folder;
    const Knowledge knowledge(folder.path());
    CHECK(knowledge.detect("Google has bought the company that it was in talks with.") == "en");
    CHECK(knowledge.detect("Google hat die Firma gekauft, mit der es verhandelte.") == "de");
    CHECK(knowledge.detect("Zzz qqq zzz") == "xx");
    CHECK(knowledge.detect("") == "de");
    CHECK(knowledge.detect("Google") == "de");
}

TEST_CASE("knowledge: a headline without stop words is of the language of its common words") {
    const Knowledge knowledge;
    CHECK(knowledge.detect("Apple buys Beats") == "en");
    CHECK(knowledge.detect("Perplexity launches Comet, an AI-powered web browser.") == "en");
    CHECK(knowledge.detect("SAP kauft Signavio") == "de");
    CHECK(knowledge.detect("Klarna sammelt 800 Millionen Dollar ein") == "de");
}

TEST_CASE("knowledge: faults") {
    const Folder folder;
    folder.write("xx/lists/bad.tsv", "one\ntwo\t2\nthree\n");
    const Knowledge knowledge(folder.path());
    const std::string fault = fault_of(knowledge, "xx");
    CHECK(fault.find("bad.tsv:1: no value") != std::string::npos);
    CHECK(fault.find("bad.tsv:3: no value") != std::string::npos);
    CHECK(fault.find("bad.tsv:2") == std::string::npos);
    CHECK(fault_of(knowledge, "fr") ==
          "no rules for the language \"fr\"; there are rules for de, en, xx");
    CHECK_THROWS_AS(Knowledge(std::vector<std::string>{"/no/such/folder"}), relata::Error);
}

TEST_CASE("knowledge: languages that were embedded find what languages built from the files find") {
    const Folder folder;  // any folder makes Knowledge build from the files
    const Knowledge built(folder.path());
    const Knowledge embedded;
    const auto explanation = [](const Knowledge& knowledge, const std::string& code) {
        Document document;
        document.language = code;
        document.text = code == "de"
                            ? "OpenAI-Chef Sam Altman sagt, der Berliner Anbieter Wolkenwerk GmbH "
                              "habe 2019 die Firma Tidewater Systems gegründet."
                            : "Acme Robotics, founded in 2014 by Jane Roe, reportedly wants to buy "
                              "Castlegate Inc. for $25m, its chief executive said.";
        return describe(explain(Extractor(knowledge), document), knowledge.catalogue(), 1000);
    };
    for (const std::string& code : embedded.codes())
        CHECK(explanation(embedded, code) == explanation(built, code));
}
