#include "extract/settle_types.hpp"

#include <doctest/doctest.h>

#include "extract/language.hpp"

using namespace relata::extract;

namespace {

constexpr TypeSet kPerson = type_bit(EntityType::person);
constexpr TypeSet kOrg = type_bit(EntityType::org);
constexpr TypeSet kProduct = type_bit(EntityType::product);

// Entity i has mention i.
Analysis with_entities(const std::vector<TypeSet>& types) {
    Analysis analysis;
    for (std::uint32_t i = 0; i < types.size(); ++i) {
        Mention mention;
        mention.types = types[i];
        mention.entity = i;
        analysis.mentions.push_back(mention);
        Entity entity;
        entity.types = types[i];
        entity.mentions = {i};
        analysis.entities.push_back(entity);
    }
    return analysis;
}

Claim claim(std::uint32_t subject, TypeSet subject_types, std::uint32_t object,
            TypeSet object_types) {
    Claim result;
    result.subject = subject;
    result.subject_types = subject_types;
    result.object = object;
    result.object_types = object_types;
    return result;
}

const RuleSet& any_rules() {
    static const Knowledge knowledge;
    return knowledge.language("en").rules;
}

}  // namespace

TEST_CASE("a claim decides an entity whose type is open") {
    Analysis analysis = with_entities({kPerson | kOrg, kOrg | kProduct});
    std::vector<Claim> claims = {claim(0, kPerson, 1, kProduct)};
    settle_types(analysis, any_rules(), claims);
    CHECK(analysis.entities[0].types == kPerson);
    CHECK(analysis.entities[1].types == kProduct);
    CHECK(claims.size() == 1);
}

TEST_CASE("the majority decides, and the claim that contradicts it falls") {
    Analysis analysis = with_entities({kPerson, kOrg | kProduct, kPerson});
    std::vector<Claim> claims = {claim(0, kPerson, 1, kOrg), claim(2, kPerson, 1, kOrg),
                                 claim(0, kPerson, 1, kProduct)};
    settle_types(analysis, any_rules(), claims);
    CHECK(analysis.entities[1].types == kOrg);
    CHECK(claims.size() == 2);
}

TEST_CASE("without claims the organisation is the first guess, and a sure type stays") {
    Analysis analysis = with_entities({kPerson | kOrg, kProduct});
    std::vector<Claim> claims;
    settle_types(analysis, any_rules(), claims);
    CHECK(analysis.entities[0].types == kOrg);
    CHECK(analysis.entities[1].types == kProduct);
}

TEST_CASE("without claims what tells more for one type decides, and claims outweigh it") {
    Analysis analysis = with_entities({kPerson | kOrg, kPerson | kOrg});
    for (Entity& entity : analysis.entities) entity.likeliest = EntityType::person;
    std::vector<Claim> claims = {claim(1, kOrg, 0, kPerson | kOrg)};
    settle_types(analysis, any_rules(), claims);
    CHECK(analysis.entities[0].types == kPerson);
    CHECK(analysis.entities[1].types == kOrg);
}

TEST_CASE("a rule that states one type outweighs the look of a name") {
    Analysis analysis = with_entities({kOrg, kOrg});
    std::vector<Claim> claims = {claim(0, kOrg, 1, kProduct)};  // "emit ... as product"
    settle_types(analysis, any_rules(), claims);
    CHECK(analysis.entities[1].types == kProduct);
    CHECK(claims.size() == 1);
}

TEST_CASE("a slot of several types that the name cannot be changes nothing") {
    Analysis analysis = with_entities({kOrg, kPerson});
    std::vector<Claim> claims = {claim(0, kOrg, 1, kOrg | kProduct)};
    settle_types(analysis, any_rules(), claims);
    CHECK(analysis.entities[1].types == kPerson);
    CHECK(claims.empty());
}
