// How a node looks, the same in every drawn format and in web/page.css: the colour of its type,
// dark enough for white letters, and a size that grows with its degree.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

#include "graph/knowledge_graph.hpp"

namespace relata::exporting {

struct Colour {
    std::uint32_t red, green, blue;
    std::string_view hex;
};

constexpr Colour colour_of(graph::EntityType type) {
    using enum graph::EntityType;
    switch (type) {
        case person:
            return {0xC2, 0x41, 0x0C, "#C2410C"};
        case org:
            return {0x1D, 0x5F, 0xA8, "#1D5FA8"};
        case product:
            return {0x00, 0x7A, 0x5E, "#007A5E"};
        case project:
            return {0x8E, 0x3B, 0x8A, "#8E3B8A"};
        case place:
            return {0x6B, 0x5B, 0x1F, "#6B5B1F"};
        case date:
            return {0x5B, 0x64, 0x70, "#5B6470"};
        case money:
            break;
    }
    return {0x2F, 0x6F, 0x2F, "#2F6F2F"};
}

inline double size_of(const graph::KnowledgeGraph& graph, graph::NodeIndex node) {
    const auto degree = graph.out_edges(node).size() + graph.in_edges(node).size();
    return 10.0 + std::round(10.0 * std::sqrt(static_cast<double>(degree)));
}

}  // namespace relata::exporting
