#include "extract/catalogue.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/error.hpp"

using namespace relata::extract;

namespace {

std::string fault_of(std::string_view text) {
    try {
        Catalogue::parse(text, "relations.txt");
    } catch (const relata::Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("catalogue: types, descriptions, symmetry") {
    const Catalogue catalogue = Catalogue::parse(
        "# comment\n"
        "founder_of(person|org, org|product)\n"
        "  en: founded, or set up\n"
        "  de: hat gegründet\n"
        "\n"
        "merged_with(org, org) symmetric\n",
        "relations.txt");
    REQUIRE(catalogue.types().size() == 2);
    const RelationType& founder = catalogue.type(*catalogue.find("founder_of"));
    CHECK(founder.subject == (type_bit(EntityType::person) | type_bit(EntityType::org)));
    CHECK(founder.object == (type_bit(EntityType::org) | type_bit(EntityType::product)));
    CHECK_FALSE(founder.symmetric);
    CHECK(founder.descriptions.at("en") == "founded, or set up");
    CHECK(founder.descriptions.at("de") == "hat gegründet");
    CHECK(catalogue.type(*catalogue.find("merged_with")).symmetric);
    CHECK_FALSE(catalogue.find("founder").has_value());
}

TEST_CASE("catalogue: a type of another catalogue is added or replaces its namesake") {
    Catalogue catalogue = Catalogue::parse("a(org, org)\nb(org, org)\n", "x");
    catalogue.add(Catalogue::parse("b(person, org)\nc(org, place)\n", "y"));
    REQUIRE(catalogue.types().size() == 3);
    CHECK(catalogue.find("b") == RelationTypeId{1});
    CHECK(catalogue.type(1).subject == type_bit(EntityType::person));
    CHECK(catalogue.type(2).name == "c");
}

TEST_CASE("catalogue: faults name line, cause and remedy") {
    CHECK(fault_of("a(org, org)\nb(org)\n") ==
          "relations.txt:2: not a relation type; write: name(subject types, object types)");
    CHECK(fault_of("a(firm, org)").find("\"firm\" is no entity type") != std::string::npos);
    CHECK(fault_of("a(org, org) reflexive").find("\"reflexive\" is not understood") !=
          std::string::npos);
    CHECK(fault_of("a(org, org)\na(org, org)").find("relations.txt:2: the relation type a") == 0);
    CHECK(fault_of("  en: text").find("description without a relation type") != std::string::npos);
    CHECK(fault_of("a-b(org, org)").find("no name for a relation type") != std::string::npos);
}
