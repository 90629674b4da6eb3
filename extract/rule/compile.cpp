#include "extract/rule/compile.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extract/rule/compile_pattern.hpp"
#include "extract/rule/faults.hpp"
#include "extract/rule/lint_source.hpp"
#include "extract/rule/pattern.hpp"
#include "extract/rule/program_builder.hpp"
#include "extract/rule/rule_set_impl.hpp"
#include "extract/text/scan.hpp"

namespace relata::extract {

namespace {

class RuleCompiler {
  public:
    RuleCompiler(const RuleFiles::Impl& files, const Lexicon& lexicon, const Catalogue& catalogue)
        : files_(files), lexicon_(lexicon), catalogue_(catalogue), faults_(files.sources) {
        for (const RelationType& type : catalogue.types()) type_names_.push_back(type.name);
    }

    RuleSet compile() {
        for (const RuleStatement& statement : files_.rules) {
            add_info(statement);
            set_->rules.emplace_back();
            if (statement.modifier) {
                modifier(statement);
            } else {
                rule(statement);
            }
        }
        faults_.throw_if_any();
        order_modifiers();
        set_->requirements.index(lexicon_);
        index_anchors();
        coordination_classes();
        set_->source_findings = lint_source(files_);
        return RuleSet(std::move(set_));
    }

  private:
    // The alternatives of an anchor with their gates.
    template <typename Anchor>
    using AnchoredBy = std::map<Anchor, std::vector<std::pair<Gate, std::uint32_t>>>;

    void add_info(const RuleStatement& statement) {
        RuleInfo info;
        info.name = statement.name;
        const RuleSource& source = files_.sources[statement.place.file];
        info.file = source.path;
        info.line = line_of(source.text, statement.place.offset);
        info.priority = statement.priority;
        info.modifier = statement.modifier;
        info.examples = statement.examples;
        std::set<std::string> types;
        for (const EmitStatement& emit : statement.emits) types.insert(emit.type);
        info.relation_types.assign(types.begin(), types.end());
        set_->infos.push_back(std::move(info));
    }

    RuleIndex index() const { return static_cast<RuleIndex>(set_->infos.size() - 1); }

    void rule(const RuleStatement& statement) {
        MacroExpander macros(files_.lets, faults_);
        std::vector<Pattern> patterns;
        std::vector<RoleUses> uses;
        std::vector<std::string> roles;
        for (const MatchStatement& match : statement.matches) {
            patterns.push_back({match.pattern.place, macros.expand(match.pattern.node)});
            uses.push_back(roles_of(patterns.back().node, faults_));
            for (const auto& [name, use] : uses.back()) {
                if (std::find(roles.begin(), roles.end(), name) == roles.end())
                    roles.push_back(name);
            }
        }
        CompiledRule& compiled = set_->rules.back();
        for (const EmitStatement& emit : statement.emits) emission(emit, roles, uses, compiled);
        for (std::size_t i = 0; i < patterns.size(); ++i)
            alternatives(statement, patterns[i], static_cast<std::uint32_t>(i), uses[i], roles);
        compiled.roles = std::move(roles);
        set_->most_roles = std::max(set_->most_roles, compiled.roles.size());
    }

    void alternatives(const RuleStatement& statement, const Pattern& pattern, std::uint32_t number,
                      const RoleUses& uses, const std::vector<std::string>& roles) {
        builder_.set_roles(roles);
        for (const CutPattern& cut : cut_at_anchors(pattern, faults_)) {
            Alternative alternative;
            alternative.rule = index();
            alternative.number = number;
            alternative.operand = builder_.operand(cut.anchor);
            alternative.wanted = builder_.wanted(cut.anchor);
            switch (cut.anchor.kind) {
                case Node::Kind::word:
                    alternative.anchor = AnchorKind::word;
                    break;
                case Node::Kind::exact:
                    alternative.anchor = AnchorKind::exact;
                    break;
                case Node::Kind::word_class:
                    alternative.anchor = AnchorKind::word_class;
                    break;
                case Node::Kind::regex:
                    alternative.anchor = AnchorKind::regex;
                    break;
                default:
                    alternative.anchor = AnchorKind::mention;
                    alternative.slot = cut.anchor.slot;
                    break;
            }
            const BuiltPattern built = builder_.build(cut.left, cut.right, pattern.place);
            alternative.left = built.left;
            alternative.right = built.right;
            alternative.right_first = built.right_first;
            set_->requirement_of.push_back(builder_.requirement(cut.left, cut.right));
            emission_types(statement, pattern, uses, alternative);
            set_->alternatives.push_back(std::move(alternative));
        }
    }

