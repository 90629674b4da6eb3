// Relation records: the JSON form of a Relation, one object a line.
//
//   std::cout << to_json_line(relation) << '\n';
//   Relation again = relation_from_json(line);   // again == relation
//
// Keys have a fixed order and numbers one form, so equal relations give equal bytes. Beside the
// fields of the record format there are "source", "author", "title", "path" and "signature" where
// the article has them.
#pragma once

#include <string>
#include <string_view>

#include "extract/relation.hpp"

namespace relata::extract {

// Without the newline.
std::string to_json_line(const Relation& relation);
// Unknown fields are passed over. Throws relata::Error that names the field and what is wrong with
// it; the caller knows file and line and gives them as `where`.
Relation relation_from_json(std::string_view line, const std::string& where = "");

}  // namespace relata::extract
