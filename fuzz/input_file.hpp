// Bytes that a fuzzer made, as a file that has a path and lives in memory.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace relata::fuzz {

class InputFile {
  public:
    InputFile(const std::uint8_t* data, std::size_t size) : descriptor_(memfd_create("fuzz", 0)) {
        while (size > 0) {
            const ssize_t written = write(descriptor_, data, size);
            if (written <= 0) break;
            data += written;
            size -= static_cast<std::size_t>(written);
        }
    }
    ~InputFile() { close(descriptor_); }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  private:
    int descriptor_;
};

}  // namespace relata::fuzz
