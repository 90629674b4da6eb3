// Relations of a graph in words, as show, path, timeline and conflicts print them.
#pragma once

#include <span>
#include <string>

#include "cli/terminal.hpp"
#include "graph/knowledge_graph.hpp"

namespace relata::cli {

// "Reuters, 2025-01-27, https://example.org/1": whatever is known of outlet, date, URL, else the
// id.
std::string where_of(const graph::Evidence& evidence);

// " (planned, amount 500000000, 2024–)", or "" where there is nothing to say.
std::string details_of(const graph::Edge& edge);

// Evidence under what it is evidence of, each a quote and its place: the first, or all.
void print_evidence(std::span<const graph::Evidence* const> evidence, const Style& style, bool all);
void print_evidence(const graph::Edge& edge, const Style& style, bool all);

}  // namespace relata::cli
