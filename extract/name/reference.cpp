#include "extract/name/reference.hpp"

#include <algorithm>

namespace relata::extract {

Reference parse_reference(std::string_view value) {
    Reference reference;
    if (value.size() > 2 && value[value.size() - 2] == ' ') {
        reference.gender = value.back();
        value.remove_suffix(2);
    }
    while (!value.empty()) {
        const std::size_t bar = std::min(value.find('|'), value.size());
        std::string_view type = value.substr(0, bar);
        if (type.ends_with('+')) {
            reference.plural = true;
            type.remove_suffix(1);
        }
        if (const auto known = entity_type_from(type))
            reference.types = static_cast<TypeSet>(reference.types | type_bit(*known));
        value.remove_prefix(std::min(bar + 1, value.size()));
    }
    return reference;
}

}  // namespace relata::extract
