#include "extract/analysis.hpp"

namespace relata::extract {

std::string type_names(TypeSet types, std::string_view separator) {
    std::string names;
    for (unsigned i = 0; i <= static_cast<unsigned>(EntityType::money); ++i) {
        const auto type = static_cast<EntityType>(i);
        if ((types & type_bit(type)) == 0) continue;
        if (!names.empty()) names += separator;
        names += to_string(type);
    }
    return names;
}

}  // namespace relata::extract
