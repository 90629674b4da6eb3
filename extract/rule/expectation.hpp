// Relations as examples write them: `founder_of(Jane Roe, Acme) status=former title="vice
// president"`.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/catalogue.hpp"
#include "extract/rule/match.hpp"

namespace relata::extract {

struct Expectation {
    std::string head;    // "founder_of(Jane Roe, Acme)"
    std::string status;  // "asserted" unless it is written
    std::map<std::string, std::string> attributes;
};

// "RELATION ; RELATION". Throws relata::Error where it is not understood.
std::vector<Expectation> parse_expectations(std::string_view text);

// Whether the claim is what is expected. Attributes that are not written are not compared; written
// ones may be normalised ("500000000") or as in a text ("$500 million").
bool meets(const Expectation& expected, const Claim& claim, const Catalogue& catalogue,
           const Analysis& analysis);

// A claim as an example would write it.
std::string show_claim(const Claim& claim, const Catalogue& catalogue, const Analysis& analysis);

}  // namespace relata::extract
