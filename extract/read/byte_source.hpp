// ByteSource: the bytes of one input file or of standard input, unpacked where it is packed by
// gzip, zstd, bzip2 or xz, in one piece or in many. Holds only a window of the file.
//
//   ByteSource source("news.jsonl.gz", limits);
//   std::string line;
//   while (source.read_line(line, 1 << 20) != LineEnd::none) use(line);
//
// Not thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "extract/read/unpacker.hpp"

namespace relata::extract {

enum class LineEnd {
    none,     // the source was at its end
    line,     // a line, without its line break
    too_long  // a line longer than the limit; its beginning is given, the rest was passed over
};

class ByteSource {
  public:
    // "-" is standard input. A signal with a handler that comes while bytes are waited for ends the
    // source like a damage. A file that unpacks to more than `max_ratio` times its size is given
    // up. Throws relata::Error where the file cannot be opened or is a folder.
    ByteSource(const std::string& path, std::uint64_t max_ratio);
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    // The next bytes, at least `count` unless the source ends before, without taking them. The view
    // holds until the next call. All functions that read throw relata::Error for a truncated or
    // damaged file, after all bytes before the damage were given, and from then on always.
    std::string_view peek(std::size_t count);
    // The next bytes as they are at hand: at least one unless the source is at its end.
    std::string_view peek_some() { return peek(1); }
    // Takes bytes that peek gave.
    void take(std::size_t count) { begin_ += count; }

    LineEnd read_line(std::string& line, std::size_t limit);
    // Appends up to `limit` bytes up to the end. False where there are more than `limit`. Where it
    // throws, the bytes before the damage are appended.
    bool read_all(std::string& bytes, std::size_t limit);

    // Whether it was given up because of `max_ratio`.
    bool unpacks_too_much() const { return unpacks_too_much_; }
    // Bytes of the file that were read so far, packed as they are.
    std::uint64_t bytes_read() const { return read_bytes_; }

  private:
    // Closes the file, standard input excepted.
    struct Descriptor {
        int number;
        explicit Descriptor(int opened) : number(opened) {}
        ~Descriptor();
        Descriptor(const Descriptor&) = delete;
        Descriptor& operator=(const Descriptor&) = delete;
    };

    // Makes the window longer; false at the end of the file and at a damage.
    bool fill();
    std::size_t unpack(std::span<char> out);
    bool next_piece();
    bool read_block();
    void end(std::string damage);
    std::string place() const;  // in the file: "byte 1200"

    std::string path_;
    Descriptor descriptor_;
    std::uint64_t read_bytes_ = 0;
    std::uint64_t unpacked_ = 0;
    std::uint64_t max_ratio_;
    std::string block_;  // of the file, as read() gave it; from block_begin_ on not yet used
    std::size_t block_begin_ = 0;
    std::unique_ptr<Unpacker> unpacker_;  // null in files that are not packed
    bool packed_ = false;
    bool ended_ = false;
    bool unpacks_too_much_ = false;
    std::string damage_;  // why it ended, or ""
    std::string window_;
    std::size_t begin_ = 0;  // of what was not taken yet, in window_
};

}  // namespace relata::extract
