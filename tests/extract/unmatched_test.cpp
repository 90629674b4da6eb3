// Words between names where no rule found a relation.
#include "extract/unmatched.hpp"

#include <doctest/doctest.h>

#include "extract/explain.hpp"
#include "tests/extract/embedded.hpp"

using namespace relata::extract;

namespace {

Unmatched count(const std::vector<std::string>& texts) {
    Unmatched unmatched;
    for (const std::string& text : texts) {
        Document document;
        document.language = "en";
        document.text = text;
        unmatched.add(explain(embedded_extractor(), document));
    }
    return unmatched;
}

const UnmatchedWord* find(const std::vector<UnmatchedWord>& rows, const std::string& word) {
    for (const UnmatchedWord& row : rows)
        if (row.word == word) return &row;
    return nullptr;
}

}  // namespace

TEST_CASE("a word between two names without a relation is counted, one with a relation apart") {
    const auto rows = count({"Acme Robotics Inc. dwarfed Fernhill Systems Inc. last year.",
                             "Acme Robotics Inc. acquired Fernhill Systems Inc. last year."})
                          .rows(1);
    const UnmatchedWord* dwarfed = find(rows, "dwarfed");
    REQUIRE(dwarfed != nullptr);
    CHECK(dwarfed->language == "en");
    CHECK(dwarfed->left == "org");
    CHECK(dwarfed->right == "org");
    CHECK(dwarfed->unmatched == 1);
    CHECK(dwarfed->matched == 0);
    CHECK(dwarfed->example == "Acme Robotics Inc. dwarfed Fernhill Systems Inc.");
    CHECK(find(rows, "acquired") == nullptr);
}

TEST_CASE("the most frequent words come first, rare ones and function words not at all") {
    const auto unmatched = count({"Acme Robotics Inc. dwarfed Fernhill Systems Inc. last year.",
                                  "Acme Robotics Inc. outpaced Fernhill Systems Inc. last year.",
                                  "Harbor Labs Inc. outpaced Fernhill Systems Inc. by the sea."});
    const auto rows = unmatched.rows(1);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].word == "outpaced");
    CHECK(rows[0].unmatched == 2);
    CHECK(unmatched.rows(2).size() == 1);
}
