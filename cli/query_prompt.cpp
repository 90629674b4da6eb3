#include "cli/query_prompt.hpp"

#include <algorithm>
#include <cctype>
#include <iostream>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "cli/line_editor.hpp"
#include "graph/query/query.hpp"
#include "graph/store.hpp"

namespace relata::cli {

namespace {

constexpr const char* kHelp =
    "A query ends with the line that has its RETURN, or with \";\".\n"
    "  MATCH (o:org)-[r:funded_by]->(i) WHERE r.status = 'asserted' RETURN o.name, i.name, r.url\n"
    "  MATCH (a {name: 'OpenAI'})-[r]-(b) RETURN type(r), b.name, r.quote LIMIT 10\n"
    "Tab completes words, relation types and, inside quotes, names. help, quit.\n";

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n;");
    if (first == std::string_view::npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n;") - first + 1));
}

// The quote that is open at the end of a line, as the place behind it; npos: none.
std::size_t open_quote(std::string_view line) {
    std::size_t open = std::string_view::npos;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quote != 0 && line[i] == '\\') {
            ++i;
        } else if (quote != 0 && line[i] == quote) {
            quote = 0;
        } else if (quote == 0 && (line[i] == '"' || line[i] == '\'')) {
            quote = line[i];
            open = i + 1;
        }
    }
    return quote == 0 ? std::string_view::npos : open;
}

bool begins_alike(std::string_view word, std::string_view beginning) {
    return word.size() >= beginning.size() &&
           utf8::fold(word.substr(0, beginning.size())) == utf8::fold(beginning);
}

QueryWords words_of(const std::string& graph_path) {
    QueryWords words{graph::query::vocabulary(), graph::relation_types(graph_path), {}};
    for (const char* type : {"person", "org", "product", "project", "place", "date", "money"})
        words.labels.emplace_back(type);
    words.names = [graph_path](std::string_view prefix) {
        return graph::names_beginning(graph_path, prefix);
    };
    return words;
}

}  // namespace

bool is_complete_query(std::string_view text) {
    if (trimmed(text).empty()) return true;
    if (text.find_last_not_of(" \t\r\n") != std::string_view::npos &&
        text[text.find_last_not_of(" \t\r\n")] == ';')
        return true;
    const std::string folded = utf8::fold(text);
    for (std::size_t at = folded.find("return"); at != std::string::npos;
         at = folded.find("return", at + 1)) {
        const auto is_letter = [&](std::size_t i) {
            return i < folded.size() &&
                   (std::isalnum(static_cast<unsigned char>(folded[i])) != 0 || folded[i] == '_');
        };
        const bool is_word = (at == 0 || !is_letter(at - 1)) && !is_letter(at + 6);
        if (is_word && open_quote(std::string_view(folded).substr(0, at)) == std::string::npos)
            return true;
    }
    return false;
}

std::vector<std::string> complete_query(std::string_view line, const QueryWords& words) {
    std::vector<std::string> result;
    const std::size_t at = last_word(line);
    const std::string_view word = line.substr(at);
    if (const std::size_t quote = open_quote(line); quote != std::string_view::npos) {
        const std::string_view typed = line.substr(quote);
        for (const std::string& name : words.names(typed)) {
            if (begins_alike(name, typed)) result.push_back(name.substr(at - quote));
        }
        return result;
    }
    const std::size_t before = line.substr(0, at).find_last_not_of(' ');
    const bool label = before != std::string_view::npos &&
                       (line[before] == ':' || (line[before] == '|' && at > 0));
    for (const std::string& candidate : label ? words.labels : words.language) {
        if (begins_alike(candidate, word)) result.push_back(candidate);
    }
    return result;
}

void run_query_prompt(const std::string& graph_path,
                      const std::function<void(const std::string& query)>& run) {
    const QueryWords words = words_of(graph_path);
    LineEditor editor("query", [&](std::string_view line) { return complete_query(line, words); });
    std::string query;
    while (const auto line = editor.read(query.empty() ? "relata> " : "   ...> ")) {
        query += (query.empty() ? "" : "\n") + *line;
        const std::string text = trimmed(query);
        const bool quit = text == "quit" || text == "exit";
        if (!quit && text != "help" && !is_complete_query(query)) continue;
        query.clear();
        if (quit) return;
        if (text.empty()) continue;
        editor.remember(text);
        if (text == "help") {
            std::cout << kHelp;
            continue;
        }
        try {
            run(text);
        } catch (const Error& error) {
            std::cout.flush();
            std::cerr << error.what() << std::endl;
        }
    }
    std::cout << '\n';  // after Ctrl-D
}

}  // namespace relata::cli
