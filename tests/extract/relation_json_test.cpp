#include "extract/relation_json.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace relata::extract;

namespace {

Relation full_relation() {
    Relation r;
    r.document = "a\"1";
    r.type = "funded_by";
    r.subject = {"DeepSeek", EntityType::org, "the company", 3, 14, {"Deep Seek", "DS"}};
    r.object = {"High-Flyer", EntityType::org, "High-Flyer", 20, 30, {}};
    r.status = Status::rumoured;
    r.attributes = {{"amount", "500"}, {"currency", "USD"}};
    r.confidence = 0.97;
    r.rule = "funded.en.by";
    r.language = "en";
    r.date = "2025-01";
    r.url = "https://example.org/?a=1&b=2";
    r.source = "Outlet";
    r.author = "Jane Roe";
    r.title = "A \\ title\tüber";
    r.path = "in/a.jsonl";
    r.sentence_start = 1;
    r.sentence_end = 31;
    r.sentence = "Line\nbreak \x01 „quoted“.";
    return r;
}

std::string json_of(const Relation& relation) {
    std::string line;
    append_json(relation, line);
    return line;
}

std::string error_of(std::string_view line) {
    try {
        (void)relation_from_json(line);
    } catch (const relata::Error& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST_CASE("a record that is written and read is the same, with all fields and with none") {
    CHECK(*relation_from_json(json_of(full_relation())) == full_relation());
    Relation bare;
    bare.document = "d";
    bare.type = "t";
    CHECK(*relation_from_json(json_of(bare)) == bare);
}

TEST_CASE("a record is one line with the fields of the format") {
    const std::string line = json_of(full_relation());
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find(R"("subject": {"name": "DeepSeek", "type": "org", "text": "the company", )"
                    R"("start": 3, "end": 14, "aliases": ["Deep Seek", "DS"]})") !=
          std::string::npos);
    CHECK(line.find(R"("attrs": {"amount": "500", "currency": "USD"})") != std::string::npos);
    CHECK(line.find(R"("confidence": 0.97)") != std::string::npos);
}

TEST_CASE("a pronoun without antecedent has the name null, a literal its value") {
    Relation r = full_relation();
    r.subject = {"", EntityType::person, "he", 0, 2, {}};
    r.object = {"1998", EntityType::date, "in 1998", 3, 10, {}};
    const std::string line = json_of(r);
    CHECK(line.find(R"("subject": {"name": null,)") != std::string::npos);
    CHECK(line.find(R"("type": "date", "value": "1998")") != std::string::npos);
    CHECK(*relation_from_json(line) == r);
}

TEST_CASE("mentions are written as records of their own kind, which are no relations") {
    std::string line;
    append_json(MentionRecord{"d", "", EntityType::org, MentionForm::nominal, "the firm", 1, 9},
                line);
    CHECK(line == R"({"kind": "mention", "doc": "d", "name": null, "type": "org", )"
                  R"("form": "nominal", "text": "the firm", "start": 1, "end": 9})");
    CHECK_FALSE(relation_from_json(line).has_value());
}

TEST_CASE("what is no record is refused with the name of the field") {
    CHECK(error_of("{") == "not valid JSON");
    CHECK(error_of("[]") == "not a JSON object");
    CHECK(error_of("{}") == "the field 'doc' is missing");
    CHECK(error_of(R"({"doc": 1})") == "the field 'doc' is no string");
    const std::string start = R"({"doc": "d", "type": "t", "subject": {"name": "A", "type": )";
    CHECK(error_of(start + R"("cat"}})") == "the field 'subject.type' is no entity type: 'cat'");
    CHECK(error_of(start + R"("org", "start": -1}})") == "the field 'subject.start' is no offset");
    CHECK(error_of(start + R"("org"}})") == "the field 'object' is missing");
}
