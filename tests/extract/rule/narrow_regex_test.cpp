// An expression says the same of a token whether it is matched as UTF-8 or narrowed.
#include "extract/rule/narrow_regex.hpp"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <string>

using relata::extract::narrow_token;
using relata::extract::narrowed;

namespace {

const char* const kPatterns[] = {
    R"(\p{Lu}.*)",
    R"(\p{Ll}+)",
    R"(\p{Lu}\p{Ll}+er)",
    R"([\p{L}\d]+)",
    R"([\p{Ll}\d].*)",
    R"(\p{Lu}{2,5})",
    R"(\p{Ll}+(s|ß)te[rns]?)",
    R"((über|unter|zu)[\p{Ll}]+(t|en))",
    R"(\p{L}*\d[\p{L}\d]*)",
    R"(\p{Lu}.*|\d+\p{L}+)",
    R"([^\p{L}]+)",
    R"((?i)[\p{L}]+s?te[nr]?)",
    R"(\p{L}\.\p{L})",
    R"(\p{Ll}\[\p{Ll})",
};

const char* const kTokens[] = {
    "",      "a",     "Z",     "Löwener", "löwener", "ÄÖÜ",  "Straße", "größte", "überholt", "Łódź",
    "Жуков", "жуков", "东方",  "Ǆ",       "é",       "É",    "ÿ",      "Ÿ",      "×",        "÷",
    "µm",    "ª",     "3-D",   "4K",      "42",      "٣",    "“",      "–",      "…",        "GmbH",
    "a.b",   "a[b",   "\x01",  "\x02",    "\t",      "STEN", "weite",  "ſte",    "Größen",   "I",
    "İ",     "ı",     "naïve", "ZÜRICH",  "e\u0301", "ﬁ",    "Ａ",     "ａ",     "x²",       "Ⅳ"};

// Combining marks are letters when narrowed, and "ſ" is no "s" there.
bool is_exception(const std::string& pattern, const std::string& token) {
    return token == "e\u0301" || (token == "ſte" && pattern.starts_with("(?i)"));
}

}  // namespace

TEST_CASE("a narrowed expression matches what the expression matches") {
    for (const std::string pattern : kPatterns) {
        const re2::RE2 wide(pattern, re2::RE2::Quiet);
        REQUIRE(wide.ok());
        const auto narrow_pattern = narrowed(pattern);
        REQUIRE_MESSAGE(narrow_pattern, pattern);
        const re2::RE2 narrow(*narrow_pattern, re2::RE2::Latin1);
        REQUIRE_MESSAGE(narrow.ok(), narrow.error());
        for (const std::string token : kTokens) {
            if (is_exception(pattern, token)) continue;
            CAPTURE(pattern);
            CAPTURE(token);
            CHECK(re2::RE2::FullMatch(narrow_token(token), narrow) ==
                  re2::RE2::FullMatch(token, wide));
        }
    }
}

TEST_CASE("what Latin-1 cannot say stays as it is") {
    CHECK_FALSE(narrowed(R"([A-Z].*)"));           // nothing to gain
    CHECK_FALSE(narrowed(R"(\p{Lu}–\p{Lu})"));     // a dash beyond Latin-1
    CHECK_FALSE(narrowed(R"(\p{Lu}\p{Greek})"));   // another property
    CHECK_FALSE(narrowed(R"(\p{Lu}\x{2013})"));    // a code point by number
    CHECK_FALSE(narrowed(R"([[:alpha:]\p{L}])"));  // brackets inside of brackets
    CHECK_FALSE(narrowed(R"([]\p{L}])"));
    CHECK_FALSE(narrowed(R"([^]\p{L}])"));
    CHECK_FALSE(narrowed(R"(\Q[\E\p{L})"));
    CHECK_FALSE(narrowed(R"(\P{L}\p{L})"));         // a negated property
    CHECK(narrowed(R"(\\p{Lu})") == std::nullopt);  // a backslash and "p"
}
