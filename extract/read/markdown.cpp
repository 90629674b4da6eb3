#include "extract/read/markdown.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string_view unquoted(std::string_view text) {
    if (text.size() >= 2 && text.front() == text.back() &&
        (text.front() == '"' || text.front() == '\''))
        return text.substr(1, text.size() - 2);
    return text;
}

std::string_view take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

void set_field(Document& article, std::string_view key, std::string_view value) {
    const std::string name = utf8::fold(key);
    std::string* field = name == "title"                         ? &article.title
                         : name == "date" || name == "published" ? &article.date
                         : name == "url" || name == "canonical"  ? &article.url
                         : name == "lang" || name == "language"  ? &article.language
                         : name == "source"                      ? &article.source
                         : name == "author"                      ? &article.author
                         : name == "id"                          ? &article.id
                                                                 : nullptr;
    if (field != nullptr) *field = std::string(unquoted(trimmed(value)));
}

// Reads front matter, if the text begins with some, and takes it off.
void take_front_matter(std::string_view& text, Document& article) {
    std::string_view rest = text;
    if (trimmed(take_line(rest)) != "---") return;
    const std::string_view body = rest;
    while (!rest.empty()) {
        const std::string_view line = trimmed(take_line(rest));
        if (line != "---" && line != "...") continue;
        const std::string_view matter = body.substr(0, body.size() - rest.size());
        for (std::string_view left = matter; !left.empty();) {
            const std::string_view pair = take_line(left);
            const std::size_t colon = pair.find(':');
            if (colon != std::string_view::npos && pair.front() != ' ')
                set_field(article, trimmed(pair.substr(0, colon)), pair.substr(colon + 1));
        }
        text = rest;
        return;
    }
}

// A rule, the line under a heading, or the line between a table's head and its rows.
bool is_rule(std::string_view line) {
    return line.size() >= 3 && line.find_first_not_of("-*_=|: ") == std::string_view::npos;
}

// Longer labels and targets are no links; the limit keeps hostile lines linear.
constexpr std::size_t kLongestTarget = 2000;

// The end of a link's or picture's target that begins at `open` ("(" or "["), or npos.
std::size_t target_end(std::string_view line, std::size_t open) {
    if (open >= line.size() || (line[open] != '(' && line[open] != '['))
        return std::string_view::npos;
    const char close = line[open] == '(' ? ')' : ']';
    int depth = 0;
    const std::size_t limit = std::min(line.size(), open + kLongestTarget);
    for (std::size_t at = open; at < limit; ++at) {
        if (line[at] == line[open]) ++depth;
        if (line[at] == close && --depth == 0) return at;
    }
    return std::string_view::npos;
}

// Takes the marks out of one line: links keep their words, pictures vanish.
std::string plain(std::string_view line) {
    std::string out;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (c == '\\' && at + 1 < line.size() &&
            std::ispunct(static_cast<unsigned char>(line[at + 1])) != 0) {
            out += line[++at];
        } else if (c == '!' && at + 1 < line.size() && line[at + 1] == '[') {
            const std::size_t label = target_end(line, at + 1);
            const std::size_t end =
                label == std::string_view::npos ? label : target_end(line, label + 1);
            if (end == std::string_view::npos)
                out += c;
            else
                at = end;
        } else if (c == '[') {
            const std::size_t label = target_end(line, at);
            const std::size_t end =
                label == std::string_view::npos ? label : target_end(line, label + 1);
            if (end == std::string_view::npos) {
                out += c;
            } else {
                out += plain(line.substr(at + 1, label - at - 1));
                at = end;
            }
        } else if (c == '*' || c == '`' ||
                   (c == '~' && at + 1 < line.size() && line[at + 1] == '~') ||
                   (c == '_' && (at == 0 || line[at - 1] == ' ' || at + 1 == line.size() ||
                                 std::isalnum(static_cast<unsigned char>(line[at + 1])) == 0))) {
            continue;
        } else {
            out += c;
        }
    }
    return out;
}

// Takes off what marks a line as a heading, a list item or a quotation.
std::string_view without_marker(std::string_view line) {
    while (line.starts_with('>')) line = trimmed(line.substr(1));
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes > 0 && hashes <= 6 && (hashes == line.size() || line[hashes] == ' ')) {
        line = trimmed(line.substr(hashes));
        while (line.ends_with('#')) line.remove_suffix(1);
        return trimmed(line);
    }
    if (line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
        return trimmed(line.substr(2));
    return line;
}

std::string without_comments(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find("<!--", at), text.size());
        out += text.substr(at, open - at);
        const std::size_t close = text.find("-->", open);
        at = close == std::string_view::npos ? text.size() : close + 3;
    }
    return out;
}

}  // namespace

void read_markdown(std::string_view markdown, Document& article) {
    take_front_matter(markdown, article);
    const std::string body = without_comments(markdown);
    std::string_view fence;
    for (std::string_view rest = body; !rest.empty();) {
        const std::string_view line = trimmed(take_line(rest));
        const std::string_view opening = line.substr(0, 3);
        if (!fence.empty() || opening == "```" || opening == "~~~") {
            if (fence.empty())
                fence = opening;
            else if (opening == fence)
                fence = {};
            continue;
        }
        if (is_rule(line)) continue;
        const bool heading = line.starts_with('#');
        const std::string text = plain(without_marker(line));
        if (heading && article.title.empty()) article.title = text;
        article.text += text;
        // A heading is a sentence of its own, and so is a list item.
        article.text += heading && !text.empty() ? "\n\n" : "\n";
    }
}

}  // namespace relata::extract
