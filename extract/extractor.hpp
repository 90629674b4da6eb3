// Extractor: the pure map step, one article in, relations out. It keeps no state between articles.
//
//   Knowledge knowledge;
//   Extractor extractor(knowledge);
//   for (const Relation& relation : extractor.extract(document)) ...
//
// Stages: language, tokens and sentences (extract/text), values (extract/value), names, entities
// and coreference (extract/name), rules (extract/rule), then settle_types, spread_claims and
// record_builder in this folder.
//
// Thread safety: extract and analyse may be called from any thread.
#pragma once

#include <string>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/language.hpp"
#include "extract/relation.hpp"
#include "extract/rule/match.hpp"

namespace relata::extract {

// A mention as `relata extract --entities` writes it.
struct MentionRecord {
    std::string document;
    std::string name;  // of its entity; "" where it refers to nothing known
    EntityType type = EntityType::org;
    MentionForm form = MentionForm::name;
    std::string text;
    std::uint32_t start = 0, end = 0;  // code points, half-open
};

// What to give beside one relation a statement.
struct ExtractWith {
    bool mentions = false;    // all mentions
    bool coreferent = false;  // a statement again for the other mentions of its entities in the
                              // sentence: Relation::coreferent, extract/spread_claims.hpp
};

struct Extraction {
    std::vector<Relation> relations;      // in the order of the text
    std::vector<MentionRecord> mentions;  // only where they were asked for
    std::uint64_t steps = 0;  // instructions of rules that were run: the cost, whatever the machine
};

class Extractor {
  public:
    // `knowledge` must outlive the Extractor. `language` is a code ("de") that holds for documents
    // that carry none, or "auto" to detect it. Throws relata::Error for an unknown code.
    explicit Extractor(const Knowledge& knowledge, std::string language = "auto");

    // Throws relata::Error, naming the document, where it asks for a language that is not known.
    Extraction extract(const Document& document, ExtractWith with = {}) const;

    // Everything before the rules. The Analysis points into `document`.
    Analysis analyse(const Document& document) const;

    // An article with what the rules claim of it, before settle_types.
    struct Reading {
        Analysis analysis;
        std::vector<Claim> claims;
    };
    // Reads an article that has role nouns (name/role_nouns.hpp) a second time, and only that
    // reading is told to `listener`, which may be null. `steps` is raised as by match_rules.
    Reading read(const Document& document, MatchListener* listener = nullptr,
                 std::uint64_t* steps = nullptr) const;

    const Knowledge& knowledge() const { return knowledge_; }

  private:
    // Everything before the names: tokens, sentences, phrases, values.
    Analysis read_words(const Document& document) const;

    const Knowledge& knowledge_;
    std::string language_;
};

}  // namespace relata::extract
