// Tie: what an article was found to say of two of its entities, for those who read it again.
#pragma once

#include <cstdint>
#include <string_view>

namespace relata::extract {

struct Tie {
    std::string_view type;                  // of the catalogue: "acquired"
    std::uint32_t subject = 0, object = 0;  // indices into Analysis::entities
    std::uint32_t sentence = 0;             // index into Analysis::sentences
    std::uint32_t last = 0;                 // the token behind both
};

}  // namespace relata::extract
