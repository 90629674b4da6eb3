// Gold files: articles with the relations that careful readers found in them. One JSON object a
// line: id, text, optionally lang, date, title; entities {name, type, aliases}; relations {type,
// subject, object, status, optional}. Relations may carry spans (subject_span, object_span, code
// points); then `passages` says which parts of the text were annotated, and for which types.
// docs/quality.md has more.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "extract/document.hpp"
#include "extract/relation.hpp"

namespace relata::eval {

using Span = std::pair<std::uint32_t, std::uint32_t>;  // code points, half-open

struct GoldEntity {
    std::string name;
    std::vector<std::string> aliases;
};

struct GoldRelation {
    std::string type, subject, object;
    extract::Status status = extract::Status::asserted;
    bool optional = false;  // readers differ: finding it neither helps nor hurts
    Span subject_span, object_span;
};

struct Passage {
    Span span;
    std::vector<std::string> types;
};

struct GoldArticle {
    extract::Document document;
    std::vector<GoldEntity> entities;
    std::vector<GoldRelation> relations;
    std::vector<Passage> passages;
    bool by_span = false;  // match by spans instead of names
};

// Throws relata::Error with file:line for what is no gold article.
std::vector<GoldArticle> read_gold(const std::filesystem::path& path);

}  // namespace relata::eval
