#include "cli/line_editor.hpp"

#include <editline/readline.h>

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>
#include <utility>

namespace relata::cli {

namespace {

constexpr int kMostEntries = 1000;
constexpr const char* kBreaks = " \t\n\"'`()[]{}:,.;=<>|+-*/%$";

LineEditor::Complete& completer() {
    static LineEditor::Complete complete;
    return complete;
}

// libedit asks for the first candidate with state 0, for the next ones with other states, and frees
// them.
char* next_candidate(const char*, int state) {
    static std::vector<std::string> candidates;
    static std::size_t next = 0;
    if (state == 0) {
        candidates = completer()({rl_line_buffer, static_cast<std::size_t>(rl_point)});
        next = 0;
    }
    return next < candidates.size() ? strdup(candidates[next++].c_str()) : nullptr;
}

char** candidates_for(const char* word, int, int) {
    rl_attempted_completion_over = 1;  // no names of files
    return rl_completion_matches(word, next_candidate);
}

std::filesystem::path history_path(std::string_view name) {
    std::filesystem::path folder;
    if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state != '\0') {
        folder = state;
    } else if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        folder = std::filesystem::path(home) / ".local" / "state";
    } else {
        return {};
    }
    std::error_code failed;
    std::filesystem::create_directories(folder / "relata", failed);
    return failed ? std::filesystem::path() : folder / "relata" / (std::string(name) + "_history");
}

}  // namespace

std::size_t last_word(std::string_view line) {
    const std::size_t at = line.find_last_of(kBreaks);
    return at == std::string_view::npos ? 0 : at + 1;
}

LineEditor::LineEditor(std::string_view history_name, Complete complete)
    : history_(history_path(history_name)) {
    // Editing counts in characters, not in bytes, where the locale says what they are.
    if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1)
        std::setlocale(LC_CTYPE, "C.UTF-8");
    completer() = std::move(complete);
    rl_readline_name = const_cast<char*>("relata");
    rl_basic_word_break_characters = kBreaks;
    rl_attempted_completion_function = candidates_for;
    rl_completion_append_character = '\0';
    using_history();
    stifle_history(kMostEntries);
    if (!history_.empty()) read_history(history_.c_str());
}

LineEditor::~LineEditor() {
    if (!history_.empty()) write_history(history_.c_str());
    completer() = nullptr;
}

std::optional<std::string> LineEditor::read(const std::string& prompt) {
    std::cout.flush();
    const std::unique_ptr<char, decltype(&std::free)> line(readline(prompt.c_str()), &std::free);
    if (!line) return std::nullopt;
    return std::string(line.get());
}

void LineEditor::remember(const std::string& entry) { add_history(entry.c_str()); }

}  // namespace relata::cli
