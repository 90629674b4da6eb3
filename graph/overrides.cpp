#include "graph/overrides.hpp"

#include <algorithm>
#include <tuple>

#include "base/embedded_files.hpp"
#include "base/error.hpp"

namespace relata::graph {
namespace {

using extract::EntityType;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string place_of(std::string_view path, std::size_t line) {
    return std::string(path) + ":" + std::to_string(line);
}

// Calls `read(line, number)` for every line that is neither empty nor a comment.
template <typename Read>
void for_each_line(std::string_view text, Read read) {
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.front() != '#') read(line, number);
    }
}

struct TypedName {
    std::string name;
    std::optional<EntityType> type;
};

// "org:Apple" names a type, "Command: Modern Operations" does not.
TypedName typed_name(std::string_view text) {
    const auto colon = text.find(':');
    if (colon != std::string_view::npos) {
        if (const auto type = extract::entity_type_from(text.substr(0, colon))) {
            return {std::string(trimmed(text.substr(colon + 1))), type};
        }
    }
    return {std::string(text), std::nullopt};
}

std::string written(const std::string& name, const std::optional<EntityType>& type) {
    return type ? std::string(extract::to_string(*type)) + ":" + name : name;
}

auto sort_key(const Override& o) { return std::tie(o.same, o.a, o.b, o.a_type, o.b_type); }

Override parse_override(std::string_view line, const std::string& where) {
    static constexpr std::string_view kSame = "same:", kDifferent = "different:";
    Override result;
    if (line.starts_with(kSame)) {
        line.remove_prefix(kSame.size());
    } else if (line.starts_with(kDifferent)) {
        result.same = false;
        line.remove_prefix(kDifferent.size());
    } else {
        throw Error(where, "\"" + std::string(line) + "\" is no alias statement",
                    "write `same: A = B` or `different: A = B`");
    }
    const auto equals = line.find(" = ");
    if (equals == std::string_view::npos) {
        throw Error(where, "there is no ` = ` between two names", "write `same: A = B`");
    }
    TypedName a = typed_name(trimmed(line.substr(0, equals)));
    TypedName b = typed_name(trimmed(line.substr(equals + 3)));
    if (a.name.empty() || b.name.empty()) {
        throw Error(where, "a name is missing", "write `same: A = B`");
    }
    if (std::tie(b.name, b.type) < std::tie(a.name, a.type)) std::swap(a, b);
    result.a = std::move(a.name);
    result.a_type = a.type;
    result.b = std::move(b.name);
    result.b_type = b.type;
    return result;
}

}  // namespace

std::vector<Override> parse_overrides(std::string_view text, std::string_view path) {
    std::vector<Override> result;
    for_each_line(text, [&](std::string_view line, std::size_t number) {
        result.push_back(parse_override(line, place_of(path, number)));
    });
    std::sort(result.begin(), result.end(),
              [](const Override& x, const Override& y) { return sort_key(x) < sort_key(y); });
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::string to_string(const Override& statement) {
    return (statement.same ? "same: " : "different: ") + written(statement.a, statement.a_type) +
           " = " + written(statement.b, statement.b_type);
}

std::vector<KnownName> parse_known_names(std::string_view text, std::string_view path) {
    std::vector<KnownName> result;
    for_each_line(text, [&](std::string_view line, std::size_t number) {
        const auto tab = line.find('\t');
        if (tab != std::string_view::npos) {
            TypedName target = typed_name(trimmed(line.substr(tab + 1)));
            if (target.type && !target.name.empty()) {
                result.push_back({std::string(trimmed(line.substr(0, tab))), *target.type,
                                  std::move(target.name)});
                return;
            }
        }
        throw Error(place_of(path, number), "not a row of known names",
                    "write `name TAB type:canonical name`");
    });
    return result;
}

const std::vector<KnownName>& known_names() {
    static const std::vector<KnownName> rows = [] {
        constexpr std::string_view kPath = "lists/same_as.tsv";
        for (const EmbeddedFile& file : embedded_rules()) {
            if (file.path == kPath) return parse_known_names(file.text, kPath);
        }
        return std::vector<KnownName>();
    }();
    return rows;
}

}  // namespace relata::graph
