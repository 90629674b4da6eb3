// Options that several commands share, each declared once. A command has the structs that it needs
// in a struct of its own and calls add_to on each while it declares itself.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/language.hpp"
#include "extract/read/reader.hpp"
#include "extract/relation.hpp"

namespace CLI {
class App;
}

namespace relata::cli {

struct CommonOptions {
    bool quiet = false;
    bool verbose = false;
    std::string color = "auto";
    void add_to(CLI::App& app);
    // Whether output to that descriptor (1 or 2) is to be coloured.
    bool colored(int descriptor) const;
};

// How articles are read: what INPUT... takes.
struct InputOptions {
    std::vector<std::string> inputs;
    extract::ReadOptions read;
    void add_to(CLI::App& app);
    void add_format_to(CLI::App& app);  // all but INPUT...
};

// How relations are extracted.
struct ExtractionOptions {
    std::string language = "auto";
    unsigned jobs = 0;  // 0: all cores
    std::vector<std::string> rules;
    void add_to(CLI::App& app);
    void add_language_to(CLI::App& app);
    void add_rules_to(CLI::App& app);
    unsigned threads() const;
    // The embedded rules with those of --rules on top. Throws relata::Error for faulty ones and for
    // a language that there is not.
    std::unique_ptr<const extract::Knowledge> knowledge() const;
};

// --status asserted,former,...
struct StatusOption {
    std::vector<std::string> names;
    void add_to(CLI::App& app);
    // Empty: all. Throws relata::Error for an unknown name.
    std::vector<extract::Status> statuses() const;
    bool admits(extract::Status status) const;
};

}  // namespace relata::cli
