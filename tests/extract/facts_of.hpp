// What an extractor finds in a short text, as tests write it: "type(Subject, Object) status".
#pragma once

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "extract/extractor.hpp"
#include "extract/symmetric_types.hpp"

namespace relata::extract {

// The lines of a file but empty ones and comments.
inline std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    REQUIRE_MESSAGE(file, path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != '#') lines.push_back(line);
    }
    return lines;
}

// A status that is not written is `asserted`; types without direction stand both ways round.
inline std::set<std::string> facts_of(const Extractor& extractor, const std::string& language,
                                      const std::string& text) {
    Document document;
    document.id = "text";
    document.language = language;
    document.text = text;
    std::set<std::string> facts;
    for (const Relation& r : extractor.extract(document).relations) {
        const std::string status =
            r.status == Status::asserted ? "" : " " + std::string(to_string(r.status));
        facts.insert(r.type + "(" + r.subject.name + ", " + r.object.name + ")" + status);
        if (symmetric_types().contains(r.type)) {
            facts.insert(r.type + "(" + r.object.name + ", " + r.subject.name + ")" + status);
        }
    }
    return facts;
}

inline std::string join(const std::set<std::string>& facts) {
    std::string out;
    for (const std::string& fact : facts) out += (out.empty() ? "" : " ; ") + fact;
    return out;
}

}  // namespace relata::extract
