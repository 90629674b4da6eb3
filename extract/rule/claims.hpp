// From what a pattern has bound to Claims: subjects, objects and normalised attributes.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "extract/catalogue.hpp"
#include "extract/rule/machine.hpp"
#include "extract/rule/match.hpp"
#include "extract/rule/rule_set_impl.hpp"

namespace relata::extract {

// Adds the claims of an alternative that the machine has just matched. `blank` carries what is the
// same in all: rule, alternative, anchor, extent, sentence.
void add_claims(const RuleSet::Impl& rules, const Analysis& analysis,
                const Alternative& alternative, const Machine& machine, const Claim& blank,
                std::vector<Claim>& out);

// Sets the attributes whose roles were bound; those of money set the currency as well.
void set_attributes(std::span<const AttributeSetter> setters, const Analysis& analysis,
                    const Machine& machine, std::map<std::string, std::string>& attributes);

// Applies docs/rules.md, "Which relation stands", to the claims of one sentence; sorts them by
// rule, anchor, subject and object.
void settle_claims(const RuleSet::Impl& rules, const Catalogue& catalogue, const Analysis& analysis,
                   std::vector<Claim>& claims);

}  // namespace relata::extract
