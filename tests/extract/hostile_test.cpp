// No text makes matching super-linear. Steps are counted, not seconds: instructions of rules that
// are run. What is doubled may cost twice as much and little more.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "tests/extract/embedded.hpp"

using namespace relata::extract;

namespace {

std::string repeated(const std::string& text, int count) {
    std::string result;
    for (int i = 0; i < count; ++i) result += text;
    return result;
}

// "Acbaa Inc, Acbab Inc, ...": other words each.
std::string list_of_names(int count, const std::string& behind, const std::string& between) {
    std::string result;
    for (int i = 0; i < count; ++i) {
        std::string name = "Ac";
        for (int rest = i, digit = 0; digit < 4; ++digit, rest /= 26)
            name += static_cast<char>('a' + rest % 26);
        result += (i == 0 ? "" : between) + name + behind;
    }
    return result;
}

struct Cost {
    std::uint64_t steps = 0;
    std::size_t quoted = 0;  // bytes of all quoted sentences: what a record copies costs too
};

Cost cost_of(const std::string& language, const std::string& text) {
    Document article;
    article.id = "hostile";
    article.language = language;
    article.text = text;
    const Extraction extraction = embedded_extractor().extract(article);
    Cost cost{extraction.steps, 0};
    for (const Relation& relation : extraction.relations) cost.quoted += relation.sentence.size();
    return cost;
}

void check_linear(const char* name, const std::string& language, int size,
                  const std::function<std::string(int)>& make) {
    const Cost once = cost_of(language, make(size)), twice = cost_of(language, make(2 * size));
    INFO(std::string(name) << ": " << once.steps << " steps, doubled " << twice.steps << "; "
                           << once.quoted << " bytes quoted, doubled " << twice.quoted);
    CHECK(twice.steps <= 22 * (once.steps / 10) + 2000);
    CHECK(twice.quoted <= 22 * (once.quoted / 10) + 10'000);
}

}  // namespace

TEST_CASE("hostile sentences cost in proportion to their length") {
    check_linear("nested brackets", "en", 5000, [](int n) {
        return "OpenAI acquired " + repeated("(", n) + "Acme Inc" + repeated(")", n) + " in 2020.";
    });
    check_linear("names in brackets", "en", 2000, [](int n) {
        return "OpenAI " + repeated("(Acme Inc) ", n) + "acquired Globex Corp.";
    });
    check_linear("capitalised words", "en", 50'000,
                 [](int n) { return list_of_names(n, "", " ") + " acquired Globex Corp."; });
    check_linear("coordinated buyers", "en", 5000, [](int n) {
        return list_of_names(n, " Inc", ", ") + " and Globex Corp acquired Initech Inc.";
    });
    check_linear("coordinated targets", "de", 5000, [](int n) {
        return "Die Globex AG kauft " + list_of_names(n, " GmbH", ", ") + " und die Initech AG.";
    });
    check_linear("one huge sentence", "en", 200, [](int n) {
        return repeated("Microsoft acquired Nuance , which bought Acme Inc , and ", n);
    });
    check_linear("one huge German sentence", "de", 200, [](int n) {
        return repeated("SAP kaufte Signavio , das die Acme AG gegründet hat , und ", n);
    });
    check_linear("money without end", "en", 200,
                 [](int n) { return repeated("Acme Inc raised $5 million ", n); });
    check_linear("chains of pronouns", "en", 300, [](int n) {
        return "Satya Nadella leads Microsoft. " +
               repeated("He said that he bought it and that his company acquired it. ", n);
    });
    check_linear("pronouns in one sentence", "en", 300, [](int n) {
        return "Satya Nadella leads Microsoft, " + repeated("he said that he bought it, ", n);
    });
}

TEST_CASE("an overlong sentence is cut at a clause break, and what each part says is found") {
    const std::string text = repeated("Microsoft acquired Nuance and it rained all day, ", 100) +
                             "while Globex Corp acquired Initech Inc.";
    Document article;
    article.id = "long";
    article.language = "en";
    article.text = text;
    const Extraction extraction = embedded_extractor().extract(article);
    const auto found = [&](const std::string& subject) {
        return std::any_of(
            extraction.relations.begin(), extraction.relations.end(), [&](const Relation& r) {
                return r.type == "acquired" && r.subject.name == subject &&
                       r.sentence.size() < 4000 && text.find(r.sentence) != std::string::npos;
            });
    };
    CHECK(found("Microsoft"));
    CHECK(found("Globex Corp"));
}
