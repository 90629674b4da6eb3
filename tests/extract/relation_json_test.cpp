#include "extract/relation_json.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/error.hpp"

using namespace relata::extract;

namespace {

Relation example() {
    Relation relation;
    relation.document = "a-1";
    relation.type = "ceo_of";
    relation.subject = {"Satya Nadella", EntityType::person, "Nadella", 14, 21, {"Nadella"}};
    relation.object = {"Microsoft", EntityType::org, "Microsoft", 0, 9, {}};
    relation.attributes = {{"title", "CEO"}};
    relation.confidence = 0.97;
    relation.rule = "ceo.de.compound";
    relation.language = "de";
    relation.date = "2025-01";
    relation.sentence_start = 0;
    relation.sentence_end = 30;
    relation.sentence = "Microsoft-CEO Nadella sprach.";
    return relation;
}

std::string fault_of(std::string_view line) {
    try {
        relation_from_json(line, "r.jsonl:3");
    } catch (const relata::Error& error) {
        return error.what();
    }
    return "";
}

constexpr const char* kPair =
    R"("subject":{"name":"A","type":"org"},"object":{"name":"B","type":"org"})";

}  // namespace

TEST_CASE("relation json: the bytes of a record") {
    CHECK(
        to_json_line(example()) ==
        R"({"doc":"a-1","type":"ceo_of",)"
        R"("subject":{"name":"Satya Nadella","type":"person","text":"Nadella","start":14,"end":21,"aliases":["Nadella"]},)"
        R"("object":{"name":"Microsoft","type":"org","text":"Microsoft","start":0,"end":9},)"
        R"("status":"asserted","attrs":{"title":"CEO"},"confidence":0.97,"rule":"ceo.de.compound","lang":"de",)"
        R"("date":"2025-01","url":null,"sentence":{"start":0,"end":30,"text":"Microsoft-CEO Nadella sprach."}})");
}

TEST_CASE("relation json: what is written is read back") {
    Relation relation = example();
    CHECK(relation_from_json(to_json_line(relation)) == relation);
    relation.url = "https://example.com/?a=\"1\"";
    relation.coreferent = true;
    relation.source = "heise";
    relation.author = "J. Roe";
    relation.title = "Zeile 1\nZeile 2\t\\ \x01";
    relation.path = "a.jsonl";
    relation.status = Status::rumoured;
    relation.confidence = 1.0;
    relation.subject.name.clear();  // a pronoun without antecedent
    relation.object = {"1998-05", EntityType::date, "Mai 1998", 3, 11, {}};
    const std::string line = to_json_line(relation);
    CHECK(relation_from_json(line) == relation);
    CHECK(line.find(R"("name":"","type":"person")") != std::string::npos);
    CHECK(line.find(R"("value":"1998-05")") != std::string::npos);
    CHECK(line.find(R"("title":"Zeile 1\nZeile 2\t\\ \u0001")") != std::string::npos);
    CHECK(line.find('\n') == std::string::npos);
}

TEST_CASE("relation json: confidence has two decimals and is never 0") {
    Relation relation = example();
    const auto written = [&](double confidence) {
        relation.confidence = confidence;
        const std::string line = to_json_line(relation);
        const std::size_t begin = line.find("\"confidence\":") + 13;
        return line.substr(begin, line.find(',', begin) - begin);
    };
    CHECK(written(0.123456) == "0.12");
    CHECK(written(0.9) == "0.9");
    CHECK(written(1.0) == "1");
    CHECK(written(0.0001) == "0.01");
}

TEST_CASE("relation json: records of others") {
    const std::string line = std::string(R"({"type":"acquired","doc":"d","more":1,"attrs":null,)") +
                             kPair + R"(,"date":null})";
    const Relation relation = relation_from_json(line);
    CHECK(relation.subject.name == "A");
    CHECK(relation.status == Status::asserted);
    CHECK(relation.confidence == 1.0);
    CHECK(relation.date.empty());
    const Relation literal = relation_from_json(
        R"({"doc":"d","type":"founded_on","subject":{"name":null,"type":"org"},"object":{"type":"date","value":"1998"}})");
    CHECK(literal.object.name == "1998");
    CHECK(literal.subject.name.empty());
}

TEST_CASE("relation json: faults name the field") {
    CHECK(fault_of("[1]").find("r.jsonl:3: not a JSON object") == 0);
    CHECK(fault_of("{\"doc\":").find("not a JSON object") != std::string::npos);
    CHECK(fault_of("{\"type\":\"x\"}").find("field \"doc\" is missing") != std::string::npos);
    const auto with = [&](const std::string& more) {
        return fault_of(std::string(R"({"doc":"d","type":"t",)") + kPair + more + "}");
    };
    CHECK(with("") == "");
    CHECK(with(R"(,"status":"maybe")").find("field \"status\" is \"maybe\"") != std::string::npos);
    CHECK(with(R"(,"confidence":2)").find("field \"confidence\" is not in (0, 1]") !=
          std::string::npos);
    CHECK(with(R"(,"attrs":{"title":1})").find("field \"attrs.title\" is not a string") !=
          std::string::npos);
    CHECK(with(R"(,"sentence":{"start":-1})").find("field \"sentence.start\" is not an offset") !=
          std::string::npos);
    CHECK(fault_of(R"({"doc":"d","type":"t","subject":{"name":"A","type":"firm"},"object":{}})")
              .find("field \"subject.type\" is \"firm\"") != std::string::npos);
}
