// A 64-bit digest of fields, the same on every machine; for finding what is stored already, not for
// defence against an attacker.
#pragma once

#include <cstdint>
#include <string_view>

namespace relata::graph {

class Digest {
  public:
    Digest& add(std::string_view field) {
        for (const char c : field) mix(static_cast<unsigned char>(c));
        mix(0x1ff);  // no byte: "a" "bc" differs from "ab" "c"
        return *this;
    }
    Digest& add(std::uint64_t field) {
        for (int shift = 0; shift < 64; shift += 8) mix((field >> shift) & 0xff);
        return *this;
    }
    // Mixed once more, so that sums of digests are as good as digests.
    std::uint64_t value() const {
        std::uint64_t x = state_;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
        return x ^ (x >> 31);
    }

  private:
    void mix(std::uint64_t value) { state_ = (state_ ^ value) * 0x100000001b3U; }  // FNV-1a
    std::uint64_t state_ = 0xcbf29ce484222325U;
};

}  // namespace relata::graph
