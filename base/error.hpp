// The one exception type that Relata throws for what a user can mend: bad input, a broken rule
// file, a full disk. Libraries throw it and never print; only cli/ turns it into a message and exit
// status 2.
//
//   throw relata::Error("articles/a.jsonl:12", "not a JSON object", "write one object a line");
//   // what(): "articles/a.jsonl:12: not a JSON object; write one object a line"
#pragma once

#include <stdexcept>
#include <string>

namespace relata {

class Error : public std::runtime_error {
  public:
    // `where` names the file and, if known, line and column; `cause` says what is wrong;
    // `remedy`, which may be empty, says what to do about it.
    Error(const std::string& where, const std::string& cause, const std::string& remedy = "")
        : std::runtime_error((where.empty() ? "" : where + ": ") + cause +
                             (remedy.empty() ? "" : "; " + remedy)) {}
};

}  // namespace relata
