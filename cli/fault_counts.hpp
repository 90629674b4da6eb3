// FaultCounts: which faults of the inputs are printed. A vendor's file with a million broken lines
// has a million faults of one cause; the first ones are shown, all of them are counted.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "extract/read/reader.hpp"

namespace relata::cli {

class FaultCounts {
  public:
    // `shown`: how many faults of one cause are shown.
    explicit FaultCounts(std::uint64_t shown) : shown_(shown) {}

    // Counts a fault and tells whether it is to be shown.
    bool add(const extract::Fault& fault);
    bool complete() const { return hidden_ == 0; }
    // "not a JSON object" -> 1234, for all causes, also those of which every fault was shown.
    // Numbers and quoted words in causes are left open ("…").
    const std::map<std::string, std::uint64_t>& by_cause() const { return by_cause_; }

  private:
    std::uint64_t shown_, hidden_ = 0;
    std::map<std::string, std::uint64_t> by_cause_;
};

}  // namespace relata::cli
