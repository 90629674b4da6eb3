#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

namespace utf8 = relata::utf8;

TEST_CASE("utf8: the first fault") {
    struct Case {
        std::string_view bytes;
        std::optional<std::size_t> fault;
    };
    for (const Case& c : {
             Case{"", std::nullopt},
             {"plain ASCII that is longer than one word", std::nullopt},
             {"Z\xC3\xBCrich \xE4\xB8\xAD \xF0\x9F\x98\x80", std::nullopt},
             {"abc\xFF", 3},
             {"a\xC3", 1},                // cut off
             {"\x80 alone", 0},           // continuation without a lead
             {"ok \xC0\xAF", 3},          // overlong
             {"ok \xE0\x80\xAF", 3},      // overlong
             {"ok \xED\xA0\x80", 3},      // surrogate
             {"ok \xF4\x90\x80\x80", 3},  // beyond U+10FFFF
         }) {
        CAPTURE(c.bytes);
        CHECK(utf8::first_fault(c.bytes) == c.fault);
    }
}

TEST_CASE("utf8: repair replaces each faulty piece once and keeps the rest") {
    CHECK(utf8::repair("a\xE4\xB8z") == "a\uFFFDz");
    CHECK(utf8::repair("\xFF\xFEx") == "\uFFFD\uFFFDx");
    CHECK(utf8::repair("Zürich") == "Zürich");
    CHECK(utf8::repair("cut \xF0\x9F\x98") == "cut \uFFFD");
    CHECK_FALSE(utf8::first_fault(utf8::repair("\xC3\x28\xA0\xA1")).has_value());
}

TEST_CASE("utf8: decode forwards and backwards, append gives the bytes back") {
    const std::string text = "aé中😀";
    std::u32string forwards;
    std::string again;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        forwards += code;
        utf8::append(again, code);
        at += length;
        CHECK(utf8::decode_before(text, at).code == code);
        CHECK(utf8::decode_before(text, at).length == length);
    }
    CHECK(forwards == U"aé中😀");
    CHECK(again == text);
}

TEST_CASE("utf8: kinds of characters") {
    CHECK(utf8::is_upper(U'A'));
    CHECK(utf8::is_upper(U'Ü'));
    CHECK(utf8::is_upper(U'Ж'));
    CHECK_FALSE(utf8::is_upper(U'ß'));
    CHECK(utf8::is_lower(U'ß'));
    CHECK(utf8::is_letter(U'中'));
    CHECK(utf8::is_letter(U'\u0301'));
    CHECK_FALSE(utf8::is_letter(U'7'));
    CHECK(utf8::is_digit(U'7'));
    CHECK_FALSE(utf8::is_digit(U'½'));
    CHECK(utf8::is_space(U'\u00A0'));
    CHECK(utf8::is_space(U'\uFEFF'));
    CHECK_FALSE(utf8::is_space(U'-'));
}

TEST_CASE("utf8: case folding") {
    CHECK(utf8::fold("OpenAI ÜBER Ščepan ЖЁ 中") == "openai über ščepan жё 中");
    CHECK(utf8::fold("Straße STRAẞE Strasse") == "strasse strasse strasse");
    CHECK(utf8::to_upper(U'ö') == U'Ö');
}

TEST_CASE("utf8: byte and code point offsets") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += i % 3 == 0 ? "Zürich 😀 " : "plain ";
    const utf8::CodePointIndex index(text);
    std::size_t code_points = 0;
    for (std::size_t at = 0; at < text.size(); ++code_points) {
        CHECK(index.code_points(at) == code_points);
        CHECK(index.byte(code_points) == at);
        at += utf8::decode(text, at).length;
    }
    CHECK(index.code_points(text.size()) == code_points);
    CHECK(index.byte(code_points) == text.size());

    const utf8::CodePointIndex ascii("only ASCII");
    CHECK(ascii.code_points(5) == 5);
    CHECK(ascii.byte(10) == 10);
    CHECK(utf8::CodePointIndex("").code_points(0) == 0);
}
