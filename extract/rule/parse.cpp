// The statements of rule files. Patterns inside of them are read by pattern_parser.cpp.
#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <utility>

#include "base/error.hpp"
#include "extract/rule/compile.hpp"
#include "extract/rule/cursor.hpp"
#include "extract/rule/faults.hpp"
#include "extract/rule/pattern.hpp"
#include "extract/rule/pattern_parser.hpp"
#include "extract/rule/statement_lines.hpp"
#include "extract/text/scan.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kLongestEntry = 8;  // tokens, LexiconBuilder::add

std::string trimmed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!Cursor::is_space(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

class FileParser {
  public:
    FileParser(RuleFiles::Impl& files, std::uint32_t file, Faults& faults)
        : files_(files), file_(file), faults_(faults) {}

    void parse() {
        const StatementLines lines(files_.sources[file_].text);
        for (const StatementLines::Statement& line : lines.statements()) {
            Cursor cursor{lines.text(), file_, line.begin, line.end};
            try {
                statement(cursor, line.keyword);
            } catch (const StatementFault&) {
                broken_rule_ = rule_.has_value();
            }
        }
        finish_rule();
    }

  private:
    using Keyword = StatementLines::Keyword;

    [[noreturn]] void fail(Place place, std::string cause, std::string remedy = "") {
        faults_.add(place, std::move(cause), std::move(remedy));
        throw StatementFault{};
    }

    void statement(Cursor& cursor, Keyword keyword) {
        const Place place = cursor.place();
        switch (keyword) {
            case Keyword::words:
                finish_rule();
                return words(cursor);
            case Keyword::let:
                finish_rule();
                return let(cursor);
            case Keyword::rule:
                finish_rule();
                return rule(cursor);
            case Keyword::mod:
                finish_rule();
                return modifier(cursor);
            case Keyword::unknown: {
                static const std::vector<std::string> keywords = {"emit", "let",  "match",
                                                                  "mod",  "rule", "words"};
                Cursor word = cursor;
                const std::string hint = did_you_mean(word.take_word(), keywords);
                fail(place, "this is no statement",
                     hint.empty() ? "indent the line if it goes on with the line before" : hint);
            }
            default:
                break;
        }
        if (!rule_) {
            if (broken_header_) return;
            fail(place, "this line belongs to no rule", "write a line `rule NAME` before it");
        }
        switch (keyword) {
            case Keyword::match:
                return match(cursor);
            case Keyword::emit:
                return emit(cursor);
            default:
                return example(cursor, keyword == Keyword::positive);
        }
    }

    std::string name(Cursor& cursor, std::string_view what) {
        cursor.skip_space();
        const std::string_view taken = cursor.take_name();
        if (taken.empty())
            fail(cursor.place(), "a name is missing here", "name the " + std::string(what));
        return std::string(taken);
    }

    void equals_sign(Cursor& cursor) {
        cursor.skip_space();
        if (!cursor.take('=')) fail(cursor.place(), "= is missing here", "write NAME = ...");
    }

    void words(Cursor& cursor) {
        cursor.skip_space();
        WordsStatement statement;
        statement.place = cursor.place();
        statement.name = name(cursor, "word class");
        equals_sign(cursor);
        while (true) {
            cursor.skip_space();
            const Place place = cursor.place();
            const std::size_t bar = std::min(cursor.rest().find('|'), cursor.rest().size());
            std::string entry = trimmed(cursor.rest().substr(0, bar));
            check_entry(place, entry);
            statement.entries.push_back({place, std::move(entry)});
            cursor.at += static_cast<std::uint32_t>(bar);
            if (!cursor.take('|')) break;
        }
        files_.words.push_back(std::move(statement));
    }

    void check_entry(Place place, const std::string& entry) {
        if (entry.empty()) fail(place, "an empty entry", "write a word, or leave out the |");
        const std::size_t star = entry.find('*');
        const bool affix = star == 0 || star + 1 == entry.size();
        std::string_view letters = entry;
        if (star == 0) {
            letters.remove_prefix(1);
        } else if (affix) {
            letters.remove_suffix(1);
        }
        if (letters.find('*') != std::string_view::npos)
            fail(place, "a * in the middle", "write *suffix or prefix*");
        std::size_t tokens = 0;
        for (Scanner scanner(letters); scanner.next();) ++tokens;
        if (tokens == 0) fail(place, "an entry without letters", "write *suffix or prefix*");
        if (tokens > kLongestEntry) fail(place, "an entry of more than eight words", "shorten it");
        if (star != std::string::npos && tokens > 1)
            fail(place, "a * inside a phrase", "only single words have a *suffix or prefix*");
    }

    void let(Cursor& cursor) {
        LetStatement statement;
        cursor.skip_space();
        const Place place = cursor.place();
        statement.name = name(cursor, "piece of pattern");
        equals_sign(cursor);
        statement.pattern = parse_pattern(cursor, faults_);
        statement.pattern.place = place;
        add_let(std::move(statement));
    }

    void rule_name(Cursor& cursor) {
        broken_header_ = true;
        rule_.reset();
        cursor.skip_space();
        RuleStatement rule;
        rule.place = cursor.place();
        rule.name = cursor.take_word();
        if (rule.name.empty())
            fail(rule.place, "a name is missing here", "name it RELATION.LANGUAGE.CONSTRUCTION");
        rule_ = std::move(rule);
        broken_rule_ = true;
        broken_header_ = false;
    }

    int number(Cursor& cursor) {
        cursor.skip_space();
        const Place place = cursor.place();
        cursor.take('+');
        int value = 0;
        const std::string_view rest = cursor.rest();
        const auto [to, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        if (error != std::errc{}) fail(place, "a number is missing here", "write a whole number");
        cursor.at += static_cast<std::uint32_t>(to - rest.data());
        return value;
    }

    void rule(Cursor& cursor) {
        rule_name(cursor);
        cursor.skip_space();
        if (cursor.take_keyword("prio")) rule_->priority = number(cursor);
        cursor.skip_space();
        if (!cursor.done()) fail(cursor.place(), "nothing but `prio N` may follow a rule's name");
        broken_rule_ = false;
    }

    void modifier(Cursor& cursor) {
        rule_name(cursor);
        rule_->modifier = true;
        bool window = false;
        for (cursor.skip_space(); !cursor.done(); cursor.skip_space()) {
            if (cursor.take_keyword("window")) {
                window = true;
                rule_->window_first = number(cursor);
                if (!cursor.take('.') || !cursor.take('.'))
                    fail(cursor.place(), "a window is written A..B", "write window -6..0");
                rule_->window_last = number(cursor);
                if (rule_->window_first > rule_->window_last)
                    fail(cursor.place(), "an empty window", "write the smaller number first");
            } else if (cursor.take_keyword("types")) {
                type_names(cursor);
            } else if (cursor.take_keyword("force")) {
                force_ = true;
            } else {
                fail(cursor.place(), "only window, types and force may follow a modifier's name");
            }
        }
        if (!window) fail(rule_->place, "a modifier without a window", "write window -6..0");
        broken_rule_ = false;
    }

    void type_names(Cursor& cursor) {
        for (cursor.skip_space(); !cursor.done(); cursor.skip_space()) {
            Cursor ahead = cursor;
            if (ahead.take_keyword("window") || ahead.take_keyword("force")) return;
            const Place place = cursor.place();
            rule_->types.push_back({place, name(cursor, "relation type")});
        }
    }

    void match(Cursor& cursor) {
        MatchStatement statement;
        statement.pattern = parse_pattern(cursor, faults_, rule_->modifier);
        statement.force = force_;
        cursor.skip_space();
        const Place place = cursor.place();
        if (cursor.take_keyword("set")) {
            for (cursor.skip_space(); !cursor.done(); cursor.skip_space()) {
                if (cursor.take_keyword("force")) {
                    statement.force = true;
                } else {
                    statement.sets.push_back(set(cursor));
                }
            }
        }
        if (rule_->modifier && statement.sets.empty())
            fail(place, "this line sets nothing", "write set status=rumoured behind the pattern");
        rule_->matches.push_back(std::move(statement));
    }

    // key, key=role, key=word, key="words"
    SetStatement set(Cursor& cursor) {
        SetStatement statement;
        statement.place = cursor.place();
        statement.key = name(cursor, "attribute");
        statement.role = statement.key;
        if (!cursor.take('=')) return statement;
        if (cursor.take('"')) {
            const std::size_t close = cursor.rest().find('"');
            if (close == std::string_view::npos)
                fail(cursor.place(), "this \" is not closed", "add a \" behind the word");
            statement.fixed = std::string(cursor.rest().substr(0, close));
            cursor.at += static_cast<std::uint32_t>(close) + 1;
            return statement;
        }
        statement.role = name(cursor, "value");
        if (statement.key == "status") {
            if (!status_from(statement.role)) {
                static const std::vector<std::string> all = {"asserted", "denied", "former",
                                                             "planned", "rumoured"};
                fail(statement.place, "there is no status " + statement.role,
                     did_you_mean(statement.role, all));
            }
            statement.fixed = statement.role;
        }
        return statement;
    }

    EmitArgument argument(Cursor& cursor, EmitStatement& emit) {
        EmitArgument argument;
        cursor.skip_space();
        argument.place = cursor.place();
        if (cursor.take_keyword("each")) {
            argument.each = true;
        } else if (cursor.take_keyword("pair")) {
            emit.pair = true;
        }
        argument.role = name(cursor, "role");
        cursor.skip_space();
        if (cursor.take_keyword("as")) {
            cursor.skip_space();
            const Place place = cursor.place();
            const std::string type = name(cursor, "type");
            argument.as = entity_type_from(type);
            if (!argument.as)
                fail(place, "there is no type " + type, did_you_mean(type, slot_words()));
        }
        cursor.skip_space();
        return argument;
    }

    void emit(Cursor& cursor) {
        EmitStatement statement;
        cursor.skip_space();
        statement.place = cursor.place();
        if (rule_->modifier) fail(statement.place, "a modifier emits nothing", "make it a rule");
        statement.type = name(cursor, "relation type");
        cursor.skip_space();
        const char* form = "write emit TYPE(SUBJECT, OBJECT)";
        if (!cursor.take('(')) fail(cursor.place(), "( is missing here", form);
        statement.arguments[0] = argument(cursor, statement);
        if (!cursor.take(',')) fail(cursor.place(), "a comma is missing here", form);
        statement.arguments[1] = argument(cursor, statement);
        if (!cursor.take(')')) fail(cursor.place(), ") is missing here", form);
        for (cursor.skip_space(); !cursor.done(); cursor.skip_space())
            statement.attributes.push_back(set(cursor));
        rule_->emits.push_back(std::move(statement));
    }

    void example(Cursor& cursor, bool positive) {
        RuleInfo::Example example;
        example.positive = positive;
        example.line = line_of(files_.sources[file_].text, cursor.at);
        const Place place = cursor.place();
        const std::string_view rest = cursor.rest();
        const std::size_t arrow = positive ? rest.find("->") : std::string_view::npos;
        example.text = trimmed(rest.substr(0, arrow));
        if (arrow != std::string_view::npos) example.expected = trimmed(rest.substr(arrow + 2));
        if (example.text.empty())
            fail(place, "an example without a sentence", "write the sentence");
        if (positive && example.expected.empty())
            fail(place, "an example that expects nothing",
                 "write -> founder_of(Jane Roe, Acme) behind the sentence");
        rule_->examples.push_back(std::move(example));
    }

    void finish_rule() {
        force_ = false;
        broken_header_ = false;
        if (!rule_) return;
        RuleStatement rule = std::move(*rule_);
        rule_.reset();
        if (std::exchange(broken_rule_, false)) return;
        const auto has = [&](bool positive) {
            return std::any_of(rule.examples.begin(), rule.examples.end(),
                               [&](const auto& example) { return example.positive == positive; });
        };
        if (rule.matches.empty())
            faults_.add(rule.place, rule.name + " has no pattern", "add a line `match PATTERN`");
        if (!rule.modifier && rule.emits.empty())
            faults_.add(rule.place, rule.name + " gives nothing", "add a line `emit TYPE(A, B)`");
        if (!has(true))
            faults_.add(rule.place, rule.name + " has no example of what it matches",
                        "add a line `+ SENTENCE -> RELATION`");
        if (!rule.modifier && !has(false))
            faults_.add(rule.place, rule.name + " has no example of what it must not match",
                        "add a line `- SENTENCE`");
        add_rule(std::move(rule));
    }

    // A piece of the same name in another folder is replaced; in this one it is a mistake.
    void add_let(LetStatement statement) {
        for (LetStatement& other : files_.lets) {
            if (other.name != statement.name) continue;
            if (folder(other.pattern.place.file) == folder(file_))
                fail(statement.pattern.place, "$" + other.name + " is named twice",
                     "give this one another name");
            other = std::move(statement);
            return;
        }
        files_.lets.push_back(std::move(statement));
    }

    // The same holds for rules.
    void add_rule(RuleStatement rule) {
        for (RuleStatement& other : files_.rules) {
            if (other.name != rule.name) continue;
            if (folder(other.place.file) == folder(file_)) {
                faults_.add(rule.place, "there are two rules " + rule.name,
                            "give this one another name");
                return;
            }
            other = std::move(rule);
            return;
        }
        files_.rules.push_back(std::move(rule));
    }

    std::string_view folder(std::uint32_t file) const {
        const std::string_view path = files_.sources[file].path;
        return path.substr(0, path.rfind('/') + 1);
    }

    RuleFiles::Impl& files_;
    std::uint32_t file_;
    Faults& faults_;
    std::optional<RuleStatement> rule_;
    bool broken_rule_ = false;    // faults were told; what is missing in it is not
    bool broken_header_ = false;  // the lines that follow belong to a rule without a name
    bool force_ = false;
};

void add_words(LexiconBuilder& builder, const Node& node) {
    if (node.kind == Node::Kind::word) builder.add_word(node.text);
    if (node.kind == Node::Kind::exact) {
        Scanner scanner(node.text);
        while (scanner.next()) builder.add_word(scanner.folded());
    }
    for (const Node& child : node.children) add_words(builder, child);
}

}  // namespace

RuleFiles::RuleFiles(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RuleFiles::RuleFiles(RuleFiles&&) noexcept = default;
RuleFiles::~RuleFiles() = default;

void RuleFiles::add_words_to(LexiconBuilder& builder) const {
    for (const WordsStatement& statement : impl_->words) {
        builder.add_class(statement.name);
        for (const WordsStatement::Entry& entry : statement.entries) {
            try {
                builder.add(statement.name, entry.text);
            } catch (const std::invalid_argument& fault) {
                Faults faults(impl_->sources);
                faults.add(entry.place, fault.what());
                faults.throw_if_any();
            }
        }
    }
    for (const LetStatement& let : impl_->lets) add_words(builder, let.pattern.node);
    for (const RuleStatement& rule : impl_->rules) {
        for (const MatchStatement& match : rule.matches) add_words(builder, match.pattern.node);
    }
}

RuleFiles parse_rules(std::span<const RuleSource> sources) {
    auto files = std::make_unique<RuleFiles::Impl>();
    files->sources.assign(sources.begin(), sources.end());
    Faults faults(files->sources);
    for (std::uint32_t file = 0; file < files->sources.size(); ++file)
        FileParser(*files, file, faults).parse();
    faults.throw_if_any();
    return RuleFiles(std::move(files));
}

}  // namespace relata::extract
