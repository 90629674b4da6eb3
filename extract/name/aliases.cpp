#include "extract/name/aliases.hpp"

#include <optional>
#include <string>

namespace relata::extract {

namespace {

constexpr std::uint32_t kMostBetween = 8;  // tokens
constexpr std::uint32_t kNone = 0xffffffff;

// What stands between two names, where only that stands there which introduces the second.
struct Gap {
    bool bracket = false;  // it opens one
    bool comma = false;
    bool lead = false;      // "formerly", "French:"
    bool exchange = false;  // "NYSE:"
};

class AliasReader {
  public:
    AliasReader(const ArticleWords& words, std::span<const Candidate> candidates)
        : words_(words), candidates_(candidates) {}

    std::vector<IntroducedAlias> read() {
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            const Candidate& candidate = candidates_[i];
            if (candidate.adjective || candidate.nested || is_exchange(candidate)) continue;
            if (last_ == kNone || !introduce(i)) {
                name_ = kNone;
            }
            last_ = i;
        }
        return std::move(found_);
    }

  private:
    // Whether `alias` is a second name of the last one, or of the one that has that as alias.
    bool introduce(std::uint32_t alias) {
        const std::optional<Gap> gap = gap_before(alias);
        if (!gap) return false;
        const bool inside = name_ != kNone && in_brackets_;
        const std::uint32_t name = inside ? name_ : last_;
        const Candidate& second = candidates_[alias];
        const bool bracket = gap->bracket || inside;
        if (!bracket && !gap->comma) return false;
        if (bracket ? !may_end_in_brackets(second.last) : !may_end(second.last)) return false;
        const bool ticker = bracket && (gap->exchange || is_before_exchange(second));
        const bool stated = gap->lead || ticker;
        const bool brief = bracket && abbreviates(second, candidates_[name]);
        if (!stated && !brief) {
            if (gap->bracket && abbreviates(candidates_[name], second))
                found_.push_back({alias, name, false});
            return false;
        }
        found_.push_back({name, alias, stated});
        name_ = name;
        in_brackets_ = bracket;
        return true;
    }

    std::optional<Gap> gap_before(std::uint32_t alias) const {
        const std::uint32_t from = candidates_[last_].last, to = candidates_[alias].first;
        if (from >= to || to - from > kMostBetween) return std::nullopt;
        Gap gap;
        for (std::uint32_t at = from; at < to; ++at) {
            if (words_.is(at, '(') && at == from) {
                gap.bracket = true;
            } else if (words_.is(at, ',')) {
                gap.comma = true;
            } else if (words_.has(at, cls::stock_exchange)) {
                gap.exchange = true;
            } else if (words_.has(at, cls::alias_lead) ||
                       (words_.has(at, cls::demonym) && at + 1 < to && words_.is(at + 1, ':'))) {
                gap.lead = true;
            } else if (!words_.flag(at, kQuote) && !words_.is(at, ':') &&
                       !words_.has(at, cls::determiner | cls::conjunction)) {
                return std::nullopt;
            }
        }
        return gap;
    }

    bool is_exchange(const Candidate& candidate) const {
        return words_.has(candidate.last - 1, cls::stock_exchange) &&
               ((candidate.last < words_.size() && words_.is(candidate.last, ':')) ||
                (candidate.first > 0 && words_.is(candidate.first - 1, ':')));
    }

    bool is_before_exchange(const Candidate& candidate) const {
        return candidate.last + 1 < words_.size() && words_.is(candidate.last, ':') &&
               words_.has(candidate.last + 1, cls::stock_exchange);
    }

    bool may_end_in_brackets(std::uint32_t end) const {
        if (end >= words_.size()) return false;
        if (words_.flag(end, kQuote) && ++end >= words_.size()) return false;
        return words_.is(end, ')') || words_.is(end, ',') || words_.is(end, ':') ||
               words_.has(end, cls::conjunction);
    }

    // Behind a comma nothing may go on: "Acme, now Blip's rival".
    bool may_end(std::uint32_t end) const {
        return end >= words_.size() || (words_.flag(end, kPunctuation) && !words_.is(end, '-') &&
                                        !words_.is_possessive_marker(end));
    }

    // The letters must occur in the name, in order.
    bool abbreviates(const Candidate& brief, const Candidate& name) const {
        std::string letters;
        for (std::uint32_t at = brief.first; at < brief.last; ++at)
            letters += fold_words(words_.text(at));
        const std::string folded = fold_words(words_.analysis.text(name.first, name.last));
        if (letters.size() < 2 || letters.size() * 2 > folded.size() || letters.size() > 8)
            return false;
        if (letters.front() != folded.front()) return false;
        std::size_t at = 0;
        for (const char c : folded)
            if (at < letters.size() && letters[at] == c) ++at;
        return at == letters.size();
    }

    const ArticleWords& words_;
    std::span<const Candidate> candidates_;
    std::vector<IntroducedAlias> found_;
    std::uint32_t last_ = kNone;  // the name before
    std::uint32_t name_ = kNone;  // what that one is an alias of
    bool in_brackets_ = false;    // it was introduced in brackets
};

}  // namespace

std::vector<IntroducedAlias> introduced_aliases(const ArticleWords& words,
                                                std::span<const Candidate> candidates) {
    return AliasReader(words, candidates).read();
}

}  // namespace relata::extract
