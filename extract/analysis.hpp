// Analysis: all that is known about one article before and while rules run over it. Plain data,
// filled stage by stage: tokens, sentences and phrases (extract/text), values (extract/value), name
// mentions, entities and coreference (extract/name). The rule engine (extract/rule) only reads it.
//
// All views and offsets point into Document::text. Offsets are bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.hpp"
#include "extract/relation.hpp"
#include "extract/text/lexicon.hpp"

namespace relata::extract {

struct Language;  // extract/language.hpp

// What a token looks like. Several may be set.
enum TokenFlag : std::uint16_t {
    kGlued = 1 << 0,    // no white space between this token and the one before
    kCapital = 1 << 1,  // first letter is upper case
    kAllCaps = 1 << 2,  // at least two letters, none lower case ("IBM", "R1" has only kCapital)
    kInnerCapital = 1 << 3,   // a capital after a lower-case letter ("iPhone", "DeepMind")
    kWord = 1 << 4,           // has a letter
    kDigits = 1 << 5,         // begins with a digit ("2019", "4.5", "3G")
    kPunctuation = 1 << 6,    // neither letter nor digit
    kClauseBreak = 1 << 7,    // , ; : ( ) [ ] – — … and a hyphen with white space around it
    kQuote = 1 << 8,          // a quotation mark, opening or closing (not an apostrophe)
    kSentenceStart = 1 << 9,  // first word of its sentence, behind opening quotes and dashes
    kStartsPhrase = 1 << 10,  // the lexicon has phrases that begin with the word
    kAside = 1 << 11,         // one of two dashes around an aside, which stand for commas
};

struct Token {
    std::uint32_t begin = 0, end = 0;  // bytes
    WordId word = 0;                   // of the case-folded token
    ClassSet classes = 0;
    std::uint16_t flags = 0;
};

struct Sentence {
    std::uint32_t first = 0, last = 0;  // tokens, half-open
    bool title_case = false;            // a headline in which nearly every word is capitalised
};

// A phrase of the word lists, never a single word.
struct Phrase {
    std::uint32_t first = 0, last = 0;  // tokens, half-open
    ClassSet classes = 0;
};

// A set of EntityType, as bits.
using TypeSet = std::uint16_t;
constexpr TypeSet type_bit(EntityType type) {
    return static_cast<TypeSet>(1U << static_cast<unsigned>(type));
}
// "org|product", in the order of EntityType; "" for the empty set.
std::string type_names(TypeSet types, std::string_view separator = "|");

enum class MentionForm : std::uint8_t {
    name,        // "DeepSeek", "Baidus"
    nominal,     // "the company", "das Unternehmen"; refers to an entity or to nothing
    pronoun,     // "he", "sie"
    elided,      // "and" before a verb whose subject is not said again: refers to that subject
    possessive,  // "his", "its", "seine", "deren": matched by `.gen` only
    quoted,      // the inside of a pair of quotation marks, matched by the slot type `quoted`
    value,       // money, date, percent, round: Mention::value
    topic        // no words: the organisation that the article is about; matched by `.topic` only
};

// "name", "nominal", ...
std::string_view to_string(MentionForm form);

// Kinds of value beside the entity types date and money.
enum class ValueKind : std::uint8_t { none, date, money, percent, round };

inline constexpr std::uint32_t kNoEntity = 0xffffffff;

struct Mention {
    std::uint32_t first = 0, last = 0;  // tokens, half-open, without the 's of a genitive
    TypeSet types = 0;  // what it may be; never 0 except for quoted, percent and round
    MentionForm form = MentionForm::name;
    ValueKind value_kind = ValueKind::none;
    bool genitive = false;  // "Baidus", "Tesla's" (then the 's follows as a token of its own)
    bool plural = false;    // "they", "the companies": a mention for each that is meant
    std::uint32_t entity = kNoEntity;  // index into Analysis::entities
    std::uint32_t value = 0;           // index into Analysis::values where value_kind is set
};

// A literal, normalised.
struct Value {
    std::string text;  // date: ISO, perhaps partial; money: plain decimal; percent: number; round:
                       // "Series B"
    std::string currency;  // money: ISO 4217 code
};

struct Entity {
    std::string name;   // canonical inside the article; "" for one that only pronouns stand for
    TypeSet types = 0;  // what it may be after the evidence was weighed
    EntityType likeliest = EntityType::org;  // of these, by the same evidence
    std::vector<std::string> aliases;        // other surface names, sorted, unique, without `name`
    std::vector<std::uint32_t> mentions;     // indices, in text order; none that is elided
};

struct Analysis {
    const Document* document = nullptr;
    const Language* language = nullptr;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Phrase> phrases;  // by first token, then longest first
    // Sorted by first token, then longest first. Mentions may overlap ("Bank of America" and
    // "America").
    std::vector<Mention> mentions;
    // mentions_at[t] .. mentions_at[t + 1] are the indices of the mentions that start at token t.
    std::vector<std::uint32_t> mentions_at;
    std::vector<Entity> entities;
    std::vector<Value> values;
    std::uint32_t topic = kNoEntity;  // the organisation that the article is about

    std::string_view text(const Token& token) const {
        return std::string_view(document->text).substr(token.begin, token.end - token.begin);
    }
    // The words on the page from token `first` up to, not including, `last`.
    std::string_view text(std::uint32_t first, std::uint32_t last) const {
        return std::string_view(document->text)
            .substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
    }
};

// The mentions of `all`, of which `one` is one, that a plural reference is made of; `one` alone
// where it is in the singular.
std::span<const Mention> whole_group(std::span<const Mention> all, const Mention& one);

}  // namespace relata::extract
