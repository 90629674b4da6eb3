// What the machine asks of a sentence: its phrases, the mentions that start or end at a token,
// which tokens lie in names. Filled for one sentence at a time; all memory is kept for the next
// one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/rule/program.hpp"

namespace relata::extract {

class SentenceView {
  public:
    SentenceView(const Analysis& analysis, const Lexicon& lexicon);

    // Moves to a sentence; from then on its bounds, phrases and mentions are known. The rest may be
    // asked for after prepare().
    void load(std::uint32_t sentence);
    void prepare();

    const Analysis& analysis() const { return analysis_; }
    const Lexicon& lexicon() const { return lexicon_; }
    std::uint32_t first() const { return first_; }
    std::uint32_t last() const { return last_; }
    const Token& token(std::uint32_t at) const { return analysis_.tokens[at]; }
    std::string_view text(std::uint32_t at) const { return analysis_.text(token(at)); }
    const Mention& mention(std::uint32_t index) const { return analysis_.mentions[index]; }

    // By first token, then longest first.
    std::span<const Phrase> phrases() const { return phrases_; }
    bool phrase_starts(std::uint32_t at) const { return (bits_[at - first_] & kPhraseStarts) != 0; }
    bool phrase_ends(std::uint32_t at) const { return (bits_[at - first_] & kPhraseEnds) != 0; }
    bool in_name(std::uint32_t at) const { return (bits_[at - first_] & kInName) != 0; }
    bool has(std::uint32_t at, ClassId cls) const { return lexicon_.has(token(at).classes, cls); }

    // Mentions that start at token `at`, longest first: they are first, first + 1, ..., last - 1.
    std::pair<std::uint32_t, std::uint32_t> starting_at(std::uint32_t at) const {
        return {analysis_.mentions_at[at], analysis_.mentions_at[at + 1]};
    }
    // Mentions that end before token `at`, longest first.
    std::span<const std::uint32_t> ending_at(std::uint32_t at) const {
        const std::size_t row = at - first_;
        return std::span(endings_).subspan(ending_rows_[row],
                                           ending_rows_[row + 1] - ending_rows_[row]);
    }
    // How many mentions the sentence has, that of the topic included, and of which kinds.
    std::size_t mention_count() const { return mention_count_; }
    MentionKinds kinds() const { return kinds_; }
    // The kinds of the mentions that end before token `at` or start at it or behind it.
    MentionKinds kinds_before(std::uint32_t at) const { return before_[at - first_]; }
    MentionKinds kinds_after(std::uint32_t at) const { return after_[at - first_]; }
    // The index of the mention of form topic that holds for the sentence (in a digest every
    // paragraph has its own), or kNoMention: the product in hand for a slot that takes only those,
    // else the organisation.
    std::uint32_t topic(TypeSet types) const {
        return types == type_bit(EntityType::product) ? thing_topic_ : topic_;
    }
    static constexpr std::uint32_t kNoMention = 0xffffffff;

  private:
    enum Bits : std::uint8_t { kInName = 1, kPhraseStarts = 2, kPhraseEnds = 4 };
    // The index of the last mention from `begin` to `end` that begins at the token or before it, or
    // kNoMention. They are of form topic.
    std::uint32_t topic_at(std::uint32_t token, std::uint32_t begin, std::uint32_t end) const;
    bool is_stale(std::uint32_t topic, std::uint32_t sentence) const;
    void find_kinds(std::uint32_t begin, std::uint32_t end);  // of the mentions begin to end

    const Analysis& analysis_;
    const Lexicon& lexicon_;
    std::uint32_t first_ = 0, last_ = 0;
    // Indices into Analysis::mentions: products in hand come before topics.
    std::uint32_t first_thing_topic_ = 0, first_topic_ = 0;
    std::uint32_t thing_topic_ = kNoMention, topic_ = kNoMention;
    std::size_t mention_count_ = 0;
    MentionKinds kinds_ = 0;
    std::span<const Phrase> phrases_;
    std::vector<std::uint8_t> bits_;  // by token, one more than there are tokens
    std::vector<std::uint32_t> endings_;
    std::vector<std::uint32_t> ending_rows_;    // by token, into endings_
    std::vector<std::uint32_t> cursors_;        // scratch of prepare()
    std::vector<MentionKinds> before_, after_;  // by token
};

}  // namespace relata::extract
