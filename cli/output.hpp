// Where commands write their data: standard output, or a file that appears whole or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <string_view>

namespace relata::cli {

// Flushes standard output. Gives kDone, or says on standard error what went wrong (a full disk) and
// gives kFailed.
int flush_output();

// A file under a temporary name in the folder of `path`, renamed to `path` by commit(). Without
// commit() nothing is left of it. The path "-" is standard output.
class OutputFile {
  public:
    explicit OutputFile(const std::filesystem::path& path);  // throws relata::Error
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    std::ostream& stream();
    void write(std::string_view bytes);  // throws relata::Error as soon as it cannot
    void check();   // throws relata::Error where what was written so far did not get through
    void commit();  // throws relata::Error where not all could be written

  private:
    std::filesystem::path path_, temporary_;
    std::ofstream file_;
};

// A folder beside `path` that replaces the folder `path` as a whole by commit().
class OutputFolder {
  public:
    explicit OutputFolder(const std::filesystem::path& path);
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    const std::filesystem::path& folder() const { return temporary_; }
    void commit();

  private:
    std::filesystem::path path_, temporary_;
};

}  // namespace relata::cli
