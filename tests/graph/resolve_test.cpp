#include "graph/resolve.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "graph/name_key.hpp"

using namespace relata::graph;
using relata::extract::EntityType;

namespace {

NameUse use(EntityType type, const char* name, std::uint32_t documents = 1,
            std::vector<std::pair<std::string, std::uint32_t>> aliases = {}) {
    return {name, type, documents, std::move(aliases)};
}

using Related = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::vector<std::string> ids(const std::vector<NameUse>& names, const Related& related = {},
                             const char* aliases = "") {
    std::vector<std::string> result;
    for (const Cluster& c : resolve(names, related, parse_overrides(aliases, "aliases")).clusters) {
        result.push_back(c.id);
    }
    return result;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("canonical keys") {
    CHECK(canonical_key("The Walt Disney Company", EntityType::org) == "walt-disney");
    CHECK(canonical_key("The Boring Company", EntityType::org) == "boring-company");
    CHECK(canonical_key("Hewlett-Packard GmbH & Co. KG", EntityType::org) == "hewlett-packard");
    CHECK(canonical_key("AT&T Inc.", EntityType::org) == "at-and-t");
    CHECK(canonical_key("Škoda a.s.", EntityType::org) == "skoda");
    CHECK(canonical_key("Inc", EntityType::org) == "inc");
    CHECK(canonical_key("Dr. Donald J. Trump", EntityType::person) == "donald-trump");
    CHECK(canonical_key("GPT-3.5", EntityType::product) == "gpt-3.5");
    CHECK(canonical_key("500000000 USD", EntityType::money) == "500000000 USD");
    CHECK(canonical_key("\xff\xfe", EntityType::org) == "");
    CHECK(canonical_key("北京", EntityType::place) == "北京");
}

TEST_CASE("acronyms are made of initials; small words and legal forms may be left out") {
    CHECK(is_acronym_of("FBI", "Federal Bureau of Investigation"));
    CHECK(is_acronym_of("KfW", "Kreditanstalt für Wiederaufbau"));
    CHECK(is_acronym_of("AWS", "Amazon Web Services, Inc."));
    CHECK_FALSE(is_acronym_of("FBI", "Federal Bureau"));
    CHECK_FALSE(is_acronym_of("A", "Apple"));
}

TEST_CASE("a relation between two names keeps them apart") {
    const std::vector<NameUse> names = {use(EntityType::org, "Axa Group"),
                                        use(EntityType::org, "Axa")};
    CHECK(ids(names) == Ids{"org:axa"});
    CHECK(ids(names, {{1, 0}}) == Ids{"org:axa", "org:axa-group"});
    const Related owns = {{1, 0}};
    const Resolution resolution = resolve(names, owns, {});
    REQUIRE(resolution.reasons.size() == 1);
    CHECK_FALSE(resolution.reasons[0].joined);
    CHECK(resolution.reasons[0].text.ends_with(", but a relation holds between the two"));
}

TEST_CASE("what articles also call an entity joins, unless others are called so or may be meant") {
    const NameUse named = use(EntityType::org, "Acme Robotics", 2, {{"Acme", 2}});
    const NameUse called = use(EntityType::org, "Acme");
    CHECK(ids({named, called}).size() == 1);
    CHECK(ids({named, called, use(EntityType::org, "Acme Foods")}).size() == 3);
    CHECK(ids({named, called, use(EntityType::org, "Umbrella", 2, {{"Acme", 2}})}).size() == 3);
    CHECK(ids({named, use(EntityType::product, "Acme")}).size() == 2);
    CHECK(ids({use(EntityType::person, "Musk", 2, {{"Elon Musk", 2}}),
               use(EntityType::person, "Elon Musk")})
              .size() == 2);
}

TEST_CASE("the alias file overrules every other reason, ids stay unique") {
    const std::vector<NameUse> names = {use(EntityType::org, "Apple"),
                                        use(EntityType::org, "Apple Inc."),
                                        use(EntityType::org, "Cupertino Fruit")};
    CHECK(ids(names) == Ids{"org:apple", "org:cupertino-fruit"});
    CHECK(ids(names, {}, "same: Apple = Cupertino Fruit") == Ids{"org:apple"});
    CHECK(ids(names, {}, "different: Apple = Apple Inc.") ==
          Ids{"org:apple", "org:apple-inc", "org:cupertino-fruit"});
    CHECK(ids(names, {}, "same: Apple = Cupertino Fruit\ndifferent: Apple Inc. = Cupertino Fruit")
              .size() == 2);
}

TEST_CASE("a nickname is the full name's only with the surname and a relation that both share") {
    const auto person = [](const char* name) { return use(EntityType::person, name); };
    const std::vector<NameUse> names = {person("Bill Miller"), person("William Miller"),
                                        use(EntityType::org, "Acme")};
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> shared = {{0, 2}, {1, 2}};
    CHECK(ids(names, shared) == Ids{"org:acme", "person:bill-miller"});
    CHECK(ids(names, {{0, 2}}) == Ids{"org:acme", "person:bill-miller", "person:william-miller"});
    // Two that work together are two.
    CHECK(ids(names, {{0, 2}, {1, 2}, {0, 1}}).size() == 3);
    CHECK(ids({person("Bill Miller"), person("William Moeller"), use(EntityType::org, "Acme")},
              shared)
              .size() == 3);
    CHECK(ids({person("Bill"), person("William"), use(EntityType::org, "Acme")}, shared).size() ==
          3);
    // Chris may be Christian or Christine.
    CHECK(ids({person("Chris Miller"), person("Christian Miller"), person("Christine Miller"),
               use(EntityType::org, "Acme")},
              {{0, 3}, {1, 3}, {2, 3}})
              .size() == 4);
    const MergeExplanation apart = explain_merge(names, {}, {}, "Bill Miller", "William Miller");
    CHECK_FALSE(apart.same);
    CHECK(apart.reasons.at(0) ==
          "\"Bill Miller\" is short for \"William Miller\", but the two share no relation");
}

TEST_CASE("the majority's type wins where one article in many differs") {
    CHECK(ids({use(EntityType::org, "Telegram", 5), use(EntityType::product, "Telegram")}) ==
          Ids{"org:telegram"});
    CHECK(ids({use(EntityType::org, "Telegram", 4), use(EntityType::product, "Telegram")}) ==
          Ids{"org:telegram", "product:telegram"});
}

TEST_CASE("a country that an article takes for an organisation does not swallow a firm") {
    CHECK(ids({use(EntityType::org, "Austria"), use(EntityType::org, "Austria AG"),
               use(EntityType::place, "Österreich")}) == Ids{"org:austria", "place:austria"});
}

TEST_CASE("a well-known place is known as an organisation too, and as nothing else") {
    const NameUse place = use(EntityType::place, "Austria");
    CHECK(ids({place, use(EntityType::org, "Österreich")}) == Ids{"place:austria"});
    CHECK(ids({place, use(EntityType::product, "Österreich")}).size() == 2);
    CHECK(ids({place, use(EntityType::person, "Österreich")}).size() == 2);
}

TEST_CASE("an explanation names the reason that joins or parts two names") {
    const std::vector<NameUse> names = {use(EntityType::place, "Munich"),
                                        use(EntityType::place, "München"),
                                        use(EntityType::person, "Elon Musk", 2, {{"Musk", 2}}),
                                        use(EntityType::person, "Musk"),
                                        use(EntityType::org, "Zalando"),
                                        use(EntityType::org, "Zalando SE")};
    const auto explain = [&](const char* a, const char* b, const char* aliases = "") {
        return explain_merge(names, {}, parse_overrides(aliases, "aliases"), a, b);
    };
    CHECK(explain("Munich", "München").same);
    CHECK(explain("Munich", "München").reasons.at(0) ==
          "the list of known names says that both are place:munich");
    CHECK(explain("zalando", "Zalando SE").reasons.at(0) == "both have the key org:zalando");
    const MergeExplanation musk = explain("Musk", "Elon Musk");
    CHECK_FALSE(musk.same);
    CHECK(
        musk.reasons.at(0) ==
        "an article calls \"Elon Musk\" also \"Musk\", but a surname or first name alone does not "
        "identify a person");
    CHECK(explain("Musk", "Elon Musk", "same: Musk = Elon Musk").same);
    CHECK(explain("Zalando", "Zalando SE", "different: Zalando = Zalando SE").reasons.at(0) ==
          "the alias file says `different: Zalando = Zalando SE`");
    CHECK(explain("Zalando", "Zalando").same);
    CHECK_THROWS_WITH_AS(explain("Zalando", "Nobody"), doctest::Contains("no record uses"),
                         relata::Error);
}

TEST_CASE("alias files are checked line by line") {
    CHECK(parse_overrides("# nothing\n\nsame: B = A\nsame: A = B\n", "f").size() == 1);
    CHECK(to_string(parse_overrides("different: person:A = org:B", "f").at(0)) ==
          "different: person:A = org:B");
    CHECK_THROWS_WITH_AS(parse_overrides("\nequal: A = B", "f"), doctest::Contains("f:2: "),
                         relata::Error);
    CHECK_THROWS_AS(parse_overrides("same: A", "f"), relata::Error);
    CHECK_THROWS_AS(parse_overrides("same: A = ", "f"), relata::Error);
}

TEST_CASE("the embedded list of known names reads without a fault") {
    CHECK(known_names().size() > 500);
}
