// Funding rounds: "Series A", "Serie-A-Runde", "seed funding".
#include "extract/value/value_reader.hpp"

namespace relata::extract {

std::optional<FoundValue> read_round(const ValueReader& reader, std::uint32_t token) {
    const std::optional<MapEntry> found = reader.entry(reader.classes.round, token);
    if (!found) return std::nullopt;
    // "a series a day" is none.
    for (std::uint32_t i = token; i < found->last; ++i)
        if (reader.text(i).size() == 1 && reader.flag(i, kWord) && !reader.flag(i, kCapital))
            return std::nullopt;
    return FoundValue{found->last, ValueKind::round, {std::string(found->value), ""}};
}

}  // namespace relata::extract
