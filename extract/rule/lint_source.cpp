#include "extract/rule/lint_source.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "extract/rule/describe.hpp"

namespace relata::extract {

namespace {

// Classes that C++ reads (compile.cpp and docs/rules.md); rules need not name them.
constexpr std::array<std::string_view, 14> kReadByCode = {
    "coordinator", "determiner", "possessive",  "nominal",      "post",
    "stopword",    "org_noun",   "person_noun", "product_noun", "project_noun",
    "place_noun",  "org_verb",   "person_verb", "speech_verb"};

class SourceLinter {
  public:
    explicit SourceLinter(const RuleFiles::Impl& files) : files_(files) {}

    std::vector<LintFinding> run() {
        for (const LetStatement& let : files_.lets) collect(let.pattern.node);
        for (const RuleStatement& rule : files_.rules) {
            for (const MatchStatement& match : rule.matches) {
                collect(match.pattern.node);
                anchor(rule, match.pattern);
                repeated(rule, match.pattern);
            }
            roles(rule);
        }
        unused();
        return std::move(findings_);
    }

  private:
    void add(const std::string& rule, Place place, std::string problem) {
        const RuleSource& source = files_.sources[place.file];
        findings_.push_back(
            {rule, source.path, line_of(source.text, place.offset), std::move(problem)});
    }

    void collect(const Node& node) {
        if (node.kind == Node::Kind::word_class) classes_.insert(node.text);
        if (node.kind == Node::Kind::macro) macros_.insert(node.text);
        for (const Node& child : node.children) collect(child);
    }

    void unused() {
        for (const WordsStatement& words : files_.words) {
            const bool read_by_code =
                std::find(kReadByCode.begin(), kReadByCode.end(), words.name) != kReadByCode.end();
            if (classes_.count(words.name) == 0 && !read_by_code)
                add("", words.place, "nothing uses the word class %" + words.name);
        }
        for (const LetStatement& let : files_.lets) {
            if (macros_.count(let.name) == 0)
                add("", let.pattern.place, "nothing uses the piece $" + let.name);
        }
    }

    void anchor(const RuleStatement& rule, const Pattern& pattern) {
        const auto regex_anchor = [](const Node& node, const auto& self) -> const Node* {
            if (node.anchor && node.kind == Node::Kind::regex) return &node;
            for (const Node& child : node.children) {
                if (const Node* found = self(child, self)) return found;
            }
            return nullptr;
        };
        if (rule.modifier) return;
        if (const Node* node = regex_anchor(pattern.node, regex_anchor))
            add(rule.name, node->place,
                "the anchor " + describe(*node) +
                    " is tried at every word; a word, a class or a mention is faster");
    }

    void repeated(const RuleStatement& rule, const Pattern& pattern) {
        std::string key = describe(pattern.node);
        for (const EmitStatement& emit : rule.emits) key += "\n" + emit.type;
        if (rule.modifier) key += "\n" + rule.name;
        const auto [at, added] = patterns_.emplace(std::move(key), rule.name);
        if (!added) add(rule.name, pattern.place, "the same pattern stands in " + at->second);
    }

    static void roles_in(const Node& node, std::map<std::string, Place>& roles) {
        if (!node.role.empty()) roles.emplace(node.role, node.place);
        for (const Node& child : node.children) roles_in(child, roles);
    }

    void roles(const RuleStatement& rule) {
        std::map<std::string, Place> bound;
        std::set<std::string> used;
        for (const MatchStatement& match : rule.matches) {
            roles_in(match.pattern.node, bound);
            for (const SetStatement& set : match.sets) used.insert(set.role);
        }
        for (const EmitStatement& emit : rule.emits) {
            for (const EmitArgument& argument : emit.arguments) used.insert(argument.role);
            for (const SetStatement& set : emit.attributes) used.insert(set.role);
        }
        for (const auto& [role, place] : bound) {
            // A mention that must be there but says nothing is named so: "other:org".
            if (used.count(role) == 0 && role.substr(0, 5) != "other")
                add(rule.name, place,
                    "the role " + role + " is bound and not used; name it other if that is meant");
        }
    }

    const RuleFiles::Impl& files_;
    std::set<std::string> classes_, macros_;
    std::map<std::string, std::string> patterns_;  // and the rule in which they stand first
    std::vector<LintFinding> findings_;
};

}  // namespace

std::vector<LintFinding> lint_source(const RuleFiles::Impl& files) {
    return SourceLinter(files).run();
}

}  // namespace relata::extract
