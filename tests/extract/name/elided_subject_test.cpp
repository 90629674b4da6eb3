// Whom a second verb of a sentence is about.
#include <doctest/doctest.h>

#include "tests/extract/name/article_of.hpp"

namespace relata::extract {
namespace {

TEST_CASE("a verb behind and goes on with the subject of the verb before it") {
    CHECK(Article("en", "Zelvana Inc makes robots and is based in Oslo.").referent("and") ==
          "Zelvana Inc");
    CHECK(Article("en", "Zelvana Inc grew but is still small.").referent("but") == "Zelvana Inc");
    CHECK(Article("de", "Die Velarix GmbH wächst und gehört Siemens.").referent("und") ==
          "Velarix GmbH");
    CHECK(
        Article("de", "2019 wurde die Velarix GmbH gegründet und hat 40 Leute.").referent("und") ==
        "Velarix GmbH");
}

TEST_CASE("the subject is the nearest that acts") {
    CHECK(Article("en", "Jane Roe said Zelvana Inc was sold and is leaving.").referent("and") ==
          "Zelvana Inc");
    CHECK(
        Article("en", "Quillon Inc fell, but Zelvana Inc thrived and is hiring.").referent("and") ==
        "Zelvana Inc");
    CHECK(Article("en", "Zelvana Inc, which Quillon Inc bought in May, has grown and is hiring.")
              .referent("and") == "Zelvana Inc");
    CHECK(Article("en", "Zelvana Inc was bought by Quillon Inc and is hiring.").referent("and") ==
          "Zelvana Inc");
}

TEST_CASE("an adverb may stand before the verb") {
    CHECK(Article("en", "Jane Roe left Quillon Inc and now runs Zelvana Inc.").referent("and") ==
          "Jane Roe");
}

TEST_CASE("English leaves subjects out behind a comma too, German puts them behind the verb") {
    CHECK(Article("en", "Zelvana Inc employs 40 people, is led by Jane Roe and makes robots.")
              .referent(",") == "Zelvana Inc");
    CHECK(Article("de", "Als die Velarix GmbH wuchs, kaufte Siemens die Firma.").referent(",") ==
          "?");
}

TEST_CASE("what joins two nouns is no subject") {
    CHECK(Article("en", "Zelvana Inc and Quillon Inc are rivals.").referent("and") == "?");
    CHECK(Article("en", "Zelvana Inc makes robots and the tools for them.").referent("and") == "?");
}

}  // namespace
}  // namespace relata::extract
