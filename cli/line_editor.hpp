// Lines typed at a terminal, with editing, history and completion (libedit).
//
//   LineEditor editor("query", [](std::string_view line) { return words_that_fit(line); });
//   while (auto line = editor.read("relata> ")) run(*line);
//
// One at a time, from one thread: the library keeps its state in globals.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relata::cli {

class LineEditor {
  public:
    // Ways to go on with a line, each as the text that replaces its last word.
    using Complete = std::function<std::vector<std::string>(std::string_view line)>;

    // The history is kept in the user's state folder ($XDG_STATE_HOME, else ~/.local/state) under
    // that name; without a home it lasts as long as the program.
    LineEditor(std::string_view history_name, Complete complete);
    ~LineEditor();  // writes the history
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;

    // A line without its end; nullopt at the end of input.
    std::optional<std::string> read(const std::string& prompt);
    // Adds an entry to the history.
    void remember(const std::string& entry);

  private:
    std::filesystem::path history_;  // empty: none
};

// Where the last word of a line begins: after the last character that no word has.
std::size_t last_word(std::string_view line);

}  // namespace relata::cli
