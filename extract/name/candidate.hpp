// Candidate: a name on the page while its type is being weighed. name_finder makes candidates,
// name_typing gives them points, entities joins them to the entities of the article.
#pragma once

#include <array>
#include <cstdint>

#include "extract/analysis.hpp"
#include "extract/name/word_classes.hpp"

namespace relata::extract {

// The entity types of names, in the order of EntityType.
inline constexpr std::size_t kNameTypes = 5;

using TypePoints = std::array<int, kNameTypes>;

inline int& points_of(TypePoints& points, EntityType type) {
    return points[static_cast<std::size_t>(type)];
}

struct Candidate {
    struct TokenRange {
        std::uint32_t first = 0, last = 0;  // half-open
    };
    std::uint32_t first = 0, last = 0;  // tokens, half-open
    TokenRange surname;                 // of a given name, where a later name says it: "Jonas und
                                        // Philipp Kehl"; empty for all others
    TypePoints shape{};                 // evidence in the words of the name, by EntityType
    TypePoints context{};               // evidence in the words around it
    ClassMask listed = 0;               // classes of the list entry that is the whole name
    ClassMask tail = 0;                 // and of one that ends it ("iPod" in "Apple iPod")
    bool genitive = false;    // an 's follows, or the last token ends in the genitive ending
    bool stem = false;        // the name is the text without the genitive ending
    std::uint8_t plural = 0;  // bytes of the ending of a product in the plural: "iPods", "Xboxes"
    std::uint32_t head_stem = 0;  // the token of its head where that is without it: "des Instituts
                                  // für Physik"; 0 for all others
    bool country = false;         // the word before it is a country that belongs to a longer form
    bool headline = false;        // in a sentence in title case
    bool adjective = false;       // "Chinese", "Berliner": stands for the place that `place` names
    bool nested = false;          // inside a longer candidate ("Athens" in "Athens, Greece")
    std::uint32_t entity = kNoEntity;
};

}  // namespace relata::extract
