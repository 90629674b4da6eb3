#include "graph/query/token.hpp"

#include <algorithm>
#include <array>

#include "graph/query/fault.hpp"

namespace relata::graph::query {
namespace {

using Kind = Token::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
// Letters of any script may stand in names.
bool starts_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// Longer symbols first.
constexpr auto kSymbols = std::to_array<std::string_view>(
    {"..", "<>", "<=", ">=", "=~", "(", ")", "[", "]", "{", "}", ",", ":",
     ";",  ".",  "|",  "=",  "<",  ">", "+", "-", "*", "/", "%", "^"});

class Tokenizer {
  public:
    explicit Tokenizer(std::string_view query) : query_(query) {}

    std::vector<Token> run() {
        for (;;) {
            skip_blanks();
            const std::size_t start = at_;
            if (at_ == query_.size()) {
                tokens_.push_back({Kind::end, "", start, false});
                return std::move(tokens_);
            }
            next(start);
        }
    }

  private:
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < query_.size() ? query_[at_ + ahead] : '\0';
    }

    void add(Kind kind, std::string text, std::size_t start, bool backticked = false) {
        tokens_.push_back({kind, std::move(text), start, backticked});
    }

    void skip_blanks() {
        for (;;) {
            while (at_ < query_.size() && is_space(query_[at_])) ++at_;
            const std::string_view rest = query_.substr(at_);
            if (rest.starts_with("//")) {
                at_ = std::min(query_.find('\n', at_), query_.size());
            } else if (rest.starts_with("/*")) {
                const auto end = query_.find("*/", at_ + 2);
                if (end == std::string_view::npos) fault(query_, at_, "the comment does not end");
                at_ = end + 2;
            } else {
                return;
            }
        }
    }

    void next(std::size_t start) {
        const char c = peek();
        if (starts_name(c)) {
            add(Kind::name, take_name(), start);
        } else if (c == '`') {
            add(Kind::name, take_until('`'), start, true);
        } else if (c == '\'' || c == '"') {
            add(Kind::string, take_until(c), start);
        } else if (is_digit(c) || (c == '.' && is_digit(peek(1)) && !after_number_or_dot())) {
            take_number(start);
        } else if (c == '$' && (starts_name(peek(1)) || is_digit(peek(1)))) {
            ++at_;
            add(Kind::parameter, take_name(), start);
        } else {
            take_symbol(start);
        }
    }

    // "1..3" is no 1. and .3
    bool after_number_or_dot() const { return at_ > 0 && query_[at_ - 1] == '.'; }

    std::string take_name() {
        const std::size_t start = at_;
        while (starts_name(peek()) || is_digit(peek())) ++at_;
        return std::string(query_.substr(start, at_ - start));
    }

    std::string take_until(char quote) {
        const std::size_t start = at_++;
        std::string text;
        while (at_ < query_.size() && query_[at_] != quote) {
            text += query_[at_] == '\\' && quote != '`' ? take_escape() : query_[at_];
            ++at_;
        }
        if (at_ == query_.size()) {
            fault(query_, start, quote == '`' ? "the name does not end" : "the string does not end",
                  std::string("close it with ") + quote);
        }
        ++at_;
        return text;
    }

    char take_escape() {
        ++at_;
        switch (peek()) {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case '\\':
            case '\'':
            case '"':
                return peek();
            default:
                fault(query_, at_ - 1, "unknown escape in a string",
                      "write \\\\ for a backslash; \\n, \\t, \\' and \\\" are known");
        }
    }

    void take_number(std::size_t start) {
        Kind kind = Kind::integer;
        const auto digits = [&] {
            while (is_digit(peek())) ++at_;
        };
        digits();
        if (peek() == '.' && is_digit(peek(1))) {
            kind = Kind::real;
            ++at_;
            digits();
        }
        const std::size_t sign = peek(1) == '-' || peek(1) == '+' ? 2 : 1;
        if ((peek() == 'e' || peek() == 'E') && is_digit(peek(sign))) {
            kind = Kind::real;
            at_ += sign;
            digits();
        }
        if (starts_name(peek())) fault(query_, at_, "a letter follows a number");
        add(kind, std::string(query_.substr(start, at_ - start)), start);
    }

    void take_symbol(std::size_t start) {
        for (const std::string_view symbol : kSymbols) {
            if (!query_.substr(at_).starts_with(symbol)) continue;
            at_ += symbol.size();
            add(Kind::symbol, std::string(symbol), start);
            return;
        }
        if (query_.substr(at_).starts_with("!=")) {
            fault(query_, at_, "`!=` is no openCypher", "write <>");
        }
        fault(query_, at_, std::string("unexpected character `") + query_[at_] + "`");
    }

    std::string_view query_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view query) { return Tokenizer(query).run(); }

}  // namespace relata::graph::query
