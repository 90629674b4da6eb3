// The catalogue of relation types, read from rules/relations.txt.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"

namespace relata::extract {

using RelationTypeId = std::uint16_t;

struct RelationType {
    std::string name;
    TypeSet subject = 0, object = 0;
    bool symmetric = false;
    std::map<std::string, std::string> descriptions;  // language -> sentence
};

class Catalogue {
  public:
    // Reads relations.txt; `path` names it in errors. Throws relata::Error with path:line.
    static Catalogue parse(std::string_view text, std::string_view path);
    // Adds the types of another catalogue; a type of the same name replaces the one that is there.
    void add(const Catalogue& other);
    const std::vector<RelationType>& types() const { return types_; }
    const RelationType& type(RelationTypeId id) const { return types_[id]; }
    std::optional<RelationTypeId> find(std::string_view name) const;

  private:
    std::vector<RelationType> types_;
};

}  // namespace relata::extract
