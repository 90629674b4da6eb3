// Plain sentences are understood whatever stands in, before or behind them: tests/variation. Each
// sentence has places such as <opening>; every variant of a place is tried, the others being as
// usual, which is the first of their variants.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/extract/embedded.hpp"

using namespace relata::extract;
using nlohmann::json;

namespace {

const std::string kFolder = RELATA_SOURCE_DIR "/tests/variation/";

// The sentence with `place` as `variant` and all other places as usual.
std::string filled(std::string sentence, const json& variants, const std::string& place,
                   const std::string& variant) {
    for (const auto& [name, choices] : variants.items()) {
        const std::string mark = "<" + name + ">";
        const auto at = sentence.find(mark);
        if (at == std::string::npos) continue;
        sentence.replace(at, mark.size(),
                         name == place ? variant : choices.front().get<std::string>());
    }
    return sentence;
}

std::set<std::string> all_of(const std::string& sentence, const json& variants) {
    std::set<std::string> all;
    for (const auto& [place, choices] : variants.items()) {
        if (sentence.find("<" + place + ">") == std::string::npos) continue;
        for (const json& variant : choices)
            all.insert(filled(sentence, variants, place, variant.get<std::string>()));
    }
    return all;
}

// Whatever its status: "reportedly" makes a rumour of it.
bool gives(const std::set<std::string>& facts, const std::string& wanted) {
    return std::any_of(facts.begin(), facts.end(),
                       [&](const std::string& fact) { return fact.starts_with(wanted); });
}

}  // namespace

// What is not understood yet is listed in known_misses.txt, which RELATA_UPDATE_GOLDEN=1 writes
// anew.
TEST_CASE("variation: plain sentences in all their settings") {
    KnownMisses misses(kFolder + "known_misses.txt",
                       "Variants that are not understood yet, one a line.");
    for (const std::string language : {"en", "de"}) {
        std::size_t tried = 0, understood = 0;
        const json plan = json::parse(std::ifstream(kFolder + language + ".json"));
        for (const json& sentence : plan.at("sentences")) {
            const auto wanted = sentence.at("gives").get<std::string>();
            const auto pattern = sentence.at("text").get<std::string>();
            for (const std::string& text : all_of(pattern, plan.at("variants"))) {
                const auto facts = facts_of(language, text);
                const bool right = gives(facts, wanted);
                ++tried;
                understood += right;
                if (!right) misses.add(text);
                if (misses.updating() || right != misses.lists(text)) continue;
                FAIL_CHECK(text, "\n  ",
                           right ? "is understood now: take it out of" : "is missing in",
                           " known_misses.txt\n  gave ", join(facts));
            }
        }
        CAPTURE(language);
        CHECK(tried > 1500);
        CHECK(understood * 10 >= tried * 9);
    }
    misses.write();
}
