#include "export/text.hpp"

#include <doctest/doctest.h>

namespace relata::exporting {

namespace {

std::string name_token_of(std::string_view text) {
    Writer out;
    out << name_token(text);
    return std::string(out.view());
}

}  // namespace

TEST_CASE("U+FFFE and U+FFFF are found, also behind neighbours that are characters") {
    CHECK(find_noncharacter("a\xEF\xBF\xBE") == 1);
    CHECK(find_noncharacter("ab\xEF\xBF\xBF") == 2);
    CHECK(find_noncharacter("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBE") == 6);  // behind U+FFFD
    CHECK(find_noncharacter("\xEF\xBF\xBD") == std::string_view::npos);
    CHECK(find_noncharacter("") == std::string_view::npos);
}

TEST_CASE("what a name token can hold stays, in every script that the schemas know") {
    for (const char* id :
         {"org:deepseek", "a-b.c_d:9", "_", "__y", "place:münchen", "org:日本電気"}) {
        CHECK(name_token_of(id) == id);
    }
}

TEST_CASE("what a name token cannot hold becomes its code point, and every id stays unique") {
    CHECK(name_token_of("org:a|acquired|org:b|asserted") == "org:a·acquired·org:b·asserted");
    CHECK(name_token_of("money:5 USD") == "money:5_x20_USD");
    CHECK(name_token_of("a~\n\x7f") == "a_x7e__xa__x7f_");
    CHECK(name_token_of("🚀") == "_x1f680_");
    // Neither a middle dot nor the look of an escape is taken for one.
    CHECK(name_token_of("a·b") == "a_xb7_b");
    CHECK(name_token_of("money:5_x20_USD") == "money:5_x5f_x20_USD");
    CHECK(name_token_of("_x") == "_x5f_x");
}

}  // namespace relata::exporting
