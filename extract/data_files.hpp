// The data files that Relata's knowledge is made of: those under rules/, which are embedded, and
// those of the folders that the user gives with --rules.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/lexicon.hpp"

namespace relata::extract {

struct DataFile {
    std::string path;   // relative to its rules folder: "en/lists/post.txt"
    std::string shown;  // in messages: with the folder where it is the user's
    std::string_view text;
};

class DataFiles {
  public:
    // Embedded files first, then the folders in their order; by path inside of each. Throws
    // relata::Error for a folder or file that cannot be read and for a file in a place that has no
    // meaning.
    explicit DataFiles(std::span<const std::string> folders);
    // The files with this folder ("en/lists") and ending (".txt").
    std::vector<const DataFile*> in(std::string_view folder, std::string_view ending) const;
    std::vector<const DataFile*> named(std::string_view path) const;
    // The folders that are languages ("de", "en"), sorted.
    std::vector<std::string> languages() const;

  private:
    void read_folder(const std::string& folder);
    std::vector<DataFile> files_;
    std::deque<std::string> texts_;  // of the user's files
};

// Adds the entries of a list file (NAME.txt, NAME.tsv) to the class NAME. What is wrong with single
// lines is appended to `faults`, as "file:line: cause".
void add_list(const DataFile& file, LexiconBuilder& builder, std::vector<std::string>& faults);

}  // namespace relata::extract
