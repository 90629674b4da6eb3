#include "cli/output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>

#include "base/error.hpp"
#include "cli/command.hpp"

namespace relata::cli {

namespace {

std::string reason(int error) { return std::strerror(error); }

std::filesystem::path temporary_beside(const std::filesystem::path& path) {
    std::filesystem::path name = path;
    name += ".part" + std::to_string(getpid());
    return name;
}

// Makes the file's bytes lasting before its name is given to it.
int sync_file(const std::filesystem::path& path) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return errno;
    const int error = fsync(descriptor) == 0 ? 0 : errno;
    close(descriptor);
    return error;
}

}  // namespace

int flush_output() {
    errno = 0;
    std::cout.flush();
    if (std::cout.good()) return kDone;
    std::cerr << "relata: standard output: " << (errno != 0 ? reason(errno) : "cannot be written")
              << '\n';
    return kFailed;
}

OutputFile::OutputFile(const std::filesystem::path& path) : path_(path) {
    if (path_ == "-") return;
    // A device such as /dev/null or a pipe cannot be replaced by a file; it is written as it is.
    std::error_code ignored;
    const auto status = std::filesystem::status(path_, ignored);
    const bool plain = !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
    if (std::filesystem::is_directory(status))
        throw Error(path_.string(), "is a folder", "name a file");
    if (plain) {
        // A link stays one: the file that it names is replaced.
        if (std::filesystem::is_symlink(path_, ignored))
            path_ = std::filesystem::weakly_canonical(path_, ignored);
        temporary_ = temporary_beside(path_);
    }
    errno = 0;
    file_.open(plain ? temporary_ : path_, std::ios::binary | std::ios::trunc);
    if (!file_) throw Error(path_.string(), "cannot be written: " + reason(errno));
}

OutputFile::~OutputFile() {
    if (temporary_.empty()) return;
    file_.close();
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
}

std::ostream& OutputFile::stream() { return path_ == "-" ? std::cout : file_; }

void OutputFile::write(std::string_view bytes) {
    errno = 0;
    stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    check();
}

void OutputFile::check() {
    if (stream()) return;
    throw Error(path_ == "-" ? "standard output" : path_.string(),
                "cannot be written: " + reason(errno != 0 ? errno : EIO));
}

void OutputFile::commit() {
    if (path_ == "-") return;  // flush_output() checks it at the end
    errno = 0;
    file_.close();
    check();
    if (temporary_.empty()) return;
    if (const int error = sync_file(temporary_); error != 0)
        throw Error(path_.string(), "cannot be written: " + reason(error));
    std::error_code failed;
    std::filesystem::rename(temporary_, path_, failed);
    if (failed) throw Error(path_.string(), "cannot be written: " + failed.message());
    temporary_.clear();
}

OutputFolder::OutputFolder(const std::filesystem::path& path) : path_(path) {
    if (!path_.has_filename()) path_ = path_.parent_path();
    temporary_ = temporary_beside(path_);
    std::error_code failed;
    if (std::filesystem::exists(path_, failed) && !std::filesystem::is_directory(path_, failed))
        throw Error(path_.string(), "is a file, and this format needs a folder");
    std::filesystem::create_directories(temporary_, failed);
    if (failed) throw Error(path_.string(), "cannot be written: " + failed.message());
}

OutputFolder::~OutputFolder() {
    if (temporary_.empty()) return;
    std::error_code ignored;
    std::filesystem::remove_all(temporary_, ignored);
}

void OutputFolder::commit() {
    // Files of an earlier export are replaced one by one: a folder may hold more than what we
    // wrote.
    std::error_code failed;
    std::filesystem::create_directories(path_, failed);
    for (const auto& entry : std::filesystem::directory_iterator(temporary_)) {
        std::filesystem::rename(entry.path(), path_ / entry.path().filename(), failed);
        if (failed) throw Error(path_.string(), "cannot be written: " + failed.message());
    }
}

}  // namespace relata::cli
