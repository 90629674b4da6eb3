#include "extract/rule/token_regex.hpp"

#include <re2/re2.h>

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "extract/rule/narrow_regex.hpp"

namespace relata::extract {

namespace {

// An answer is kept as the hash of expression and token with the answer as its last bit. An answer
// pushes out the one that was in its place; 2^-63 is the odds of a mix-up.
constexpr std::size_t kAnswers = std::size_t{1} << 15;

std::vector<std::uint64_t>& answers() {
    thread_local std::vector<std::uint64_t> table(kAnswers, 0);
    return table;
}

}  // namespace

struct TokenRegex::Expression {
    std::string pattern;
    std::once_flag compiled;
    bool narrow = false;  // for narrow_token()
    std::unique_ptr<const re2::RE2> regex;

    const re2::RE2& get() {
        std::call_once(compiled, [this] {
            const std::optional<std::string> narrowed_pattern = narrowed(pattern);
            narrow = narrowed_pattern.has_value();
            re2::RE2::Options options(re2::RE2::Quiet);
            if (narrow) options.set_encoding(re2::RE2::Options::EncodingLatin1);
            regex = std::make_unique<const re2::RE2>(narrowed_pattern.value_or(pattern), options);
        });
        return *regex;
    }

    bool matches(std::string_view token) {
        const re2::RE2& compiled_regex = get();
        return narrow ? re2::RE2::FullMatch(narrow_token(token), compiled_regex)
                      : re2::RE2::FullMatch(re2::StringPiece(token.data(), token.size()),
                                            compiled_regex);
    }
};

TokenRegex::TokenRegex(std::string pattern)
    : expression_(std::make_unique<Expression>()), key_(hash(pattern)) {
    expression_->pattern = std::move(pattern);
}
TokenRegex::TokenRegex(TokenRegex&&) noexcept = default;
TokenRegex& TokenRegex::operator=(TokenRegex&&) noexcept = default;
TokenRegex::~TokenRegex() = default;

const std::string& TokenRegex::pattern() const { return expression_->pattern; }

std::string TokenRegex::fault() const {
    // Of the expression as it is written, not of the narrowed one.
    return re2::RE2(pattern(), re2::RE2::Quiet).error();
}

bool TokenRegex::matches(std::string_view token) const {
    const std::uint64_t key = hash(token, key_);
    std::uint64_t& answer = answers()[(key >> 1) % kAnswers];
    if ((answer | 1U) == (key | 1U)) return (answer & 1U) != 0;
    const bool matched = expression_->matches(token);
    answer = matched ? key | 1U : key & ~std::uint64_t{1};
    return matched;
}

}  // namespace relata::extract
