// Entity resolution over articles: which names are one entity. In go the distinct names of all
// records with what articles say of them; out come clusters with stable ids. The result is a
// function of the set of names alone, never of their order.
//
// Names are joined by, strongest first:
//   1. the user's alias file (graph/overrides); `different` forbids, whatever else speaks for it
//   2. the embedded list of well-known names (China = Volksrepublik China)
//   3. an equal key (graph/name_key): case, accents, punctuation, legal forms, articles
//   4. a spelling variant: umlauts spelled out, a closing "Group" or "Holdings"
//   5. an alias that an article introduces: an acronym, a full name of a person, a longer form of
//   an
//      organisation's name; only where no second entity claims the same alias
//   6. a nickname with the same surname (Bill, William), where the two share a relation
//   7. a type that one article gives against five others for the same key
// 4 to 7 are refused where a record relates the two (X is no subsidiary of itself), where a
// short name would join two long ones, or where the types differ. Persons are never joined by a
// surname alone.
//
// Thread safety: all functions may be called from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/relation.hpp"
#include "graph/overrides.hpp"

namespace relata::graph {

// One distinct name and type over all records.
struct NameUse {
    std::string name;
    extract::EntityType type = extract::EntityType::org;
    std::uint32_t documents = 1;  // articles that use it
    // Aliases that articles give to it, with the number of those articles; sorted by alias, unique.
    std::vector<std::pair<std::string, std::uint32_t>> aliases;
};

// Why two names are one entity, or why they are not.
struct Reason {
    enum class Kind : std::uint8_t {
        user,
        known,
        key,
        variant,
        alias,
        nickname,
        type_vote
    } kind = Kind::key;
    std::uint32_t a = 0, b = 0;  // indices of names
    bool joined = true;          // false: considered and refused
    std::string text;            // a sentence for people
};

struct Cluster {
    std::string id;    // "org:deepseek"
    std::string name;  // the name that most articles use
    extract::EntityType type = extract::EntityType::org;
    std::vector<std::string> aliases;    // all other names and aliases, sorted, without `name`
    std::vector<std::uint32_t> members;  // indices of names, ascending
};

struct Resolution {
    std::vector<Cluster> clusters;          // sorted by id
    std::vector<std::uint32_t> cluster_of;  // indexed like the names
    std::vector<Reason> reasons;            // in the order in which they were decided
};

// `related` holds pairs of indices of names that a record relates to each other (any order).
Resolution resolve(std::span<const NameUse> names,
                   std::span<const std::pair<std::uint32_t, std::uint32_t>> related,
                   std::span<const Override> overrides);

struct MergeExplanation {
    bool same = false;
    std::vector<std::string> reasons;  // sentences, the decisive one first; never empty
};

// Why two names (found by exact name, else by folded key, of any type) are one entity or not.
// Throws relata::Error for a name that no record uses.
MergeExplanation explain_merge(std::span<const NameUse> names,
                               std::span<const std::pair<std::uint32_t, std::uint32_t>> related,
                               std::span<const Override> overrides, std::string_view a,
                               std::string_view b);

}  // namespace relata::graph
