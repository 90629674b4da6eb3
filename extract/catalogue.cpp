#include "extract/catalogue.hpp"

#include <algorithm>
#include <string>

#include "base/error.hpp"

namespace relata::extract {

namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

class Parser {
  public:
    explicit Parser(std::string_view path) : path_(path) {}
    std::vector<RelationType> run(std::string_view text);

  private:
    [[noreturn]] void fail(const std::string& cause, const std::string& remedy) const {
        throw Error(std::string(path_) + ":" + std::to_string(line_), cause, remedy);
    }
    RelationType parse_type(std::string_view line) const;
    TypeSet parse_types(std::string_view words) const;
    void parse_description(std::string_view line, RelationType& type) const;

    std::string_view path_;
    std::size_t line_ = 0;
};

TypeSet Parser::parse_types(std::string_view words) const {
    unsigned types = 0;
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find('|', begin), words.size());
        const std::string_view word = trimmed(words.substr(begin, end - begin));
        const std::optional<EntityType> type = entity_type_from(word);
        if (!type)
            fail("\"" + std::string(word) + "\" is no entity type",
                 "use person, org, product, project, place, date or money, joined by |");
        types |= type_bit(*type);
        begin = end + 1;
    }
    return static_cast<TypeSet>(types);
}

RelationType Parser::parse_type(std::string_view line) const {
    const std::size_t open = line.find('(');
    const std::size_t comma = line.find(',', open == std::string_view::npos ? 0 : open);
    const std::size_t close = line.find(')', comma == std::string_view::npos ? 0 : comma);
    if (open == std::string_view::npos || comma == std::string_view::npos ||
        close == std::string_view::npos)
        fail("not a relation type", "write: name(subject types, object types)");
    RelationType type;
    type.name = trimmed(line.substr(0, open));
    const bool plain = std::all_of(type.name.begin(), type.name.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    if (type.name.empty() || !plain)
        fail("\"" + type.name + "\" is no name for a relation type", "use letters a-z and _");
    type.subject = parse_types(line.substr(open + 1, comma - open - 1));
    type.object = parse_types(line.substr(comma + 1, close - comma - 1));
    const std::string_view rest = trimmed(line.substr(close + 1));
    if (!rest.empty() && rest != "symmetric")
        fail("\"" + std::string(rest) + "\" is not understood",
             "only the word symmetric may follow the types");
    type.symmetric = rest == "symmetric";
    return type;
}

void Parser::parse_description(std::string_view line, RelationType& type) const {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0)
        fail("not a description", "write: en: a sentence");
    type.descriptions[std::string(trimmed(line.substr(0, colon)))] =
        trimmed(line.substr(colon + 1));
}

std::vector<RelationType> Parser::run(std::string_view text) {
    std::vector<RelationType> types;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::string_view words = trimmed(line);
        begin = end + 1;
        ++line_;
        if (words.empty() || words.front() == '#') continue;
        if (kBlank.find(line.front()) != std::string_view::npos) {
            if (types.empty())
                fail("a description without a relation type", "put the type before it");
            parse_description(words, types.back());
            continue;
        }
        RelationType type = parse_type(words);
        const bool known = std::any_of(types.begin(), types.end(), [&](const RelationType& other) {
            return other.name == type.name;
        });
        if (known) fail("the relation type " + type.name + " is there twice", "remove one of them");
        types.push_back(std::move(type));
    }
    return types;
}

}  // namespace

Catalogue Catalogue::parse(std::string_view text, std::string_view path) {
    Catalogue catalogue;
    catalogue.types_ = Parser(path).run(text);
    return catalogue;
}

void Catalogue::add(const Catalogue& other) {
    for (const RelationType& type : other.types_) {
        if (const std::optional<RelationTypeId> known = find(type.name))
            types_[*known] = type;
        else
            types_.push_back(type);
    }
}

std::optional<RelationTypeId> Catalogue::find(std::string_view name) const {
    const auto found = std::find_if(types_.begin(), types_.end(),
                                    [&](const RelationType& type) { return type.name == name; });
    if (found == types_.end()) return std::nullopt;
    return static_cast<RelationTypeId>(found - types_.begin());
}

}  // namespace relata::extract
