#include "base/min_hash.hpp"

#include <doctest/doctest.h>

#include <string>

using relata::kMinHashSize;
using relata::min_hash;
using relata::resemblance;

namespace {

// `count` words of which none comes twice, from the `first` on.
std::string words(int first, int count) {
    std::string text;
    for (int i = first; i < first + count; ++i) text += "word" + std::to_string(i) + " ";
    return text;
}

double compared(const std::string& a, const std::string& b) {
    return resemblance(min_hash(a), min_hash(b));
}

}  // namespace

TEST_CASE("a signature is 64 letters, digits or signs, and the same on every machine") {
    const std::string signature = min_hash(words(0, 100));
    CHECK(signature.size() == kMinHashSize);
    CHECK(signature.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789-_") == std::string::npos);
    CHECK(signature == "sX4kW1j6opsX8FONeaVc3LRmMyoVz5FZGdL3FsQRWyHuMFJODDNdCCv6oF4SXZqX");
}

TEST_CASE("case, punctuation, quotation marks and line breaks do not matter") {
    const std::string plain =
        "Der Chef sagt: \"Wir kaufen Größeres als je zuvor\" - und das im Jahr 2025, so die Ärzte";
    const std::string typeset =
        "Der Chef sagt: \u201eWir kaufen gr\u00f6\u00dferes\nals je\u00a0zuvor\u201c \u2013 und "
        "das "
        "im Jahr 2025, so die \u00e4rzte";
    CHECK(min_hash(plain) == min_hash(typeset));
    CHECK(!min_hash(plain).empty());
}

TEST_CASE("the estimate follows the share of runs of three words that two texts share") {
    const std::string whole = words(0, 1000);
    CHECK(compared(whole, whole) == 1.0);
    CHECK(compared(whole, words(0, 900)) == doctest::Approx(0.9).epsilon(0.15));
    CHECK(compared(whole, words(0, 500)) == doctest::Approx(0.5).epsilon(0.3));
    CHECK(compared(whole, words(500, 1000)) == doctest::Approx(0.33).epsilon(0.4));
    CHECK(compared(whole, words(5000, 1000)) < 0.08);
}

TEST_CASE("short texts: few runs still compare, too few have no signature") {
    CHECK(min_hash("").empty());
    CHECK(min_hash(words(0, 9)).empty());
    CHECK(min_hash(words(0, 10)).size() == kMinHashSize);
    CHECK(compared(words(0, 12), words(0, 12)) == 1.0);
    CHECK(compared(words(0, 12), words(100, 12)) < 0.2);
    CHECK(resemblance("", "") == 0);
    CHECK(resemblance(min_hash(words(0, 50)), "no signature") == 0);
}

TEST_CASE("words longer than the blocks of the reader, and texts of many blocks") {
    const std::string long_word(5000, 'x');
    const std::string text = words(0, 30) + long_word + " " + words(30, 3000);
    CHECK(min_hash(text) == min_hash("  " + text + "."));
    CHECK(compared(text, words(0, 3030)) > 0.9);
}
