#include "cli/edge_text.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <vector>

namespace relata::cli {

std::string where_of(const graph::Evidence& evidence) {
    std::string text = evidence.source.empty() ? evidence.document : evidence.source;
    if (!evidence.date.empty()) text += ", " + evidence.date;
    if (!evidence.url.empty() && evidence.url != text) text += ", " + evidence.url;
    return text;
}

std::string details_of(const graph::Edge& edge) {
    std::string text;
    const auto add = [&text](const std::string& part) {
        text += (text.empty() ? "" : ", ") + part;
    };
    // "asserted" is the rule and not worth a word.
    if (edge.status != extract::Status::asserted) add(std::string(extract::to_string(edge.status)));
    for (const auto& [key, value] : edge.attributes) add(key + " " + value);
    if (!edge.valid_from.empty() || !edge.valid_to.empty())
        add(edge.valid_from + "–" + edge.valid_to);
    return text.empty() ? "" : " (" + text + ")";
}

void print_evidence(const graph::Edge& edge, const Style& style, bool all) {
    std::vector<const graph::Evidence*> evidence;
    for (const graph::Evidence& item : edge.evidence) evidence.push_back(&item);
    print_evidence(evidence, style, all);
}

void print_evidence(std::span<const graph::Evidence* const> evidence, const Style& style,
                    bool all) {
    constexpr unsigned kNarrow = 40;
    constexpr unsigned kIndent = 8;
    const std::size_t most = all ? evidence.size() : 1;
    for (std::size_t i = 0; i < evidence.size() && i < most; ++i) {
        std::string quote = evidence[i]->quote;
        std::replace_if(
            quote.begin(), quote.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
        if (is_terminal(STDOUT_FILENO) && !all)
            quote = cut_to_width(quote, std::max(kNarrow, terminal_width(STDOUT_FILENO)) - kIndent);
        std::cout << "      “" << quote << "”\n      " << style.dim(where_of(*evidence[i])) << '\n';
    }
    if (evidence.size() > most)
        std::cout << "      "
                  << style.dim("and " + std::to_string(evidence.size() - most) +
                               " more; -v shows all")
                  << '\n';
}

}  // namespace relata::cli
