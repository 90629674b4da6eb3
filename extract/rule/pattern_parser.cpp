#include "extract/rule/pattern_parser.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/text/scan.hpp"

namespace relata::extract {

namespace {

constexpr unsigned kMostRepetitions = 16;

class PatternParser {
  public:
    PatternParser(Cursor& cursor, Faults& faults, bool until_set)
        : cursor_(cursor), faults_(faults), until_set_(until_set) {}

    Node parse() {
        Node node = choice();
        if (!at_end()) {
            fail(cursor_.place(), "there is no ( for this )");
        }
        return node;
    }

  private:
    [[noreturn]] void fail(Place place, std::string cause, std::string remedy = "") {
        faults_.add(place, std::move(cause), std::move(remedy));
        throw StatementFault{};
    }

    bool at_end() {
        cursor_.skip_space();
        return cursor_.done() || (until_set_ && depth_ == 0 && at_set());
    }

    // Whether "set key=" comes next.
    bool at_set() const {
        Cursor ahead = cursor_;
        if (!ahead.take_keyword("set")) return false;
        ahead.skip_space();
        return !ahead.take_name().empty() && ahead.peek() == '=';
    }

    static Node make(Node::Kind kind, Place place, std::string_view text = "") {
        Node node;
        node.kind = kind;
        node.place = place;
        node.text = text;
        return node;
    }

    Node choice() {
        const Place place = cursor_.place();
        std::vector<Node> branches;
        do {
            branches.push_back(sequence());
        } while (!at_end() && cursor_.take('|'));
        if (branches.size() == 1) return std::move(branches.front());
        Node node = make(Node::Kind::choice, place);
        node.children = std::move(branches);
        return node;
    }

    Node sequence() {
        Node node = make(Node::Kind::sequence, cursor_.place());
        while (!at_end() && cursor_.peek() != ')' && cursor_.peek() != '|')
            node.children.push_back(item());
        if (node.children.empty())
            fail(cursor_.place(), "nothing to match here",
                 "write a word, or leave out the | or ( )");
        if (node.children.size() > 1) return node;
        Node only = std::move(node.children.front());
        return only;
    }

    Node item() {
        const Place place = cursor_.place();
        const bool anchor = cursor_.take('@');
        if (anchor && cursor_.peek() == '!')
            fail(cursor_.place(), "an anchor cannot be negated",
                 "anchor a word that must be there");
        if (cursor_.peek() == '!') {
            ++cursor_.at;
            const bool back = cursor_.take('<');
            Node node = make(back ? Node::Kind::not_before : Node::Kind::not_next, place);
            node.children.push_back(quantified(primary()));
            return node;
        }
        Node node = primary();
        if (anchor) set_anchor(node, place);
        return quantified(std::move(node));
    }

    // An anchor on a group stands on the first element of each of its branches.
    void set_anchor(Node& node, Place place) {
        switch (node.kind) {
            case Node::Kind::word:
            case Node::Kind::exact:
            case Node::Kind::word_class:
            case Node::Kind::regex:
            case Node::Kind::slot:
            case Node::Kind::list:
                node.anchor = true;
                return;
            case Node::Kind::choice:
                for (Node& branch : node.children) set_anchor(branch, place);
                return;
            case Node::Kind::sequence:
                set_anchor(node.children.front(), place);
                return;
            default:
                fail(place, "an anchor must be a word, a class, an expression or a mention",
                     "put the @ before a rare word of the pattern");
        }
    }

    Node quantified(Node node) {
        const Place place = cursor_.place();
        unsigned min = 0;
        unsigned max = 1;
        if (cursor_.take('{')) {
            std::tie(min, max) = bounds(place);
        } else if (cursor_.peek() == '*' ||
                   (cursor_.peek() == '+' && node.kind != Node::Kind::word)) {
            fail(place, "patterns have no * and +", "write {0,5} or {1,5}");
        } else if (!cursor_.take('?')) {
            return node;
        }
        if (cursor_.peek() == '?' || cursor_.peek() == '{')
            fail(cursor_.place(), "two quantifiers on one element", "put the inner one in ( )");
        Node repeat = make(Node::Kind::repeat, node.place);
        repeat.min = static_cast<std::uint8_t>(min);
        repeat.max = static_cast<std::uint8_t>(max);
        repeat.children.push_back(std::move(node));
        return repeat;
    }

