// A lock on a path against other processes. The lock file is removed at the end; one that a killed
// process left behind is taken over.
#pragma once

#include <filesystem>

namespace relata::graph {

class FileLock {
  public:
    // Throws relata::Error, naming `path`, where another process holds the lock or the lock file
    // `path`.lock cannot be made.
    explicit FileLock(const std::filesystem::path& path);
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

  private:
    std::filesystem::path lock_path_;
    int descriptor_ = -1;
};

}  // namespace relata::graph
