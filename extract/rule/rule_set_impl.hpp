// The inside of a RuleSet; only extract/rule/ includes it.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/catalogue.hpp"
#include "extract/rule/anchors.hpp"
#include "extract/rule/lint.hpp"
#include "extract/rule/program.hpp"
#include "extract/rule/requirements.hpp"
#include "extract/rule/rule_set.hpp"
#include "extract/rule/token_regex.hpp"

namespace relata::extract {

inline constexpr std::uint16_t kNoRole = 0xffff;

// key=value of `emit` and `set`.
struct AttributeSetter {
    std::string key;
    std::uint16_t role = kNoRole;  // kNoRole: `fixed`
    std::string fixed;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(key, role, fixed);
    }
};

struct Emission {
    RelationTypeId type = 0;
    std::array<std::uint16_t, 2> roles{};  // subject, object
    std::array<bool, 2> each{};
    bool pair = false;
    std::array<std::optional<EntityType>, 2> as{};
    std::optional<Status> status;
    std::vector<AttributeSetter> attributes;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(type, roles, each, pair, as, status, attributes);
    }
};

// A mention is an anchor of no width: it is the first thing on the right.
// A test of a single token: a word class, a word, an expression, or one of several of them.
struct TokenTest {
    std::vector<std::uint64_t> class_sets;  // a bit for each ClassSet that passes; may be empty
    std::vector<WordId> words;              // sorted
    std::uint64_t word_bits = 0;            // the bits of their last six: most words have another
    std::vector<std::uint32_t> exact_words, regexes;

    bool passes(ClassSet classes) const {
        return !class_sets.empty() && (class_sets[classes / 64] >> (classes % 64) & 1U) != 0;
    }
    void add_word(WordId word) {
        words.insert(std::lower_bound(words.begin(), words.end(), word), word);
        word_bits |= std::uint64_t{1} << (word % 64);
    }
    bool asks_for_text() const { return !exact_words.empty() || !regexes.empty(); }
    bool names(WordId word) const {
        return (word_bits >> (word % 64) & 1U) != 0 &&
               std::binary_search(words.begin(), words.end(), word);
    }
    template <typename Archive>
    void archive(Archive& archive) {
        archive(class_sets, words, word_bits, exact_words, regexes);
    }
};

enum class AnchorKind : std::uint8_t { word, exact, word_class, regex, mention };

struct Alternative {
    RuleIndex rule = 0;
    std::uint32_t number = 0;  // of its match line in the rule, from 0
    AnchorKind anchor = AnchorKind::word;
    std::uint32_t operand = 0;  // like that of the instruction of the same name
    SlotType slot;              // of a mention
    std::uint32_t wanted = 0;
    std::uint32_t left = 0, right = 0;  // in RuleSet::Impl::programs
    bool right_first = false;           // the right side is the cheaper one to try
    // By emission: the types that subject and object may have; 0 where a role is not in the
    // pattern.
    std::vector<std::array<TypeSet, 2>> types;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(rule, number, anchor, operand, slot, wanted, left, right, right_first, types);
    }
};

struct CompiledRule {
    std::vector<std::string> roles;
    std::vector<Emission> emissions;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(roles, emissions);
    }
};

struct ModifierMatch {
    std::uint32_t program = 0;      // in RuleSet::Impl::programs
    std::uint32_t requirement = 0;  // in RuleSet::Impl::requirements
    std::optional<Status> status;
    std::vector<AttributeSetter> attributes;
    bool force = false;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(program, requirement, status, attributes, force);
    }
};

struct Modifier {
    RuleIndex rule = 0;
    int window_first = 0, window_last = 0;
    std::vector<std::uint8_t> types;  // by RelationTypeId, 1 or 0; empty: all
    std::vector<std::string> roles;
    std::vector<ModifierMatch> matches;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(rule, window_first, window_last, types, roles, matches);
    }
};

// Word classes by which coordinations are read (docs/rules.md). A class that is missing is empty.
struct CoordinationClasses {
    std::vector<ClassId> coordinators;
    std::vector<ClassId> openers;         // determiner, possessive
    std::vector<ClassId> nouns;           // may stand right before a name that they describe
    std::vector<ClassId> things;          // say what a product is, before its name or behind
    std::vector<ClassId> no_description;  // verbs and function words
    std::vector<ClassId> posts;           // "adviser" in "and adviser of the fund Acme"
    std::vector<ClassId> insertions;      // "who", "a": begin what is said of a member
    std::vector<ClassId> verbs;
    std::vector<ClassId> actions;  // verbs that have an object
    std::vector<ClassId> helpers;  // "is", "said", "in": between such a verb and its object
    std::vector<ClassId> agents;   // "by" before who acts in the passive
    std::vector<ClassId> relatives;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(coordinators, openers, nouns, things, no_description, posts, insertions, verbs,
                actions, helpers, agents, relatives);
    }
};

struct RuleSet::Impl {
    std::vector<RuleInfo> infos;
    std::vector<CompiledRule> rules;        // parallel to infos; empty for modifiers
    std::vector<Alternative> alternatives;  // in the order of rules and match lines
    std::vector<Program> programs;          // each once: patterns have many sides in common
    std::vector<Modifier> modifiers;        // in the order in which they run
    std::vector<TokenTest> tests;
    std::vector<std::string> exact_words;
    std::vector<TokenRegex> regexes;
    std::vector<std::string> wanted;  // "amount:money", for explanations

    Requirements requirements;
    std::vector<std::uint32_t> requirement_of;  // by alternative
    Anchors anchors;  // of the alternatives whose anchor is a literal word or a class
    struct RegexTrigger {
        std::uint32_t regex = 0;
        std::uint32_t alternative = 0;
    };
    std::vector<RegexTrigger> regex_triggers;
    std::vector<std::uint32_t> mention_triggers;  // alternatives whose anchor is a mention
    CoordinationClasses coordination;
    std::vector<LintFinding> source_findings;
    std::size_t most_roles = 0;
    template <typename Archive>
    void archive(Archive& archive) {
        archive(infos, rules, alternatives, programs, modifiers, tests, exact_words, regexes,
                wanted, requirements, requirement_of, anchors, regex_triggers, mention_triggers,
                coordination, source_findings, most_roles);
    }
};

}  // namespace relata::extract