    std::pair<unsigned, unsigned> bounds(Place place) {
        const std::optional<unsigned> min = number();
        std::optional<unsigned> max = min;
        if (cursor_.take(',')) max = number();
        if (!min || !max || !cursor_.take('}'))
            fail(place, "a repetition is written {m,n}", "write {0,5}, or {2} for exactly two");
        if (*max > kMostRepetitions)
            fail(place, "more than 16 repetitions",
                 "rules stay inside a clause: use {0,16} or less");
        if (*min > *max || *max == 0)
            fail(place, "this repetition can never match", "write the smaller number first");
        return {*min, *max};
    }

    std::optional<unsigned> number() {
        unsigned value = 0;
        const std::string_view rest = cursor_.rest();
        const auto [to, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        if (error != std::errc{}) return std::nullopt;
        cursor_.at += static_cast<std::uint32_t>(to - rest.data());
        return value;
    }

    // Whether an element that is a single character ends before `ahead`.
    bool ends_at(std::uint32_t ahead) const {
        const char c = cursor_.peek(ahead);
        return c == '\0' || Cursor::is_space(c) || c == '?' || c == '{' || c == ')' || c == '|';
    }

    Node primary() {
        const Place place = cursor_.place();
        switch (cursor_.peek()) {
            case '\0':
                fail(place, "the pattern ends too early");
            case '(':
                return group();
            case '"':
                return exact();
            case '%':
                return word_class();
            case '$':
                return macro_or_end();
            case '/':
                return ends_at(1) ? literal() : regex();
            case '.':
                if (!ends_at(1)) return literal();
                ++cursor_.at;
                return make(Node::Kind::gap, place);
            case '_':
                if (!ends_at(1)) return literal();
                ++cursor_.at;
                return make(Node::Kind::any, place);
            case '^':
                ++cursor_.at;
                return make(Node::Kind::start, place);
            case '?':
            case '{':
                fail(place, "a quantifier needs an element before it", "put it behind a word");
            case '@':
                fail(place, "two @ on one element", "leave one out");
            default:
                return is_slot() ? slot() : literal();
        }
    }

    Node group() {
        const Place place = cursor_.place();
        ++cursor_.at;
        ++depth_;
        Node node = choice();
        --depth_;
        if (!cursor_.take(')')) fail(place, "this ( is not closed", "add a ) behind the group");
        return node;
    }

    Node exact() {
        const Place place = cursor_.place();
        const std::size_t close = cursor_.rest().find('"', 1);
        if (close == std::string_view::npos)
            fail(place, "this \" is not closed", "add a \" behind the word");
        const std::string_view text = cursor_.rest().substr(1, close - 1);
        cursor_.at += static_cast<std::uint32_t>(close) + 1;
        return tokens_of(Node::Kind::exact, text, place);
    }

    Node word_class() {
        const Place place = cursor_.place();
        ++cursor_.at;
        const std::string_view name = cursor_.take_name();
        if (name.empty()) {  // a per cent sign
            return make(Node::Kind::word, place, "%");
        }
        return make(Node::Kind::word_class, place, name);
    }

    Node macro_or_end() {
        const Place place = cursor_.place();
        ++cursor_.at;
        const std::string_view name = cursor_.take_name();
        if (name.empty()) return make(Node::Kind::end, place);
        return make(Node::Kind::macro, place, name);
    }

    Node regex() {
        const Place place = cursor_.place();
        const std::string_view rest = cursor_.rest();
        std::size_t close = 1;
        while (close < rest.size() && rest[close] != '/') close += rest[close] == '\\' ? 2 : 1;
        if (close >= rest.size())
            fail(place, "this / is not closed",
                 "end the expression with /, or write \"/\" for a slash");
        std::string text(rest.substr(1, close - 1));
        for (std::size_t at = text.find("\\/"); at != std::string::npos; at = text.find("\\/", at))
            text.erase(at, 1);
        cursor_.at += static_cast<std::uint32_t>(close) + 1;
        return make(Node::Kind::regex, place, text);
    }

    // Whether "name:" and a type or a group come next.
    bool is_slot() const {
        Cursor ahead = cursor_;
        const std::string_view name = ahead.take_name();
        if (name.empty() || std::islower(static_cast<unsigned char>(name.front())) == 0)
            return false;
        if (!ahead.take(':')) return false;
        return ahead.peek() == '(' || std::isalpha(static_cast<unsigned char>(ahead.peek())) != 0;
    }

    Node slot() {
        Node node = make(Node::Kind::slot, cursor_.place());
        node.role = cursor_.take_name();
        ++cursor_.at;  // the colon
        if (cursor_.peek() == '(') {
            node.kind = Node::Kind::text_role;
            node.children.push_back(group());
            return node;
        }
        if (cursor_.rest().substr(0, 5) == "list(") {
            cursor_.at += 5;
            node.kind = Node::Kind::list;
            slot_type(node.slot, true);
            slot_forms(node.slot);
            if (!cursor_.take(')'))
                fail(cursor_.place(), "list( is not closed", "write " + node.role + ":list(org)");
        } else {
            slot_type(node.slot, false);
        }
        slot_forms(node.slot);
        if (node.slot.topic && node.kind == Node::Kind::list)
            fail(node.place, "a list has no topic", "write " + node.role + ":org.topic");
        return node;
    }

    // "org", "org|product"; a | that begins the next branch of a group is left.
    void slot_type(SlotType& type, bool in_list) {
        do {
            const Place place = cursor_.place();
            const std::string_view word = cursor_.take_name();
            if (!add_slot_word(type, word))
                fail(place, "there is no type " + std::string(word.empty() ? "here" : word),
                     did_you_mean(word, slot_words()));
        } while (cursor_.peek() == '|' && (in_list || another_type()) && cursor_.take('|'));
    }

    bool another_type() const {
        Cursor ahead = cursor_;
        ++ahead.at;
        const std::string_view word = ahead.take_name();
        SlotType type;
        return ahead.peek() != ':' && add_slot_word(type, word);
    }

    void slot_forms(SlotType& type) {
        while (cursor_.peek() == '.' &&
               std::isalpha(static_cast<unsigned char>(cursor_.peek(1))) != 0) {
            const Place place = cursor_.place();
            ++cursor_.at;
            const std::string_view form = cursor_.take_name();
            if (form == "gen") {
                type.genitive = true;
            } else if (form == "name") {
                type.name_only = true;
            } else if (form == "topic") {
                type.topic = true;
            } else if (form == "plural") {
                type.plural = true;
            } else {
                static const std::vector<std::string> forms = {"gen", "name", "plural", "topic"};
                fail(place, "there is no form ." + std::string(form),
                     did_you_mean(form, forms, "."));
            }
        }
    }

    Node literal() {
        const Place place = cursor_.place();
        const std::uint32_t begin = cursor_.at;
        constexpr std::string_view kStops = "()|?{}\"";
        while (!cursor_.done() && !Cursor::is_space(cursor_.peek()) &&
               kStops.find(cursor_.peek()) == std::string_view::npos)
            ++cursor_.at;
        if (cursor_.at == begin)
            fail(place, std::string("this ") + cursor_.peek() + " has no meaning here",
                 "put it in double quotes to match it");
        return tokens_of(Node::Kind::word, cursor_.text.substr(begin, cursor_.at - begin), place);
    }

    // One node a token; several make a sequence.
    Node tokens_of(Node::Kind kind, std::string_view text, Place place) {
        Node node = make(Node::Kind::sequence, place);
        Scanner scanner(text);
        while (scanner.next()) {
            const Token& token = scanner.token();
            node.children.push_back(make(kind, place,
                                         kind == Node::Kind::exact
                                             ? text.substr(token.begin, token.end - token.begin)
                                             : scanner.folded()));
        }
        if (node.children.empty()) fail(place, "an empty word", "write the word that is to match");
        if (node.children.size() > 1) return node;
        Node only = std::move(node.children.front());
        return only;
    }

    Cursor& cursor_;
    Faults& faults_;
    bool until_set_;
    int depth_ = 0;
};

}  // namespace

Pattern parse_pattern(Cursor& cursor, Faults& faults, bool until_set) {
    cursor.skip_space();
    Pattern pattern;
    pattern.place = cursor.place();
    pattern.node = PatternParser(cursor, faults, until_set).parse();
    return pattern;
}

}  // namespace relata::extract
