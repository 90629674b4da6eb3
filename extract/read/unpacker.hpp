// Unpacker: one piece of gzip, zstd, bzip2 or xz data -> bytes, step by step, by the formats' own
// libraries. What was unpacked before a fault is always handed out, down to the last byte that the
// library can know; a file that is cut off loses no more than that.
//
//   auto unpacker = unpacker_for(head);  // null: not packed
//   auto [taken, given, state] = unpacker->step(in, out);
//
// Not thread-safe.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace relata::extract {

// too_large: it can only be unpacked with more memory than a file may ask for.
enum class UnpackState { more, ended, damaged, too_large };

class Unpacker {
  public:
    struct Step {
        std::size_t taken = 0;  // of the packed bytes
        std::size_t given = 0;  // unpacked bytes
        UnpackState state = UnpackState::more;
    };
    virtual ~Unpacker() = default;
    // With `more` and neither bytes taken nor given, packed bytes are missing. After `ended`
    // another piece may follow, which wants an Unpacker of its own.
    virtual Step step(std::string_view packed, std::span<char> out) = 0;
    virtual std::string_view name() const = 0;  // "gzip"
};

// The longest beginning that unpacker_for looks at.
constexpr std::size_t kPackedHead = 6;

// For data that begin like this; null where they are not packed.
std::unique_ptr<Unpacker> unpacker_for(std::string_view head);

}  // namespace relata::extract
