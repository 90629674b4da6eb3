// Faults in rule files: collected with their places, then shown all at once, each as
//
//   en/founder.rules:7:24: there is no word class %fonder
//     match  who:person , @%fonder
//                          ^
//     did you mean %founder?
//
// Not thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata::extract {

struct RuleSource;

// A byte of a rule file.
struct Place {
    std::uint32_t file = 0;  // index into the sources
    std::uint32_t offset = 0;
};

// The line of a byte, from 1.
std::uint32_t line_of(std::string_view text, std::uint32_t offset);

class Faults {
  public:
    // `sources` must outlive the object.
    explicit Faults(std::span<const RuleSource> sources) : sources_(sources) {}
    // `cause` says what is wrong, `remedy`, which may be empty, what to do about it.
    void add(Place place, std::string cause, std::string remedy = "");
    bool empty() const { return faults_.empty(); }
    // Throws relata::Error with all faults in the order of their places, if there are any.
    void throw_if_any() const;

  private:
    struct Fault {
        Place place;
        std::string cause, remedy;
    };
    std::string show(const Fault& fault) const;

    std::span<const RuleSource> sources_;
    std::vector<Fault> faults_;
};

// "did you mean MARKnearest?" for the candidate that is nearest to `word`, or "" where none is
// near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates,
                         std::string_view mark = "");

}  // namespace relata::extract
