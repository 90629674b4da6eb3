// Modifiers: status and attributes from words around a relation's anchor.
#pragma once

#include <span>
#include <vector>

#include "extract/rule/engine.hpp"
#include "extract/rule/machine.hpp"
#include "extract/rule/rule_set_impl.hpp"
#include "extract/rule/sentence_words.hpp"

namespace relata::extract {

// Runs the modifiers over the claims of the sentence that `view` is at, which is prepared.
void modify_claims(const RuleSet::Impl& rules, const RuleChoice& choice, const SentenceView& view,
                   SentenceWords& words, Machine& machine, std::span<Claim> claims);

}  // namespace relata::extract
