// Reads the sentences of en.txt and de.txt: names marked as "[words:type]", "[words:type=Name]",
// with
// "!" behind the type where no other type may be left.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relation.hpp"

namespace relata::extract {

struct MarkedName {
    std::uint32_t begin = 0, end = 0;  // bytes of MarkedText::text
    EntityType type = EntityType::org;
    bool only = false;      // no other type
    std::string canonical;  // "" where it is not checked
};

struct MarkedText {
    std::string text;  // without the marks
    std::vector<MarkedName> names;
};

inline MarkedText read_marked(std::string_view line) {
    MarkedText result;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] != '[') {
            result.text += line[at];
            continue;
        }
        const std::size_t close = line.find(']', at);
        std::string_view mark = line.substr(at + 1, close - at - 1);
        MarkedName name;
        const std::size_t equals = mark.find('=');
        if (equals != std::string_view::npos) {
            name.canonical = mark.substr(equals + 1);
            mark = mark.substr(0, equals);
        }
        name.only = mark.ends_with('!');
        if (name.only) mark.remove_suffix(1);
        const std::size_t colon = mark.rfind(':');
        name.type = entity_type_from(mark.substr(colon + 1)).value();
        name.begin = static_cast<std::uint32_t>(result.text.size());
        result.text += mark.substr(0, colon);
        name.end = static_cast<std::uint32_t>(result.text.size());
        result.names.push_back(name);
        at = close;
    }
    return result;
}

}  // namespace relata::extract