    // The types that the slots of this pattern and the catalogue allow, by emission.
    void emission_types(const RuleStatement& statement, const Pattern& pattern,
                        const RoleUses& uses, Alternative& alternative) {
        bool possible = statement.emits.empty();
        std::string missing;
        for (const EmitStatement& emit : statement.emits) {
            std::array<TypeSet, 2> types{};
            const auto type = catalogue_.find(emit.type);
            for (std::size_t side = 0; side < 2; ++side) {
                const EmitArgument& argument = emit.arguments[side];
                const auto use = uses.find(argument.role);
                if (use == uses.end()) {
                    missing = argument.role;
                } else if (type) {
                    const RelationType& row = catalogue_.type(*type);
                    types[side] =
                        argument_types(argument, use->second, side == 0 ? row.subject : row.object);
                }
            }
            possible |=
                uses.count(emit.arguments[0].role) != 0 && uses.count(emit.arguments[1].role) != 0;
            alternative.types.push_back(types);
        }
        if (!possible)
            faults_.add(pattern.place, "this pattern does not bind the role " + missing,
                        "name the mention, as in " + missing + ":org");
    }

    static TypeSet argument_types(const EmitArgument& argument, const RoleUse& use,
                                  TypeSet allowed) {
        if (argument.as) return type_bit(*argument.as) & allowed;
        if (use.type.any_name || use.type.quoted) return allowed & kEntityTypes;
        return use.type.types & allowed;
    }

    void emission(const EmitStatement& emit, const std::vector<std::string>& roles,
                  const std::vector<RoleUses>& uses, CompiledRule& compiled) {
        Emission emission;
        const auto type = catalogue_.find(emit.type);
        if (!type) {
            faults_.add(emit.place, "there is no relation type " + emit.type,
                        did_you_mean(emit.type, type_names_));
            return;
        }
        emission.type = *type;
        emission.pair = emit.pair;
        for (std::size_t side = 0; side < 2; ++side) {
            const EmitArgument& argument = emit.arguments[side];
            emission.roles[side] = role(argument.role, roles, argument.place);
            emission.each[side] = argument.each || emit.pair;
            emission.as[side] = argument.as;
            check_argument(emit, side, catalogue_.type(*type), uses);
        }
        for (const SetStatement& set : emit.attributes)
            attribute(set, roles, emission.attributes, emission.status);
        compiled.emissions.push_back(std::move(emission));
    }

    void check_argument(const EmitStatement& emit, std::size_t side, const RelationType& row,
                        const std::vector<RoleUses>& uses) {
        const EmitArgument& argument = emit.arguments[side];
        const TypeSet allowed = side == 0 ? row.subject : row.object;
        const std::string what = side == 0 ? "subject" : "object";
        const std::string must =
            "the " + what + " of " + row.name + " is " + type_names(allowed, " or ");
        if (argument.as && (type_bit(*argument.as) & allowed) == 0) {
            faults_.add(argument.place, must, "write another type behind `as`");
            return;
        }
        for (const RoleUses& in_pattern : uses) {
            const auto use = in_pattern.find(argument.role);
            if (use == in_pattern.end()) continue;
            if (use->second.text) {
                faults_.add(argument.place, argument.role + " is words, not a mention", must);
                return;
            }
            if (argument_types(argument, use->second, allowed) == 0) {
                faults_.add(argument.place,
                            argument.role + " can be no " + what + " of " + row.name, must);
                return;
            }
            if (use->second.list && !argument.each && !emit.pair) {
                faults_.add(argument.place, argument.role + " is a list",
                            "write each " + argument.role);
                return;
            }
        }
    }

    std::uint16_t role(const std::string& name, const std::vector<std::string>& roles,
                       Place place) {
        const auto at = std::find(roles.begin(), roles.end(), name);
        if (at != roles.end()) return static_cast<std::uint16_t>(at - roles.begin());
        const std::string hint = did_you_mean(name, roles);
        faults_.add(place, "no pattern of the rule has a role " + name,
                    hint.empty() ? "name a mention " + name + ", as in " + name + ":org" : hint);
        return kNoRole;
    }

    void attribute(const SetStatement& set, const std::vector<std::string>& roles,
                   std::vector<AttributeSetter>& attributes, std::optional<Status>& status) {
        if (set.key == "status" && set.fixed) {
            status = status_from(*set.fixed);
            return;
        }
        AttributeSetter setter;
        setter.key = set.key;
        if (set.fixed) {
            setter.fixed = *set.fixed;
        } else {
            setter.role = role(set.role, roles, set.place);
        }
        attributes.push_back(std::move(setter));
    }

    void modifier(const RuleStatement& statement) {
        Modifier modifier;
        modifier.rule = index();
        modifier.window_first = statement.window_first;
        modifier.window_last = statement.window_last;
        for (const RuleStatement::TypeName& name : statement.types) {
            const auto type = catalogue_.find(name.name);
            if (!type) {
                faults_.add(name.place, "there is no relation type " + name.name,
                            did_you_mean(name.name, type_names_));
                continue;
            }
            modifier.types.resize(catalogue_.types().size());
            modifier.types[*type] = 1;
        }
        MacroExpander macros(files_.lets, faults_);
        for (const MatchStatement& match : statement.matches) {
            const Node node = macros.expand(match.pattern.node);
            std::vector<std::string> roles;
            for (const auto& [name, use] : roles_of(node, faults_)) roles.push_back(name);
            builder_.set_roles(roles);
            ModifierMatch compiled;
            compiled.program = builder_.build({}, {node}, match.pattern.place).right;
            compiled.requirement = builder_.requirement({}, {node});
            compiled.force = match.force;
            for (const SetStatement& set : match.sets)
                attribute(set, roles, compiled.attributes, compiled.status);
            set_->most_roles = std::max(set_->most_roles, roles.size());
            modifier.matches.push_back(std::move(compiled));
        }
        set_->modifiers.push_back(std::move(modifier));
    }

