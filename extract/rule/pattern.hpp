// The abstract syntax of rule files: what parse_rules makes and compile_rules reads.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/relation.hpp"
#include "extract/rule/compile.hpp"
#include "extract/rule/faults.hpp"
#include "extract/rule/slot.hpp"

namespace relata::extract {

// A piece of a pattern.
struct Node {
    enum class Kind : std::uint8_t {
        word,        // `text`, case-folded
        exact,       // `text`, letter by letter
        word_class,  // `text` is its name
        regex,       // `text`
        slot,        // `role`, `slot`
        list,        // `role`, `slot`: a coordination of such mentions
        text_role,   // `role` binds the words that children[0] matches
        save,        // `role`: one end of a text role; made by the compiler. max: 0 first, 1 last
        gap,         // .
        any,         // _
        start,       // ^
        end,         // $
        sequence,    // children, one after the other
        choice,      // one of the children, the first that will do
        repeat,      // children[0], min to max times
        not_next,    // the next tokens do not match children[0]
        not_before,  // the tokens before do not
        macro        // $text
    };
    Kind kind = Kind::sequence;
    bool anchor = false;
    std::uint8_t min = 0, max = 0;
    Place place;
    std::string text;
    std::string role;
    SlotType slot;
    std::vector<Node> children;
};

// A macro or the pattern of a match line.
struct Pattern {
    Place place;
    Node node;
};

struct SetStatement {  // key=value of `emit` and `set`
    Place place;
    std::string key;
    std::string role;                  // the role whose value it takes, or
    std::optional<std::string> fixed;  // a fixed word
};

struct EmitArgument {
    Place place;
    std::string role;
    bool each = false;
    std::optional<EntityType> as;
};

struct EmitStatement {
    Place place;
    std::string type;
    std::array<EmitArgument, 2> arguments;  // subject, object
    bool pair = false;                      // two lists, member by member
    std::vector<SetStatement> attributes;
};

struct MatchStatement {
    Pattern pattern;
    std::vector<SetStatement> sets;  // of a modifier
    bool force = false;
};

struct RuleStatement {
    Place place;  // of its name
    std::string name;
    int priority = 50;
    bool modifier = false;
    int window_first = 0, window_last = 0;
    struct TypeName {
        Place place;
        std::string name;
    };
    std::vector<TypeName> types;  // of a modifier; empty: all
    std::vector<MatchStatement> matches;
    std::vector<EmitStatement> emits;
    std::vector<RuleInfo::Example> examples;
};

struct WordsStatement {
    Place place;  // of the class name
    std::string name;
    struct Entry {
        Place place;
        std::string text;
    };
    std::vector<Entry> entries;
};

struct LetStatement {
    std::string name;
    Pattern pattern;
};

struct RuleFiles::Impl {
    std::vector<RuleSource> sources;
    std::vector<WordsStatement> words;
    std::vector<LetStatement> lets;
    std::vector<RuleStatement> rules;  // and modifiers
};

}  // namespace relata::extract
