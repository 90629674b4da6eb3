#include "cli/table.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/terminal.hpp"

using namespace relata::cli;

namespace {

Table sample() {
    Table table{{"name", "n", "x"}, {}};
    table.rows.push_back({std::string("A, \"B\""), std::int64_t{1234}, Cell()});
    table.rows.push_back({std::string("München|\tx\n"), std::int64_t{5}, true});
    table.rows.push_back({std::vector<std::string>{"u", "v"}, std::int64_t{-1}, 0.25});
    table.rows.push_back({Structured{"(A)", "{\"id\":\"a\"}"}, std::int64_t{0}, false});
    return table;
}

std::string printed(TableFormat format) {
    std::ostringstream out;
    print_table(sample(), format, {.quiet = false, .verbose = false, .color = "never"}, out);
    return out.str();
}

}  // namespace

TEST_CASE("CSV quotes what needs it") {
    CHECK(printed(TableFormat::csv) ==
          "name,n,x\n\"A, \"\"B\"\"\",1234,\n\"München|\tx\n\",5,true\n\"u, "
          "v\",-1,0.25\n(A),0,false\n");
}

TEST_CASE("TSV keeps to one line a row") {
    CHECK(printed(TableFormat::tsv) ==
          "name\tn\tx\nA, \"B\"\t1234\t\nMünchen| x \t5\ttrue\nu, v\t-1\t0.25\n(A)\t0\tfalse\n");
}

TEST_CASE("JSON Lines keeps types, lists and structures") {
    CHECK(printed(TableFormat::jsonl) ==
          "{\"name\":\"A, \\\"B\\\"\",\"n\":1234,\"x\":null}\n"
          "{\"name\":\"München|\\tx\\n\",\"n\":5,\"x\":true}\n"
          "{\"name\":[\"u\",\"v\"],\"n\":-1,\"x\":0.25}\n"
          "{\"name\":{\"id\":\"a\"},\"n\":0,\"x\":false}\n");
}

TEST_CASE("Markdown escapes its own marks") {
    CHECK(printed(TableFormat::md)
              .starts_with("| name | n | x |\n| --- | --- | --- |\n| A, \"B\" | 1234 |  |\n"
                           "| München\\| x  | 5 | true |\n"));
}

TEST_CASE("a table is aligned, numbers to the right") {
    CHECK(printed(TableFormat::table) ==
          "name            n  x\n"
          "A, \"B\"       1234  \n"
          "München| x      5  true\n"
          "u, v           -1  0.25\n"
          "(A)             0  false\n");
}

TEST_CASE("the width of a text is counted in columns of the terminal") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("Müller") == 6);
    CHECK(display_width("深度求索") == 8);
    CHECK(cut_to_width("abcdef", 6) == "abcdef");
    CHECK(cut_to_width("abcdefg", 6) == "abcde…");
    CHECK(cut_to_width("深度求索", 6) == "深度…");
}
