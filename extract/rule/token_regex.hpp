// An RE2 expression that is matched against whole tokens. Texts repeat their words, so that answers
// are remembered; a remembered one costs a hash instead of a match.
//
// The expression is compiled when it is first needed. Thread-safe: each thread remembers for
// itself.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace relata::extract {

class TokenRegex {
  public:
    // See fault() for an expression that is not valid; it matches nothing.
    explicit TokenRegex(std::string pattern = "");
    TokenRegex(TokenRegex&&) noexcept;
    TokenRegex& operator=(TokenRegex&&) noexcept;
    ~TokenRegex();
    const std::string& pattern() const;
    std::string fault() const;  // what is wrong with it, or ""; compiles it
    bool matches(std::string_view token) const;

    template <typename Archive>
    void archive(Archive& archive) {
        std::string text = pattern();
        archive(text);
        if (text != pattern()) *this = TokenRegex(std::move(text));
    }

  private:
    struct Expression;
    std::unique_ptr<Expression> expression_;
    std::uint64_t key_;
};

}  // namespace relata::extract
