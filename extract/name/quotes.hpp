// Finds what stands in quotation marks and is short enough for a name ("Wenku", „Le Chat“).
#pragma once

#include <vector>

#include "extract/analysis.hpp"

namespace relata::extract {

// Appends a mention of form `quoted`, without types and entity, for the inside of each pair of
// quotation marks that holds one to eight tokens of one sentence. Needs tokens and sentences; the
// mentions come in the order of the text. Thread-safe.
void find_quotes(const Analysis& analysis, std::vector<Mention>& out);

// Whether the token is a quotation mark; an apostrophe may be one.
bool is_quotation_mark(const Analysis& analysis, const Token& token);

}  // namespace relata::extract
