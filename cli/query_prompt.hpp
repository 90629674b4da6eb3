// The prompt of `relata query GRAPH`: queries typed one after the other.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace relata::cli {

// Reads queries until "quit" or the end of input and hands each to `run`; what it throws as
// relata::Error is shown, and the prompt goes on. A query ends with the line that has its RETURN,
// or with ";". `graph_path`: whose names and relation types complete what is typed.
void run_query_prompt(const std::string& graph_path,
                      const std::function<void(const std::string& query)>& run);

// Whether a text is a whole query.
bool is_complete_query(std::string_view text);

// Words that may end a line, for its last word: names of entities inside quotes, labels and
// relation types after ":", otherwise the words of the language.
struct QueryWords {
    std::vector<std::string> language, labels;
    std::function<std::vector<std::string>(std::string_view prefix)> names;
};
std::vector<std::string> complete_query(std::string_view line, const QueryWords& words);

}  // namespace relata::cli
