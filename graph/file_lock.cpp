#include "graph/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.hpp"

namespace relata::graph {
namespace {

// Whether the path still names the open file; its holder may have removed it meanwhile.
bool still_there(const std::filesystem::path& path, int descriptor) {
    struct stat by_path {};
    struct stat by_descriptor {};
    return stat(path.c_str(), &by_path) == 0 && fstat(descriptor, &by_descriptor) == 0 &&
           by_path.st_ino == by_descriptor.st_ino && by_path.st_dev == by_descriptor.st_dev;
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& path) : lock_path_(path.string() + ".lock") {
    for (;;) {
        descriptor_ = open(lock_path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor_ < 0) {
            throw Error(path.string(), "cannot be written (" + std::string(strerror(errno)) + ")",
                        "check that the folder is there and may be written");
        }
        if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            close(descriptor_);
            throw Error(path.string(), "another process is writing this graph",
                        "try again when it is done");
        }
        if (still_there(lock_path_, descriptor_)) return;
        close(descriptor_);
    }
}

FileLock::~FileLock() {
    unlink(lock_path_.c_str());
    close(descriptor_);
}

}  // namespace relata::graph
