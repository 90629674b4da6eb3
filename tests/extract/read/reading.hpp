// Reads files that a test writes into a folder of its own.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/read/reader.hpp"

namespace relata::test {

class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    // Writes a file, with its folders, and gives its path.
    std::string write(const std::string& name, std::string_view bytes) const;
    std::string path(const std::string& name = "") const;

  private:
    std::filesystem::path folder_;
};

struct Reading {
    std::vector<extract::Document> articles;
    std::vector<std::string> faults;  // "where: cause"
    extract::ReadCounts counts;
    bool has_fault(std::string_view part) const;
};

Reading read_all(const std::vector<std::string>& inputs, const extract::ReadOptions& options = {});
// Reads one file of that name and content.
Reading read_content(const std::string& name, std::string_view bytes,
                     const extract::ReadOptions& options = {});

// Packs bytes; `format` is "gzip", "zstd", "bzip2" or "xz".
std::string packed(std::string_view bytes, const std::string& format);

}  // namespace relata::test
