// Cuts a rule file into statements: takes comments out, joins lines that go on with the line
// before, and tells the keyword of each. Offsets stay those of the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace relata::extract {

class StatementLines {
  public:
    enum class Keyword : std::uint8_t {
        words,
        let,
        rule,
        mod,
        match,
        emit,
        positive,  // +
        negative,  // -
        unknown    // a line at the left margin that begins with none of them
    };
    struct Statement {
        Keyword keyword = Keyword::unknown;
        std::uint32_t begin = 0,
                      end = 0;  // behind the keyword; of the whole line where it is unknown
    };

    explicit StatementLines(std::string_view file);
    // The file with comments turned into spaces.
    std::string_view text() const { return text_; }
    const std::vector<Statement>& statements() const { return statements_; }

  private:
    void add_line(std::uint32_t begin, std::uint32_t end);

    std::string text_;
    std::vector<Statement> statements_;
};

}  // namespace relata::extract
