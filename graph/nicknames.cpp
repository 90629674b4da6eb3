#include "graph/nicknames.hpp"

#include <algorithm>
#include <map>

#include "base/embedded_files.hpp"
#include "base/error.hpp"
#include "graph/name_key.hpp"

namespace relata::graph {
namespace {

using Nicknames = std::map<std::string, std::vector<std::string>, std::less<>>;

// Rows `nickname TAB full name`, both folded.
Nicknames read_rows(std::string_view text, std::string_view path) {
    Nicknames result;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos)
            throw Error(std::string(path) + ":" + std::to_string(number), "not a row of nicknames",
                        "write `nickname TAB full name`");
        result[folded_key(line.substr(0, tab))].push_back(folded_key(line.substr(tab + 1)));
    }
    return result;
}

const Nicknames& nicknames() {
    static const Nicknames rows = [] {
        constexpr std::string_view kPath = "lists/nickname.tsv";
        for (const EmbeddedFile& file : embedded_rules()) {
            if (file.path == kPath) return read_rows(file.text, kPath);
        }
        return Nicknames();
    }();
    return rows;
}

}  // namespace

std::vector<std::string> full_name_keys(std::string_view key) {
    const std::size_t dash = key.find('-');
    if (dash == std::string_view::npos) return {};
    const auto found = nicknames().find(key.substr(0, dash));
    if (found == nicknames().end()) return {};
    std::vector<std::string> keys;
    for (const std::string& full : found->second)
        keys.push_back(full + std::string(key.substr(dash)));
    std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace relata::graph
