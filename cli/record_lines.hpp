// Files of relation records, one JSON object a line: what `relata extract` writes and `relata
// merge` reads.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "extract/extractor.hpp"
#include "extract/relation.hpp"

namespace relata::cli {

void append_relation_line(const extract::Relation& relation, std::string& out);
// A record of "kind": "mention".
void append_mention_line(const extract::MentionRecord& mention, std::string& out);

// Gives all relations of a file ("-" is standard input, packed files are unpacked) in batches;
// records of mentions are passed over. Throws relata::Error with file:line for what is no record.
void read_record_file(const std::string& path,
                      const std::function<void(std::vector<extract::Relation>&)>& sink);

}  // namespace relata::cli