    // By the names of their files, wherever the folder lies; inside of a file they stand in order.
    void order_modifiers() {
        const auto file_name = [&](const Modifier& modifier) {
            const std::string_view path = set_->infos[modifier.rule].file;
            return path.substr(path.rfind('/') + 1);
        };
        std::stable_sort(
            set_->modifiers.begin(), set_->modifiers.end(),
            [&](const Modifier& a, const Modifier& b) { return file_name(a) < file_name(b); });
    }

    void index_anchors() {
        AnchoredBy<WordId> by_word;
        AnchoredBy<ClassId> by_class;
        for (std::uint32_t i = 0; i < set_->alternatives.size(); ++i) {
            const Alternative& alternative = set_->alternatives[i];
            const std::pair<Gate, std::uint32_t> gated{
                set_->requirements.gate(set_->requirement_of[i]), i};
            switch (alternative.anchor) {
                case AnchorKind::word:
                    by_word[alternative.operand].push_back(gated);
                    break;
                case AnchorKind::exact:
                    by_word[folded_word(set_->exact_words[alternative.operand])].push_back(gated);
                    break;
                case AnchorKind::word_class:
                    by_class[static_cast<ClassId>(alternative.operand)].push_back(gated);
                    break;
                case AnchorKind::regex:
                    set_->regex_triggers.push_back({alternative.operand, i});
                    break;
                case AnchorKind::mention:
                    set_->mention_triggers.push_back(i);
                    break;
            }
        }
        for (const auto& [word, alternatives] : by_word)
            set_->anchors.add_word(word, set_->anchors.add(alternatives));
        index_class_anchors(by_class);
    }

    WordId folded_word(const std::string& word) const {
        Scanner scanner(word);
        return scanner.next() ? lexicon_.word(scanner.folded()) : 0;
    }

    // Tokens carry the number of their set of classes: a look-up by set finds all anchors that the
    // token is.
    void index_class_anchors(const AnchoredBy<ClassId>& by_class) {
        std::vector<std::vector<std::uint32_t>> anchors(lexicon_.class_set_count());
        for (const auto& [cls, alternatives] : by_class) {
            const std::uint32_t anchor = set_->anchors.add(alternatives);
            const auto& sets = builder_.class_sets(cls);
            for (std::size_t set = 0; set < anchors.size(); ++set) {
                if ((sets[set / 64] >> (set % 64) & 1U) != 0) anchors[set].push_back(anchor);
            }
        }
        for (const std::vector<std::uint32_t>& of_set : anchors)
            set_->anchors.add_class_set(of_set);
    }

    void coordination_classes() {
        const auto fill = [&](std::vector<ClassId>& into,
                              std::initializer_list<const char*> names) {
            for (const char* name : names) {
                if (const auto cls = lexicon_.class_named(name)) into.push_back(*cls);
            }
        };
        CoordinationClasses& classes = set_->coordination;
        fill(classes.coordinators, {"coordinator"});
        fill(classes.openers, {"determiner", "possessive", "honorific"});
        fill(classes.nouns, {"nominal", "org_noun", "person_noun", "product_noun", "project_noun",
                             "place_noun", "post"});
        fill(classes.things, {"product_noun", "project_noun"});
        fill(classes.no_description,
             {"stopword", "preposition", "org_verb", "person_verb", "speech_verb", "coordinator"});
        fill(classes.posts, {"post"});
        fill(classes.insertions,
             {"relative", "determiner", "possessive", "indefinite_article", "post"});
        fill(classes.verbs, {"org_verb", "person_verb", "speech_verb", "copula", "auxiliary"});
        fill(classes.actions, {"org_verb", "person_verb", "release_verb"});
        fill(classes.helpers, {"speech_verb", "copula", "auxiliary", "preposition"});
        fill(classes.agents, {"agent_preposition"});
        fill(classes.relatives, {"relative"});
    }

    const RuleFiles::Impl& files_;
    const Lexicon& lexicon_;
    const Catalogue& catalogue_;
    Faults faults_;
    std::vector<std::string> type_names_;
    std::unique_ptr<RuleSet::Impl> set_ = std::make_unique<RuleSet::Impl>();
    ProgramBuilder builder_{*set_, lexicon_, faults_};
};

}  // namespace

RuleSet compile_rules(const RuleFiles& files, const Lexicon& lexicon, const Catalogue& catalogue) {
    return RuleCompiler(files.impl(), lexicon, catalogue).compile();
}

}  // namespace relata::extract
