// What the extractor with all that is embedded finds in a short text, as tests write it:
// "type(Subject, Object) status"; and files of texts that it does not understand yet.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "extract/extractor.hpp"
#include "extract/symmetric_types.hpp"

namespace relata::extract {

inline const Extractor& embedded_extractor() {
    static const Knowledge knowledge;
    static const Extractor extractor(knowledge);
    return extractor;
}

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
inline std::set<std::string> facts_of(const std::string& language, const std::string& text) {
    Document document;
    document.id = "text";
    document.language = language;
    document.text = text;
    std::set<std::string> facts;
    for (const Relation& r : embedded_extractor().extract(document).relations) {
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

// A file of texts that are not understood yet, one a line, which RELATA_UPDATE_GOLDEN=1 writes
// anew.
class KnownMisses {
  public:
    KnownMisses(std::string path, const std::string& heading)
        : path_(std::move(path)), known_(lines_of(path_)), missed_("# " + heading + "\n") {}

    bool updating() const { return std::getenv("RELATA_UPDATE_GOLDEN") != nullptr; }
    bool lists(const std::string& text) const {
        return std::find(known_.begin(), known_.end(), text) != known_.end();
    }
    // That it is missed now.
    void add(const std::string& text) { missed_ += text + "\n"; }
    // To be called when all texts were tried.
    void write() const {
        if (updating()) std::ofstream(path_, std::ios::binary) << missed_;
    }

  private:
    std::string path_;
    std::vector<std::string> known_;
    std::string missed_;
};

}  // namespace relata::extract
