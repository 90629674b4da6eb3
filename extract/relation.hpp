// Relation: what the extractors give for one statement in one sentence, and the only header of
// extract/ that graph/ includes. One Relation is one line of `relata extract`; its JSON form is
// read and written by extract/relation_json.hpp.
//
// Offsets count Unicode code points of the article's text, as the record format asks.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relata::extract {

enum class EntityType : std::uint8_t { person, org, product, project, place, date, money };
enum class Status : std::uint8_t { asserted, former, planned, rumoured, denied };

// The names used in records, exports and queries ("person", "asserted", ...).
std::string_view to_string(EntityType type);
std::string_view to_string(Status status);
// The inverse; nullopt for a word that is none of them.
std::optional<EntityType> entity_type_from(std::string_view name);
std::optional<Status> status_from(std::string_view name);

struct Argument {
    std::string
        name;  // canonical inside the article; "" for a pronoun without antecedent.
               // Literals: an ISO date ("1998-05") or amount and currency ("500000000 USD").
    EntityType type = EntityType::org;
    std::string text;                  // the words on the page ("das Unternehmen", "Baidus")
    std::uint32_t start = 0, end = 0;  // of `text`, half-open
    std::vector<std::string> aliases;  // other names of the entity in this article, sorted, unique
    bool operator==(const Argument&) const = default;
};

struct Relation {
    std::string document;  // Document::id
    std::string type;      // a type of rules/relations.txt
    Argument subject, object;
    Status status = Status::asserted;
    std::map<std::string, std::string>
        attributes;           // title amount currency round share date since until lead
    double confidence = 1.0;  // in (0, 1], of this one sentence
    std::string rule;         // "ceo.de.compound"
    std::string language;
    std::string date, url, source, author, title, path;  // of the article; may be empty
    std::string signature;  // of the article's wording, see base/min_hash.hpp; may be empty
    std::uint32_t sentence_start = 0, sentence_end = 0;  // half-open
    std::string sentence;                                // the sentence's text
    // Says again what another relation of this sentence says, with other words for the subject or
    // the object ("he", "which", "its"). Graphs leave it out: a sentence is evidence once.
    bool coreferent = false;
    bool operator==(const Relation&) const = default;
};

}  // namespace relata::extract
