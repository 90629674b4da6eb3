// The same fact said in English and in German gives the same relation (tests/parity/pairs.txt).
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/extract/embedded.hpp"

using namespace relata::extract;

namespace {

const std::string kFolder = RELATA_SOURCE_DIR "/tests/parity/";

struct Pair {
    std::vector<std::string> expected;  // "type(Subject, Object) status"
    std::string english, german;
};

std::vector<Pair> read_pairs() {
    const std::vector<std::string> lines = lines_of(kFolder + "pairs.txt");
    REQUIRE(lines.size() % 3 == 0);
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < lines.size(); i += 3) {
        Pair pair{{}, lines[i + 1], lines[i + 2]};
        std::istringstream facts(lines[i]);
        for (std::string fact; std::getline(facts, fact, ';');) {
            fact.erase(0, fact.find_first_not_of(' '));
            fact.erase(fact.find_last_not_of(' ') + 1);
            pair.expected.push_back(fact);
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

// The readings of an expectation whose object is written "Zurich|Zürich".
std::vector<std::string> readings(const std::string& fact) {
    const auto bar = fact.find('|');
    if (bar == std::string::npos) return {fact};
    const auto comma = fact.rfind(", ", bar) + 2;
    const auto end = fact.find(')', bar);
    return {fact.substr(0, bar) + fact.substr(end), fact.substr(0, comma) + fact.substr(bar + 1)};
}

bool gives_all(const std::set<std::string>& facts, const std::vector<std::string>& expected) {
    return std::all_of(expected.begin(), expected.end(), [&](const std::string& fact) {
        const auto ways = readings(fact);
        return std::any_of(ways.begin(), ways.end(),
                           [&](const std::string& way) { return facts.contains(way); });
    });
}

}  // namespace

// Texts that one of the languages does not understand yet are listed in known_misses.txt
// (docs/quality.md speaks of them), which RELATA_UPDATE_GOLDEN=1 writes anew.
TEST_CASE("parity: English and German say the same") {
    KnownMisses misses(kFolder + "known_misses.txt",
                       "Texts of pairs.txt that are not understood yet, one a line.");
    std::size_t pairs = 0;
    for (const Pair& pair : read_pairs()) {
        ++pairs;
        for (const auto& [language, text] :
             {std::pair{"en", pair.english}, std::pair{"de", pair.german}}) {
            const auto facts = facts_of(language, text);
            const bool right = gives_all(facts, pair.expected);
            if (!right) misses.add(text);
            if (misses.updating()) continue;
            const std::string gave = text + "\n  gave " + join(facts);
            INFO(gave);
            if (misses.lists(text)) {
                CHECK_MESSAGE(!right, "understood now: take it out of known_misses.txt");
            } else {
                CHECK(right);
            }
        }
    }
    CHECK(pairs >= 100);
    misses.write();
}
