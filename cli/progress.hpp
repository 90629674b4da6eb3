// What a long run tells on standard error: a bar while it works (only on a terminal), a line for
// each of the first inputs that were passed over for the same cause, a summary at the end.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/fault_counts.hpp"
#include "cli/options.hpp"
#include "extract/read/reader.hpp"

namespace relata::cli {

class Progress {
  public:
    explicit Progress(const CommonOptions& common);
    ~Progress();  // takes the bar away, and tells what faults were not shown
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Redraws the bar, at most ten times a second.
    void show(const extract::ReadCounts& counts, std::uint64_t relations);
    // Shows the first twenty faults of a cause, or all where the user wants more to be told.
    void fault(const extract::Fault& fault);
    // "12 articles (35 kB) in 0.1 s, 0.4 MB/s: 45 relations". `tail` ends the line: " ->
    // news.relata".
    void summary(const extract::ReadCounts& counts, std::uint64_t relations,
                 const std::string& tail);
    double seconds() const;

  private:
    void clear();
    void count_faults();
    FaultCounts faults_;
    bool quiet_, bar_, drawn_ = false, colored_;
    std::chrono::steady_clock::time_point start_, last_;
};

// "1 article", "12,345 articles"
std::string count_of(std::uint64_t number, const std::string& singular, const std::string& plural);
// "999 B", "35 kB", "1.2 GB"
std::string size_text(std::uint64_t bytes);

}  // namespace relata::cli
