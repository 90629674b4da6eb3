// An RE2 expression that is matched against whole tokens. Texts repeat their words, so that answers
// are remembered; a remembered one costs a hash instead of a match.
//
// Thread-safe: each thread remembers for itself.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace relata::extract {

class TokenRegex {
  public:
    // See fault() for an expression that is not valid; it matches nothing.
    explicit TokenRegex(const std::string& pattern);
    TokenRegex(TokenRegex&&) noexcept;
    ~TokenRegex();
    const std::string& pattern() const;
    const std::string& fault() const;  // what is wrong with it, or ""
    bool matches(std::string_view token) const;

  private:
    std::unique_ptr<re2::RE2> regex_;
    std::uint64_t key_;
};

}  // namespace relata::extract
